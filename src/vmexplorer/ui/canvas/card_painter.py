"""Paints frames and cards: surface, icon, name, subtitle, state dot, badge."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import CardBox, ZoneBox
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.card_growth import DESIGNED, card_parts, ghost_name
from vmexplorer.stage.card_parts import Words, summary_sizes
from vmexplorer.stage.state import BoxLook, BoxRole
from vmexplorer.stage.zone_titles import TRACKING
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.badge_painter import paint_badge, paint_tag
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.mark_painter import paint_border, paint_chip
from vmexplorer.ui.canvas.measure import pixel_of
from vmexplorer.ui.canvas.text_painter import paint_words

CARD_RADIUS = 10.0
ZONE_RADIUS = 14.0
_RUNNING = (Kind.USER_WORLD, Kind.VCENTER, Kind.VM_PROCESS)
_LINES = {BoxRole.REST: 1.2, BoxRole.NEIGHBOUR: 1.8, BoxRole.SELECTED: 2.4, BoxRole.ACTIVE: 2.2}
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_zone(painter: QPainter, ink: Ink, zone: ZoneBox, title: Words | None) -> None:
    """A frame with its caption in tracked capitals, if there is room for one."""
    painter.setPen(QPen(ink.role(Role.ZONE_LINE), 1.2))
    painter.setBrush(ink.role(Role.ZONE))
    painter.drawRoundedRect(qrect(zone.rect), ZONE_RADIUS, ZONE_RADIUS)
    _paint_caption(painter, ink, title)


def paint_zone_look(
    painter: QPainter, ink: Ink, zone: ZoneBox, look: BoxLook, title: Words | None, scale: float
) -> None:
    """A frame that stands out: its line in the accent colour and its caption again."""
    if look.mark is not None:
        paint_border(painter, ink, qrect(zone.rect), ZONE_RADIUS, look.mark)
    elif look.role is not BoxRole.REST:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        colour = ink.kind(zone.kind) if zone.kind else ink.role(Role.ACCENT)
        painter.setPen(QPen(colour, _LINES[look.role]))
        painter.drawRoundedRect(qrect(zone.rect), ZONE_RADIUS, ZONE_RADIUS)
    _paint_caption(painter, ink, title)
    if look.mark is not None:
        paint_chip(painter, ink, qrect(zone.rect), look.mark, scale)


def _paint_caption(painter: QPainter, ink: Ink, title: Words | None) -> None:
    """The caption of a frame."""
    if title is not None:
        painter.setFont(fonts.font(title.size, QFont.Weight.DemiBold, title.size * TRACKING))
        painter.setPen(ink.role(Role.SOFT))
        painter.drawText(qrect(title.room), _LEFT, title.lines[0])


def paint_card(painter: QPainter, ink: Ink, card: CardBox, look: BoxLook, scale: float, tag: str = "") -> None:
    """A card in one of its roles."""
    rect = qrect(card.rect)
    if look.glow > 0.0 and look.role is not BoxRole.REST:
        _paint_glow(painter, ink, card, look.glow)
    line = ink.role(Role.CARD_LINE) if look.role is BoxRole.REST else ink.kind(card.kind)
    painter.setPen(QPen(line, _LINES[look.role]))
    painter.setBrush(ink.role(Role.CARD))
    painter.drawRoundedRect(rect, CARD_RADIUS, CARD_RADIUS)
    _paint_parts(painter, ink, card, scale)
    if look.badge:
        paint_badge(painter, ink, card, look.badge, scale)
    elif look.mark is None and card.kind in _RUNNING and card.style is not CardStyle.BAR:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.role(Role.RUNNING))
        painter.drawEllipse(QPointF(rect.right() - 12.0, rect.top() + 12.0), 4.0, 4.0)
    if look.mark is not None:
        paint_border(painter, ink, rect, CARD_RADIUS, look.mark)
        paint_chip(painter, ink, rect, look.mark, scale)
    if tag:
        paint_tag(painter, ink, card, tag, scale, beside_badge=bool(look.badge))


def paint_ghost(painter: QPainter, ink: Ink, card: CardBox, scale: float, tag: str) -> None:
    """The outline of a card that this era no longer has."""
    pen = QPen(ink.role(Role.FAINT), 1.4, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(qrect(card.rect), CARD_RADIUS, CARD_RADIUS)
    name = ghost_name(card, max(1.0, pixel_of(painter, ink, scale)), ink.theme.names)
    if name is not None:
        painter.setPen(ink.role(Role.FAINT))
        painter.setFont(fonts.font(name.size, QFont.Weight.DemiBold))
        painter.drawText(qrect(name.room), Qt.AlignmentFlag.AlignCenter, "\n".join(name.lines))
    paint_tag(painter, ink, card, tag, scale, beside_badge=False)


def qrect(rect: Rect) -> QRectF:
    """A scene rectangle as Qt's."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)


def _paint_parts(painter: QPainter, ink: Ink, card: CardBox, scale: float) -> None:
    """Icon and texts, arranged for the size of the picture."""
    pixel, names = pixel_of(painter, ink, scale), ink.theme.names
    parts = card_parts(card, max(1.0, pixel) if names <= DESIGNED else pixel, names)
    if parts.icon is not None:
        _paint_icon(painter, ink, card, qrect(parts.icon))
    used = 0.0
    if parts.name is not None:
        used = paint_words(painter, ink.role(Role.TEXT), parts.name, qrect(parts.name.room), scale, strong=True)
    if parts.subtitle is not None:
        room = qrect(parts.subtitle.room)
        if card.style is CardStyle.BAR:
            room.setLeft(room.left() + used + parts.gap)
        paint_words(painter, ink.role(Role.SOFT), parts.subtitle, room, scale)
    if parts.summary is not None and card.summary:
        _paint_summary(painter, ink, card.summary, parts.summary, max(1.0, pixel))


def _paint_summary(painter: QPainter, ink: Ink, text: str, place: Rect, pixel: float) -> None:
    """What a component is, in a sentence of as many lines as it takes; nothing where it does not fit."""
    size = _summary_size(text, place.width, place.height, pixel)
    if size:
        painter.setFont(fonts.font(size))
        painter.setPen(ink.role(Role.SOFT))
        painter.drawText(qrect(place), _WRAPPED, text)


@lru_cache(maxsize=1024)
def _summary_size(text: str, width: float, height: float, pixel: float) -> float:
    """The largest size at which a summary fits its room; 0 when none does that can be read."""
    fonts.load()
    for size in summary_sizes(pixel):
        metrics = QFontMetricsF(fonts.font(size))
        if metrics.boundingRect(QRectF(0.0, 0.0, width, height), _WRAPPED, text).height() <= height:
            return size
    return 0.0


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
