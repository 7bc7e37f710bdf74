"""Every key of the window, and who keeps which for itself."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.maps import BACK_TAB, NONE, click, place_of
from tests.helpers.widgets import drag
from tests.helpers.windows import choose_in_rail, press, search
from vmexplorer.app.commands import COMMANDS
from vmexplorer.ui.app import Program
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.dialogs.key_sheet import KeySheet

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


def now(desk: Desk) -> object:
    return desk.controller.explorer.now


def test_every_key_of_every_command_reaches_it(desk: Desk) -> None:
    heard: list[str] = []
    for name in desk.commands:
        desk.commands[name] = partial(heard.append, name)
    for command in COMMANDS:
        for key in command.keys:
            pressed = QKeySequence(key)[0]
            QTest.keyClick(desk.window.canvas, pressed.key(), pressed.keyboardModifiers())
            assert heard == [command.id], key
            heard.clear()


def test_every_command_has_something_to_do(desk: Desk) -> None:
    assert {command.id for command in COMMANDS} <= set(desk.commands)
    for command in COMMANDS:
        desk.carry_out(command.id)


def test_zoom_by_keys(desk: Desk) -> None:
    canvas = desk.window.canvas
    fitted = canvas.camera
    press(desk.window, "+")
    assert canvas.camera.scale == pytest.approx(fitted.scale * 1.25)
    press(desk.window, "-")
    assert canvas.camera.scale == pytest.approx(fitted.scale)
    press(desk.window, K.Key_0, held=CONTROL)
    assert canvas.camera.scale == pytest.approx(1.0)
    press(desk.window, "0")
    assert canvas.camera == fitted


def test_zoom_to_the_selection(desk: Desk) -> None:
    canvas = desk.window.canvas
    before = canvas.camera
    press(desk.window, K.Key_At, held=SHIFT)
    assert canvas.camera == before
    click(canvas, place_of(canvas, "vmx-2"))
    press(desk.window, K.Key_At, held=SHIFT)
    box = canvas.box("vmx-2")
    assert box is not None
    assert canvas.camera.scale > before.scale
    assert canvas.seen().centre.x == pytest.approx(box.rect.centre.x)


def test_held_key_repeats_only_what_may_repeat(desk: Desk) -> None:
    canvas = desk.window.canvas

    def hold(key: Qt.Key, text: str) -> None:
        for repeated in (False, True, True):
            event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, text, repeated)
            QApplication.sendEvent(canvas, event)
        QApplication.sendEvent(canvas, QKeyEvent(QEvent.Type.KeyRelease, key, NONE, text))

    scale = canvas.camera.scale
    hold(K.Key_Plus, "+")
    assert canvas.camera.scale == pytest.approx(scale * 1.25**3)
    desk.controller.tell("F01")
    hold(K.Key_Space, " ")
    assert desk.controller.explorer.player.playing
    hold(K.Key_C, "c")
    assert desk.controller.explorer.now.show_changes


def test_digits_go_to_a_step(desk: Desk) -> None:
    desk.tell("F04")
    steps = desk.controller.player.timeline.steps
    assert 2 < len(steps) < 9
    press(desk.window, "3")
    assert (desk.controller.player.position, desk.controller.player.playing) == (steps[2].end, False)
    press(desk.window, "1")
    assert desk.controller.player.position == steps[0].end
    press(desk.window, "9")
    assert desk.controller.player.position == steps[0].end
    press(desk.window, K.Key_1, held=Qt.KeyboardModifier.KeypadModifier)
    assert desk.controller.explorer.now.flow == "F04"


def test_shift_and_arrows_go_frame_by_frame(desk: Desk) -> None:
    desk.tell("F04")
    desk.controller.scrub(1.0)
    for key, position in [(K.Key_Right, 31 / 30), (K.Key_Right, 32 / 30), (K.Key_Left, 31 / 30)]:
        press(desk.window, key, held=SHIFT)
        assert desk.controller.player.position == pytest.approx(position)
    assert not desk.controller.player.playing


def test_space_moves_the_map_or_plays(desk: Desk) -> None:
    canvas, middle = desk.window.canvas, desk.window.canvas.rect().center()
    desk.tell("F04")
    desk.controller.pause()
    desk.carry_out("view.zoom-in")
    before = canvas.camera
    QTest.keyPress(canvas, K.Key_Space)
    assert canvas.cursor().shape() == Qt.CursorShape.OpenHandCursor
    assert not desk.controller.player.playing
    drag(canvas, middle, middle + QPoint(20, 0), middle + QPoint(40, 10))
    QTest.keyRelease(canvas, K.Key_Space)
    assert canvas.camera.x == pytest.approx(before.x + 40)
    assert not desk.controller.player.playing
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor
    press(desk.window, " ")
    assert desk.controller.player.playing


def test_a_click_while_space_is_held_chooses_nothing(desk: Desk) -> None:
    canvas = desk.window.canvas
    QTest.keyPress(canvas, K.Key_Space)
    click(canvas, place_of(canvas, "vmx-2"))
    QTest.keyRelease(canvas, K.Key_Space)
    assert desk.controller.explorer.now.component == ""
    click(canvas, place_of(canvas, "vmx-2"))
    assert desk.controller.explorer.now.component


def test_space_that_is_let_go_in_another_window_holds_nothing(desk: Desk) -> None:
    canvas = desk.window.canvas
    QTest.keyPress(canvas, K.Key_Space)
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.WindowDeactivate))
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_keys_work_after_a_click_anywhere(program: Program, desk: Desk) -> None:
    window = desk.window
    choose_in_rail(program, "Power on a VM via vCenter")
    desk.controller.pause()
    places = [
        (window.rail.list.viewport(), window.rail.list.visualItemRect(window.rail.list.item(0)).center()),
        (window.inspector, window.inspector.rect().center()),
        (window.player_bar, window.player_bar.rect().center()),
        (window.top_bar, window.top_bar.title.geometry().center()),
        (window.breadcrumb, window.breadcrumb.rect().center()),
        (window.player_bar.next, window.player_bar.next.rect().center()),
    ]
    for widget, place in places:
        click(widget, place)
        loop = desk.controller.explorer.player.loop
        press(window, "l")
        assert desk.controller.explorer.player.loop is not loop, widget


def test_keys_do_not_fire_while_the_search_has_them(desk: Desk) -> None:
    desk.controller.tell("F01")
    before, camera = now(desk), desk.window.canvas.camera
    typed = "trclmd 0+-[]?/ "
    palette = search(desk.window, typed)
    assert palette.field.text() == typed
    assert palette.field.hasFocus()
    press(desk.window, K.Key_Left, K.Key_Home, K.Key_End, K.Key_Backspace)
    assert (now(desk), desk.window.canvas.camera) == (before, camera)
    assert desk.controller.explorer.player.position == 0.0
    assert desk.window.findChild(KeySheet) is None
    press(desk.window, K.Key_Escape)
    assert not palette.isVisible()
    assert desk.window.canvas.hasFocus()
    press(desk.window, "l")
    assert desk.controller.explorer.player.loop


def test_key_sheet_opens_and_closes_by_its_keys(desk: Desk) -> None:
    for close in (K.Key_F1, "?", K.Key_Escape):
        press(desk.window, "?")
        sheet = desk.window.findChild(KeySheet)
        assert sheet is not None
        assert sheet.isVisible()
        press(desk.window, "t", "r")
        assert not desk.route.on
        press(desk.window, close)
        assert not sheet.isVisible()
        assert desk.window.canvas.hasFocus()


def test_fullscreen_and_back(desk: Desk) -> None:
    window = desk.window
    window.showMaximized()
    press(window, K.Key_F11)
    assert window.isFullScreen()
    press(window, K.Key_F11)
    assert not window.isFullScreen()
    assert window.isMaximized()


def test_tab_goes_round_the_whole_window(desk: Desk) -> None:
    desk.window.canvas.setFocus()
    seen = []
    for _ in range(400):
        press(desk.window, K.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        if focused is desk.window.canvas and len({id(widget) for widget in seen}) > 1:
            break
    names = {widget.objectName() or type(widget).__name__ for widget in seen}
    assert desk.window.top_bar.eras in seen
    assert desk.window.rail.list in seen
    assert {"canvas", "EraBar", "search"} <= names
    assert len(seen) < 400


def test_shift_tab_comes_back_to_the_map(desk: Desk) -> None:
    desk.window.canvas.setFocus()
    press(desk.window, BACK_TAB, held=SHIFT)
    assert desk.window.canvas.focus_box
    press(desk.window, K.Key_Escape)
    assert desk.window.canvas.focus_box == ""
