"""Pictures as files, PNG or SVG by the ending; a file is written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSaveFile, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from vmexplorer.errors import VmexplorerError

_SMALL = 80  # of 100: smaller files take longer to pack


class ExportError(VmexplorerError):
    """A picture that could not be written; nothing was left behind."""


def write_picture(path: Path, size: QSize, paint: Callable[[QPainter], None]) -> None:
    """Writes what ``paint`` draws.

    Args:
        path: ends in .svg or, for anything else, becomes a PNG.
        size: in pixels.
        paint: draws on a painter of that size with smooth edges.

    Raises:
        ExportError: the picture is too large, or the file cannot be written.
    """
    svg = path.suffix.casefold() == ".svg"
    data = _svg(path.stem, size, paint) if svg else _png(path, size, paint)
    file = QSaveFile(str(path))
    file.setDirectWriteFallback(False)
    opened = file.open(QIODevice.OpenModeFlag.WriteOnly)
    if not opened or file.write(data) != data.size() or not file.commit():
        raise ExportError(f"{path} cannot be written: {file.errorString()}")


def _png(path: Path, size: QSize, paint: Callable[[QPainter], None]) -> QByteArray:
    image = QImage(size, QImage.Format.Format_RGB32)
    if image.isNull():
        measure = f"{size.width()}x{size.height()}"
        raise ExportError(f"a picture of {measure} does not fit into memory; choose a smaller one")
    _draw(QPainter(image), paint)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(_SMALL)
    if not writer.write(image):
        raise ExportError(f"{path} cannot be written: the picture could not be packed as PNG")
    return data


def _svg(title: str, size: QSize, paint: Callable[[QPainter], None]) -> QByteArray:
    data = QByteArray()
    buffer = QBuffer(data)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    _draw(QPainter(generator), paint)
    return data


def _draw(painter: QPainter, paint: Callable[[QPainter], None]) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    paint(painter)
    painter.end()
