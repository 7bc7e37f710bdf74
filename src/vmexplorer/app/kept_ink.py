"""The ink of shows, kept for the next one when the speaker asks for it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from vmexplorer.app.kept import Kept
from vmexplorer.drawing.geometry import Point
from vmexplorer.lessons.sketch import COLOURS, Stroke

DOCUMENT, _VERSION = "ink", 1
MOST_POINTS = 100_000  # of all tours together; the ink of the tours that were shown longest ago goes first
_COLOURS = {colour.value: colour for colour in COLOURS}
_WIDEST = 1000.0  # scene units

InkOfTour = Mapping[str, Sequence[Stroke]]
"""The strokes on the stops of a tour, by the ids of the stops."""


class KeptInk:
    """The ink of the tours whose ink is kept, even when nothing is drawn on them.

    ``complaint`` says what was wrong with the document, or is "".
    """

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        found, self.complaint = kept.read_as(DOCUMENT, _VERSION, _tours)
        self._tours = found or {}

    def of_tour(self, tour: str) -> InkOfTour | None:
        """What was drawn on a tour, by its id; None when its ink is not kept."""
        return self._tours.get(tour)

    def keep(self, tour: str, ink: InkOfTour) -> str:
        """Keeps the ink of a tour, by its id; strokes that fade are left out. Returns "" or why that cannot be."""
        self._tours.pop(tour, None)
        lasting = {stop: tuple([stroke for stroke in strokes if stroke.since is None]) for stop, strokes in ink.items()}
        self._tours[tour] = {stop: strokes for stop, strokes in lasting.items() if strokes}
        while len(self._tours) > 1 and sum(_points(one) for one in self._tours.values()) > MOST_POINTS:
            del self._tours[next(iter(self._tours))]
        if _points(self._tours[tour]) > MOST_POINTS:
            return "There is too much ink on this tour to be kept."
        return self._write()

    def forget(self, tour: str) -> str:
        """Keeps the ink of a tour, by its id, no longer. Returns "" or why that cannot be."""
        return self._write() if self._tours.pop(tour, None) is not None else ""

    def _write(self) -> str:
        content = {
            tour: {stop: [_written(stroke) for stroke in strokes] for stop, strokes in ink.items()}
            for tour, ink in self._tours.items()
        }
        return self._kept.write(DOCUMENT, _VERSION, content)


def _points(ink: InkOfTour) -> int:
    return sum(len(stroke.points) for strokes in ink.values() for stroke in strokes)


def _written(stroke: Stroke) -> dict[str, Any]:
    # One text for all points: a line of the file for each number would make it ten times as long.
    points = " ".join([f"{point.x:.1f} {point.y:.1f}" for point in stroke.points])
    return {"colour": stroke.colour.value, "width": round(stroke.width, 3), "points": points}


def _tours(content: Any) -> dict[str, InkOfTour]:
    """The ink of a document; raises ValueError when it holds anything else."""
    return {
        tour: {stop: tuple([_stroke(one) for one in _list(strokes)]) for stop, strokes in _mapping(stops).items()}
        for tour, stops in _mapping(content).items()
    }


def _mapping(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("no mapping")
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError("no list")
    return value


def _stroke(value: Any) -> Stroke:
    entry = _mapping(value)
    colour, width, points = entry.get("colour"), entry.get("width"), entry.get("points")
    if not isinstance(colour, str) or not isinstance(width, int | float) or not isinstance(points, str):
        raise ValueError("no stroke")
    numbers = [float(number) for number in points.split()]
    if colour not in _COLOURS or not 0 < width <= _WIDEST:
        raise ValueError("no pen")
    if not numbers or len(numbers) % 2 or not all(map(math.isfinite, numbers)):
        raise ValueError("no line")
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return Stroke(tuple([Point(x, y) for x, y in pairs]), float(width), _COLOURS[colour])
