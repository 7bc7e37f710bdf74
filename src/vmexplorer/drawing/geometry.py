"""Points, rectangles and paths in scene units; x grows to the right, y downwards."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import hypot
from typing import NamedTuple, Self


class Point(NamedTuple):
    """A place in the scene."""

    x: float
    y: float


class Rect(NamedTuple):
    """An axis-parallel rectangle by its top left corner and size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom side."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def inflated(self, by: float) -> Rect:
        """The rectangle grown by ``by`` on every side (shrunk when negative)."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def contains(self, point: Point) -> bool:
        """Whether the point lies inside or on the border."""
        return self.x <= point.x <= self.right and self.y <= point.y <= self.bottom

    def overlaps(self, other: Rect) -> bool:
        """Whether the two share an area (touching borders do not count)."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom

    def united(self, other: Rect) -> Rect:
        """The smallest rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


class Segment(NamedTuple):
    """A straight piece of a path."""

    start: Point
    end: Point

    @property
    def horizontal(self) -> bool:
        """Whether it runs left or right."""
        return self.start.y == self.end.y

    def crosses(self, rect: Rect) -> bool:
        """Whether an axis-parallel segment enters the inside of the rectangle."""
        left, right = sorted((self.start.x, self.end.x))
        top, bottom = sorted((self.start.y, self.end.y))
        return left < rect.right and right > rect.x and top < rect.bottom and bottom > rect.y


class Path:
    """A polyline with a table of lengths, so that a place on it is found at once."""

    __slots__ = ("_reached", "length", "points")

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = tuple(points)
        steps = (hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(self.points))
        self._reached = tuple(accumulate(steps, initial=0.0))
        self.length = self._reached[-1]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Path) and self.points == other.points

    def __hash__(self) -> int:
        return hash(self.points)

    def __repr__(self) -> str:
        return f"Path({list(self.points)!r})"

    @classmethod
    def through(cls, points: Sequence[Point]) -> Self:
        """A path without doubled points and without points in the middle of a straight run."""
        kept: list[Point] = []
        for point in points:
            while len(kept) > 1 and _straight(kept[-2], kept[-1], point):
                kept.pop()
            if not kept or kept[-1] != point:
                kept.append(point)
        return cls(kept)

    def segments(self) -> tuple[Segment, ...]:
        """The straight pieces in order."""
        return tuple(Segment(a, b) for a, b in pairwise(self.points))

    def reversed(self) -> Path:
        """The same path from its other end."""
        return Path(self.points[::-1])

    def joined(self, other: Path) -> Path:
        """This path and then ``other``, which starts where this one ends or nearby."""
        return Path(self.points + other.points)

    def at(self, fraction: float) -> tuple[Point, Point]:
        """The place at a fraction (0 to 1) of the length, and the unit direction there."""
        wanted = max(0.0, min(1.0, fraction)) * self.length
        for index, (a, b) in enumerate(pairwise(self.points)):
            reached = self._reached[index + 1]
            if wanted <= reached and reached > self._reached[index]:
                return _along(a, b, wanted - self._reached[index], reached - self._reached[index])
        last = self.points[-1]
        return last, Point(0.0, 1.0)


def _straight(a: Point, b: Point, c: Point) -> bool:
    """Whether b lies on an axis-parallel run from a to c."""
    return (a.x == b.x == c.x) or (a.y == b.y == c.y)


def _along(a: Point, b: Point, done: float, length: float) -> tuple[Point, Point]:
    """The point ``done`` after a on the way to b, and the direction."""
    direction = Point((b.x - a.x) / length, (b.y - a.y) / length)
    return Point(a.x + direction.x * done, a.y + direction.y * done), direction
