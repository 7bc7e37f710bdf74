"""Paints what the window opens with, to be kept for the next start."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from vmexplorer.app.explorer import Explorer
from vmexplorer.app.opening import Opening
from vmexplorer.stage.camera import fit
from vmexplorer.ui.canvas.canvas import Canvas
from vmexplorer.ui.canvas.ground import Ground


def painted(explorer: Explorer, canvas: Canvas) -> Opening:
    """The home view at rest, as a canvas of this size opens with it."""
    state, ratio = explorer.home_state(), canvas.devicePixelRatioF()
    size = QSize(round(canvas.width() * ratio), round(canvas.height() * ratio))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    ground = Ground()
    ground.show(state, canvas.ink)
    painter = QPainter(image)
    ground.paint(painter, fit(state.layout.scene, canvas.width(), canvas.height()), canvas.size(), ratio)
    painter.end()
    pixels = bytes(image.constBits())
    return Opening(explorer.atlas.manifest.name, canvas.ink.theme.id, size.width(), size.height(), pixels)
