"""Paints frames and cards: surface, icon, name, subtitle, state dot, badge."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import CardBox, ZoneBox
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.state import BoxLook, BoxRole
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.mark_painter import paint_border, paint_chip
from vmexplorer.ui.canvas.text_painter import READABLE, paint_line

CARD_RADIUS = 10.0
ZONE_RADIUS = 14.0
_RUNNING = (Kind.USER_WORLD, Kind.VCENTER, Kind.VM_PROCESS)
_LINES = {BoxRole.REST: 1.2, BoxRole.NEIGHBOUR: 1.8, BoxRole.SELECTED: 2.4, BoxRole.ACTIVE: 2.2}
_PADDING = 13.0
_SUMMARY_READABLE = 10.0  # device pixels
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_zone(painter: QPainter, ink: Ink, zone: ZoneBox, scale: float) -> None:
    """A frame with its caption in tracked capitals; ``scale`` is device pixels per scene unit."""
    painter.setPen(QPen(ink.role(Role.ZONE_LINE), 1.2))
    painter.setBrush(ink.role(Role.ZONE))
    painter.drawRoundedRect(qrect(zone.rect), ZONE_RADIUS, ZONE_RADIUS)
    _paint_caption(painter, ink, zone, scale)


def paint_zone_look(painter: QPainter, ink: Ink, zone: ZoneBox, look: BoxLook, scale: float) -> None:
    """A frame that stands out: its line in the accent colour and its caption again."""
    if look.mark is not None:
        paint_border(painter, ink, qrect(zone.rect), ZONE_RADIUS, look.mark)
    elif look.role is not BoxRole.REST:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        colour = ink.kind(zone.kind) if zone.kind else ink.role(Role.ACCENT)
        painter.setPen(QPen(colour, _LINES[look.role]))
        painter.drawRoundedRect(qrect(zone.rect), ZONE_RADIUS, ZONE_RADIUS)
    _paint_caption(painter, ink, zone, scale)
    if look.mark is not None:
        paint_chip(painter, ink, qrect(zone.rect), look.mark, scale)


def _paint_caption(painter: QPainter, ink: Ink, zone: ZoneBox, scale: float) -> None:
    """The caption of a frame."""
    if 13.0 * scale >= READABLE:
        painter.setFont(fonts.font(13.0, QFont.Weight.DemiBold, 1.0))
        painter.setPen(ink.role(Role.SOFT))
        room = QRectF(zone.title_rect.x, zone.title_rect.y, zone.rect.width - 30.0, zone.title_rect.height)
        painter.drawText(room, _LEFT, zone.title.upper())


def paint_card(painter: QPainter, ink: Ink, card: CardBox, look: BoxLook, scale: float, tag: str = "") -> None:
    """A card in one of its roles."""
    rect = qrect(card.rect)
    if look.glow > 0.0 and look.role is not BoxRole.REST:
        _paint_glow(painter, ink, card, look.glow)
    line = ink.role(Role.CARD_LINE) if look.role is BoxRole.REST else ink.kind(card.kind)
    painter.setPen(QPen(line, _LINES[look.role]))
    painter.setBrush(ink.role(Role.CARD))
    painter.drawRoundedRect(rect, CARD_RADIUS, CARD_RADIUS)
    _PAINTERS[card.style](painter, ink, card, scale)
    if look.badge:
        _paint_badge(painter, ink, card, look.badge)
    elif look.mark is None and card.kind in _RUNNING and card.style is not CardStyle.BAR:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.role(Role.RUNNING))
        painter.drawEllipse(QPointF(rect.right() - 12.0, rect.top() + 12.0), 4.0, 4.0)
    if look.mark is not None:
        paint_border(painter, ink, rect, CARD_RADIUS, look.mark)
        paint_chip(painter, ink, rect, look.mark, scale)
    if tag:
        _paint_tag(painter, ink, card, tag)


def paint_ghost(painter: QPainter, ink: Ink, card: CardBox, tag: str) -> None:
    """The outline of a card that this era no longer has."""
    pen = QPen(ink.role(Role.FAINT), 1.4, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(qrect(card.rect), CARD_RADIUS, CARD_RADIUS)
    painter.setPen(ink.role(Role.FAINT))
    painter.setFont(fonts.font(fonts.BODY, QFont.Weight.DemiBold))
    painter.drawText(qrect(card.rect), Qt.AlignmentFlag.AlignCenter, card.name)
    _paint_tag(painter, ink, card, tag)


def qrect(rect: Rect) -> QRectF:
    """A scene rectangle as Qt's."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)


def _paint_row(painter: QPainter, ink: Ink, card: CardBox, scale: float) -> None:
    """Icon at the left, name and subtitle beside it."""
    rect = card.rect
    middle = rect.centre.y
    size = 28.0 if rect.width >= 130 else 24.0
    _paint_icon(painter, ink, card, QRectF(rect.x + _PADDING, middle - size / 2, size, size))
    left = rect.x + _PADDING + size + 10.0
    room = rect.right - left - 8.0
    _paint_texts(painter, ink, card, left, middle - 20.0, room, scale)


def _paint_stack(painter: QPainter, ink: Ink, card: CardBox, scale: float) -> None:
    """Icon above name and subtitle."""
    rect = card.rect
    size = 24.0
    block = size + 6.0 + 40.0
    top = rect.y + max(8.0, (rect.height - block) / 2)
    _paint_icon(painter, ink, card, QRectF(rect.x + _PADDING, top, size, size))
    _paint_texts(painter, ink, card, rect.x + _PADDING, top + size + 4.0, rect.width - 2 * _PADDING + 6.0, scale)


