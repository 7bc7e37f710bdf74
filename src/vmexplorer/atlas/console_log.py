"""The logs that the direct console shows: the form of their lines by era, and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fields import described

PLACEHOLDERS = (
    "time", "day", "local", "uptime", "micros", "level", "mark", "priority", "sub", "operation", "says",
)  # fmt: skip


class Level(StrEnum):
    """How serious a line is."""

    VERBOSE = "verbose"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Happening(StrEnum):
    """Something that is done at the console and leaves lines in the logs."""

    LOGGED_IN = "logged-in"
    LOG_IN_FAILED = "log-in-failed"
    LOGGED_OUT = "logged-out"
    PASSWORD_CHANGED = "password-changed"  # noqa: S105 - no password: a word of the pack files
    LOCKDOWN_ON = "lockdown-on"
    LOCKDOWN_OFF = "lockdown-off"
    NETWORK_RESTARTED = "network-restarted"
    NETWORK_DISABLED = "network-disabled"
    AGENTS_RESTARTED = "agents-restarted"
    SHELL_ON = "shell-on"
    SHELL_OFF = "shell-off"
    SSH_ON = "ssh-on"
    SSH_OFF = "ssh-off"
    STARTED = "started"


@dataclass(frozen=True, slots=True)
class LogForm:
    """How lines of a log look in some eras."""

    file: str = described("the log's path")
    line: str = described(
        "the line, with the placeholders {time} (2026-03-02T08:16:00.000Z), {day} (Mar  2 08:16:00), {local}"
        " (2026-03-02 08:16:00.000), {uptime} (0:02:10:00.000), {micros}, {level} (info), {mark} (In), {priority}"
        " (166), {sub}, {operation} (a blank and opID=…, when there is one) and {says}"
    )
    known: Statement = described("how the form is known")
    eras: EraRange | None = described("the eras in which lines look like this; left out: all", default=None)
    facility: int = described("the syslog facility, from which {priority} is made", default=1)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of a log."""

    says: str = described("the text of the line after its head, invented in the style of the log", max_length=300)
    ago: float | None = described("seconds before the moment at which the screen is first looked at", default=None)
    after: float | None = described("seconds after what makes it appear", default=None)
    level: Level = described("how serious it is", default=Level.INFO)
    sub: str = described("the part of the program that writes it", default="", max_length=40)
    operation: str = described("the operation id, when it has one", default="", max_length=60)
    eras: EraRange | None = described("the eras in which it is written; left out: all", default=None)
    when: Happening | None = described("what at the console makes it appear; left out: it is there", default=None)
    times: int = described("how often it is written, from its moment backwards", default=1)
    every: float = described("seconds between two of those times", default=60.0)
    stopped: str | None = described("the component that must be stopped for it", default=None, ref="component")
    hung: str | None = described("the component that must hang for it", default=None, ref="component")


@dataclass(frozen=True, slots=True)
class ConsoleLog:
    """One log that the console shows."""

    id: str = described("id, unique in the pack")
    name: str = described("its row in the menu of the logs", max_length=34)
    writer: str = described("the component whose life the log tells", ref="component")
    help: tuple[Statement, ...] = described("the explanation to the right of the menu")
    forms: tuple[LogForm, ...] = described("how its lines look, by era")
    entries: tuple[LogEntry, ...] = described("its lines")
    eras: EraRange | None = described("the eras whose console shows it; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class ConsoleLogsFile:
    """The logs that the direct console shows (console-logs.yaml)."""

    logs: tuple[ConsoleLog, ...] = described("the logs in the order of their menu", default=())
