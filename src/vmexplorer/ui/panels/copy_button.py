"""A small button that puts a text on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.lettering import Lettering

_SIDE = 24.0  # pixels at scale 1
_LIFT = 2.0


class CopyButton(BarButton):
    """Two sheets; a tick after the click, until the pointer or the focus leaves."""

    copied = Signal(str)

    def __init__(self, lettering: Lettering, text: str, parent: QWidget) -> None:
        super().__init__("", "Copy", parent=parent)
        self.setAccessibleName(f"Copy {text}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._copy)
        self._text = text
        self._lettering = lettering
        self._done = False
        side = lettering.pixels(_SIDE)
        self.resize(side, side)

    def stand(self, beside: QPoint, right: int) -> None:
        """Moves to the right border, level with the first line of a text."""
        self.move(right - self.width(), beside.y() - self._lettering.pixels(_LIFT))

    def leaveEvent(self, event: QEvent) -> None:
        """Forgets the tick."""
        super().leaveEvent(event)
        self._done = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground under the pointer, focus ring, sheets or tick."""
        ink, scale = self._lettering.ink, self._lettering.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink.role(Role.ACCENT), 2.0) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(ink.role(Role.CHIP) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.0, 1.0, -1.0, -1.0), 6.0, 6.0)
        colour = ink.role(Role.RUNNING if self._done else Role.SOFT)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.scale(scale, scale)
        painter.setPen(QPen(colour, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        if self._done:
            painter.drawPolyline(QPolygonF([QPointF(7.0, 12.5), QPointF(10.5, 16.0), QPointF(17.0, 8.5)]))
        else:
            painter.drawRoundedRect(QRectF(10.0, 10.0, 8.0, 8.0), 2.0, 2.0)
            behind = [QPointF(7.5, 14.0), QPointF(6.5, 13.0), QPointF(6.5, 6.5), QPointF(13.0, 6.5), QPointF(14.0, 7.5)]
            painter.drawPolyline(QPolygonF(behind))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._done = True
        self.update()
        self.copied.emit(self._text)
