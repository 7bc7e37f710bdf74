"""What points at the picture for a moment: the laser with its trail, the spotlight, the zoom lens.

Places are in scene units, so that every window shows them on the same part. Sizes are
shares of the height of the picture.
"""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from vmexplorer.drawing.geometry import Point, Rect
from vmexplorer.drawing.layout import CardBox, Layout

TRAIL_SECONDS = 0.7
LENS_RADIUS = 0.24  # of the height of the picture
SPOT_RADIUS = 0.16
SPOT_MARGIN = 10.0  # scene units of light around a component
POWERS = (1.5, 2.0, 2.5, 3.0, 4.0)
"""How much a lens can magnify."""
_MOST = 400  # places of a trail; more come only when time stands still


class Dot(NamedTuple):
    """A place of the laser's trail; ``strength`` is 1 where it is fresh and 0 where it is gone."""

    place: Point
    strength: float


class Trail:
    """Where the laser was in the last moments: a function of time."""

    def __init__(self) -> None:
        self._marks: deque[tuple[float, Point]] = deque(maxlen=_MOST)

    def add(self, place: Point, now: float) -> None:
        """The laser is at a place."""
        self._marks.append((now, place))

    def clear(self) -> None:
        """Nothing is left of it."""
        self._marks.clear()

    def at(self, now: float) -> tuple[Dot, ...]:
        """What can still be seen, the oldest first."""
        while self._marks and now - self._marks[0][0] >= TRAIL_SECONDS:
            self._marks.popleft()
        return tuple([Dot(place, min(1.0, 1.0 - (now - since) / TRAIL_SECONDS)) for since, place in self._marks])

    def fades(self, now: float) -> bool:
        """Whether something is left that still fades."""
        return bool(self._marks) and now - self._marks[-1][0] < TRAIL_SECONDS


class Spot(NamedTuple):
    """The lit part of the picture: around a component, or (None) a circle around a place."""

    place: Point
    component: str = ""
    around: Rect | None = None


def spot_at(place: Point, layout: Layout) -> Spot:
    """The spotlight at a place: on the card or the titled frame there, which it takes in whole."""
    box = layout.box_at(place)
    if box is None or (not isinstance(box, CardBox) and not box.title_rect.inflated(SPOT_MARGIN).contains(place)):
        return Spot(place)
    return Spot(place, box.component or "", box.rect.inflated(SPOT_MARGIN))


class Lens(NamedTuple):
    """A zoom lens over a place."""

    place: Point
    power: float = POWERS[1]

    def stronger(self, steps: int) -> Lens:
        """The lens with its power so many steps up (or down, when negative)."""
        at = POWERS.index(self.power) + steps
        return self._replace(power=POWERS[min(max(at, 0), len(POWERS) - 1)])
