"""The resting parts of a sequence diagram as pixmaps: one for the heads and one for each row.

A step changes the looks of few rows, so that only these are painted again; all else is copied.
"""

from __future__ import annotations

from math import ceil, floor
from typing import Self

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.sequence import SequenceLayout
from vmexplorer.stage.sequence_layout import widened
from vmexplorer.stage.sequence_state import RowRole, SequenceState
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.sequence_painter import paint_heads, paint_still

_SMALLEST = 0.75  # of the wanted size; below it one scrolls sideways instead
_REACH = 9.0  # scene units that the play head's pointer reaches up and down


class Bands:
    """Pixmaps of one layout at one size in one theme.

    ``factor`` is window pixels per scene unit, ``ratio`` device pixels per window pixel.
    """

    def __init__(self, layout: SequenceLayout, ink: Ink, factor: float, ratio: float) -> None:
        self.layout = layout
        self.ink = ink
        self.factor = factor
        self.ratio = ratio
        self.painted = 0
        """How many pixmaps were painted so far."""
        self._rows: dict[int, tuple[object, QPixmap]] = {}
        self._heads: tuple[object, QPixmap] | None = None

    @classmethod
    def fitted(cls, layout: SequenceLayout, ink: Ink, width: int, scale: float, ratio: float) -> Self:
        """A diagram spread over a width in window pixels or, where it needs more, made smaller for it."""
        room = width / scale
        spread = widened(layout, room)
        share = room / spread.scene.width
        # A rounding error must not make it smaller by nothing.
        return cls(spread, ink, scale * max(_SMALLEST, share) if share < 0.9999 else scale, ratio)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the whole diagram, in window pixels."""
        scene = self.layout.scene
        # Half a pixel more than there is room for would bring a scroll bar for nothing.
        return floor(scene.width * self.factor + 0.01), ceil(self.y(scene.height))

    @property
    def heads_height(self) -> int:
        """Of the heads, in window pixels."""
        return ceil(self.y(self.layout.head_height))

    def y(self, scene_y: float) -> float:
        """A height in window pixels, moved to a whole device pixel so that bands meet without a seam."""
        return round(scene_y * self.factor * self.ratio) / self.ratio

    def row_rect(self, row: int) -> QRectF:
        """Where a row is in the whole diagram, in window pixels."""
        band = self.layout.rows[row]
        top = self.y(band.top)
        return QRectF(0.0, top, self.layout.scene.width * self.factor, self.y(band.bottom) - top)

    def head_rect(self, lifeline: int) -> QRectF:
        """Where a head is in the whole diagram, in window pixels."""
        head, factor = self.layout.lifelines[lifeline].head, self.factor
        return QRectF(head.x * factor, head.y * factor, head.width * factor, head.height * factor)

    def row(self, row: int, state: SequenceState) -> QPixmap:
        """The band of a row."""
        look = self.look(row, state)
        known = self._rows.get(row)
        if known is None or known[0] != look:
            band, place = self.layout.rows[row], self.row_rect(row)
            pixmap, painter = self._begin(place.top(), place.bottom())
            clip = Rect(0.0, band.top, self.layout.scene.width, band.bottom - band.top)
            paint_still(painter, self.ink, self.layout, state, self.factor * self.ratio, clip)
            painter.end()
            known = self._rows[row] = (look, pixmap)
        return known[1]

    def heads(self, state: SequenceState) -> QPixmap:
        """The band of the heads."""
        look = (state.speaking, state.busy)
        if self._heads is None or self._heads[0] != look:
            pixmap, painter = self._begin(0.0, self.y(self.layout.head_height))
            paint_heads(painter, self.ink, self.layout, state, self.factor * self.ratio)
            painter.end()
            self._heads = (look, pixmap)
        return self._heads[1]

    def look(self, row: int, state: SequenceState) -> object:
        """What the picture of a row depends on: its role, and that of the bars that run through it."""
        band = self.layout.rows[row]
        if state.rows[row] is RowRole.FUTURE:
            return RowRole.FUTURE
        pairs = zip(self.layout.activations, state.bars, strict=True)
        roles = [role for bar, role in pairs if bar.box.y < band.bottom and band.top < bar.box.bottom]
        return state.rows[row], *roles

    def changed(self, before: SequenceState, state: SequenceState) -> set[int]:
        """The rows that look different in two states, and those in which something moves between them."""
        low, high = sorted((before.head_y, state.head_y))
        rows = {
            row
            for row, band in enumerate(self.layout.rows)
            if row in (before.step, state.step) or (band.top < high + _REACH and low - _REACH < band.bottom)
        }
        if (before.rows, before.bars) != (state.rows, state.bars):
            rows.update([row for row in range(len(state.rows)) if self.look(row, before) != self.look(row, state)])
        return rows

    def _begin(self, top: float, bottom: float) -> tuple[QPixmap, QPainter]:
        """An empty band between two heights in window pixels, and a painter in scene units on it."""
        width = ceil(self.layout.scene.width * self.factor * self.ratio)
        pixmap = QPixmap(width, max(1, round((bottom - top) * self.ratio)))
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(self.ink.role(Role.CANVAS))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0.0, -top)
        painter.scale(self.factor, self.factor)
        self.painted += 1
        return pixmap, painter
