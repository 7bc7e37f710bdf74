"""The still picture in tiles, kept per zoom level and painted a few at a time.

A tile is a square pixmap of the scene at one scale. Panning then only blits; after a zoom
the tiles of the old scale are shown stretched until the new ones are ready, over tiles that
hold the whole scene, so that no place is ever empty.
"""

from __future__ import annotations

from math import ceil, floor
from time import perf_counter

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.camera import Camera
from vmexplorer.stage.state import StageState
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.scene_painter import paint_still

TILE = 512  # device pixels
SLICE = 0.005  # seconds of painting before the event loop gets its turn
_KEPT = 96  # tiles of the present scale: 96 MB at most

Kept = tuple[dict[tuple[int, int], QPixmap], float]  # tiles by column and row, and their scale


class Tiles:
    """Tiles of one still picture at one scale, and finished pictures to bridge a zoom."""

    def __init__(self) -> None:
        self._tiles: dict[tuple[int, int], QPixmap] = {}
        self._scale = 0.0
        self._ink: Ink | None = None
        self._state: StageState | None = None
        self._wanted: list[tuple[int, int]] = []
        self._ahead: Kept = ({}, 0.0)  # tiles for the end of a flight
        self._coming: list[tuple[int, int]] = []  # those of them that are still to be painted
        self.fresh = False  # the screen shows a picture painted at once, as sharp as tiles
        self._old: Kept = ({}, 1.0)  # the last window that was finished
        self._whole: Kept = ({}, 1.0)  # the last finished tiles that held the whole scene

    @property
    def pending(self) -> bool:
        """Whether visible tiles are still to be painted."""
        return bool(self._wanted or self._coming)

    @property
    def busy(self) -> bool:
        """Whether there is something to paint now: on the way to an expected camera nothing else is."""
        return bool(self._coming) or (bool(self._wanted) and not self._ahead[1])

    @property
    def bare(self) -> bool:
        """Whether some place of the window has nothing to show, not even of another scale."""
        return bool(self._wanted) and not self._whole[0]

    def show(self, state: StageState, ink: Ink) -> None:
        """Takes another still picture; what was painted of the old one is dropped."""
        if self._ink is ink and self._state is not None and _same(self._state, state):
            self._state = state
            return
        self._ink, self._state = ink, state
        self._tiles.clear()
        self._old = self._whole = ({}, 1.0)
        self.expect_nothing()

    def expect(self, camera: Camera, width: int, height: int, ratio: float) -> None:
        """Lets the tiles of a camera be painted before it arrives, those under way are then left out."""
        scale = camera.scale * ratio
        if scale != self._scale:
            self._ahead, self._coming = ({}, scale), _visible(camera, width, height, ratio)

    def expect_nothing(self) -> None:
        """The camera that was expected does not arrive."""
        self._ahead, self._coming = ({}, 0.0), []

    def draw(self, painter: QPainter, camera: Camera, width: int, height: int, ratio: float) -> bool:
        """Blits what is there; returns whether every visible tile was sharp.

        Args:
            painter: in window units.
            camera: which part of the scene is shown.
            width: width of the window in window units.
            height: height likewise.
            ratio: device pixels per window unit.
        """
        visible = self.want(camera, width, height, ratio)
        self.fresh = False
        left, top = -round(camera.x * ratio), -round(camera.y * ratio)
        if self._wanted:
            self._draw_kept(painter, camera, self._whole)
            self._draw_kept(painter, camera, self._old)
        for column, row in visible:
            tile = self._tiles.get((column, row))
            if tile is not None:
                corner = QPointF((column * TILE - left) / ratio, (row * TILE - top) / ratio)
                painter.drawPixmap(corner, tile)
        return not self._wanted

    def want(self, camera: Camera, width: int, height: int, ratio: float) -> list[tuple[int, int]]:
        """Notes which tiles a window needs, and returns all of them."""
        scale = camera.scale * ratio
        if scale != self._scale:
            # Half a picture would leave holes; the one before it is the better bridge.
            if self._tiles and not self._wanted:
                self._old = (dict(self._tiles), self._scale)
            self._tiles.clear()
            self._scale = scale
            if scale == self._ahead[1]:
                self._tiles = self._ahead[0]
                self.expect_nothing()
        visible = _visible(camera, width, height, ratio)
        self._wanted = [place for place in visible if place not in self._tiles]
        self.fresh = self.bare
        return visible

    def work(self, seconds: float, ratio: float) -> bool:
        """Paints wanted tiles until the time is used up (at least one); returns whether they are in sight."""
        end = perf_counter() + seconds
        ahead, scale = self._ahead
        while self._coming:
            place = self._coming.pop(0)
            ahead[place] = self._painted(place, scale, ratio)
            if perf_counter() >= end:
                break
        if scale:
            # Those of the scales on the way there would be gone with the next picture.
            return False
        while self._wanted:
            place = self._wanted.pop(0)
            self._tiles[place] = self._painted(place, self._scale, ratio)
            if perf_counter() >= end:
                break
        if not self._wanted:
            self._old = ({}, 1.0)
            if self._holds_all():
                self._whole = (dict(self._tiles), self._scale)
        while len(self._tiles) > _KEPT:
            del self._tiles[next(iter(self._tiles))]
        return True

    def _painted(self, place: tuple[int, int], scale: float, ratio: float) -> QPixmap:
        """One tile; outside the scene it shows the canvas colour."""
        pixmap = QPixmap(TILE, TILE)
        pixmap.setDevicePixelRatio(ratio)
        state, ink = self._state, self._ink
        if state is None or ink is None:
            return pixmap
        pixmap.fill(ink.role(Role.CANVAS))
        size = TILE / scale
        clip = Rect(place[0] * size, place[1] * size, size, size)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.translate(-place[0] * TILE / ratio, -place[1] * TILE / ratio)
        painter.scale(scale / ratio, scale / ratio)
        paint_still(painter, ink, state, scale, clip)
        painter.end()
        return pixmap

    def _holds_all(self) -> bool:
        """Whether the tiles show every place of the scene."""
        scene = self._state.layout.scene if self._state else Rect(0.0, 0.0, 0.0, 0.0)
        columns, rows = ceil(scene.width * self._scale / TILE), ceil(scene.height * self._scale / TILE)
        return all((column, row) in self._tiles for column in range(columns) for row in range(rows))

    def _draw_kept(self, painter: QPainter, camera: Camera, kept: Kept) -> None:
        """Tiles of a former scale, stretched to the present one."""
        tiles, scale = kept
        size = TILE / scale * camera.scale
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        for (column, row), tile in tiles.items():
            room = QRectF(column * size + camera.x, row * size + camera.y, size, size)
            painter.drawPixmap(room, tile, QRectF(0, 0, TILE, TILE))


def _visible(camera: Camera, width: int, height: int, ratio: float) -> list[tuple[int, int]]:
    """Columns and rows of the tiles in a window."""
    left, top = -round(camera.x * ratio), -round(camera.y * ratio)
    columns = range(floor(left / TILE), ceil((left + width * ratio) / TILE))
    rows = range(floor(top / TILE), ceil((top + height * ratio) / TILE))
    return [(column, row) for row in rows for column in columns]


def _same(one: StageState, other: StageState) -> bool:
    """Whether the still pictures of two states are the same."""
    same_parts = one.layout == other.layout and one.rest == other.rest
    return same_parts and one.tags == other.tags and one.ghosts == other.ghosts
