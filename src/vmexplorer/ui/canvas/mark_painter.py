"""Paints what an overlay says of a card or line: a border, a sign and a word, never a colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from vmexplorer.drawing import theme
from vmexplorer.drawing.geometry import Path
from vmexplorer.stage.overlay import Mark, Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.measure import growth, pixel_of

_COLOURS = {
    Role.FAULT: theme.Role.FAULT,
    Role.AFFECTED: theme.Role.WARNING,
    Role.CHANGING: theme.Role.ACCENT,
    Role.FOCUS: theme.Role.ACCENT,
    Role.GOOD: theme.Role.RUNNING,
}
_DASHED = (Role.AFFECTED, Role.CHANGING)
_WIDTH = 2.4
_CHIP, _TEXT, _LEAST = 20.0, 12.0, 11.0  # scene units; the last in window units
_HALL = 0.75  # as much of the growth of names in a hall: a chip shares its card with them
_SIGN = 12.0
_SIGN_ROOM = 44.0  # the length of a line that has room for a sign
_TINT = 0.10


def mark_colour(ink: Ink, role: Role) -> QColor:
    """The colour of a role in the present theme."""
    return ink.role(_COLOURS[role])


def paint_border(painter: QPainter, ink: Ink, rect: QRectF, radius: float, mark: Mark) -> None:
    """The border of a marked card or frame; what only suffers or changes has a dashed one."""
    dashed = Qt.PenStyle.CustomDashLine if mark.role in _DASHED else Qt.PenStyle.SolidLine
    pen = QPen(mark_colour(ink, mark.role), _WIDTH, dashed)
    if mark.role in _DASHED:
        pen.setDashPattern([4.0, 2.6])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark.role is Role.FAULT:
        painter.setBrush(ink.role(theme.Role.FAULT, _TINT))
    painter.drawRoundedRect(rect, radius, radius)


def paint_chip(painter: QPainter, ink: Ink, rect: QRectF, mark: Mark, scale: float) -> None:
    """Sign and badge on the lower border, at the right; the word is left out when the card is too narrow for it.

    Captions of frames and what is new in a version stand at the upper border.

    Args:
        painter: what to paint on, in scene units.
        ink: the theme.
        rect: of the card or frame.
        mark: what is said.
        scale: device pixels per scene unit; at small scales the chip grows to stay readable.
    """
    grow = _growth(painter, ink, rect, mark.badge, scale)
    height, sign = min(_CHIP * grow, rect.height()), _SIGN * grow
    font = fonts.font(_TEXT * grow, QFont.Weight.DemiBold)
    width, word = _chip_width(mark.badge) * grow, mark.badge
    if width > rect.width() - 6.0:
        width, word = _chip_width("") * grow, ""
    room = QRectF(rect.right() - width - 8.0, rect.bottom() - height / 2, width, height)
    painter.setPen(QPen(ink.role(theme.Role.CANVAS), 1.5))
    painter.setBrush(mark_colour(ink, mark.role))
    painter.drawRoundedRect(room, height / 2, height / 2)
    middle = QPointF(room.left() + 5.0 * grow + sign / 2, room.center().y())
    paint_sign(painter, ink.role(theme.Role.ON_ACCENT), middle, sign, mark.role)
    if word:
        painter.setFont(font)
        painter.setPen(ink.role(theme.Role.ON_ACCENT))
        text = room.adjusted(sign + 9.0 * grow, 0.0, 0.0, 0.0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, mark.badge)


def _growth(painter: QPainter, ink: Ink, rect: QRectF, word: str, scale: float) -> float:
    """By how much a chip is larger than designed: as far as its word still fits, but readable in any case."""
    readable = max(1.0, _LEAST * pixel_of(painter, ink, scale) / _TEXT)
    if not word:
        return readable
    wanted = growth(painter, ink, scale, _TEXT, _LEAST * _HALL)
    return max(readable, min(wanted, (rect.width() - 6.0) / _chip_width(word)))


def _chip_width(word: str) -> float:
    """The width of a chip as designed."""
    font = fonts.font(_TEXT, QFont.Weight.DemiBold)
    return _SIGN + 10.0 + (QFontMetricsF(font).horizontalAdvance(word) + 5.0 if word else 0.0)


def paint_sign(painter: QPainter, colour: QColor, middle: QPointF, size: float, role: Role) -> None:
    """The sign of a role: a cross, an exclamation mark, an arrow going round, a dot, a tick."""
    pen = QPen(colour, size * 0.18, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y, reach = middle.x(), middle.y(), size * 0.32
    match role:
        case Role.FAULT:
            painter.drawLine(QPointF(x - reach, y - reach), QPointF(x + reach, y + reach))
            painter.drawLine(QPointF(x - reach, y + reach), QPointF(x + reach, y - reach))
        case Role.AFFECTED:
            painter.drawLine(QPointF(x, y - size * 0.36), QPointF(x, y + size * 0.06))
            painter.drawPoint(QPointF(x, y + size * 0.36))
        case Role.CHANGING:
            painter.drawArc(QRectF(x - reach, y - reach, 2 * reach, 2 * reach), 40 * 16, 280 * 16)
            tip = QPointF(x + reach * 0.77, y - reach * 0.64)
            painter.drawLine(tip, tip + QPointF(size * 0.04, -size * 0.26))
            painter.drawLine(tip, tip + QPointF(-size * 0.26, -size * 0.02))
        case Role.GOOD:
            shape = QPainterPath(QPointF(x - reach, y))
            shape.lineTo(x - reach * 0.25, y + reach * 0.75)
            shape.lineTo(x + reach, y - reach * 0.75)
            painter.drawPath(shape)
        case Role.FOCUS:
            painter.setBrush(colour)
            painter.drawEllipse(middle, size * 0.2, size * 0.2)


def line_pen(ink: Ink, mark: Mark) -> QPen:
    """The pen of a marked line; a faulty or suffering one is dashed."""
    pen = QPen(mark_colour(ink, mark.role), 2.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if mark.role in (*_DASHED, Role.FAULT):
        pen.setDashPattern([3.2, 2.4])
    return pen


def paint_line_sign(painter: QPainter, ink: Ink, path: Path, mark: Mark, scale: float) -> None:
    """The sign of a faulty line on a disc in its middle; a line that only suffers has none."""
    if mark.role is not Role.FAULT or path.length < _SIGN_ROOM:
        return
    grow = max(1.0, 0.8 * pixel_of(painter, ink, scale))
    place = path.at(0.5)[0]
    middle = QPointF(place.x, place.y)
    painter.setPen(QPen(ink.role(theme.Role.CANVAS), 2.0 * grow))
    painter.setBrush(mark_colour(ink, mark.role))
    painter.drawEllipse(middle, 11.0 * grow, 11.0 * grow)
    paint_sign(painter, ink.role(theme.Role.ON_ACCENT), middle, 18.0 * grow, mark.role)
