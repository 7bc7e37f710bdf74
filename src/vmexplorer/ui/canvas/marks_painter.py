"""Paints what belongs to the hand and not to the picture: the keyboard's ring and the zoom frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas.ink import Ink

_AWAY = 5.0  # of the ring from its box, in window units


def paint_ring(painter: QPainter, ink: Ink, box: QRectF) -> None:
    """The ring around the box that the keys act on."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink.role(Role.TEXT), 2.5))
    painter.drawRoundedRect(box.adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY), 13.0, 13.0)


def paint_band(painter: QPainter, ink: Ink, band: QRectF) -> None:
    """The frame of what is to be zoomed to."""
    painter.setBrush(ink.role(Role.ACCENT, 0.15))
    painter.setPen(QPen(ink.role(Role.ACCENT), 1.5))
    painter.drawRect(band)
