"""Where resting lines cross, the later one gives way with a small gap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vmexplorer.drawing.geometry import Path, Point, Segment

GAP = 5.0  # half of the opening, in scene units


class Piece(NamedTuple):
    """An uninterrupted piece of a resting line; ``wire`` is the index of its line."""

    wire: int
    points: tuple[Point, ...]


def pieces(paths: Sequence[Path]) -> tuple[Piece, ...]:
    """All lines, cut open where they cross an earlier one."""
    found: list[Piece] = []
    passed: list[Segment] = []
    for wire, path in enumerate(paths):
        found.extend(Piece(wire, points) for points in _cut(path, passed))
        passed.extend(path.segments())
    return tuple(found)


def _cut(path: Path, others: Sequence[Segment]) -> list[tuple[Point, ...]]:
    """The pieces of one path."""
    runs: list[list[Point]] = [[path.points[0]]]
    for segment in path.segments():
        for first, last in _openings(_crossings(segment, others)):
            runs[-1].append(_around(segment, first)[0])
            runs.append([_around(segment, last)[1]])
        runs[-1].append(segment.end)
    return [tuple(run) for run in runs if len(run) > 1]


def _crossings(segment: Segment, others: Sequence[Segment]) -> list[Point]:
    """Where a segment is crossed at a right angle, away from its ends, in its own order."""
    found = []
    for other in others:
        if other.horizontal == segment.horizontal:
            continue
        flat, steep = (segment, other) if segment.horizontal else (other, segment)
        place = Point(steep.start.x, flat.start.y)
        if _inside(place.x, flat.start.x, flat.end.x) and _inside(place.y, steep.start.y, steep.end.y):
            found.append(place)
    sign = 1.0 if segment.end >= segment.start else -1.0
    found.sort(key=lambda point: sign * (point.x + point.y))
    return found


def _openings(places: Sequence[Point]) -> list[tuple[Point, Point]]:
    """The first and last crossing of each opening: crossings too near for a piece between them share one."""
    found: list[tuple[Point, Point]] = []
    for place in places:
        if found and not _apart(found[-1][1], place):
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found


def _inside(value: float, one: float, other: float) -> bool:
    return min(one, other) + GAP < value < max(one, other) - GAP


def _apart(a: Point, b: Point) -> bool:
    return abs(a.x - b.x) + abs(a.y - b.y) > 2 * GAP


def _around(segment: Segment, place: Point) -> tuple[Point, Point]:
    """The points just before and just behind a crossing."""
    dx = 0.0 if not segment.horizontal else (GAP if segment.end.x > segment.start.x else -GAP)
    dy = 0.0 if segment.horizontal else (GAP if segment.end.y > segment.start.y else -GAP)
    return Point(place.x - dx, place.y - dy), Point(place.x + dx, place.y + dy)
