"""What the speaker draws over the picture: strokes that can be taken back, erased, and fade when wished."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from vmexplorer.drawing.geometry import Point
from vmexplorer.drawing.theme import Role

COLOURS = (Role.FAULT, Role.ACCENT, Role.RUNNING, Role.WARNING)
"""What the pen can draw in."""

STAYS = 4.0  # seconds before a stroke that fades begins to do so
FADING = 1.5  # seconds that this takes
_UNDONE = 100  # changes that can be taken back
_LONGEST = 2000  # points of one stroke
_STEP = 0.6  # scene units between two points; nearer ones add nothing that can be seen


class Stroke(NamedTuple):
    """One line of the pen in scene units. ``since`` is when it was finished if it fades, else None."""

    points: tuple[Point, ...]
    width: float
    colour: Role = COLOURS[0]
    since: float | None = None


class Shade(NamedTuple):
    """A stroke as it is seen at one moment; ``opacity`` is 0 to 1."""

    stroke: Stroke
    opacity: float


class Sketch:
    """The strokes on one stop, oldest first, with the way back to every state before."""

    def __init__(self, strokes: Sequence[Stroke] = ()) -> None:
        self._strokes = tuple(strokes)
        self._open: Stroke | None = None
        self._before: list[tuple[Stroke, ...]] = []
        self._after: list[tuple[Stroke, ...]] = []
        self._erasing = False
        self.fading = False
        self.colour = COLOURS[0]

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """What is drawn, the stroke under way last."""
        return (*self._strokes, self._open) if self._open else self._strokes

    def begin(self, place: Point, width: float) -> None:
        """Puts the pen down."""
        self.lift(0.0)
        self._open = Stroke((place,), width, self.colour)

    def draw(self, place: Point) -> None:
        """Moves the pen while it is down."""
        if self._open and len(self._open.points) < _LONGEST and _apart(self._open.points[-1], place) >= _STEP:
            self._open = self._open._replace(points=(*self._open.points, place))

    def lift(self, now: float) -> None:
        """Takes pen and eraser off the picture; what they did is one change."""
        self._erasing = False
        if self._open:
            stroke, self._open = self._open, None
            self._become((*self._strokes, stroke._replace(since=now if self.fading else None)))

    def erase(self, place: Point, reach: float) -> bool:
        """Removes the strokes near a place; all that goes before the eraser is lifted is one change."""
        left = tuple([stroke for stroke in self._strokes if not _near(stroke, place, reach)])
        if len(left) == len(self._strokes):
            return False
        if self._erasing:
            self._strokes = left
        else:
            self._become(left)
            self._erasing = True
        return True

    def undo(self) -> bool:
        """Takes the last change back; while the pen is down, the stroke that it draws."""
        self._erasing = False
        if self._open:
            self._open = None
            return True
        return self._travel(self._before, self._after)

    def redo(self) -> bool:
        """Makes the change that was taken back once more."""
        return self._travel(self._after, self._before)

    def clear(self) -> bool:
        """Removes everything; this too can be taken back."""
        had, self._open = bool(self.strokes), None
        if self._strokes:
            self._become(())
        return had

    def next_colour(self) -> None:
        """Takes the next colour for what is drawn from now on."""
        self.colour = COLOURS[(COLOURS.index(self.colour) + 1) % len(COLOURS)]

    def at(self, now: float) -> tuple[Shade, ...]:
        """What is seen at a moment."""
        shades = [Shade(stroke, opacity(stroke, now)) for stroke in self.strokes]
        return tuple([shade for shade in shades if shade.opacity > 0.0])

    def fades(self, now: float) -> bool:
        """Whether something is still to fade away."""
        return any(stroke.since is not None and opacity(stroke, now) > 0.0 for stroke in self._strokes)

    def _become(self, strokes: tuple[Stroke, ...]) -> None:
        self._before = [*self._before, self._strokes][-_UNDONE:]
        self._after.clear()
        self._strokes = strokes

    def _travel(self, source: list[tuple[Stroke, ...]], target: list[tuple[Stroke, ...]]) -> bool:
        if not source:
            return False
        target.append(self._strokes)
        self._strokes = source.pop()
        return True


def opacity(stroke: Stroke, now: float) -> float:
    """How much of a stroke is seen at a moment, 0 to 1."""
    if stroke.since is None:
        return 1.0
    return min(1.0, max(0.0, 1.0 - (now - stroke.since - STAYS) / FADING))


def _apart(one: Point, other: Point) -> float:
    return float(((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5)


def _near(stroke: Stroke, place: Point, reach: float) -> bool:
    """Whether a stroke passes a place."""
    points = stroke.points if len(stroke.points) > 1 else stroke.points * 2
    return any(_to_piece(start, end, place) <= reach for start, end in pairwise(points))


def _to_piece(start: Point, end: Point, place: Point) -> float:
    """From a place to a straight piece."""
    across, down = end.x - start.x, end.y - start.y
    length = across * across + down * down
    share = ((place.x - start.x) * across + (place.y - start.y) * down) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return _apart(Point(start.x + share * across, start.y + share * down), place)
