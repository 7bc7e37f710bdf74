"""Paints messages under way: in their lane, with a trail and a label.

Tokens keep their size on the screen whatever the zoom, so they are painted in window
units: the painter is not transformed, and places are mapped by the caller's transform.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QTransform

from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.drawing.geometry import Path, Point
from vmexplorer.drawing.theme import Role
from vmexplorer.playback.easing import share
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.stage.labels import LABELS_FROM
from vmexplorer.stage.state import Token
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.token_label import label_chip, paint_chip, paint_leader
from vmexplorer.ui.canvas.token_shapes import paint_body, paint_cross, paint_stream, paint_trail

SIZE = 16.0
LANE = 6.0  # window units from the line to the lane of a message, for a token of the usual size
_IN_LANES = (StepKind.REQUEST, StepKind.REPLY)


def paint_token(painter: QPainter, ink: Ink, token: Token, to_screen: QTransform, size: float = SIZE) -> None:
    """Paints one message with its trail and label.

    Args:
        painter: in window units, not transformed.
        ink: the theme.
        token: what to paint.
        to_screen: from scene units to window units.
        size: size of the message in window units.
    """
    way = lane(token, to_screen, LANE * size / SIZE)
    reach = min(token.progress, EXPLORE.lost_at) if token.broken else token.progress
    place, direction = way.at(reach)
    at = QPointF(place.x, place.y)
    bad = token.broken or token.kind is StepKind.FAULT
    colour = ink.role(Role.FAULT) if bad else ink.kind(token.sender)
    strength = painter.opacity()
    painter.setOpacity(strength * token.opacity)
    chip = label_chip(painter, token, at, direction, size, to_screen) if _labelled(token, to_screen) else None
    if chip is not None and token.label_at is not None:
        paint_leader(painter, colour, chip, at, size)
    _paint_message(painter, ink, token, way, reach, colour, size)
    if bad and token.progress >= EXPLORE.cross_from:
        end, _ = way.at(1.0)
        paint_cross(painter, ink, at if token.broken else QPointF(end.x, end.y), size)
    if chip is not None:
        paint_chip(painter, ink, token.label, chip, colour, size)
    painter.setOpacity(strength)


def lane(token: Token, to_screen: QTransform, aside: float) -> Path:
    """The way of a message in window units.

    Requests and replies keep to the right as seen by themselves, so that on one line the
    two directions have a lane each; everything else stays on the line.

    Args:
        token: the message.
        to_screen: from scene units to window units.
        aside: distance of the lane from the line, in window units.
    """
    mapped = [to_screen.map(QPointF(point.x, point.y)) for point in token.path.points]
    points = [Point(point.x(), point.y()) for point in mapped]
    return Path(_shifted(points, aside) if token.kind in _IN_LANES else points)


def _shifted(points: list[Point], aside: float) -> list[Point]:
    """A polyline moved to the right of its own direction; its corners stay corners."""
    points = [point for point, following in pairwise(points) if point != following] + points[-1:]
    sides = [_right_of(start, end) for start, end in pairwise(points)]
    if not sides:
        return points
    found = []
    for point, before, after in zip(points, [sides[0], *sides], [*sides, sides[-1]], strict=True):
        both = Point(before.x + after.x, before.y + after.y)
        # Where the line turns back on itself there is no corner to go around.
        turn = 1.0 + before.x * after.x + before.y * after.y
        side = Point(both.x / turn, both.y / turn) if turn > 0.1 else after
        found.append(Point(point.x + side.x * aside, point.y + side.y * aside))
    return found


def _right_of(start: Point, end: Point) -> Point:
    """The unit vector to the right of a straight piece."""
    length = ((end.x - start.x) ** 2 + (end.y - start.y) ** 2) ** 0.5
    return Point((start.y - end.y) / length, (end.x - start.x) / length)


def _labelled(token: Token, to_screen: QTransform) -> bool:
    return bool(token.label) and token.kind is not StepKind.HEARTBEAT and to_screen.m11() >= LABELS_FROM


def _paint_message(
    painter: QPainter, ink: Ink, token: Token, way: Path, reach: float, colour: QColor, size: float
) -> None:
    """What moves: body and trail; a lost message fades where it stopped."""
    strength = painter.opacity()
    if token.broken:
        painter.setOpacity(strength * (1.0 - share(token.progress - EXPLORE.lost_at, 1.0 - EXPLORE.lost_at)))
    if token.kind is StepKind.DATA:
        paint_stream(painter, colour, way, reach, size)
    elif token.kind is not StepKind.HEARTBEAT:
        paint_trail(painter, colour, token.kind, way, reach, size)
    place, direction = way.at(reach)
    painter.save()
    painter.translate(place.x, place.y)
    paint_body(painter, ink, token.kind, colour, direction, size)
    painter.restore()
    painter.setOpacity(strength)
