"""Traffic that runs whether or not anybody asks: a quiet layer, a function of time like all else."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.kind import Kind
from vmexplorer.atlas.link import Link, Opens, Plane
from vmexplorer.drawing.geometry import Path
from vmexplorer.drawing.wiring import Wiring
from vmexplorer.stage.planes import on_plane

_SPEED = 90.0  # scene units a second
_APART = 150.0  # scene units between two dots of a stream


class Traffic(StrEnum):
    """Which regular traffic is shown."""

    NONE = "none"
    BACKGROUND = "background"  # heartbeats, statistics, log lines, time
    DATA = "data"  # what virtual machines do


class Stream(NamedTuple):
    """Dots that follow one another along a path; ``period`` is the seconds from end to end."""

    path: Path
    kind: Kind
    period: float
    dots: int


def streams(atlas: Atlas, wiring: Wiring, traffic: Traffic) -> tuple[Stream, ...]:
    """The streams of one sort of traffic on a view in its era."""
    if traffic is Traffic.NONE:
        return ()
    found: dict[Path, Stream] = {}
    for link in atlas.links.values():
        if _runs(atlas, link, traffic) and wiring.layout.era in atlas.eras_of(link):
            kind = atlas.component(link.source).kind
            for wire in wiring.of_link(link.id):
                for path in (wire.path, wire.path.reversed()) if link.opens is Opens.BOTH else (wire.path,):
                    found.setdefault(path, _stream(path, kind, traffic))
    return tuple(found.values())


def dots(streams_shown: tuple[Stream, ...], seconds: float) -> list[tuple[Path, float, Kind]]:
    """Where every dot is at a moment: path, progress 0 to 1, kind of the sender."""
    return [
        (stream.path, (seconds / stream.period + dot / stream.dots) % 1.0, stream.kind)
        for stream in streams_shown
        for dot in range(stream.dots)
    ]


def _runs(atlas: Atlas, link: Link, traffic: Traffic) -> bool:
    return on_plane(atlas, link, Plane.DATA) if traffic is Traffic.DATA else link.regular


def _stream(path: Path, kind: Kind, traffic: Traffic) -> Stream:
    """Background traffic is sparse, one dot a stream; data flows."""
    period = max(0.8, path.length / _SPEED)
    if traffic is Traffic.BACKGROUND:
        return Stream(path, kind, period * 2.5, 1)
    return Stream(path, kind, period, max(1, round(path.length / _APART)))
