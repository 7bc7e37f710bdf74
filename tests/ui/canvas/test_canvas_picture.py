"""What the map keeps when things change, and a picture that is never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.maps import (
    click,
    differing,
    image,
    share_of,
    sharp,
    show_map,
    still,
    window_rect,
)
from tests.helpers.widgets import ink, present
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.theme import Role
from vmexplorer.stage import camera as cameras
from vmexplorer.stage.camera import Camera, between
from vmexplorer.stage.state import BoxLook, BoxRole
from vmexplorer.ui.canvas.canvas import Canvas

ROUNDING = 3  # levels of a colour that nobody sees
SLIVERS = 40  # pixels in which lines may differ where two tiles meet


def fitted(canvas: Canvas) -> Camera:
    return cameras.fit(canvas.scene, canvas.width(), canvas.height())


# What stays when things change


@pytest.mark.parametrize("again", [False, True])
def test_resize_keeps_a_fitted_scene_fitted(canvas: Canvas, again: bool) -> None:
    if again:
        canvas.zoom(2.0)
        canvas.fit()
    canvas.resize(700, 520)
    assert canvas.camera == fitted(canvas)


def test_resize_keeps_fitted_what_a_flight_has_fitted(canvas: Canvas, qtbot: QtBot) -> None:
    assert canvas.flight is not None
    canvas.zoom(2.0)
    canvas.flight.seconds = 0.05
    canvas.fit()
    qtbot.waitUntil(lambda: canvas.camera == fitted(canvas))
    canvas.resize(700, 520)
    assert canvas.camera == fitted(canvas)


def test_resize_leaves_a_camera_that_the_hand_has_moved(canvas: Canvas) -> None:
    canvas.zoom(2.0)
    before = canvas.camera
    canvas.resize(980, 690)
    assert canvas.camera == before


def test_another_view_is_fitted_and_another_era_is_not(canvas: Canvas) -> None:
    canvas.zoom(2.0)
    before = canvas.camera
    canvas.show_state(still("overview", "e8"))
    assert canvas.camera == before
    canvas.show_state(still("vm", "e8"))
    assert canvas.camera == fitted(canvas)


def test_ring_goes_with_the_box_that_another_era_does_not_have(canvas: Canvas) -> None:
    canvas.set_focus_box("envoy")
    canvas.show_state(still("overview", "e5"))
    assert canvas.focus_box == ""
    canvas.set_focus_box("hostd")
    canvas.show_state(still("overview", "e6"))
    assert canvas.focus_box == "hostd"


def test_ring_is_brought_into_sight(canvas: Canvas) -> None:
    canvas.zoom(4.0, QPointF(0.0, 0.0))
    box = canvas.box("ntpd")
    assert box is not None
    assert not canvas.seen().contains(box.rect.centre)
    canvas.set_focus_box("ntpd")
    assert canvas.seen().contains(box.rect.centre)


@pytest.mark.parametrize("way", [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1)])
def test_the_scene_cannot_be_lost(canvas: Canvas, way: tuple[int, int]) -> None:
    for scale in (1.0, 3.0):
        canvas.fit()
        canvas.zoom(scale)
        canvas.pan(way[0] * 9000.0, way[1] * 9000.0)
        assert window_rect(canvas, canvas.scene).overlaps(Rect(0.0, 0.0, canvas.width(), canvas.height()))
        assert share_of(image(canvas), ink().role(Role.CANVAS)) < 0.999


# The picture


def fresh_image(qtbot: QtBot, canvas: Canvas) -> QImage:
    """What a canvas that has shown nothing before paints at once for the same camera."""
    assert canvas.state is not None
    other = Canvas(ink())
    other.resize(canvas.size())
    other.show_state(canvas.state)
    # Before it is shown: tiles that are finished for another camera would be stretched to this one.
    other.set_camera(canvas.camera)
    return image(present(qtbot, other, canvas.width(), canvas.height()))


def test_picture_becomes_sharp_after_a_zoom(qtbot: QtBot) -> None:
    canvas = show_map(qtbot, still(), alive=False)
    sharp(qtbot, canvas)
    canvas.zoom(1.7, QPointF(420.0, 300.0))
    stretched = image(canvas)
    assert not canvas.sharp
    clear = sharp(qtbot, canvas)
    assert stretched != clear
    assert differing(clear, fresh_image(qtbot, canvas), ROUNDING) < SLIVERS


def test_picture_under_a_selection_becomes_sharp_too(qtbot: QtBot) -> None:
    state = still()._replace(boxes=(BoxLook("hostd", BoxRole.SELECTED, 0.8),), veil=0.5)
    canvas = show_map(qtbot, state, alive=False)
    sharp(qtbot, canvas)
    canvas.zoom(1.7, QPointF(420.0, 300.0))
    image(canvas)
    assert differing(sharp(qtbot, canvas), fresh_image(qtbot, canvas), ROUNDING) < SLIVERS


def test_nothing_goes_missing_on_a_flight(canvas: Canvas, qtbot: QtBot) -> None:
    ground = ink().role(Role.CANVAS)
    sharp(qtbot, canvas)
    start, end = canvas.camera, cameras.fit(Rect(350.0, 250.0, 300.0, 210.0), canvas.width(), canvas.height())
    for begin, goal in ((start, end), (end, start)):
        for share in range(1, 8):
            canvas.set_camera(between(begin, goal, share / 8, canvas.width(), canvas.height()))
            with qtbot.waitSignal(canvas._tile_timer.timeout):
                canvas.repaint()
            missing = share_of(image(canvas), ground)
            clear = show_map(qtbot, still(), alive=False)
            clear.set_camera(canvas.camera)
            assert missing <= share_of(image(clear), ground) + 0.03, share


def test_nothing_goes_missing_when_the_view_changes(canvas: Canvas, qtbot: QtBot) -> None:
    sharp(qtbot, canvas)
    canvas.show_state(still("vm"))
    at_once = image(canvas)
    with qtbot.waitSignal(canvas._tile_timer.timeout):
        canvas.repaint()
    assert image(canvas) == at_once
    assert differing(sharp(qtbot, canvas), at_once, ROUNDING) < SLIVERS


def test_first_picture_is_announced_once(qtbot: QtBot) -> None:
    canvas = Canvas(ink())
    canvas.resize(600, 400)
    canvas.show_state(still())
    heard: list[int] = []
    canvas.painted.connect(lambda: heard.append(1))
    qtbot.addWidget(canvas)
    canvas.show()
    qtbot.waitUntil(lambda: heard == [1])
    image(canvas)
    canvas.show_state(still("vm"))
    sharp(qtbot, canvas)
    assert heard == [1]


def test_another_theme_repaints_everything(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.zoom(2.5)
    sharp(qtbot, canvas)
    canvas.set_ink(ink("light"))
    assert share_of(image(canvas), ink("dark").role(Role.CARD)) == 0.0
    assert share_of(sharp(qtbot, canvas), ink("light").role(Role.CARD)) > 0.01


def test_without_a_state_there_is_only_ground(qtbot: QtBot) -> None:
    canvas = Canvas(ink())
    canvas.enliven()
    qtbot.addWidget(canvas)
    canvas.resize(300, 200)
    canvas.show()
    assert share_of(image(canvas), ink().role(Role.CANVAS)) == 1.0
    click(canvas, QPoint(10, 10))
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert canvas.focus_box == ""
