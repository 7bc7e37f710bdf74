"""Paints the caption band under a picture: step number, title and what happens."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from vmexplorer.drawing.theme import Role
from vmexplorer.stage.state import Caption
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.text_painter import paint_line

BAND = 148.0  # height of the band in a picture 1080 high
_TITLE = 30.0
_TEXT = 24.0


def paint_caption(painter: QPainter, ink: Ink, caption: Caption, room: QRectF) -> None:
    """Fills the room; every size follows its height."""
    scale = room.height() / BAND
    painter.fillRect(room, ink.role(Role.PANEL))
    left = room.x() + 40.0 * scale
    number = f"{caption.number} / {caption.steps}"
    place = QRectF(left, room.y() + 14.0 * scale, 110.0 * scale, 40.0 * scale)
    paint_line(painter, ink.role(Role.SOFT), number, place, 26.0 * scale, 1.0, strong=True)
    left += 120.0 * scale
    width = room.right() - left - 40.0 * scale
    title = QRectF(left, room.y() + 12.0 * scale, width, 44.0 * scale)
    paint_line(painter, ink.role(Role.TEXT), caption.title, title, _TITLE * scale, 1.0, strong=True)
    words = QRectF(left, room.y() + 58.0 * scale, width, room.height() - 64.0 * scale)
    text = caption.text.replace("`", "")
    painter.setFont(fonts.font(_fitting(painter, text, words, _TEXT * scale), QFont.Weight.Normal))
    painter.setPen(ink.role(Role.TEXT))
    painter.drawText(words, _WRAPPED, text)


_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


def _fitting(painter: QPainter, text: str, room: QRectF, size: float) -> float:
    """The wanted size, or the largest smaller one at which the text fits the room."""
    while size > 8.0:
        painter.setFont(fonts.font(size))
        if painter.boundingRect(room, _WRAPPED, text).height() <= room.height():
            break
        size -= 1.0
    return size
