"""Everything of the picture but the messages under way, painted once and blitted while it lasts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from vmexplorer.drawing.theme import Role
from vmexplorer.stage.camera import Camera
from vmexplorer.stage.state import StageState
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.scene_painter import paint_live, paint_still
from vmexplorer.ui.canvas.tiles import SLICE, Tiles


class Ground:
    """Tiles of the still picture and, over them, the looks of the moment as one opaque picture."""

    def __init__(self) -> None:
        self._tiles = Tiles()
        self._state: StageState | None = None
        self._ink: Ink | None = None
        self._kept: tuple[object, QPixmap, bool] | None = None  # what it depends on, picture, whether it is sharp

    @property
    def pending(self) -> bool:
        """Whether visible tiles are still to be painted."""
        return self._tiles.pending

    @property
    def busy(self) -> bool:
        """Whether tiles can be painted now."""
        return self._tiles.busy

    def show(self, state: StageState, ink: Ink) -> None:
        """Takes the state to paint."""
        if ink is not self._ink:
            self._kept = None
        self._state, self._ink = state, ink
        self._tiles.show(state, ink)

    def paint(self, painter: QPainter, camera: Camera, size: QSize, ratio: float) -> bool:
        """Paints the ground in window units; returns False while sharp tiles are still to come.

        Args:
            painter: not transformed.
            camera: which part of the scene is shown.
            size: size of the window.
            ratio: device pixels per window unit.
        """
        state = self._state
        if state is None or self._ink is None:
            return True
        if state.veil == 0.0 and not state.boxes and not state.lines:
            self._kept = None
            return self._paint_tiles(painter, self._ink, state, camera, size, ratio)
        key = (camera, size, ratio, state.layout, state.veil, state.boxes, state.lines, state.tags, state.ghosts)
        if self._kept is None or self._kept[0] != key or not self._kept[2]:
            pixmap = QPixmap(size * ratio)
            pixmap.setDevicePixelRatio(ratio)
            below = QPainter(pixmap)
            sharp = self._paint_tiles(below, self._ink, state, camera, size, ratio)
            below.setRenderHint(QPainter.RenderHint.Antialiasing)
            to_screen = QTransform(camera.scale, 0, 0, camera.scale, camera.x, camera.y)
            paint_live(below, self._ink, state.ground(), to_screen)
            below.end()
            self._kept = (key, pixmap, sharp)
        painter.drawPixmap(0, 0, self._kept[1])
        return self._kept[2]

    def work(self, ratio: float) -> bool:
        """Paints a few tiles; returns whether the window should be painted anew."""
        fresh = self._tiles.fresh
        return self._tiles.work(SLICE, ratio) and not fresh

    def expect(self, camera: Camera | None, size: QSize, ratio: float) -> None:
        """Prepares for a camera that will arrive, or (None) for none."""
        if camera is None:
            self._tiles.expect_nothing()
        else:
            self._tiles.expect(camera, size.width(), size.height(), ratio)

    def _paint_tiles(
        self, painter: QPainter, ink: Ink, state: StageState, camera: Camera, size: QSize, ratio: float
    ) -> bool:
        # Not fillRect: asked with a colour it first builds a table of 180 gradients.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.role(Role.CANVAS))
        painter.drawRect(0, 0, size.width(), size.height())
        self._tiles.want(camera, size.width(), size.height(), ratio)
        if not self._tiles.bare:
            return self._tiles.draw(painter, camera, size.width(), size.height(), ratio)
        # With nothing to bridge it, the picture is painted at once, as sharp as tiles; its tiles follow.
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(round(camera.x * ratio) / ratio, round(camera.y * ratio) / ratio)
        painter.scale(camera.scale, camera.scale)
        paint_still(painter, ink, state, camera.scale * ratio, camera.seen(size.width(), size.height()))
        painter.restore()
        return False
