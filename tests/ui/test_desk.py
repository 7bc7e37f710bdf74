"""The whole window by keys, clicks and the search: who answers what."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.maps import BACK_TAB, LEFT, NONE, click, double_click, place_of
from tests.helpers.windows import by_hand, choose_in_rail, let_pass, opened, press, rows
from vmexplorer.app.commands import COMMANDS
from vmexplorer.stage import camera as cameras
from vmexplorer.ui.app import Program
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.dialogs.key_sheet import KeySheet
from vmexplorer.ui.palette.palette import Palette

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    with opened(qtbot) as made:
        yield made


@pytest.fixture
def desk(program: Program) -> Desk:
    return program.desk


def now(desk: Desk) -> object:
    return desk.controller.explorer.now


def search(desk: Desk, text: str, *keys: Qt.Key) -> Palette:
    """Opens the search by its key, types and presses."""
    press(desk.window, K.Key_K, held=CONTROL)
    palette = desk.window.findChild(Palette)
    assert palette is not None
    press(desk.window, text, *keys)
    return palette


# Keys


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

    scale = canvas.camera.scale
    hold(K.Key_Plus, "+")
    assert canvas.camera.scale == pytest.approx(scale * 1.25**3)
    desk.controller.tell("F01")
    hold(K.Key_Space, " ")
    assert desk.controller.explorer.player.playing
    hold(K.Key_C, "c")
    assert desk.controller.explorer.now.show_changes


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
    palette = search(desk, typed)
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


# Esc leaves the innermost thing


def test_escape_leaves_one_thing_at_a_time(desk: Desk) -> None:
    canvas = desk.window.canvas
    desk.controller.tell("F01")
    click(canvas, place_of(canvas, "hostd"))
    press(desk.window, "r")
    canvas.set_focus_box("vpxa")
    for ring, route, selected, flow in (
        ("", True, "hostd", "F01"),
        ("", False, "hostd", "F01"),
        ("", False, "", "F01"),
        ("", False, "", ""),
        ("", False, "", ""),
    ):
        press(desk.window, K.Key_Escape)
        explorer = desk.controller.explorer
        assert (canvas.focus_box, desk.route.on, explorer.now.component, explorer.now.flow) == (
            ring,
            route,
            selected,
            flow,
        )


def test_click_on_the_background_clears_the_selection(desk: Desk) -> None:
    canvas = desk.window.canvas
    click(canvas, place_of(canvas, "hostd"))
    assert desk.controller.explorer.now.component == "hostd"
    canvas.background_chosen.emit()
    assert desk.controller.explorer.now.component == ""
    assert desk.window.inspector.page is not None
    assert desk.window.inspector.page.title == "Overview"


# Routes


def test_route_by_its_key_and_two_clicks(desk: Desk) -> None:
    window, canvas = desk.window, desk.window.canvas
    press(window, "r")
    assert desk.route.on
    assert window.top_bar.route.isChecked()
    assert "where the route starts" in window.message_bar.text
    click(canvas, place_of(canvas, "vpxd"))
    assert "vpxd" in window.message_bar.text
    click(canvas, place_of(canvas, "vmx-1"))
    explorer = desk.controller.explorer
    assert not desk.route.on
    assert not window.top_bar.route.isChecked()
    assert window.message_bar.text == ""
    assert explorer.player.playing
    assert (explorer.hops[0].step.source, explorer.hops[-1].step.target) == ("vpxd", "vmx")


def test_selected_component_is_the_start_of_a_route(desk: Desk) -> None:
    canvas = desk.window.canvas
    click(canvas, place_of(canvas, "vpxd"))
    press(desk.window, "r")
    assert "Route from vpxd" in desk.window.message_bar.text
    click(canvas, place_of(canvas, "hostd"))
    assert desk.controller.explorer.hops[0].step.source == "vpxd"


def test_route_that_does_not_exist_is_said_and_the_old_path_stays(desk: Desk) -> None:
    atlas = desk.controller.explorer.atlas
    alone = next(name for name in atlas.components if atlas.exists(name, "e9") and not atlas.links_of(name, "e9"))
    desk.controller.tell("F01")
    desk.choose("hostd")
    press(desk.window, "r")
    desk.choose(alone)
    explorer = desk.controller.explorer
    assert explorer.now.flow == "F01"
    assert not explorer.player.playing
    assert desk.window.message_bar.text
    assert "Route from" not in desk.window.message_bar.text
    assert not desk.route.on


def test_button_of_the_route_goes_on_and_off(desk: Desk) -> None:
    button = desk.window.top_bar.route
    click(button, button.rect().center())
    assert (desk.route.on, button.isChecked()) == (True, True)
    click(button, button.rect().center())
    assert (desk.route.on, button.isChecked()) == (False, False)
    assert desk.window.message_bar.text == ""


def test_end_of_a_route_can_be_found_by_search(desk: Desk) -> None:
    desk.choose("vpxd")
    press(desk.window, "r")
    search(desk, "hostd", K.Key_Return)
    assert desk.controller.explorer.hops[-1].step.target == "hostd"


# Opening


def test_double_click_opens_the_inside(desk: Desk) -> None:
    canvas = desk.window.canvas
    double_click(canvas, place_of(canvas, "vmx-1"))
    assert desk.controller.explorer.now.view == "vm"
    press(desk.window, K.Key_Backspace)
    assert desk.controller.explorer.now.view == "overview"


def test_opening_what_has_no_inside_brings_it_near(desk: Desk) -> None:
    canvas = desk.window.canvas
    click(canvas, place_of(canvas, "hostd"))
    explorer = desk.controller.explorer
    box = next(card for card in explorer.wiring.layout.cards[::-1] if not explorer.inside(card.component))
    canvas.set_focus_box(box.id)
    press(desk.window, K.Key_Return, held=SHIFT)
    assert canvas.zoomed_in
    assert canvas.seen().centre.x == pytest.approx(box.rect.centre.x)
    assert explorer.now.view == "overview"


# Paths


def test_path_of_the_rail_plays_and_space_pauses(program: Program, desk: Desk) -> None:
    clock = by_hand(desk)
    choose_in_rail(program, "Power on a VM via vCenter")
    assert desk.controller.running
    let_pass(desk, clock, 2.0)
    assert desk.window.player_bar.timeline.position == pytest.approx(2.0)
    press(desk.window, K.Key_Space)
    assert not desk.controller.running
    press(desk.window, K.Key_Space)
    assert desk.controller.running


def test_steps_by_arrow_keys(desk: Desk) -> None:
    clock = by_hand(desk)
    desk.controller.tell("F01")
    ticks = desk.controller.explorer.player.timeline.ticks
    press(desk.window, K.Key_Right)
    let_pass(desk, clock, 0.5)
    press(desk.window, K.Key_Right)
    assert desk.window.player_bar.timeline.position == ticks[0]
    assert desk.window.player_bar.counter.text() == f"1 / {len(ticks)}"
    press(desk.window, K.Key_End)
    assert desk.window.player_bar.timeline.position == ticks[-1]
    press(desk.window, K.Key_Left)
    assert desk.window.player_bar.timeline.position == ticks[-2]
    press(desk.window, K.Key_Home)
    assert desk.window.player_bar.timeline.position == 0.0


def test_speed_and_loop_by_keys_are_shown_on_the_bar(desk: Desk) -> None:
    bar = desk.window.player_bar
    desk.controller.tell("F01")
    press(desk.window, "]", "]")
    assert bar.speed.text() == "2×"
    press(desk.window, "<")
    assert bar.speed.text() == "1.5×"
    press(desk.window, "l")
    assert bar.loop.isChecked()
    desk.controller.set_stepping(True)
    assert bar.stepping.isChecked()


def test_cross_of_the_player_puts_the_path_away(desk: Desk) -> None:
    desk.controller.tell("F01")
    click(desk.window.player_bar.leave, desk.window.player_bar.leave.rect().center())
    assert desk.controller.explorer.flow is None
    assert not desk.window.player_bar.play.isEnabled()


# Versions


def test_changes_are_in_step_with_the_bar(desk: Desk) -> None:
    button = desk.window.top_bar.changes
    press(desk.window, "c")
    assert button.isChecked()
    assert desk.controller.explorer.now.show_changes
    click(button, button.rect().center())
    assert not button.isChecked()
    assert not desk.controller.explorer.now.show_changes
    press(desk.window, "c")
    desk.show_atlas(desk.controller.explorer.atlas)
    assert button.isChecked() == desk.controller.explorer.now.show_changes


def test_era_without_the_path_drops_it_and_says_so(desk: Desk) -> None:
    desk.controller.tell("F09")
    desk.window.top_bar.eras.setFocus()
    press(desk.window, K.Key_Home)
    assert desk.controller.explorer.now.era == "e3"
    assert desk.controller.explorer.flow is None
    assert "Forward logs to syslog" in desk.window.message_bar.text
    assert not desk.window.player_bar.play.isEnabled()


def test_era_commands_stop_at_the_ends(desk: Desk) -> None:
    for _ in range(9):
        desk.carry_out("era.previous")
    assert desk.controller.explorer.now.era == "e3"
    for _ in range(9):
        desk.carry_out("era.next")
    assert desk.controller.explorer.now.era == "e9"
    assert desk.window.top_bar.eras.era == "e9"


# The search


@pytest.mark.parametrize(
    ("text", "what"),
    [("sfcbd", "component"), ("Forward logs to syslog", "flow"), ("VMkernel", "component"), ("boot", "view")],
)
def test_search_leads_to_what_it_finds(desk: Desk, text: str, what: str) -> None:
    palette = search(desk, text)
    model = palette.list.model()
    hits = [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
    place = next(row for row, hit in enumerate(hits) if hit.kind == what)
    press(desk.window, *[K.Key_Down] * place, K.Key_Return)
    found, here = hits[place].id, desk.controller.explorer.now
    assert {"component": here.component, "flow": here.flow, "view": here.view}[what] == found
    assert not palette.isVisible()
    assert desk.controller.running == (what == "flow")


def test_search_carries_out_commands(desk: Desk) -> None:
    search(desk, "Change the colours", K.Key_Return)
    assert desk.ink.theme.id != "dark"


@pytest.mark.parametrize(
    ("start", "text", "kind", "era"),
    [("e9", "vprobed", "component", "nearest"), ("e3", "Envoy", "component", "nearest"), ("e3", "F09", "flow", "e5")],
)
def test_hit_of_another_era_changes_the_era_first(desk: Desk, start: str, text: str, kind: str, era: str) -> None:
    desk.controller.show_era(start)
    search(desk, text, K.Key_Return)
    explorer = desk.controller.explorer
    found = explorer.now.component if kind == "component" else explorer.now.flow
    assert found == (text.casefold() if kind == "component" else text)
    assert explorer.atlas.exists(found, explorer.now.era)
    ids = explorer.atlas.era_ids
    life = [place for place, name in enumerate(ids) if explorer.atlas.exists(found, name)]
    nearest = min(abs(place - ids.index(start)) for place in life)
    assert abs(ids.index(explorer.now.era) - ids.index(start)) == nearest
    assert era in ("nearest", explorer.now.era)
    assert desk.window.top_bar.eras.era == explorer.now.era
    if explorer.now.era != start:
        assert explorer.atlas.era(explorer.now.era).name in desk.window.message_bar.text


# Theme, links, hints


def test_theme_changes_every_part(desk: Desk) -> None:
    window = desk.window
    parts = (window.canvas, window.rail, window.inspector, window.player_bar, window.top_bar, window.breadcrumb)
    before = [part.grab().toImage() for part in parts]
    themes = []
    for _ in range(3):
        press(window, "t")
        themes.append(desk.ink.theme.id)
        after = [part.grab().toImage() for part in parts]
        assert all(one != other for one, other in zip(before, after, strict=True)) or themes[-1] == "dark"
    assert sorted(themes) == ["dark", "light", "projector"]


def test_copied_link_is_on_the_clipboard(desk: Desk) -> None:
    press(desk.window, K.Key_L, held=CONTROL)
    text = QGuiApplication.clipboard().text()
    assert text
    assert text in desk.window.message_bar.text


def test_hover_lights_the_neighbours_and_lets_go(desk: Desk) -> None:
    desk.window.canvas.pointed_at.emit("hostd")
    assert desk.controller.explorer.state().lines
    desk.window.canvas.pointed_at.emit("")
    assert not desk.controller.explorer.state().lines


def test_rows_of_the_inspector_lead_on(desk: Desk) -> None:
    desk.choose("hostd")
    found = rows(desk.window.inspector)
    assert found
    title, button = next(iter(found.items()))
    action = button.row.action
    QTest.mouseClick(button, LEFT)
    here = desk.controller.explorer.now
    assert action.id in (here.component, here.link, here.flow, here.view), title


def test_map_stays_fitted_through_it_all(desk: Desk) -> None:
    canvas = desk.window.canvas
    press(desk.window, "0")
    for width, height in ((1200, 700), (1600, 900), (900, 600)):
        desk.window.resize(width, height)
        assert canvas.camera == cameras.fit(canvas.scene, canvas.width(), canvas.height())
    assert canvas.hit(QPointF(-5.0, -5.0)).component == ""
