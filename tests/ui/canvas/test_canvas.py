"""The map under the hand: fit, zoom, pan, click, and a picture that is never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.maps import (
    LEFT,
    NONE,
    click,
    double_click,
    drag_with,
    image,
    move,
    place_of,
    sharp,
    show_map,
    told,
    turn,
    window_place,
    window_rect,
)
from vmexplorer.drawing.geometry import Point, Rect
from vmexplorer.stage import camera as cameras
from vmexplorer.stage.camera import Camera
from vmexplorer.ui.canvas.canvas import Canvas

MIDDLE = QPoint(500, 350)
BACKGROUND = QPoint(4, 350)  # the border around the scene


def fitted(canvas: Canvas) -> Camera:
    return cameras.fit(canvas.scene, canvas.width(), canvas.height())


def under(canvas: Canvas, place: QPoint) -> Point:
    return canvas.camera.to_scene(Point(place.x(), place.y()))


def near(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) < 0.01 and abs(one.y - other.y) < 0.01


# Fit and zoom


def test_the_whole_scene_is_shown_at_first(canvas: Canvas) -> None:
    seen = window_rect(canvas, canvas.scene)
    assert min(seen.x, seen.y, canvas.width() - seen.right, canvas.height() - seen.bottom) == pytest.approx(12.0)
    assert not canvas.zoomed_in


@pytest.mark.parametrize("control", [False, True])
def test_wheel_zooms_at_the_cursor(canvas: Canvas, control: bool) -> None:
    place = QPoint(700, 250)
    held, scale = under(canvas, place), canvas.camera.scale
    turn(canvas, place, notches=2, control=control)
    assert canvas.camera.scale == pytest.approx(scale * 1.44)
    assert near(under(canvas, place), held)
    turn(canvas, place, notches=-2, control=control)
    assert canvas.camera.scale == pytest.approx(scale)
    assert near(under(canvas, place), held)


def test_the_wheel_may_move_the_map_instead(canvas: Canvas) -> None:
    canvas.wheel_pans = True
    before = canvas.camera
    turn(canvas, MIDDLE, notches=1)
    assert canvas.camera == before.moved(0, 60)
    turn(canvas, MIDDLE, notches=-1, shift=True)
    assert canvas.camera == before.moved(-60, 60)
    turn(canvas, MIDDLE, notches=1, control=True)
    assert canvas.camera.scale == pytest.approx(before.scale * 1.2)


def test_two_fingers_pan(canvas: Canvas) -> None:
    before = canvas.camera
    turn(canvas, MIDDLE, pixels=QPoint(-30, 12))
    assert canvas.camera == before.moved(-30, 12)


def test_two_fingers_with_control_zoom(canvas: Canvas) -> None:
    held, scale = under(canvas, MIDDLE), canvas.camera.scale
    turn(canvas, MIDDLE, pixels=QPoint(0, 30), control=True)
    assert canvas.camera.scale > scale
    assert near(under(canvas, MIDDLE), held)


def test_zoom_has_bounds(canvas: Canvas) -> None:
    for _ in range(40):
        canvas.zoom(1.3)
    assert canvas.camera.scale == 4.0
    for _ in range(40):
        canvas.zoom(0.7)
    assert canvas.camera.scale == pytest.approx(fitted(canvas).scale * 0.6)


def test_actual_size_is_one_to_one_around_the_middle(canvas: Canvas) -> None:
    held = under(canvas, MIDDLE)
    canvas.actual_size()
    assert canvas.camera.scale == pytest.approx(1.0)
    assert near(under(canvas, MIDDLE), held)


# Dragging


def test_drag_pans_after_four_pixels(canvas: Canvas) -> None:
    before = canvas.camera
    drag_with(canvas, MIDDLE, MIDDLE + QPoint(2, 1))
    assert canvas.camera == before
    drag_with(canvas, MIDDLE, MIDDLE + QPoint(2, 2), MIDDLE + QPoint(60, -20))
    assert canvas.camera == before.moved(60, -20)


def test_middle_button_pans(canvas: Canvas) -> None:
    before = canvas.camera
    drag_with(canvas, MIDDLE, MIDDLE + QPoint(-40, 30), button=Qt.MouseButton.MiddleButton)
    assert canvas.camera == before.moved(-40, 30)


def test_drag_chooses_nothing(canvas: Canvas, qtbot: QtBot) -> None:
    signals = [canvas.component_chosen, canvas.link_chosen, canvas.background_chosen]
    start = place_of(canvas, "hostd")
    with qtbot.assertNotEmitted(signals[0]), qtbot.assertNotEmitted(signals[1]), qtbot.assertNotEmitted(signals[2]):
        drag_with(canvas, start, start + QPoint(20, 0), start)


def test_hand_closes_while_dragging(canvas: Canvas) -> None:
    QTest.mousePress(canvas, LEFT, NONE, MIDDLE)
    move(canvas, MIDDLE + QPoint(30, 0), LEFT)
    assert canvas.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    QTest.mouseRelease(canvas, LEFT, NONE, MIDDLE + QPoint(30, 0))
    assert canvas.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_shift_drag_zooms_to_the_frame(canvas: Canvas) -> None:
    start, end = QPoint(300, 200), QPoint(600, 410)
    framed = Rect(*under(canvas, start), 300 / canvas.camera.scale, 210 / canvas.camera.scale)
    drag_with(canvas, start, QPoint(450, 300), end, held=Qt.KeyboardModifier.ShiftModifier)
    assert near(canvas.seen().centre, framed.centre)
    shown = window_rect(canvas, framed)
    assert max(shown.width / canvas.width(), shown.height / canvas.height()) > 0.9


def test_frame_is_drawn_while_dragging(canvas: Canvas, qtbot: QtBot) -> None:
    before = sharp(qtbot, canvas)
    held = Qt.KeyboardModifier.ShiftModifier
    QTest.mousePress(canvas, LEFT, held, QPoint(300, 200))
    move(canvas, QPoint(600, 410), LEFT, held)
    drawn = image(canvas)
    assert drawn.pixelColor(450, 200) != before.pixelColor(450, 200)
    assert drawn.pixelColor(100, 100) == before.pixelColor(100, 100)
    QTest.mouseRelease(canvas, LEFT, held, QPoint(600, 410))


@pytest.mark.parametrize("end", [QPoint(600, 200), QPoint(300, 500), QPoint(305, 203)])
def test_frame_without_width_or_height_is_a_slip(canvas: Canvas, end: QPoint) -> None:
    before = canvas.camera
    drag_with(canvas, QPoint(300, 200), end, held=Qt.KeyboardModifier.ShiftModifier)
    assert canvas.camera == before


def test_button_let_go_elsewhere_ends_the_drag(canvas: Canvas) -> None:
    before = canvas.camera
    QTest.mousePress(canvas, LEFT, NONE, MIDDLE)
    move(canvas, MIDDLE + QPoint(80, 0))
    assert canvas.camera == before
    assert canvas.cursor().shape() is not Qt.CursorShape.ClosedHandCursor
    QTest.mouseRelease(canvas, LEFT, NONE, MIDDLE)


# Clicking


def test_click_on_a_card_chooses_its_component_and_box(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.component_chosen) as caught:
        click(canvas, place_of(canvas, "vmx-2"))
    assert caught.args == ["vmx", "vmx-2"]


def test_click_on_a_frame_chooses_what_it_stands_for(canvas: Canvas, qtbot: QtBot) -> None:
    frame = canvas.box("kernel")
    assert frame is not None
    with qtbot.waitSignal(canvas.component_chosen) as caught:
        click(canvas, window_place(canvas, Point(frame.rect.x + 4.0, frame.rect.bottom - 4.0)))
    assert caught.args == ["vmkernel", "kernel"]


def test_click_on_a_line_chooses_its_link(canvas: Canvas, qtbot: QtBot) -> None:
    assert canvas.state is not None
    for wire in canvas.state.rest:
        place = window_place(canvas, wire.path.at(0.5)[0])
        hit = canvas.hit(QPointF(place))
        if hit.links:
            with qtbot.waitSignal(canvas.link_chosen) as caught:
                click(canvas, place + QPoint(2, 2))
            assert caught.args == [canvas.hit(QPointF(place + QPoint(2, 2))).links[0]]
            return
    pytest.fail("no line can be hit in its middle")


def test_click_beside_everything_chooses_the_background(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.background_chosen):
        click(canvas, BACKGROUND)


def test_click_takes_the_keyboard(canvas: Canvas) -> None:
    canvas.clearFocus()
    click(canvas, BACKGROUND)
    assert canvas.hasFocus()


def test_click_on_a_message_means_the_message(qtbot: QtBot) -> None:
    state = next(state for tenth in range(60) if (state := told("F01", tenth / 10)).tokens)
    canvas = show_map(qtbot, state)
    token = state.tokens[0]
    with qtbot.waitSignal(canvas.message_chosen):
        click(canvas, window_place(canvas, token.path.at(token.progress)[0]))


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_buttons_choose_nothing(canvas: Canvas, qtbot: QtBot, button: Qt.MouseButton) -> None:
    with qtbot.assertNotEmitted(canvas.component_chosen), qtbot.assertNotEmitted(canvas.background_chosen):
        click(canvas, place_of(canvas, "hostd"), button)
        click(canvas, BACKGROUND, button)


def test_double_click_on_a_card_opens_it(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.component_opened) as caught:
        double_click(canvas, place_of(canvas, "hostd"))
    assert caught.args == ["hostd"]


def test_double_click_on_the_background_fits(canvas: Canvas) -> None:
    canvas.zoom(1.1)
    canvas.pan(90.0, 0.0)
    double_click(canvas, BACKGROUND)
    assert canvas.camera == fitted(canvas)


def test_buttons_at_the_side_of_the_mouse_go_back_and_forward(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.back_wanted), qtbot.assertNotEmitted(canvas.component_chosen):
        click(canvas, place_of(canvas, "hostd"), Qt.MouseButton.BackButton)
    with qtbot.waitSignal(canvas.forward_wanted), qtbot.assertNotEmitted(canvas.component_chosen):
        click(canvas, place_of(canvas, "hostd"), Qt.MouseButton.ForwardButton)


# Hovering


def test_hover_is_told_after_a_while(canvas: Canvas, qtbot: QtBot) -> None:
    heard: list[str] = []
    canvas.pointed_at.connect(heard.append)
    move(canvas, place_of(canvas, "vpxd"))
    move(canvas, place_of(canvas, "hostd"))
    assert heard == []
    with qtbot.waitSignal(canvas.pointed_at, timeout=2000):
        pass
    assert heard == ["hostd"]


def test_leaving_the_map_is_told_too(canvas: Canvas, qtbot: QtBot) -> None:
    move(canvas, place_of(canvas, "hostd"))
    with qtbot.waitSignal(canvas.pointed_at, timeout=2000):
        pass
    with qtbot.waitSignal(canvas.pointed_at, timeout=2000) as caught:
        move(canvas, BACKGROUND)
    assert caught.args == [""]


def test_cursor_says_what_can_be_clicked(canvas: Canvas) -> None:
    move(canvas, place_of(canvas, "hostd"))
    assert canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    move(canvas, BACKGROUND)
    assert canvas.cursor().shape() is Qt.CursorShape.ArrowCursor
