"""Ports: the places on a card's sides where a path may leave or arrive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vmexplorer.drawing.geometry import Path, Point, Rect

STUB = 6.0  # how far a path goes straight out before it may turn
_BESIDE_MIDDLE = 7.0
_ON_LANE = 10.0
_IN_LINE = -4.0
_CROWDED = 90.0
_NEAR = 7.5
_LONG = 300.0


class Port(NamedTuple):
    """A place on a side; ``outside`` is where the straight stub ends.

    ``direction`` is 0 right, 1 down, 2 left, 3 up; ``cost`` says how little it is liked.
    """

    at: Point
    outside: Point
    direction: int
    cost: float


def ports(
    rect: Rect,
    other: Rect,
    taken: Sequence[Path],
    columns: Sequence[float],
    rows: Sequence[float],
    align: Point | None = None,
) -> list[Port]:
    """The ports of a card: its middles, places in line with the other end, and the lanes that meet it.

    Args:
        rect: the card.
        other: the card at the other end.
        taken: paths already drawn; a port beside one of their ends is dear.
        columns: the x of the vertical lanes.
        rows: the y of the horizontal lanes.
        align: a place to stay in line with.
    """
    ends = [point for path in taken for point in (path.points[0], path.points[-1])]
    found = []
    for at, direction, cost in _places(rect, other, columns, rows, align):
        crowd = sum(1 for end in ends if abs(end.x - at.x) < _NEAR and abs(end.y - at.y) < _NEAR)
        dx, dy = ((STUB, 0.0), (0.0, STUB), (-STUB, 0.0), (0.0, -STUB))[direction]
        found.append(Port(at, Point(at.x + dx, at.y + dy), direction, cost + STUB + crowd * _CROWDED))
    return found


def _places(
    rect: Rect, other: Rect, columns: Sequence[float], rows: Sequence[float], align: Point | None
) -> Iterator[tuple[Point, int, float]]:
    """Candidate places on each side with their direction and cost."""
    lined = (align.x, align.y) if align else (None, None)
    for x, cost in _along((rect.x, rect.right), (other.x, other.right), columns, lined[0]):
        yield Point(x, rect.bottom), 1, cost
        yield Point(x, rect.y), 3, cost
    for y, cost in _along((rect.y, rect.bottom), (other.y, other.bottom), rows, lined[1]):
        yield Point(rect.right, y), 0, cost
        yield Point(rect.x, y), 2, cost


def _along(
    side: tuple[float, float], other: tuple[float, float], lanes: Sequence[float], lined: float | None
) -> list[tuple[float, float]]:
    """Places along one side with their cost.

    They lie within the middle third; a long side, as of a bar, may be used nearly whole.
    """
    first, last = _usable(*side)
    middle = (side[0] + side[1]) / 2.0
    places = {lane: _ON_LANE for lane in lanes if first <= lane <= last}
    for step in (9.0, 18.0):
        if middle + step <= last:
            places[middle - step] = places[middle + step] = _BESIDE_MIDDLE
    other_first, other_last = _usable(*other)
    shared_first, shared_last = max(first, other_first), min(last, other_last)
    if shared_first <= shared_last:
        places[round((shared_first + shared_last) / 2.0, 1)] = _BESIDE_MIDDLE / 2.0
    for wanted in (middle, (other[0] + other[1]) / 2.0):
        if first <= wanted <= last:
            places[wanted] = 0.0
    if lined is not None and first <= lined <= last:
        places[lined] = _IN_LINE
    return list(places.items())


def _usable(low: float, high: float) -> tuple[float, float]:
    """The stretch of a side where paths may end."""
    length = high - low
    margin = length / 3.0 if length < _LONG else length * 0.06
    return low + margin, high - margin
