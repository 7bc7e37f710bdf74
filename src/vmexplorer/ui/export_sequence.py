"""The sequence diagram of a flow written to a file: all of it, as it stands when the flow is over."""

from __future__ import annotations

from functools import partial
from math import ceil
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter

from vmexplorer.drawing.theme import Role
from vmexplorer.errors import VmexplorerError
from vmexplorer.stage.sequence import SequenceLayout
from vmexplorer.stage.sequence_state import told
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.sequence_painter import paint
from vmexplorer.ui.picture_file import write_picture


def export_sequence_svg(path: Path, layout: SequenceLayout, ink: Ink) -> None:
    """Writes the diagram as SVG, one unit for each scene unit. A QGuiApplication must exist.

    Raises:
        VmexplorerError: the flow has no steps, or the file cannot be written; no half file remains.
    """
    write_picture(path, _size(path, layout, 1.0), partial(_paint, layout=layout, ink=ink, scale=1.0))


def export_sequence_png(path: Path, layout: SequenceLayout, ink: Ink, scale: float = 2.0) -> None:
    """Writes the diagram as PNG with ``scale`` pixels for each scene unit. A QGuiApplication must exist.

    Raises:
        VmexplorerError: the flow has no steps, the picture is too large for the memory, or the file
            cannot be written; no half file remains.
    """
    write_picture(path, _size(path, layout, scale), partial(_paint, layout=layout, ink=ink, scale=scale))


def _size(path: Path, layout: SequenceLayout, scale: float) -> QSize:
    if not layout.rows:
        raise VmexplorerError(f"{path} is not written: the flow has no steps in this era, so there is nothing to draw")
    return QSize(ceil(layout.scene.width * scale), ceil(layout.scene.height * scale))


def _paint(painter: QPainter, layout: SequenceLayout, ink: Ink, scale: float) -> None:
    fonts.load()
    painter.fillRect(painter.viewport(), ink.role(Role.CANVAS))
    painter.scale(scale, scale)
    paint(painter, ink, layout, told(layout), scale)
