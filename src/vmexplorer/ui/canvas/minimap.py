"""A small picture of the whole scene, shown while the window holds only a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from vmexplorer.drawing.geometry import Point
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.state import StageState
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.scene_painter import fitted, paint_still

if TYPE_CHECKING:
    from vmexplorer.ui.canvas.canvas import Canvas

_WIDTH = 220
_EDGE = 14


class Minimap(QWidget):
    """Click or drag moves the picture, a double click fits it."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.setAccessibleName("Small map: drag to move the picture, double click to fit it")
        self._canvas = canvas
        self._state: StageState | None = None
        self._ink: Ink | None = None
        self._picture: QPixmap | None = None
        self.hide()

    def show_state(self, state: StageState, ink: Ink) -> None:
        """Takes what to show; painted only when it is needed."""
        if self._state is None or state.layout is not self._state.layout or ink is not self._ink:
            self._picture = None
        self._state, self._ink = state, ink
        self.follow()

    def follow(self) -> None:
        """Shows itself only while the picture is zoomed in by hand: what is framed must not be covered."""
        wanted = self._state is not None and self._canvas.zoomed_in and not self._canvas.framed
        if wanted:
            self.place()
            self.update()
        self.setVisible(wanted)

    def place(self) -> None:
        """Stands in the lower right corner of the canvas."""
        scene = self._canvas.scene
        height = round(_WIDTH * scene.height / scene.width)
        self.setGeometry(self._canvas.width() - _WIDTH - _EDGE, self._canvas.height() - height - _EDGE, _WIDTH, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The still picture and the frame of what the window shows."""
        if self._state is None or self._ink is None:
            return
        to_map = fitted(self._canvas.scene, QRectF(self.rect()).adjusted(4, 4, -4, -4))
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != self.size() * ratio:
            self._picture = self._painted(self._state, self._ink, ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        seen = self._canvas.seen()
        frame = to_map.mapRect(QRectF(seen.x, seen.y, seen.width, seen.height))
        painter.setPen(QPen(self._ink.role(Role.ACCENT), 2.0))
        painter.setBrush(self._ink.role(Role.ACCENT, 0.12))
        painter.drawRect(frame.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Brings the clicked place to the middle."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags the frame along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fits the whole scene."""
        self._canvas.fit()

    def _go(self, place: QPointF) -> None:
        back, _ = fitted(self._canvas.scene, QRectF(self.rect()).adjusted(4, 4, -4, -4)).inverted()
        wanted = back.map(place)
        now = self._canvas.camera.to_window(Point(wanted.x(), wanted.y()))
        self._canvas.pan(self._canvas.width() / 2 - now.x, self._canvas.height() / 2 - now.y)

    def _painted(self, state: StageState, ink: Ink, ratio: float) -> QPixmap:
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(ink.role(Role.PANEL))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        to_map = fitted(state.layout.scene, QRectF(self.rect()).adjusted(4, 4, -4, -4))
        painter.setTransform(to_map)
        paint_still(painter, ink, state, to_map.m11() * ratio)
        painter.resetTransform()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink.role(Role.CARD_LINE), 1.0))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
        return pixmap
