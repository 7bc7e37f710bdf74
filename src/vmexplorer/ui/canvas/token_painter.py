"""Paints messages under way; each kind has a shape and a trail of its own.

Tokens keep their size on the screen whatever the zoom, so they are painted in device
pixels: the painter's own scale is one, and places are mapped by the caller's transform.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.drawing.geometry import Point
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.state import Token
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink

SIZE = 16.0
_TRAIL_SHARE = 0.3
_TRAIL_LONGEST = 90.0
_TRAIL_PIECES = 14
_LOST_AT = 0.6
_LABELS_FROM = 0.6  # below this zoom labels are hidden


def paint_token(painter: QPainter, ink: Ink, token: Token, to_screen: QTransform, size: float = SIZE) -> None:
    """Paints one message with its trail and label."""
    reach = min(token.progress, _LOST_AT) if token.broken else token.progress
    colour = ink.role(Role.FAULT) if token.broken else ink.kind(token.sender)
    place, direction = token.path.at(reach)
    at = to_screen.map(QPointF(place.x, place.y))
    _paint_trail(painter, colour, token, reach, to_screen, size)
    painter.setBrush(colour.lighter(110))
    painter.setPen(QPen(ink.role(Role.CANVAS), 1.5))
    painter.save()
    painter.translate(at)
    _paint_shape(painter, ink, token.kind, colour, direction, size)
    painter.restore()
    if token.broken and token.progress > 0.8:
        _paint_cross(painter, ink, at, size)
    if token.label and token.kind is not StepKind.HEARTBEAT and to_screen.m11() >= _LABELS_FROM:
        _paint_label(painter, ink, token, at, direction, size, colour)


def _paint_shape(
    painter: QPainter, ink: Ink, kind: StepKind, colour: QColor, direction: Point, size: float
) -> None:
    """The body: dart, hollow dart, square, dot, pill or diamond, around the origin."""
    half = size / 2
    turned = direction.x * half, direction.y * half
    ahead, side = QPointF(*turned), QPointF(-turned[1], turned[0])
    dart = QPolygonF([ahead * 1.25, side - ahead * 0.9, ahead * -0.45, -side - ahead * 0.9])
    if kind is StepKind.REPLY:
        painter.setBrush(ink.role(Role.CANVAS))
        painter.setPen(QPen(colour, 2.4))
        painter.drawPolygon(dart)
    elif kind is StepKind.EVENT:
        painter.drawRect(QRectF(-half * 0.75, -half * 0.75, size * 0.75, size * 0.75))
    elif kind is StepKind.HEARTBEAT:
        painter.drawEllipse(QPointF(0, 0), half * 0.7, half * 0.7)
    elif kind is StepKind.FAULT:
        painter.drawPolygon(QPolygonF([QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)]))
    elif kind is StepKind.DATA:
        painter.drawEllipse(QPointF(0, 0), half * 0.8, half * 0.8)
    else:
        painter.drawPolygon(dart)


def _paint_trail(
    painter: QPainter, colour: QColor, token: Token, reach: float, to_screen: QTransform, size: float
) -> None:
    """What the message leaves behind it: solid, dashed or dotted, fading out."""
    length = token.path.length * to_screen.m11()
    share = min(_TRAIL_SHARE, _TRAIL_LONGEST / length) if length else 0.0
    start = max(0.0, reach - share)
    style = _TRAILS.get(token.kind, Qt.PenStyle.SolidLine)
    previous = _mapped(token, start, to_screen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for piece in range(1, _TRAIL_PIECES + 1):
        following = _mapped(token, start + (reach - start) * piece / _TRAIL_PIECES, to_screen)
        if style is Qt.PenStyle.SolidLine or piece % 2:
            faded = QColor(colour)
            faded.setAlphaF(0.45 * piece / _TRAIL_PIECES)
            painter.setPen(QPen(faded, size * 0.35, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(previous, following)
        previous = following


_TRAILS = {
    StepKind.REPLY: Qt.PenStyle.DashLine,
    StepKind.EVENT: Qt.PenStyle.DotLine,
    StepKind.DATA: Qt.PenStyle.DotLine,
}


def _mapped(token: Token, fraction: float, to_screen: QTransform) -> QPointF:
    place, _ = token.path.at(fraction)
    return to_screen.map(QPointF(place.x, place.y))


def _paint_cross(painter: QPainter, ink: Ink, at: QPointF, size: float) -> None:
    """The mark of a message that was lost."""
    arm = size * 0.45
    shape = QPainterPath(at - QPointF(arm, arm))
    shape.lineTo(at + QPointF(arm, arm))
    shape.moveTo(at + QPointF(arm, -arm))
    shape.lineTo(at + QPointF(-arm, arm))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink.role(Role.CANVAS), 5.0))
    painter.drawPath(shape)
    painter.setPen(QPen(ink.role(Role.FAULT), 3.0))
    painter.drawPath(shape)


def _paint_label(
    painter: QPainter, ink: Ink, token: Token, at: QPointF, direction: Point, size: float, colour: QColor
) -> None:
    """The message's name on a chip beside the token, upright, clear of its line."""
    font = fonts.font(size * 0.88, QFont.Weight.DemiBold)
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(token.label) + size * 1.2, metrics.height() + size * 0.45
    if abs(direction.y) > abs(direction.x):
        corner = at + QPointF(size * 1.0, -height / 2)
    else:
        corner = at + QPointF(-width / 2, -height - size * 0.8)
    window = painter.viewport()
    x = min(max(corner.x(), 4.0), window.width() / painter.device().devicePixelRatioF() - width - 4.0)
    room = QRectF(x, max(corner.y(), 4.0), width, height)
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(ink.role(Role.PANEL))
    painter.drawRoundedRect(room, height * 0.25, height * 0.25)
    painter.setPen(ink.role(Role.TEXT))
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, token.label)
