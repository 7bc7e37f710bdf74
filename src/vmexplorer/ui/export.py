"""Pictures of the map written to files, by the painter of the screen and without a display."""

from __future__ import annotations

import os
from functools import partial

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QGuiApplication, QPainter

from vmexplorer import resources
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.packs import load_pack
from vmexplorer.app.request import ExportRequest
from vmexplorer.drawing.theme import Role, find_theme
from vmexplorer.stage.state import StageState
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.caption_painter import BAND, paint_caption
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.scene_painter import paint_picture
from vmexplorer.ui.canvas.token_painter import SIZE
from vmexplorer.ui.picture_file import write_picture

_DESIGN_HEIGHT = 1080.0
_MARGIN = 0.02  # free border as a share of the height


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
    write_picture(request.out, size, partial(paint, ink=ink, state=state, size=size))
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
    painter.fillRect(room, ink.role(Role.CANVAS))
    margin = size.height() * _MARGIN
    band = BAND * scale if state.caption else 0.0
    paint_picture(painter, ink, state, room.adjusted(margin, margin, -margin, -margin - band), SIZE * scale)
    if state.caption:
        paint_caption(painter, ink, state.caption, QRectF(0, size.height() - band, size.width(), band))
