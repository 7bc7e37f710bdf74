"""Paints what points at the picture: laser, spotlight, lens and ink, over the map and in its coordinates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QRadialGradient

from vmexplorer.drawing.geometry import Point
from vmexplorer.drawing.theme import Role
from vmexplorer.lessons.pointer import LENS_RADIUS, SPOT_RADIUS, Dot, Lens, Spot
from vmexplorer.lessons.sketch import Shade, Stroke
from vmexplorer.stage.camera import Camera
from vmexplorer.ui.canvas.ink import Ink

Below = Callable[[QPainter, Camera], None]

LASER = 0.011  # radius of the laser's dot as a share of the height of the picture
_HALO = 2.6  # times the radius
_DARK = 0.66  # of what the spotlight leaves out
_CORNER = 14.0
_RIM = 0.004  # of the lens, as a share of the height


def paint_trail(painter: QPainter, ink: Ink, trail: Sequence[Dot], camera: Camera, height: float) -> None:
    """The laser and where it was in the last moments."""
    if not trail:
        return
    colour, radius = ink.role(Role.FAULT), LASER * height
    for before, dot in pairwise(trail):
        pen = QPen(_faded(colour, 0.7 * before.strength), max(1.0, 1.5 * radius * before.strength))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # round ones would lie upon each other and look like beads
        painter.setPen(pen)
        painter.drawLine(_at(before.place, camera), _at(dot.place, camera))
    head = trail[-1]
    place = _at(head.place, camera)
    glow = QRadialGradient(place, radius * _HALO)
    glow.setColorAt(0.0, _faded(colour, head.strength))
    glow.setColorAt(0.4, _faded(colour, 0.55 * head.strength))
    glow.setColorAt(1.0, _faded(colour, 0.0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawEllipse(place, radius * _HALO, radius * _HALO)
    painter.setBrush(_faded(ink.role(Role.ON_ACCENT if not ink.theme.dark else Role.TEXT), head.strength))
    painter.drawEllipse(place, radius * 0.35, radius * 0.35)


def paint_spot(painter: QPainter, ink: Ink, spot: Spot, camera: Camera, room: QRectF, below: Below) -> None:
    """Everything dark but what the spotlight takes in.

    Args:
        painter: in window units.
        ink: the theme.
        spot: what is lit.
        camera: that of the picture.
        room: the picture in the window.
        below: paints the picture through a camera; what was paled is clear in the light.
    """
    dark = QPainterPath()
    dark.addRect(room)
    light = QPainterPath()
    if spot.around is None:
        light.addEllipse(_at(spot.place, camera), SPOT_RADIUS * room.height(), SPOT_RADIUS * room.height())
    else:
        corner = _at(Point(spot.around.x, spot.around.y), camera)
        lit = QRectF(corner.x(), corner.y(), spot.around.width * camera.scale, spot.around.height * camera.scale)
        light.addRoundedRect(lit, _CORNER * camera.scale, _CORNER * camera.scale)
    _paint_within(painter, ink, light, camera, below)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_faded(QColor(Qt.GlobalColor.black), _DARK))
    painter.drawPath(dark.subtracted(light))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink.role(Role.ACCENT), 3.0))
    painter.drawPath(light)


def paint_lens(painter: QPainter, ink: Ink, lens: Lens, camera: Camera, room: QRectF, below: Below) -> None:
    """A round part of the picture, enlarged.

    Args:
        painter: in window units.
        ink: the theme.
        lens: where it lies and how much it enlarges.
        camera: that of the picture.
        room: the picture in the window.
        below: paints the picture through a camera.
    """
    place, radius = _at(lens.place, camera), LENS_RADIUS * room.height()
    glass = QPainterPath()
    glass.addEllipse(place, radius, radius)
    scale = camera.scale * lens.power
    near = Camera(scale, place.x() - lens.place.x * scale, place.y() - lens.place.y * scale)
    _paint_within(painter, ink, glass, near, below)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink.role(Role.ACCENT), max(2.0, _RIM * room.height())))
    painter.drawPath(glass)


def _paint_within(painter: QPainter, ink: Ink, shape: QPainterPath, camera: Camera, below: Below) -> None:
    """The picture, seen through a camera, in a shape of the window."""
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(shape.boundingRect(), ink.role(Role.CANVAS))
    below(painter, camera)
    painter.restore()


def paint_sketch(painter: QPainter, ink: Ink, shades: Sequence[Shade], camera: Camera) -> None:
    """The strokes of the pen."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke, opacity in shades:
        pen = QPen(_faded(ink.role(stroke.colour), opacity), max(1.0, stroke.width * camera.scale))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(_line(stroke, camera))


def _line(stroke: Stroke, camera: Camera) -> QPainterPath:
    """The stroke as a smooth line: through the middles between its points."""
    points = [_at(point, camera) for point in stroke.points]
    path = QPainterPath(points[0])
    for before, point in pairwise(points):
        path.quadTo(before, (before + point) / 2)
    path.lineTo(points[-1] + QPointF(0.01, 0.0))  # a mere dot is seen too
    return path


def _at(place: Point, camera: Camera) -> QPointF:
    window = camera.to_window(place)
    return QPointF(window.x, window.y)


def _faded(colour: QColor, opacity: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(min(1.0, max(0.0, opacity)))
    return faded