def _paint_bar(painter: QPainter, ink: Ink, card: CardBox, scale: float) -> None:
    """One slim line: icon, name, subtitle."""
    rect = card.rect
    size = 20.0
    _paint_icon(painter, ink, card, QRectF(rect.x + _PADDING, rect.centre.y - size / 2, size, size))
    left = rect.x + _PADDING + size + 10.0
    name = QRectF(left, rect.y, rect.right - left - 8.0, rect.height)
    used = paint_line(painter, ink.role(Role.TEXT), card.name, name, 15.0, scale, strong=True)
    rest = QRectF(left + used + 12.0, rect.y, rect.right - left - used - 22.0, rect.height)
    paint_line(painter, ink.role(Role.SOFT), card.subtitle, rest, 13.0, scale)


def _paint_hero(painter: QPainter, ink: Ink, card: CardBox, scale: float) -> None:
    """A large card that also says in a sentence what it is."""
    rect = card.rect
    left, room = rect.x + 15.0, rect.width - 28.0
    _paint_icon(painter, ink, card, QRectF(left, rect.y + 14.0, 34.0, 34.0))
    name = QRectF(left, rect.y + 54.0, room, 28.0)
    paint_line(painter, ink.role(Role.TEXT), card.name, name, fonts.LARGE, scale, strong=True)
    paint_line(painter, ink.role(Role.SOFT), card.subtitle, QRectF(left, rect.y + 82.0, room, 20.0), 14.0, scale)
    words = QRectF(left, rect.y + 110.0, room, rect.height - 115.0)
    size = _summary_size(painter, card.summary, words)
    if size * scale >= _SUMMARY_READABLE:
        painter.setFont(fonts.font(size))
        painter.setPen(ink.role(Role.SOFT))
        painter.drawText(words, _WRAPPED, card.summary)


def _summary_size(painter: QPainter, text: str, room: QRectF) -> float:
    """The largest size at which a summary fits its room; 0 when none does."""
    for size in (16.0, 14.0, 13.0, 12.0):
        painter.setFont(fonts.font(size))
        if painter.boundingRect(room, _WRAPPED, text).height() <= room.height():
            return size
    return 0.0


_PAINTERS = {
    CardStyle.ROW: _paint_row,
    CardStyle.STACK: _paint_stack,
    CardStyle.BAR: _paint_bar,
    CardStyle.HERO: _paint_hero,
}


def _paint_texts(
    painter: QPainter, ink: Ink, card: CardBox, left: float, top: float, room: float, scale: float
) -> None:
    """Name above subtitle; the name takes the middle when there is no subtitle or it is too small."""
    small = not card.subtitle or fonts.SMALL * scale < READABLE
    name = QRectF(left, top + (10.0 if small else 1.0), room, 20.0)
    paint_line(painter, ink.role(Role.TEXT), card.name, name, fonts.NAME, scale, strong=True)
    if not small:
        subtitle = QRectF(left, top + 21.0, room, 18.0)
        paint_line(painter, ink.role(Role.SOFT), card.subtitle, subtitle, fonts.SMALL, scale)


def _paint_icon(painter: QPainter, ink: Ink, card: CardBox, rect: QRectF) -> None:
    """The icon of the kind on a tinted tile."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.kind(card.kind, 0.18))
    painter.drawRoundedRect(rect, rect.width() * 0.22, rect.width() * 0.22)
    inset = rect.width() * 0.22
    ink.draw_icon(painter, card.kind, rect.adjusted(inset, inset, -inset, -inset))


def _paint_glow(painter: QPainter, ink: Ink, card: CardBox, glow: float) -> None:
    """Soft rings around a card."""
    painter.setPen(Qt.PenStyle.NoPen)
    for grow, alpha in ((14.0, 0.05), (10.0, 0.08), (6.0, 0.13), (3.0, 0.18)):
        painter.setBrush(ink.kind(card.kind, alpha * glow))
        painter.drawRoundedRect(qrect(card.rect.inflated(grow)), CARD_RADIUS + grow, CARD_RADIUS + grow)


def _paint_badge(painter: QPainter, ink: Ink, card: CardBox, text: str) -> None:
    """The number of the last finished step that ended here."""
    middle = QPointF(card.rect.right - 15.0, card.rect.y + 15.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.kind(card.kind, 0.30))
    painter.drawEllipse(middle, 10.5, 10.5)
    painter.setPen(ink.role(Role.TEXT))
    painter.setFont(fonts.font(12.0, QFont.Weight.DemiBold))
    room = QRectF(middle.x() - 14.0, middle.y() - 11.0, 28.0, 22.0)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


def _paint_tag(painter: QPainter, ink: Ink, card: CardBox, text: str) -> None:
    """A small label on the top border, such as "new in 8.0"."""
    font = fonts.font(11.0, QFont.Weight.DemiBold)
    width = QFontMetricsF(font).horizontalAdvance(text) + 14.0
    # On a slim bar the left end is taken by the icon.
    left = card.rect.right - width - 14.0 if card.style is CardStyle.BAR else card.rect.x + 10.0
    room = QRectF(left, card.rect.y - 9.0, width, 18.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.role(Role.ACCENT))
    painter.drawRoundedRect(room, 9.0, 9.0)
    painter.setPen(ink.role(Role.ON_ACCENT))
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
