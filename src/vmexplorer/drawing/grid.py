"""Nested grids: from rows, columns and spans to rectangles."""

from __future__ import annotations

from collections.abc import Sequence

from vmexplorer.atlas.view import Cell
from vmexplorer.drawing.geometry import Rect


class Grid:
    """A grid laid over a rectangle; cells share the room by weight, with gaps between them."""

    def __init__(self, rect: Rect, columns: Sequence[float], rows: Sequence[float], gap: float) -> None:
        self._lefts, self._rights = _spread(rect.x, rect.width, columns, gap)
        self._tops, self._bottoms = _spread(rect.y, rect.height, rows, gap)

    def rect(self, cell: Cell) -> Rect:
        """The rectangle of a cell with its spans."""
        left, right = self._lefts[cell.column - 1], self._rights[cell.last_column - 1]
        top, bottom = self._tops[cell.row - 1], self._bottoms[cell.last_row - 1]
        return Rect(left, top, right - left, bottom - top)


def _spread(start: float, room: float, weights: Sequence[float], gap: float) -> tuple[list[float], list[float]]:
    """The begin and end of each track, rounded to whole units so that edges are crisp."""
    unit = (room - gap * (len(weights) - 1)) / sum(weights)
    begins, ends = [], []
    place = start
    for weight in weights:
        begins.append(float(round(place)))
        ends.append(float(round(place + unit * weight)))
        place += unit * weight + gap
    return begins, ends
