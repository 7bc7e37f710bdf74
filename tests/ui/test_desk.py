"""The whole window by keys, clicks and the search: who answers what."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.helpers.maps import LEFT, click, double_click, place_of
from tests.helpers.windows import by_hand, choose_in_rail, let_pass, press, rows, search
from vmexplorer.stage import camera as cameras
from vmexplorer.ui.app import Program
from vmexplorer.ui.desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


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
    search(desk.window, "hostd", K.Key_Return)
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
