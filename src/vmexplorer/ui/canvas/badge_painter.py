"""Paints what is written at the border of a card: the number of a step, and what is new; larger in a small picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.drawing.layout import CardBox
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.measure import growth

_LEAST, _LEAST_TAG = 10.5, 9.5  # font sizes in window units
_NUMBER, _RADIUS, _CORNER = 12.0, 10.5, 25.5  # of a badge; the last from the corner of the card to its far edge
_TAG, _HIGH = 11.0, 18.0
_MOST = 1.75  # by which a badge grows at most, so that it keeps to its card
_MOST_TAG = 1.6  # a tag must stay within what is painted anew around its card
_RISE = 0.68  # the share of a larger tag that stands above the border


def paint_badge(painter: QPainter, ink: Ink, card: CardBox, text: str, scale: float) -> None:
    """The number of the last finished step that ended here; where it grows, it grows out of the corner."""
    grow = min(_MOST, growth(painter, ink, scale, _NUMBER, _LEAST))
    radius = _RADIUS * grow
    aside = _CORNER - radius
    middle = QPointF(card.rect.right - aside, card.rect.y + aside)
    painter.setPen(Qt.PenStyle.NoPen)
    if grow > 1.0:
        painter.setBrush(ink.role(Role.CARD))
        painter.drawEllipse(middle, radius, radius)
    painter.setBrush(ink.kind(card.kind, 0.30))
    painter.drawEllipse(middle, radius, radius)
    painter.setPen(ink.role(Role.TEXT))
    painter.setFont(fonts.font(_NUMBER * grow, QFont.Weight.DemiBold))
    room = QRectF(middle.x() - 2 * radius, middle.y() - radius, 4 * radius, 2 * radius)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


def paint_tag(painter: QPainter, ink: Ink, card: CardBox, text: str, scale: float, *, beside_badge: bool) -> None:
    """A small label on the top border, such as "new in 8.0".

    Where it grows it stands at the right, clear of the caption of the frame and most of
    the name, and says less rather than be wider than its card.
    """
    grow = min(_MOST_TAG, growth(painter, ink, scale, _TAG, _LEAST_TAG))
    width, words = _tag_width(text), text
    if width * grow > card.rect.width - 4.0:
        words = text.partition(",")[0]
        width = _tag_width(words)
    grow = max(1.0, min(grow, (card.rect.width - 4.0) / width))
    if grow == 1.0:
        width, words = _tag_width(text), text
    width *= grow
    at_right = card.style is CardStyle.BAR or (grow > 1.0 and not beside_badge)
    aside = 14.0 if card.style is CardStyle.BAR else 2.0
    left = card.rect.right - width - aside if at_right else card.rect.x + (10.0 if grow == 1.0 else 0.0)
    above = _HIGH / 2 if grow == 1.0 else _HIGH * grow * _RISE
    room = QRectF(left, card.rect.y - above, width, _HIGH * grow)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.role(Role.ACCENT))
    painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
    painter.setPen(ink.role(Role.ON_ACCENT))
    painter.setFont(fonts.font(_TAG * grow, QFont.Weight.DemiBold))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)


def _tag_width(text: str) -> float:
    """Of a tag as designed."""
    return QFontMetricsF(fonts.font(_TAG, QFont.Weight.DemiBold)).horizontalAdvance(text) + 14.0
