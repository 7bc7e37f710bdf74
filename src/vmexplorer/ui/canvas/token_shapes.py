"""The shapes of messages under way: bodies, trails, streams, and the cross of a lost one; in window units."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.drawing.geometry import Path, Point
from vmexplorer.drawing.theme import Role
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.ui.canvas.ink import Ink

_BROKEN_TRAILS = (StepKind.REPLY, StepKind.EVENT)
_PIECES = 14  # of a trail, each fainter than the one before it
_TRAIL_WIDTH, _TRAIL_STRENGTH = 0.35, 0.45  # the width is a share of the size
_HEARTBEAT, _HEARTBEAT_STRENGTH = 0.375, 0.4  # radius as a share of the size
_DOT, _SPACE = 5.0 / 16.0, 12.0 / 16.0  # of a stream: diameter and distance, as shares of the size
_DOTS = 10
_FAINTEST = 0.3


def paint_body(painter: QPainter, ink: Ink, kind: StepKind, colour: QColor, direction: Point, size: float) -> None:
    """Dart, hollow dart, square, dot or diamond around the origin; ``size`` is that of a dart."""
    half = size / 2
    painter.setBrush(colour.lighter(110))
    painter.setPen(QPen(ink.role(Role.CANVAS), 1.5))
    if kind is StepKind.REPLY:
        painter.setBrush(ink.role(Role.CANVAS))
        painter.setPen(QPen(colour, 2.4))
        painter.drawPolygon(_dart(direction, half))
    elif kind is StepKind.EVENT:
        painter.drawRect(QRectF(-half * 0.75, -half * 0.75, size * 0.75, size * 0.75))
    elif kind is StepKind.HEARTBEAT:
        # Its line, in the same colour, must not shine through.
        painter.setBrush(ink.role(Role.CANVAS))
        painter.drawEllipse(QPointF(0, 0), size * _HEARTBEAT, size * _HEARTBEAT)
        painter.setBrush(_faint(colour, _HEARTBEAT_STRENGTH))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(0, 0), size * _HEARTBEAT, size * _HEARTBEAT)
    elif kind is StepKind.FAULT:
        painter.drawPolygon(QPolygonF([QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)]))
    elif kind is StepKind.DATA:
        painter.drawEllipse(QPointF(0, 0), half * 0.55, half * 0.55)
    else:
        painter.drawPolygon(_dart(direction, half))


def paint_trail(painter: QPainter, colour: QColor, kind: StepKind, way: Path, reach: float, size: float) -> None:
    """What a message leaves behind it: solid or broken, fading out."""
    longest = min(EXPLORE.trail_share, EXPLORE.trail_longest / way.length) if way.length else 0.0
    start = max(0.0, reach - longest)
    previous = _place(way, start)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for piece in range(1, _PIECES + 1):
        following = _place(way, start + (reach - start) * piece / _PIECES)
        if kind not in _BROKEN_TRAILS or piece % 2:
            faded = _faint(colour, _TRAIL_STRENGTH * piece / _PIECES)
            painter.setPen(QPen(faded, size * _TRAIL_WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(previous, following)
        previous = following


def paint_stream(painter: QPainter, colour: QColor, way: Path, reach: float, size: float) -> None:
    """The dots that follow the head of a stream of data, as far as they have left the sender."""
    painter.setPen(Qt.PenStyle.NoPen)
    covered, radius = reach * way.length, size * _DOT / 2
    for dot in range(1, _DOTS + 1):
        behind = covered - dot * size * _SPACE
        if behind < 0.0:
            break
        painter.setBrush(_faint(colour, 1.0 - (1.0 - _FAINTEST) * dot / _DOTS))
        painter.drawEllipse(_place(way, behind / way.length), radius, radius)


def paint_cross(painter: QPainter, ink: Ink, at: QPointF, size: float) -> None:
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


def _dart(direction: Point, half: float) -> QPolygonF:
    ahead, side = QPointF(direction.x, direction.y) * half, QPointF(-direction.y, direction.x) * half
    return QPolygonF([ahead * 1.25, side - ahead * 0.9, ahead * -0.45, -side - ahead * 0.9])


def _place(way: Path, fraction: float) -> QPointF:
    place, _ = way.at(fraction)
    return QPointF(place.x, place.y)


def _faint(colour: QColor, strength: float) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(strength)
    return faint
