"""Guided tours in the window, walked as a person does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.helpers.guided_tours import CHAIN, card, marked, place
from tests.helpers.windows import by_hand, choose_in_rail, let_pass, press
from vmexplorer.app.touring import EMPHASIS, area_of
from vmexplorer.stage.overlay import Role
from vmexplorer.ui.app import Program
from vmexplorer.ui.desk import Desk

K = Qt.Key


def test_the_rail_lists_the_tours_below_the_labs_and_begins_one(program: Program) -> None:
    rows = program.window.rail.list
    texts = [rows.item(row).text() for row in range(rows.count())]
    assert texts[texts.index("TOURS") + 1 :][0] == "ESXi in ten minutes"
    assert texts.index("TOURS") > texts.index("MESSAGE PATHS")
    choose_in_rail(program, "ESXi in ten minutes")
    desk = program.desk
    assert marked(desk) == ["ESXi in ten minutes"]
    assert place(desk) == "STOP 1 OF 11 · 45 S"
    assert card(desk).title.text() == "One host at a glance"
    assert card(desk).caption.text().startswith("One ESXi host:")
    assert "find the four layers" in card(desk).notes.text()
    assert "[gk]" not in card(desk).notes.text()


def test_page_down_and_page_up_walk_the_tour(desk: Desk) -> None:
    desk.tours.open("ten-minutes")
    press(desk.window, K.Key_PageDown)
    assert place(desk) == "STOP 2 OF 11 · 1 MIN"
    assert desk.controller.explorer.now.component == "vmkernel"
    press(desk.window, K.Key_PageUp)
    assert place(desk).startswith("STOP 1 ")
    assert desk.controller.explorer.now.component == ""
    assert not card(desk).back.isEnabled()


def test_what_a_stop_frames_fills_the_map(desk: Desk) -> None:
    desk.tours.open("ten-minutes/kernel")
    canvas, visit = desk.window.canvas, desk.tours.visit
    assert visit is not None
    area, seen = area_of(desk.controller.explorer.wiring.layout, visit.stop), canvas.seen()
    assert seen.united(area) == pytest.approx(seen)
    assert min(seen.width / area.width, seen.height / area.height) == pytest.approx(1.0, abs=0.01)
    assert canvas.framed
    desk.window.resize(1100, 700)
    QApplication.processEvents()
    seen = canvas.seen()
    assert min(seen.width / area.width, seen.height / area.height) == pytest.approx(1.0, abs=0.01)


def test_emphasis_lies_over_the_map_as_long_as_its_stop(desk: Desk) -> None:
    desk.tours.open("ten-minutes/worlds")
    marks = dict(desk.controller.explorer.now.overlays)[EMPHASIS].components
    assert marks["hostd"].role is Role.FOCUS
    desk.tours.go_to(0)
    assert desk.controller.explorer.now.overlays == ()


def test_steps_of_a_stop_are_played_one_by_one(desk: Desk) -> None:
    clock = by_hand(desk)
    desk.tours.open(CHAIN)
    assert card(desk).forward.text() == "Step 1 of 6"
    assert not desk.controller.player.playing
    press(desk.window, K.Key_PageDown)
    assert desk.controller.player.playing
    let_pass(desk, clock, 60.0)
    player = desk.controller.player
    assert not player.playing
    assert player.position == player.timeline.steps[0].end
    assert card(desk).forward.text() == "Step 2 of 6"
    press(desk.window, K.Key_PageDown)
    let_pass(desk, clock, 0.5)
    press(desk.window, K.Key_PageDown)
    assert player.position == player.timeline.steps[1].end
    for _ in range(4):
        press(desk.window, K.Key_PageDown)
        let_pass(desk, clock, 60.0)
    assert card(desk).forward.text() == "Next"
    press(desk.window, K.Key_PageDown)
    assert place(desk).startswith("STOP 6 ")


def test_keys_of_the_player_count_too(desk: Desk) -> None:
    desk.tours.open(CHAIN)
    desk.controller.go_to_step(2)
    assert card(desk).forward.text() == "Step 4 of 6"
    press(desk.window, K.Key_End)
    assert card(desk).forward.text() == "Next"


def test_after_straying_the_next_key_returns_to_the_tour(desk: Desk) -> None:
    desk.tours.open(CHAIN)
    desk.show_view("boot")
    desk.choose("boot-loader")
    press(desk.window, K.Key_PageDown)
    now = desk.controller.explorer.now
    assert (now.view, now.component, now.flow) == ("overview", "", "F01")
    assert place(desk).startswith("STOP 5 ")
