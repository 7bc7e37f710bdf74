"""Pictures of the map written to files, by the painter of the screen and without a display."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSaveFile, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from vmexplorer import resources
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.packs import load_pack
from vmexplorer.app.request import ExportRequest
from vmexplorer.drawing.theme import Role, find_theme
from vmexplorer.errors import VmexplorerError
from vmexplorer.stage.state import StageState
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.caption_painter import BAND, paint_caption
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.scene_painter import paint_picture
from vmexplorer.ui.canvas.token_painter import SIZE

_DESIGN_HEIGHT = 1080.0
_MARGIN = 0.02  # free border as a share of the height


class ExportError(VmexplorerError):
    """A picture that could not be written; nothing was left behind."""


def export_picture(request: ExportRequest) -> None:
    """Writes one picture.

    Raises:
        PackError: the pack is broken.
        UnknownNameError: the theme does not exist.
        ExportError: the file cannot be written; no half file remains.
    """
    if not QGuiApplication.instance():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(["vmexplorer"])
    fonts.load()
    state = _state(request)
    ink = Ink(find_theme(resources.root() / "themes", request.theme))
    size = QSize(request.width, request.height)
    svg = request.out.suffix.casefold() == ".svg"
    data = _svg(state, ink, size, request.out.stem) if svg else _png(state, ink, size)
    _write(request.out, data)
    del app


def _state(request: ExportRequest) -> StageState:
    """What the picture shows."""
    explorer = Explorer(load_pack(request.pack))
    explorer.show_era(request.era)
    explorer.show_view(request.view)
    if request.flow is not None:
        explorer.tell(request.flow)
        explorer.player.seek(request.at or 0.0)
    return explorer.state()


def paint(painter: QPainter, ink: Ink, state: StageState, size: QSize) -> None:
    """The picture with its caption, if a flow is told."""
    scale = size.height() / _DESIGN_HEIGHT
    room = QRectF(0, 0, size.width(), size.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(room, ink.role(Role.CANVAS))
    margin = size.height() * _MARGIN
    band = BAND * scale if state.caption else 0.0
    paint_picture(painter, ink, state, room.adjusted(margin, margin, -margin, -margin - band), SIZE * scale)
    if state.caption:
        paint_caption(painter, ink, state.caption, QRectF(0, size.height() - band, size.width(), band))


def _png(state: StageState, ink: Ink, size: QSize) -> QByteArray:
    image = QImage(size, QImage.Format.Format_RGB32)
    if image.isNull():
        raise ExportError(
            f"a picture of {size.width()}x{size.height()} does not fit into memory; choose a smaller size"
        )
    painter = QPainter(image)
    paint(painter, ink, state, size)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG", 80):
        raise ExportError("the picture could not be packed as PNG")
    return data


def _svg(state: StageState, ink: Ink, size: QSize, title: str) -> QByteArray:
    data = QByteArray()
    buffer = QBuffer(data)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    painter = QPainter(generator)
    paint(painter, ink, state, size)
    painter.end()
    return data


def _write(path: Path, data: QByteArray) -> None:
    """Writes all or nothing."""
    file = QSaveFile(str(path))
    file.setDirectWriteFallback(False)
    opened = file.open(QIODevice.OpenModeFlag.WriteOnly)
    if not opened or file.write(data) != data.size() or not file.commit():
        raise ExportError(f"{path} cannot be written: {file.errorString()}")
