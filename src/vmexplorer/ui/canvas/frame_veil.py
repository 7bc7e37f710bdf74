"""Pales what lies outside the part of a picture that is spoken of; painted once for as long as the camera rests."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap, QTransform

from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import Layout
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas.card_painter import qrect
from vmexplorer.ui.canvas.ink import Ink

_CONTEXT = 0.3  # how much is left of what lies outside
_SOFT, _LAYERS = 0.02, 6  # over so much of the height the frame ends, in so many steps
_BLEED = 4.0  # of a card beyond its border


class FrameVeil:
    """The veil of one picture."""

    def __init__(self) -> None:
        self._kept: tuple[object, QPixmap] | None = None

    def paint(
        self, painter: QPainter, ink: Ink, layout: Layout, area: Rect, to_screen: QTransform, size: QSize, moving: bool
    ) -> None:
        """Paints the veil in window units.

        Args:
            painter: not transformed.
            ink: the theme.
            layout: what is shown.
            area: the part that stays clear, in scene units.
            to_screen: from scene units to window units.
            size: of the window.
            moving: the camera is on its way; then the edge is hard, which is painted faster.
        """
        if moving:
            paint_veil(painter, ink, layout, area, to_screen, QRectF(QPointF(), size), layers=1)
            return
        ratio = painter.device().devicePixelRatioF()
        key = (ink, layout, area, to_screen.m11(), to_screen.dx(), to_screen.dy(), size, ratio)
        if self._kept is None or self._kept[0] != key:
            pixmap = QPixmap(size * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            inner = QPainter(pixmap)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_veil(inner, ink, layout, area, to_screen, QRectF(QPointF(), size))
            inner.end()
            self._kept = (key, pixmap)
        painter.drawPixmap(0, 0, self._kept[1])


def paint_veil(
    painter: QPainter, ink: Ink, layout: Layout, area: Rect, to_screen: QTransform, room: QRectF, layers: int = _LAYERS
) -> None:
    """Dims what lies outside an area, more and more with the distance from it, and the cards on its border.

    Args:
        painter: in window units.
        ink: the theme.
        layout: what is shown.
        area: the part that stays clear, in scene units.
        to_screen: from scene units to window units.
        room: where the picture is in the window.
        layers: in how many steps the edge of the area fades.
    """
    soft = _SOFT * room.height()
    frame = to_screen.mapRect(qrect(area))
    cut = [to_screen.mapRect(qrect(card.rect)) for card in layout.cards if _crosses(card.rect, area)]
    veil = ink.role(Role.CANVAS, 1.0 - _CONTEXT ** (1.0 / layers))
    whole = QPainterPath()
    whole.addRect(room)
    for layer in range(layers):
        painter.fillPath(whole - _clear(frame, cut, soft * layer / layers, soft), veil)


def _clear(frame: QRectF, cut: Sequence[QRectF], reach: float, corner: float) -> QPainterPath:
    clear = QPainterPath()
    clear.addRoundedRect(frame.adjusted(-reach, -reach, reach, reach), corner, corner)
    for card in cut:
        dimmed = QPainterPath()
        dimmed.addRect(card.adjusted(-_BLEED, -_BLEED, _BLEED, _BLEED))
        clear -= dimmed
    return clear


def _crosses(card: Rect, area: Rect) -> bool:
    return card.overlaps(area) and card.united(area) != area
