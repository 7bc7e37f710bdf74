"""Paints text into a given room: smaller when it is too long, then cut short."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from vmexplorer.drawing.geometry import Rect
from vmexplorer.stage.card_parts import Words
from vmexplorer.ui.canvas import fonts

READABLE = 7.5  # device pixels below which a text is left out
_SMALLEST = 11.0
_NOWHERE = Rect(0.0, 0.0, 0.0, 0.0)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


class _Fitted(NamedTuple):
    """Lines as they are painted: cut to their room, their font size, and the width of the widest."""

    lines: tuple[str, ...]
    size: float
    width: float


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
    if not text:
        return 0.0
    return _paint(painter, colour, Words((text,), _NOWHERE, size, _SMALLEST), room, scale, strong)


def paint_words(
    painter: QPainter, colour: QColor, words: Words, room: QRectF, scale: float, strong: bool = False
) -> float:
    """Paints the lines of a text of a card, one below the other, like ``paint_line``."""
    return _paint(painter, colour, words, room, scale, strong)


def _paint(painter: QPainter, colour: QColor, words: Words, room: QRectF, scale: float, strong: bool) -> float:
    if words.size * scale < READABLE:
        return 0.0
    # Where it stands does not matter for how it is cut.
    fitted = _fitted(words._replace(room=_NOWHERE), room.width(), strong)
    painter.setFont(_font(fitted.size, words.squeeze, strong))
    painter.setPen(colour)
    height = room.height() / len(words.lines)
    for number, text in enumerate(fitted.lines):
        painter.drawText(QRectF(room.x(), room.y() + number * height, room.width(), height), _LEFT, text)
    return fitted.width


# Measuring a text takes longer than painting it, and every tile of a picture asks again.
@lru_cache(maxsize=4096)
def _fitted(words: Words, room: float, strong: bool) -> _Fitted:
    """Lines shrunk by whole units while the widest is too wide, and cut when that is not enough."""
    fonts.load()
    lines, size = words.lines, words.size
    metrics = QFontMetricsF(_font(size, words.squeeze, strong))
    width = max(metrics.horizontalAdvance(line) for line in lines)
    while width > room and size > words.least:
        size -= 1.0
        metrics = QFontMetricsF(_font(size, words.squeeze, strong))
        width = max(metrics.horizontalAdvance(line) for line in lines)
    if width > room:
        lines = tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines)
    return _Fitted(lines, size, min(width, room))


def _font(size: float, squeeze: float, strong: bool) -> QFont:
    font = fonts.font(size, QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    if squeeze < 1.0:
        font.setStretch(round(100 * squeeze))
    return font
