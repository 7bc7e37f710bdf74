"""How far a tour is: a thin line with a piece for each stop."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas.ink import Ink

_HEIGHT, _GAP = 5, 3


class ProgressLine(QWidget):
    """Pieces: those behind in the accent colour, the present one filled as far as it has been shown."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._stops, self._stop, self._share = 1, 0, 0.0
        self.set_scale(1.0)

    def set_progress(self, stops: int, stop: int, share: float) -> None:
        """Shows how many stops there are, at which one is (from 0), and what share of it has been shown, 0 to 1."""
        self._stops, self._stop, self._share = stops, stop, share
        self.setAccessibleName(f"Stop {stop + 1} of {stops}")
        self.update()

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        self.update()

    def set_scale(self, scale: float) -> None:
        """Makes the line thicker or thinner."""
        self.setFixedHeight(round(_HEIGHT * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """One piece after the other."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        length = (self.width() - _GAP * (self._stops - 1)) / self._stops
        for place in range(self._stops):
            piece = QRectF(place * (length + _GAP), 0, length, self.height())
            painter.setBrush(self._ink.role(Role.CARD_LINE, 0.6))
            painter.drawRoundedRect(piece, 2, 2)
            share = 1.0 if place < self._stop else self._share if place == self._stop else 0.0
            if share > 0.0:
                painter.setBrush(self._ink.role(Role.ACCENT))
                painter.drawRoundedRect(QRectF(piece.x(), 0, length * share, self.height()), 2, 2)
