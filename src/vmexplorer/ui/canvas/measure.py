"""How long a unit of the window is in a picture, and by how much what is written small grows there to stay readable."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from vmexplorer.drawing.theme import NAMES
from vmexplorer.ui.canvas.ink import Ink


def pixel_of(painter: QPainter, ink: Ink, scale: float) -> float:
    """How many scene units are one unit of the window, in steps, so that what is arranged for it can be kept.

    In a window with larger texts its unit is longer by as much.

    Args:
        painter: what is painted on.
        ink: what is painted with.
        scale: device pixels per scene unit.
    """
    return round(painter.device().devicePixelRatioF() * ink.texts / scale, 2)


def growth(painter: QPainter, ink: Ink, scale: float, size: float, least: float) -> float:
    """By how much a text is made larger so that it can be read; in a theme with large names by more.

    Args:
        painter: what is painted on.
        ink: what is painted with.
        scale: device pixels per scene unit.
        size: the font size as designed, in scene units.
        least: the font size that can be read, in window units.
    """
    return max(1.0, least * max(1.0, ink.theme.names / NAMES) * pixel_of(painter, ink, scale) / size)
