"""Paints links: quiet at rest, clear when they matter, with rounded corners."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from vmexplorer.drawing.crossings import Piece
from vmexplorer.drawing.geometry import Path, Point
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.state import LineLook, LineRole
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.mark_painter import line_pen, paint_line_sign

RADIUS = 10.0
_WIDTHS = {
    LineRole.REST: 1.3,
    LineRole.NEIGHBOUR: 2.0,
    LineRole.SELECTED: 3.0,
    LineRole.ACTIVE: 3.4,
    LineRole.DONE: 2.2,
    LineRole.HELD: 2.2,
}
_GLOWS = {
    LineRole.ACTIVE: ((13.0, 0.10), (8.0, 0.18)),
    LineRole.HELD: ((7.0, 0.14),),
}
_FADED = {LineRole.DONE: 0.45, LineRole.HELD: 0.75}
SPINE_WIDTH = 2.4
_ARROW = 9.0


def paint_piece(painter: QPainter, ink: Ink, piece: Piece, weighty: bool) -> None:
    """A resting line or a piece of one between two crossings."""
    width = SPINE_WIDTH if weighty else _WIDTHS[LineRole.REST]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(ink.role(Role.LINK), width))
    painter.drawPath(rounded(piece.points))


def paint_line(painter: QPainter, ink: Ink, look: LineLook, scale: float = 1.0) -> None:
    """A line that stands out, with its arrow head and, when active, a soft glow; a marked one as its mark says."""
    shape = rounded(look.path.points)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, alpha in _GLOWS.get(look.role, ()):
        painter.setPen(_pen(ink.kind(look.kind, alpha), width))
        painter.drawPath(shape)
    if look.mark is not None and look.role is not LineRole.ACTIVE:
        painter.setPen(_pen(ink.role(Role.CANVAS), 4.0))  # the resting line below must not fill the gaps
        painter.drawPath(shape)
        painter.setPen(line_pen(ink, look.mark))
        painter.drawPath(shape)
        paint_line_sign(painter, ink, look.path, look.mark, scale)
        return
    alpha = _FADED.get(look.role, 1.0)
    colour = ink.role(Role.LINK) if look.role is LineRole.REST else ink.kind(look.kind, alpha)
    painter.setPen(_pen(colour, _WIDTHS[look.role]))
    painter.drawPath(shape)
    if look.role not in (LineRole.DONE, LineRole.REST, LineRole.HELD):
        _paint_arrow(painter, colour, look.path)
        if look.both_ways:
            _paint_arrow(painter, colour, look.path.reversed())
    if look.mark is not None:
        paint_line_sign(painter, ink, look.path, look.mark, scale)


def rounded(points: tuple[Point, ...], radius: float = RADIUS) -> QPainterPath:
    """A path through the points with its corners rounded."""
    shape = QPainterPath(QPointF(*points[0]))
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        room = min(radius, _distance(before, corner) / 2, _distance(corner, after) / 2)
        enter, leave = _towards(corner, before, room), _towards(corner, after, room)
        shape.lineTo(QPointF(*enter))
        shape.quadTo(QPointF(*corner), QPointF(*leave))
    shape.lineTo(QPointF(*points[-1]))
    return shape


def _paint_arrow(painter: QPainter, colour: QColor, path: Path) -> None:
    """A filled head at the end of a path."""
    before, tip = next((a, b) for a, b in reversed(list(pairwise(path.points))) if a != b)
    length = _distance(before, tip)
    x, y = (tip.x - before.x) / length, (tip.y - before.y) / length
    base = QPointF(tip.x - x * _ARROW, tip.y - y * _ARROW)
    side = QPointF(-y * _ARROW * 0.55, x * _ARROW * 0.55)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(tip.x, tip.y), base + side, base - side]))


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _distance(a: Point, b: Point) -> float:
    return abs(a.x - b.x) + abs(a.y - b.y)


def _towards(start: Point, goal: Point, by: float) -> Point:
    """The point ``by`` units from start on the way to goal."""
    length = _distance(start, goal) or 1.0
    return Point(start.x + (goal.x - start.x) / length * by, start.y + (goal.y - start.y) / length * by)
