"""The lines of the simulated host's logs, in the form of their era."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from vmexplorer.atlas.console_log import Level, LogEntry, LogForm
from vmexplorer.labs.dcui.handbook import LogBook
from vmexplorer.labs.dcui.state import ConsoleState

RUNNING_FOR = 6902.0  # seconds since the host was started, at the moment the screen is first looked at
LOGGER = "vmsyslogd"

# Two letters and the severity of syslog.
_MARKS = {Level.VERBOSE: ("Db", 7), Level.INFO: ("In", 6), Level.WARNING: ("Wa", 4), Level.ERROR: ("Er", 3)}


class _Line(NamedTuple):
    at: float
    entry: LogEntry


def log_lines(state: ConsoleState, id: str) -> tuple[str, ...]:
    """The lines of a log, oldest first and not yet cut to the width of the screen.

    What is done at the console adds lines, unless the program that would write them, or the
    syslog daemon, does not run.
    """
    book = state.book.log(id)
    clock = datetime.fromisoformat(state.book.product.clock)
    lines = _spread(sorted([*_standing(state, book), *_added(state, book)], key=_moment))
    return tuple([_written(book.form, line, clock) for line in lines])


def _moment(line: _Line) -> float:
    return line.at


def _spread(lines: list[_Line]) -> list[_Line]:
    """The same, each at least some milliseconds after the one before; the same every time they are looked at."""
    spread: list[_Line] = []
    for line in lines:
        earliest = spread[-1].at + 0.037 if spread else line.at
        spread.append(_Line(max(line.at + (-line.at * 0.0137) % 0.4, earliest), line.entry))
    return spread


def _standing(state: ConsoleState, book: LogBook) -> Iterator[_Line]:
    for entry in book.entries:
        if entry.when is None and _holds(state, entry):
            for time in range(entry.times):
                at = -(entry.ago or 0.0) - time * entry.every
                if at > -RUNNING_FOR:
                    yield _Line(at, entry)


def _holds(state: ConsoleState, entry: LogEntry) -> bool:
    stopped, hung = state.surroundings.stopped, state.surroundings.hung
    return (entry.stopped is None or entry.stopped in stopped) and (entry.hung is None or entry.hung in hung)


def _added(state: ConsoleState, book: LogBook) -> Iterator[_Line]:
    if any(state.surroundings.trouble(part) for part in (LOGGER, book.log.writer)):
        return
    for event in state.journal:
        for entry in book.entries:
            if entry.when is event.happening:
                yield _Line(event.at + (entry.after or 0.0), entry)


def _written(form: LogForm, line: _Line, clock: datetime) -> str:
    entry = line.entry
    moment = clock + timedelta(seconds=line.at)
    since = line.at + RUNNING_FOR
    mark, severity = _MARKS[entry.level]
    day, rest = divmod(int(since), 86_400)
    values = {
        "time": f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z",
        "day": f"{moment:%b} {moment.day:2} {moment:%H:%M:%S}",
        "local": f"{moment:%Y-%m-%d %H:%M:%S}.{moment.microsecond // 1000:03}",
        "uptime": f"{day}:{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}.{int(since * 1000) % 1000:03}",
        "micros": str(int(since * 1_000_000)),
        "level": entry.level.value,
        "mark": mark,
        "priority": str(form.facility * 8 + severity),
        "sub": entry.sub,
        "operation": f" {entry.operation}" if entry.operation else "",
    }
    values["says"] = entry.says.format_map(values) if "{" in entry.says else entry.says
    return form.line.format_map(values)
