"""Pills beneath a title: a few words each, in the colour of a kind or of a role."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from vmexplorer.app.details import Pill
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.panels.lettering import PILL, Lettering
from vmexplorer.ui.panels.text_flow import Run, TextFlow

_INSET = 13.0  # pixels at scale 1, as are all lengths here
_GAP = 8.0


class PillRow(QWidget):
    """Pills side by side, on further lines where they do not fit."""

    def __init__(self, lettering: Lettering, pills: tuple[Pill, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(", ".join([pill.text for pill in pills]))
        self._lettering = lettering
        runs = [Run(pill.text, replace(PILL, tint=pill.tint)) for pill in pills]
        self._pills = [(TextFlow(lettering, [run]), QRectF()) for run in runs]

    def arrange(self, width: int) -> int:
        """Places the pills; returns the height. Both in pixels."""
        pixels, x, y = self._lettering.pixels, 0.0, 0.0
        line, gap, inset = pixels(PILL.line), pixels(_GAP), pixels(_INSET)
        placed = []
        for flow, _ in self._pills:
            flow.arrange(width - 2 * inset)
            needed = flow.used_width + 2 * inset
            if x and x + needed > width:
                x, y = 0.0, y + line + gap
            placed.append((flow, QRectF(x, y, needed, max(line, flow.height))))
            x += needed + gap
        self._pills = placed
        return round(y + line) if placed else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rounded ground and the text for each."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for flow, place in self._pills:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._lettering.ink.role(Role.CHIP))
            painter.drawRoundedRect(place, place.height() / 2.0, place.height() / 2.0)
            flow.draw(painter, place.topLeft() + QPointF(self._lettering.pixels(_INSET), 0.0))
