"""The label of a message under way: a chip with its name, and the thin line that leads from it to the message."""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTransform

from vmexplorer.drawing.geometry import Point
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.state import Token
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink

_FONT = 0.88  # as are the others a share of the token's size
_PADDING, _HEADROOM = 1.2, 0.45
_LEADS_FROM = 1.5  # the line appears when the message is farther away
_RIM = 0.6  # it ends at the rim of the message
_EDGE = 4.0  # window units kept free at the border of the window
_LEADER = 0.6  # its opacity


def label_chip(
    painter: QPainter, token: Token, at: QPointF, direction: Point, size: float, to_screen: QTransform
) -> QRectF:
    """Where the chip of a message is painted, in window units and inside the window.

    Args:
        painter: what it is painted on.
        token: the message; its own place for the label comes first.
        at: where the message is, in window units.
        direction: where it goes; a label that goes along keeps clear of its line.
        size: of the message, in window units.
        to_screen: from scene units to window units.
    """
    metrics = QFontMetricsF(_font(size))
    width = metrics.horizontalAdvance(token.label) + size * _PADDING
    height = metrics.height() + size * _HEADROOM
    if token.label_at is not None:
        middle = token.label_at.centre
        corner = to_screen.map(QPointF(middle.x, middle.y)) - QPointF(width / 2, height / 2)
    elif abs(direction.y) > abs(direction.x):
        corner = at + QPointF(size * 1.0, -height / 2)
    else:
        corner = at + QPointF(-width / 2, -height - size * 0.8)
    window, ratio = painter.viewport(), painter.device().devicePixelRatioF()
    x = min(max(corner.x(), _EDGE), max(_EDGE, window.width() / ratio - width - _EDGE))
    y = min(max(corner.y(), _EDGE), max(_EDGE, window.height() / ratio - height - _EDGE))
    return QRectF(x, y, width, height)


def paint_leader(painter: QPainter, colour: QColor, chip: QRectF, at: QPointF, size: float) -> None:
    """The line from a chip to a message that is away from it."""
    start = QPointF(
        min(max(at.x(), chip.left()), chip.right()),
        min(max(at.y(), chip.top()), chip.bottom()),
    )
    way = at - start
    distance = hypot(way.x(), way.y())
    if distance > size * _LEADS_FROM:
        faint = QColor(colour)
        faint.setAlphaF(_LEADER)
        painter.setPen(QPen(faint, size / 14.0))
        painter.drawLine(start, at - way * (size * _RIM / distance))


def paint_chip(painter: QPainter, ink: Ink, text: str, chip: QRectF, colour: QColor, size: float) -> None:
    """The name on its chip, upright."""
    corner = chip.height() * 0.25
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(ink.role(Role.PANEL))
    painter.drawRoundedRect(chip, corner, corner)
    painter.setPen(ink.role(Role.TEXT))
    painter.setFont(_font(size))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)


def _font(size: float) -> QFont:
    return fonts.font(size * _FONT, QFont.Weight.DemiBold)
