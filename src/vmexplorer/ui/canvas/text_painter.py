"""Paints a line of text into a given room: smaller when it is too long, then cut short."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from vmexplorer.ui.canvas import fonts

READABLE = 7.5  # device pixels below which a text is left out
_SMALLEST = 11.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_line(
    painter: QPainter, colour: QColor, text: str, room: QRectF, size: float, scale: float, strong: bool = False
) -> float:
    """Paints one line at the left of a room and returns its width in scene units.

    Args:
        painter: what to paint on; one scene unit is ``scale`` device pixels there.
        colour: the text's colour.
        text: what to paint.
        room: where it must fit, in scene units.
        size: wanted font size in scene units.
        scale: device pixels per scene unit; too small a text is left out.
        strong: semi-bold.
    """
    if not text or size * scale < READABLE:
        return 0.0
    weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
    font = fonts.font(size, weight)
    width = QFontMetricsF(font).horizontalAdvance(text)
    while width > room.width() and size > _SMALLEST:
        size -= 1.0
        font = fonts.font(size, weight)
        width = QFontMetricsF(font).horizontalAdvance(text)
    if width > room.width():
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        width = room.width()
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(room, _LEFT, text)
    return width
