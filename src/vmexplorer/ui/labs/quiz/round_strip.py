"""How far a round has come: a box for each question, as high as its answer was good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.lessons.quiz.marking import Verdict
from vmexplorer.ui.canvas.ink import Ink

_WIDTH, _HEIGHT, _GAP = 16.0, 16.0, 4.0  # pixels at scale 1
_LOOKS = {
    Verdict.RIGHT: (1.0, Role.RUNNING),
    Verdict.PARTLY: (0.6, Role.WARNING),
    Verdict.WRONG: (0.3, Role.FAULT),
    Verdict.NONE: (0.3, Role.FAULT),
}


class RoundStrip(QWidget):
    """Boxes side by side; the question on show has a frame in the accent colour."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._scale = 1.0
        self._verdicts: tuple[Verdict, ...] = ()
        self._count = 0
        self._place = 0

    def show_round(self, verdicts: Sequence[Verdict], count: int, place: int) -> None:
        """Shows the answers so far, how many questions there are, and which one is on show, from 0."""
        self._verdicts, self._count, self._place = tuple(verdicts), count, place
        right = sum(verdict is Verdict.RIGHT for verdict in verdicts)
        self.setAccessibleName(f"{len(verdicts)} of {count} answered, {right} right")
        self.updateGeometry()
        self.update()

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        self.update()

    def set_scale(self, scale: float) -> None:
        """Makes the boxes larger or smaller."""
        self._scale = scale
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All boxes in a row."""
        return QSize(round(self._count * (_WIDTH + _GAP) * self._scale), round((_HEIGHT + 2.0) * self._scale))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows have narrow boxes."""
        return QSize(0, round((_HEIGHT + 2.0) * self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frames, and in each the answer as a column."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = min((_WIDTH + _GAP) * self._scale, self.width() / max(self._count, 1))
        width, height = step - _GAP * self._scale, _HEIGHT * self._scale
        for place in range(self._count):
            box = QRectF(place * step + 1.0, 1.0, max(width, 2.0), height)
            current = place == self._place
            painter.setPen(QPen(self._ink.role(Role.ACCENT if current else Role.CARD_LINE), 2.0 if current else 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 3.0, 3.0)
            if place < len(self._verdicts):
                share, role = _LOOKS[self._verdicts[place]]
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._ink.role(role))
                painter.drawRoundedRect(box.adjusted(1.5, 1.5 + (height - 3.0) * (1.0 - share), -1.5, -1.5), 2.0, 2.0)
