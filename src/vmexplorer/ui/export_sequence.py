"""The sequence diagram of a flow written to a file: all of it, as it stands when the flow is over."""

from __future__ import annotations

from math import ceil
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSaveFile, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from vmexplorer.drawing.theme import Role
from vmexplorer.errors import VmexplorerError
from vmexplorer.stage.sequence import SequenceLayout
from vmexplorer.stage.sequence_state import told
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.sequence_painter import paint


def export_sequence_svg(path: Path, layout: SequenceLayout, ink: Ink) -> None:
    """Writes the diagram as SVG, one unit for each scene unit. A QGuiApplication must exist.

    Raises:
        VmexplorerError: the flow has no steps, or the file cannot be written; no half file remains.
    """
    size = _size(path, layout, 1.0)
    data = QByteArray()
    buffer = QBuffer(data)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(path.stem)
    painter = QPainter(generator)
    _paint(painter, layout, ink, size, 1.0)
    painter.end()
    _write(path, data)


def export_sequence_png(path: Path, layout: SequenceLayout, ink: Ink, scale: float = 2.0) -> None:
    """Writes the diagram as PNG with ``scale`` pixels for each scene unit. A QGuiApplication must exist.

    Raises:
        VmexplorerError: the flow has no steps, the picture is too large for the memory, or the file
            cannot be written; no half file remains.
    """
    size = _size(path, layout, scale)
    image = QImage(size, QImage.Format.Format_RGB32)
    if image.isNull():
        measure = f"{size.width()}x{size.height()}"
        raise VmexplorerError(f"a picture of {measure} does not fit into memory; choose a smaller scale")
    painter = QPainter(image)
    _paint(painter, layout, ink, size, scale)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stub asks for bytes, which PySide refuses.
    if not image.save(buffer, "PNG", 80):  # type: ignore[call-overload]
        raise VmexplorerError(f"{path} cannot be written: the picture could not be packed as PNG")
    _write(path, data)


def _size(path: Path, layout: SequenceLayout, scale: float) -> QSize:
    if not layout.rows:
        raise VmexplorerError(f"{path} is not written: the flow has no steps in this era, so there is nothing to draw")
    return QSize(ceil(layout.scene.width * scale), ceil(layout.scene.height * scale))


def _paint(painter: QPainter, layout: SequenceLayout, ink: Ink, size: QSize, scale: float) -> None:
    fonts.load()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(0, 0, size.width(), size.height(), ink.role(Role.CANVAS))
    painter.scale(scale, scale)
    paint(painter, ink, layout, told(layout), scale)


def _write(path: Path, data: QByteArray) -> None:
    """Writes all or nothing."""
    file = QSaveFile(str(path))
    file.setDirectWriteFallback(False)
    opened = file.open(QIODevice.OpenModeFlag.WriteOnly)
    if not opened or file.write(data) != data.size() or not file.commit():
        raise VmexplorerError(f"{path} cannot be written: {file.errorString()}")
