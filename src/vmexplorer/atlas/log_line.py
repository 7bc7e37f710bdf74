"""Lines of logs: how a pack writes them for every era at once, and how they look in one."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.fault_words import Level
from vmexplorer.atlas.faults import LogHeader
from vmexplorer.errors import nearest

_WRITTEN = re.compile(r"@([a-z][a-z0-9-]*) ([+-]?\d+(?:\.\d+)?) ([a-z]+) ?([^|]*)\|(.*)")
_NO_CLOCK = "2026-01-01T00:00:00.000"


class LineOfLog(NamedTuple):
    """A line as a pack writes it: ``@vpxa -12 info Heartbeat | text``.

    ``seconds`` count from the moment of the era; ``sub`` is the part of the program that writes, or "".
    """

    log: str
    seconds: float
    level: Level
    sub: str
    text: str


def line_of(written: str) -> LineOfLog | None:
    """The log line that stands in an output of a pack, or None when it is plain text.

    Raises:
        ValueError: it begins like a log line and is none.
    """
    if not re.match(r"@[a-z]", written):
        return None
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise ValueError("has a log line that is not written like '@vpxa -12 info Heartbeat | text'")
    log, seconds, level, sub, text = found.groups()
    if level not in [str(known) for known in Level]:
        close = nearest(level, Level)
        hint = f"; the nearest is {str(close)!r}" if close else ""
        raise ValueError(f"has a log line of the level {level!r}, which is none of {', '.join(Level)}{hint}")
    return LineOfLog(log, float(seconds), Level(level), sub.strip(), text.strip())


def header_of(atlas: Atlas, log: str, era: str) -> LogHeader | None:
    """How the lines of a log begin in the era with this id; None when the era does not have the log."""
    return next((one for one in atlas.faults.headers if one.log == log and atlas.covers(one.eras, era)), None)


def begin_of(atlas: Atlas, era: str) -> datetime:
    """The moment in UTC at which second 0 of an era lies."""
    begins = next((clock.begins for clock in atlas.faults.clocks if atlas.covers(clock.eras, era)), _NO_CLOCK)
    return datetime.fromisoformat(begins).replace(tzinfo=UTC)


def headed(header: LogHeader, at: datetime, level: Level, sub: str, text: str) -> str:
    """A line with its header, at a moment in UTC."""
    levels = {"info": header.info, "warning": header.warning, "error": header.error, "alert": header.alert}
    return header.form.format(**times(at), level=levels[level], sub=sub, text=text)


def times(at: datetime) -> dict[str, str]:
    """A moment in the forms that log headers use, by their names."""
    plain = at.replace(tzinfo=None)
    return {
        "time": f"{plain.isoformat(timespec='milliseconds')}Z",
        "short": f"{plain.isoformat(timespec='seconds')}Z",
        "local": plain.isoformat(sep=" ", timespec="milliseconds"),
        "day": f"{plain:%b} {plain.day:>2} {plain:%H:%M:%S}",
    }


def later(at: datetime, seconds: float) -> datetime:
    """A moment so many seconds later; whole seconds get some milliseconds, as real lines have."""
    exact = at + timedelta(seconds=seconds)
    return exact if seconds % 1 else exact + timedelta(milliseconds=abs(seconds) * 137 % 1000)
