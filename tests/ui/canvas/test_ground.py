"""The ground of the picture: the same pixels every time, and those of the painter of files."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QTransform

from tests.helpers.maps import differing, still, told
from tests.helpers.widgets import ink
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.camera import Camera
from vmexplorer.stage.state import BoxLook, BoxRole, StageState
from vmexplorer.ui.canvas.ground import Ground
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.scene_painter import fitted, paint_live, paint_picture

SIZE = QSize(1300, 862)  # of the scene of the overview, so that one unit is one pixel
WHOLE = Camera(1.0, 0.0, 0.0)
ROUNDING, SLIVERS = 3, 40


def painted(ground: Ground, camera: Camera = WHOLE, size: QSize = SIZE, ratio: float = 1.0) -> QImage:
    picture = QImage(size * ratio, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    ground.paint(painter, camera, size, ratio)
    painter.end()
    return picture


def finished(ground: Ground, camera: Camera = WHOLE, size: QSize = SIZE, ratio: float = 1.0) -> QImage:
    """The picture when every tile is there."""
    painted(ground, camera, size, ratio)
    while ground.pending:
        ground.work(ratio)
    return painted(ground, camera, size, ratio)


def ground_of(state: StageState, theme: Ink | None = None) -> Ground:
    ground = Ground()
    ground.show(state, theme or ink())
    return ground


SELECTED = still()._replace(veil=0.6, boxes=(BoxLook("hostd", BoxRole.SELECTED, 0.8),))


@pytest.mark.parametrize("state", [still(), SELECTED, told("F01", 12.0)], ids=["rest", "selected", "flow"])
def test_painted_twice_gives_the_same_pixels(state: StageState) -> None:
    ground = ground_of(state)
    first = finished(ground)
    assert painted(ground) == first
    assert finished(ground_of(state)) == first


@pytest.mark.parametrize("theme", ["dark", "light", "projector"])
@pytest.mark.parametrize("seconds", [0.5, 12.0, 30.0])
def test_screen_and_files_show_the_same(theme: str, seconds: float) -> None:
    state, colours = told("F01", seconds), ink(theme)
    screen = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(screen)
    ground_of(state, colours).paint(painter, WHOLE, SIZE, 1.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_live(painter, colours, state.messages(), QTransform())
    painter.end()
    file = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(file)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(file.rect(), colours.role(Role.CANVAS))
    paint_picture(painter, colours, state, QRectF(file.rect()))
    painter.end()
    assert fitted(state.layout.scene, QRectF(file.rect())).isIdentity()
    assert screen == file


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_tiles_show_what_is_painted_at_once(ratio: float) -> None:
    for camera in (WHOLE, Camera(1.7, -310.4, -222.6)):
        at_once = painted(ground_of(still()), camera, QSize(560, 420), ratio)
        tiled = finished(ground_of(still()), camera, QSize(560, 420), ratio)
        assert differing(at_once, tiled, ROUNDING) < SLIVERS


def test_another_look_is_painted_and_the_old_one_comes_back(qapp: object) -> None:
    ground = ground_of(still())
    at_rest = finished(ground)
    ground.show(SELECTED, ink())
    assert finished(ground) != at_rest
    colours = ink()
    ground.show(still(), colours)
    assert finished(ground) == at_rest


def test_zoom_is_bridged_by_the_picture_before(qapp: object) -> None:
    ground = ground_of(still())
    finished(ground)
    near = Camera(2.0, -600.0, -400.0)
    bridged = painted(ground, near)
    assert ground.pending
    sharp = finished(ground, near)
    assert bridged != sharp
    # Stretched, but everything is there: letters differ, cards and frames do not.
    assert differing(bridged, sharp, 60) < SIZE.width() * SIZE.height() * 0.05


def test_pan_and_return_keep_the_tiles(qapp: object) -> None:
    ground = ground_of(still())
    near = Camera(2.0, -600.0, -400.0)
    first = finished(ground, near)
    finished(ground, near.moved(300.0, 0.0))
    assert painted(ground, near) == first
    assert not ground.pending


def test_nothing_to_show_paints_nothing(qapp: object) -> None:
    ground = Ground()
    picture = QImage(20, 20, QImage.Format.Format_RGB32)
    picture.fill(0xFF123456)
    painter = QPainter(picture)
    assert ground.paint(painter, WHOLE, QSize(20, 20), 1.0)
    painter.end()
    assert picture.pixel(10, 10) == 0xFF123456
