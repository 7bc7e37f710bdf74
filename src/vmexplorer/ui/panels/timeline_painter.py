"""Paints a timeline: track, ticks at the ends of steps, head, labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.timeline_labels import Label

HEIGHT, TRACK_Y, LABEL_TOP, LABEL_SIZE = 62.0, 31.0, 43.0, 12.0  # the track is halfway down, as the buttons beside it
HEAD = 8.5
_TRACK, _TICK, _SMALLEST_TICK, _LINE = 5.0, 5.5, 2.5, 1.8


class Track(NamedTuple):
    """Where things lie on a track, in pixels.

    ``step`` is the current one, ``apart`` the least distance between two ticks
    and ``scale`` that of the text.
    """

    left: float
    right: float
    head: float
    ticks: Sequence[float]
    step: int
    apart: float
    scale: float


def paint_track(painter: QPainter, ink: Ink, track: Track) -> None:
    """The track with its played part and the ticks, finished ones filled."""
    played, y, thickness = ink.kind(Kind.VCENTER), TRACK_Y * track.scale, _TRACK * track.scale
    painter.setPen(Qt.PenStyle.NoPen)
    for right, colour in ((track.right, ink.role(Role.ZONE_LINE)), (track.head, played)):
        painter.setBrush(colour)
        room = QRectF(track.left, y - thickness / 2, right - track.left, thickness)
        painter.drawRoundedRect(room, thickness / 2, thickness / 2)
    radius = min(_TICK * track.scale, max(_SMALLEST_TICK, track.apart * 0.36))
    for x in track.ticks:
        done = x <= track.head
        painter.setPen(QPen(played if done else ink.role(Role.FAINT), _LINE * track.scale))
        painter.setBrush(played if done else ink.role(Role.PANEL))
        painter.drawEllipse(QPointF(x, y), radius, radius)


def paint_head(painter: QPainter, ink: Ink, track: Track, *, focused: bool) -> None:
    """The head, with a ring while the keyboard moves it."""
    middle = QPointF(track.head, TRACK_Y * track.scale)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.role(Role.TEXT))
    painter.drawEllipse(middle, HEAD * track.scale, HEAD * track.scale)
    if focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink.role(Role.ACCENT), 2.0))
        painter.drawEllipse(middle, HEAD * track.scale + 2.5, HEAD * track.scale + 2.5)


def paint_labels(painter: QPainter, ink: Ink, track: Track, labels: Sequence[Label], names: Sequence[str]) -> None:
    """The labels under the ticks; the current one stands out."""
    painter.setFont(label_font(track.scale))
    for label in labels:
        painter.setPen(ink.role(Role.TEXT if label.step == track.step else Role.SOFT))
        room = QRectF(label.left, LABEL_TOP * track.scale, label.right - label.left + 1.0, 18.0 * track.scale)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, names[label.step])


def label_font(scale: float) -> QFont:
    """The font of the labels."""
    return fonts.font(LABEL_SIZE * scale)
