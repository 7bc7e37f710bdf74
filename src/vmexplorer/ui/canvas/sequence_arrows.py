"""Paints the arrows of a sequence diagram; each kind of message has a line and a head of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.drawing.geometry import Path, Point

_CROSS_BEFORE = 11.0  # how far before the receiver a message that fails ends
_CROSS = 5.5
_STRONGER = 1.45  # how much thicker the line of the playing step is
_LARGER = 1.2  # how much larger its head is


class _Stroke(NamedTuple):
    """How a kind of message is drawn: width, dashes in widths (none: solid), size of the head, filled or open."""

    width: float
    dashes: tuple[float, ...]
    head: float
    filled: bool


_STROKES = {
    StepKind.REQUEST: _Stroke(1.8, (), 10.0, True),
    StepKind.REPLY: _Stroke(1.8, (4.0, 3.0), 9.0, False),
    StepKind.EVENT: _Stroke(2.2, (0.1, 2.3), 9.0, False),
    StepKind.HEARTBEAT: _Stroke(1.3, (0.1, 3.4), 7.0, False),
    StepKind.DATA: _Stroke(4.2, (), 13.0, True),
    StepKind.FAULT: _Stroke(1.8, (), 0.0, False),
}


def paint_arrow(
    painter: QPainter, colour: QColor, kind: StepKind, path: Path, progress: float = 1.0, *, strong: bool = False
) -> None:
    """An arrow in scene units, as far as its message has come.

    Args:
        painter: transformed to scene units.
        colour: of line and head.
        kind: decides line and head.
        path: from sender to receiver.
        progress: the share of the path to paint, 0..1; the head stands at the end of that share.
        strong: thicker, with a glow, for the step that plays.
    """
    stroke = _STROKES[kind]
    whole = path.length - (_CROSS_BEFORE if kind is StepKind.FAULT else 0.0)
    reached = max(0.0, whole * progress)
    tip, direction = path.at(reached / path.length)
    thicker = _STRONGER if strong else 1.0
    head = stroke.head * (_LARGER if strong else 1.0)
    # The line ends where a filled head begins: it would show beside the point, and twice where colours are faint.
    shape = _line(path, max(0.0, reached - head * 0.95) if stroke.filled else reached)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if strong:
        _paint_glow(painter, colour, shape, stroke.width * thicker)
    # Dashes are counted in widths of the pen; a thicker line keeps the dashes of the line below it.
    painter.setPen(_pen(colour, stroke.width * thicker, [dash / thicker for dash in stroke.dashes]))
    painter.drawPath(shape)
    if kind is StepKind.FAULT:
        _paint_cross(painter, colour, tip, strong)
    else:
        _paint_head(painter, colour, tip, direction, head, stroke)


def _line(path: Path, length: float) -> QPainterPath:
    """The first part of a path."""
    shape = QPainterPath(QPointF(*path.points[0]))
    for segment in path.segments():
        run = abs(segment.end.x - segment.start.x) + abs(segment.end.y - segment.start.y)
        if length < run:
            break
        shape.lineTo(QPointF(*segment.end))
        length -= run
    else:
        return shape
    share = length / run
    x = segment.start.x + (segment.end.x - segment.start.x) * share
    shape.lineTo(QPointF(x, segment.start.y + (segment.end.y - segment.start.y) * share))
    return shape


def _paint_glow(painter: QPainter, colour: QColor, shape: QPainterPath, width: float) -> None:
    for more, alpha in ((10.0, 0.10), (5.0, 0.18)):
        faded = QColor(colour)
        faded.setAlphaF(alpha * colour.alphaF())
        painter.setPen(_pen(faded, width + more))
        painter.drawPath(shape)


def _paint_head(painter: QPainter, colour: QColor, tip: Point, direction: Point, size: float, stroke: _Stroke) -> None:
    end = QPointF(*tip)
    back = end - QPointF(direction.x, direction.y) * size
    side = QPointF(-direction.y, direction.x) * size * 0.46
    if stroke.filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([end, back + side, back - side]))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(colour, max(1.4, size * 0.2)))
        painter.drawPolyline(QPolygonF([back + side, end, back - side]))


def _paint_cross(painter: QPainter, colour: QColor, at: Point, strong: bool) -> None:
    arm = _CROSS * (_LARGER if strong else 1.0)
    middle = QPointF(*at)
    painter.setPen(_pen(colour, 2.8 if strong else 2.3))
    painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm))
    painter.drawLine(middle + QPointF(arm, -arm), middle + QPointF(-arm, arm))


def _pen(colour: QColor, width: float, dashes: Sequence[float] | None = None) -> QPen:
    """A round pen; one for a line, with or without dashes, is flat at its ends unless it makes dots."""
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if dashes is not None and (not dashes or dashes[0] > 1.0):
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern(dashes)
    return pen
