"""Many small messages at once: each a dot in its colour, at its place on its path."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from tests.helpers.widgets import ink
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.geometry import Path, Point
from vmexplorer.stage.camera import Camera
from vmexplorer.ui.canvas.crowd import Crowd

PATH = Path([Point(10.0, 10.0), Point(110.0, 10.0), Point(110.0, 60.0)])
GROUND = QColor("black")
ONE_TO_ONE = Camera(1.0, 0.0, 0.0)


def painted(crowd: Crowd, camera: Camera = ONE_TO_ONE, theme: str = "dark", ratio: float = 1.0) -> QImage:
    picture = QImage(round(300 * ratio), round(200 * ratio), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    picture.fill(GROUND)
    painter = QPainter(picture)
    crowd.paint(painter, ink(theme), camera)
    painter.end()
    return picture


@pytest.fixture
def crowd(qapp: object) -> Crowd:
    return Crowd()


@pytest.mark.parametrize(("progress", "place"), [(0.0, (10, 10)), (2 / 3, (110, 10)), (1.0, (110, 60))])
def test_dot_is_where_its_progress_says(crowd: Crowd, progress: float, place: tuple[int, int]) -> None:
    crowd.show([(PATH, progress, Kind.KERNEL)])
    picture = painted(crowd)
    assert picture.pixelColor(*place) == ink().kind(Kind.KERNEL)
    assert picture.pixelColor(place[0] + 12, place[1] + 12) == GROUND


def test_dots_keep_their_size_whatever_the_zoom(crowd: Crowd) -> None:
    crowd.show([(PATH, 0.0, Kind.KERNEL)])
    sizes = []
    for scale in (0.5, 1.0, 3.0):
        picture = painted(crowd, Camera(scale, 5.0, 7.0))
        inked = [(x, y) for x in range(300) for y in range(200) if picture.pixelColor(x, y) != GROUND]
        assert (round(10 * scale + 5), round(10 * scale + 7)) in inked
        sizes.append(max(x for x, _ in inked) - min(x for x, _ in inked))
    assert len(set(sizes)) == 1


def test_each_has_the_colour_of_its_sender(crowd: Crowd) -> None:
    crowd.show([(PATH, 0.0, Kind.STORAGE), (PATH, 1.0, Kind.VCENTER)])
    picture = painted(crowd)
    assert picture.pixelColor(10, 10) == ink().kind(Kind.STORAGE)
    assert picture.pixelColor(110, 60) == ink().kind(Kind.VCENTER)


def test_nobody_leaves_the_picture_alone(crowd: Crowd) -> None:
    crowd.show([(PATH, 0.5, Kind.KERNEL)])
    crowd.show([])
    empty = QImage(300, 200, QImage.Format.Format_RGB32)
    empty.fill(GROUND)
    assert painted(crowd) == empty


def test_another_theme_needs_other_sprites(crowd: Crowd) -> None:
    crowd.show([(PATH, 0.0, Kind.KERNEL)])
    painted(crowd)
    crowd.clear()
    assert painted(crowd, theme="light").pixelColor(10, 10) == ink("light").kind(Kind.KERNEL)


def test_fine_screens_get_fine_dots(crowd: Crowd) -> None:
    crowd.show([(PATH, 0.0, Kind.KERNEL)])
    picture = painted(crowd, ratio=2.0)
    assert picture.pixelColor(20, 20) == ink().kind(Kind.KERNEL)
    row = [x for x in range(600) if picture.pixelColor(x, 20) != GROUND]
    assert 14 <= len(row) <= 20


def test_same_crowd_gives_the_same_pixels(crowd: Crowd) -> None:
    crowd.show([(PATH, step / 40, Kind.CLIENT) for step in range(41)])
    assert painted(crowd) == painted(crowd)
