"""Flat text buttons for bars, and the painted buttons that move through a message path."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.keys import ENTER, keep
from vmexplorer.ui.panels.texts import tool_tip


class BarButton(QPushButton):
    """A button that a click does not give the focus, so that keys go on to the map.

    Reached by Tab, it keeps Space and Enter for itself even where these are shortcuts.
    """

    def __init__(self, text: str, tip: str, *, checkable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.describe(tip)

    def describe(self, tip: str) -> None:
        """Says what the button does."""
        self.setToolTip(tool_tip(tip))
        self.setAccessibleDescription(tip)

    def event(self, event: QEvent) -> bool:
        """Keeps its keys from the shortcuts."""
        return keep(event, (Qt.Key.Key_Space, *ENTER)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button as Space does."""
        if event.key() in ENTER:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)


class Shape(Enum):
    """What a painted button shows."""

    PREVIOUS = auto()
    PLAY = auto()
    PAUSE = auto()
    NEXT = auto()
    CLOSE = auto()


_ROUND = (Shape.PLAY, Shape.PAUSE)


class ShapeButton(BarButton):
    """A button painted as a vector shape; play and pause stand on a disc in the accent colour."""

    def __init__(self, ink: Ink, shape: Shape, name: str, size: int) -> None:
        super().__init__("", name)
        self._ink = ink
        self._shape = shape
        self._size = size
        self.setAccessibleName(name)
        self.set_scale(1.0)

    @property
    def shape(self) -> Shape:
        """What the button shows."""
        return self._shape

    def set_shape(self, shape: Shape, name: str) -> None:
        """Shows another shape with another name."""
        if shape is not self._shape:
            self._shape = shape
            self.setAccessibleName(name)
            self.describe(name)
            self.update()

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        self.update()

    def set_scale(self, scale: float) -> None:
        """Makes the button larger or smaller."""
        side = round(self._size * scale)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc, shape, focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        painter.setPen(Qt.PenStyle.NoPen)
        if self._shape in _ROUND:
            painter.setBrush(self._disc())
            painter.drawEllipse(middle, self.width() / 2 - 3.0, self.width() / 2 - 3.0)
        elif self.isDown() or (self.underMouse() and self.isEnabled()):
            painter.setBrush(self._ink.role(Role.CHIP))
            painter.drawEllipse(middle, self.width() / 2 - 3.0, self.width() / 2 - 3.0)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._ink.role(Role.TEXT), 2.0))
            painter.drawEllipse(middle, self.width() / 2 - 1.0, self.width() / 2 - 1.0)
        painter.translate(middle)
        unit = self.width() / self._size
        painter.scale(unit, unit)
        self._paint_shape(painter)

    def _paint_shape(self, painter: QPainter) -> None:
        if self._shape is Shape.CLOSE:
            painter.setPen(QPen(self._line(), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPath(_cross(5.0))
        else:
            colour = self._line()
            painter.setBrush(colour)
            painter.setPen(QPen(colour, 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            painter.drawPath(_PATHS[self._shape]())

    def _disc(self) -> QColor:
        if not self.isEnabled():
            return self._ink.role(Role.CHIP)
        accent = self._ink.role(Role.ACCENT)
        return accent.darker(112) if self.isDown() else accent.lighter(110) if self.underMouse() else accent

    def _line(self) -> QColor:
        if not self.isEnabled():
            return self._ink.role(Role.FAINT, 0.6)
        if self._shape in _ROUND:
            return self._ink.role(Role.ON_ACCENT)
        return self._ink.role(Role.TEXT if self.underMouse() else Role.SOFT)


def _cross(arm: float) -> QPainterPath:
    path = QPainterPath(QPointF(-arm, -arm))
    path.lineTo(arm, arm)
    path.moveTo(arm, -arm)
    path.lineTo(-arm, arm)
    return path


def _triangle(left: float, right: float, half: float) -> QPainterPath:
    """A triangle that points from ``left`` to ``right``."""
    path = QPainterPath(QPointF(right, 0.0))
    path.lineTo(left, -half)
    path.lineTo(left, half)
    path.closeSubpath()
    return path


def _play() -> QPainterPath:
    # Moved to the right: a triangle looks centred when its mass is.
    return _triangle(-5.0, 9.0, 8.5)


def _pause() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(-7.0, -8.0, 4.0, 16.0))
    path.addRect(QRectF(3.0, -8.0, 4.0, 16.0))
    return path


def _next() -> QPainterPath:
    path = _triangle(-8.0, 4.0, 8.0)
    path.addRect(QRectF(6.0, -8.0, 2.0, 16.0))
    return path


def _previous() -> QPainterPath:
    path = _triangle(8.0, -4.0, 8.0)
    path.addRect(QRectF(-8.0, -8.0, 2.0, 16.0))
    return path


_PATHS = {Shape.PLAY: _play, Shape.PAUSE: _pause, Shape.NEXT: _next, Shape.PREVIOUS: _previous}
