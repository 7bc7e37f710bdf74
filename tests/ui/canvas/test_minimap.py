"""The small map: there while it is needed, and a second way to move."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.maps import LEFT, click, double_click, drag_with, image, move, share_of, show_map, still, turn
from tests.helpers.widgets import ink
from vmexplorer.drawing.theme import Role
from vmexplorer.stage import camera as cameras
from vmexplorer.ui.canvas.canvas import Canvas
from vmexplorer.ui.canvas.minimap import Minimap


def small_map(canvas: Canvas) -> Minimap:
    found = canvas.findChild(Minimap)
    assert found is not None
    return found


@pytest.fixture
def near(canvas: Canvas) -> Canvas:
    """The overview at three times its fitted size."""
    canvas.zoom(3.0)
    return canvas


def middle(canvas: Canvas) -> tuple[float, float]:
    """The middle of what is seen, as shares of the scene."""
    centre = canvas.seen().centre
    return centre.x / canvas.scene.width, centre.y / canvas.scene.height


def test_seen_only_while_zoomed_in(canvas: Canvas) -> None:
    minimap = small_map(canvas)
    assert not minimap.isVisible()
    canvas.zoom(1.01)
    assert not minimap.isVisible()
    canvas.zoom(1.5)
    assert minimap.isVisible()
    canvas.fit()
    assert not minimap.isVisible()
    canvas.zoom(0.8)
    assert not minimap.isVisible()


def test_window_that_was_fitted_while_it_was_hidden_has_none(near: Canvas) -> None:
    window = near.window()
    window.hide()
    near.fit()
    window.show()
    assert not small_map(near).isVisible()


def test_stands_in_the_lower_right_corner(near: Canvas) -> None:
    for size in ((1000, 700), (640, 480)):
        near.resize(*size)
        room = small_map(near).geometry()
        assert (room.right(), room.bottom()) == (near.width() - 15, near.height() - 15)
        assert room.width() / room.height() == pytest.approx(near.scene.width / near.scene.height, rel=0.02)


def test_click_brings_the_place_to_the_middle(near: Canvas) -> None:
    minimap = small_map(near)
    click(minimap, QPoint(minimap.width() * 3 // 4, minimap.height() // 4))
    assert middle(near) == pytest.approx((0.75, 0.25), abs=0.02)
    assert near.camera.scale == pytest.approx(cameras.fit(near.scene, near.width(), near.height()).scale * 3)


def test_drag_takes_the_picture_along(near: Canvas) -> None:
    minimap = small_map(near)
    drag_with(minimap, QPoint(60, 60), QPoint(100, 80), minimap.rect().center())
    assert middle(near) == pytest.approx((0.5, 0.5), abs=0.02)


def test_pointer_over_it_moves_nothing(near: Canvas) -> None:
    before = near.camera
    move(small_map(near), QPoint(20, 20))
    assert near.camera == before


def test_double_click_fits(near: Canvas) -> None:
    minimap = small_map(near)
    double_click(minimap, QPoint(20, 20))
    assert near.camera == cameras.fit(near.scene, near.width(), near.height())
    assert not minimap.isVisible()


def test_click_on_it_chooses_nothing_below(near: Canvas, qtbot: QtBot) -> None:
    signals = (near.component_chosen, near.link_chosen, near.background_chosen)
    with (
        qtbot.assertNotEmitted(signals[0]),
        qtbot.assertNotEmitted(signals[1]),
        qtbot.assertNotEmitted(signals[2]),
    ):
        click(small_map(near), QPoint(100, 60))


def test_wheel_over_it_zooms_the_map(near: Canvas) -> None:
    before = near.camera.scale
    turn(small_map(near), QPoint(50, 50), notches=1)
    assert near.camera.scale > before


def test_frame_shows_what_is_seen(near: Canvas) -> None:
    minimap = small_map(near)
    before = image(minimap)
    near.pan(-150.0, 0.0)
    assert image(minimap) != before
    assert share_of(image(minimap), ink().role(Role.ACCENT), 1) > 0.005


def test_another_theme_and_another_view_are_shown(near: Canvas) -> None:
    near.set_ink(ink("light"))
    minimap = small_map(near)
    assert share_of(image(minimap), ink("dark").role(Role.PANEL), 2) == 0.0
    assert share_of(image(minimap), ink("light").role(Role.ZONE), 2) > 0.1
    overview = image(minimap)
    near.show_state(still("overview", "e3"))
    assert image(minimap) != overview


def test_press_of_another_button_moves_nothing(near: Canvas) -> None:
    before = near.camera
    click(small_map(near), QPoint(20, 20), Qt.MouseButton.RightButton)
    assert near.camera == before


def test_without_life_there_is_none(qtbot: QtBot) -> None:
    canvas = show_map(qtbot, still(), alive=False)
    canvas.zoom(3.0)
    assert canvas.findChild(Minimap) is None
    QTest.mouseClick(canvas, LEFT)
