"""Writes the log lines and moments of an output in the form of an era."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.log_line import begin_of, headed, header_of, later, line_of, times

_MOMENT = re.compile(r"\{(time|short|clock|date|hour)(?: ([+-]?\d+(?:\.\d+)?))?\}")


def written_out(atlas: Atlas, output: str, era: str) -> str:
    """An output of a pack as it appears on the screen in the era with this id."""
    return "\n".join([_line(atlas, line, era) for line in output.rstrip("\n").split("\n")])


def _line(atlas: Atlas, written: str, era: str) -> str:
    line, begin = line_of(written), begin_of(atlas, era)
    if line is not None:
        header = header_of(atlas, line.log, era)
        at = later(begin, line.seconds)
        return line.text if header is None else headed(header, at, line.level, line.sub, line.text)

    def moment(found: re.Match[str]) -> str:
        return _forms(later(begin, float(found[2] or 0.0)))[found[1]]

    return _MOMENT.sub(moment, written)


def _forms(at: datetime) -> dict[str, str]:
    """A moment in every form; ``hour`` is the time of the last job that runs in the first minute of an hour."""
    job = at.replace(minute=1, second=3)
    job = job if job <= at else job - timedelta(hours=1)
    return {**times(at), "clock": f"{at:%H:%M:%S}", "date": f"{at:%Y-%m-%d}", "hour": f"{job:%H:%M:%S}"}
