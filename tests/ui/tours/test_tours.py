"""Guided tours in the window, walked as a person does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.helpers.windows import by_hand, choose_in_rail, let_pass, opened, press, search
from vmexplorer.app.request import OpenRequest
from vmexplorer.app.touring import EMPHASIS, area_of
from vmexplorer.errors import UnknownNameError
from vmexplorer.stage.overlay import Role
from vmexplorer.ui.app import Program
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.panels.rail_rows import RowData, RowKind
from vmexplorer.ui.tours.card import TourCard

K = Qt.Key
CHAIN = "vpxd-vpxa-hostd/chain"


def card(desk: Desk) -> TourCard:
    found = desk.window.side.findChild(TourCard)
    assert found is not None
    return found


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def marked(desk: Desk) -> list[str]:
    rows = desk.window.rail.list
    items = [rows.item(row) for row in range(rows.count())]
    return [item.text() for item in items if item.data(RowData.KIND) == RowKind.TOUR and item.data(RowData.MARKED)]


def place(desk: Desk) -> str:
    return card(desk).place.text()


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


def test_leaving_gives_back_what_was_there(desk: Desk) -> None:
    desk.controller.show_era("e6")
    desk.choose("hostd")
    desk.tell("F02")
    desk.controller.go_to_step(1)
    desk.choose("vmx")
    desk.window.canvas.zoom(2.0)
    camera = desk.window.canvas.camera
    now, position = desk.controller.explorer.now, desk.controller.player.position
    desk.tours.open("two-banks")
    desk.tours.next()
    click(card(desk).close_button)
    assert desk.tours.visit is None
    after = desk.controller.explorer.now
    assert (after.view, after.era, after.component, after.flow) == (now.view, now.era, now.component, now.flow)
    assert desk.controller.player.position == position
    assert desk.window.canvas.camera == camera
    assert marked(desk) == []
    assert desk.window.side.findChild(TourCard) is None
    assert desk.window.top_bar.isVisible()


def test_a_tour_is_taken_up_where_it_was_left(desk: Desk) -> None:
    desk.tours.open("console")
    for _ in range(2):
        desk.tours.next()
    desk.tours.leave()
    desk.carry_out("tour.resume")
    assert place(desk).startswith("STOP 3 OF 12")
    assert "goes on at stop 3" in desk.window.message_bar.text


def test_a_tour_is_taken_up_at_the_next_start(qtbot: QtBot) -> None:
    with opened(qtbot) as first:
        first.desk.tours.open("console/tasks")
        first.desk.finish()
    with opened(qtbot) as second:
        second.desk.carry_out("tour.resume")
        assert card(second.desk).title.text() == "Six tasks, two purposes"


def test_the_end_of_a_tour_is_said_and_it_begins_anew(desk: Desk) -> None:
    desk.tours.open("ten-minutes/image")
    assert card(desk).forward.text() == "Finish"
    press(desk.window, K.Key_PageDown)
    assert desk.tours.visit is None
    assert desk.window.message_bar.text == "That was “ESXi in ten minutes” with its 11 stops."
    desk.tours.open("ten-minutes")
    assert place(desk).startswith("STOP 1 ")


def test_without_a_tour_the_keys_say_how_to_begin_one(desk: Desk) -> None:
    for command in ("tour.next", "tour.previous", "tour.contents"):
        desk.window.message_bar.hide()
        desk.carry_out(command)
        assert desk.window.message_bar.text == "No tour is on. Choose one at the left, below the labs."
    desk.carry_out("tour.resume")
    assert desk.window.message_bar.text.startswith("No tour was left on its way.")
    desk.carry_out("tour.leave")


def test_contents_lead_to_any_stop(desk: Desk) -> None:
    desk.tours.open("ten-minutes")
    click(card(desk).contents)
    menu = card(desk).findChild(QMenu)
    assert menu is not None
    titles = [action.text() for action in menu.actions()]
    assert titles[0] == "1.  One host at a glance"
    assert len(titles) == 11
    assert [action.isChecked() for action in menu.actions()].index(True) == 0
    wanted: QAction = menu.actions()[9]
    wanted.trigger()
    menu.close()
    assert card(desk).title.text() == "When the whole host dies"
    click(card(desk).contents)
    titles = [action.text() for action in card(desk).findChildren(QMenu)[-1].actions()]
    assert [title.endswith("✓") for title in titles] == [True] + [False] * 10
    assert desk.controller.explorer.now.view == "ha"


def test_a_stop_is_said_to_assistive_technology_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(TourCard, "_announce", lambda _, shown: said.append(shown.titles[shown.stop]))
    desk.tours.open("vpxd-vpxa-hostd")
    first = said[0]
    desk.tours.next()
    desk.tours.open(CHAIN)
    for _ in range(2):  # steps of its message path
        desk.tours.next()
    assert len(said) == len(set(said)) == 3
    desk.tours.leave()
    desk.tours.open("vpxd-vpxa-hostd/" + desk.tours.library.tour("vpxd-vpxa-hostd").stops[0].id)
    assert said[3:] == [first]


def test_a_second_tour_takes_the_place_of_the_first(desk: Desk) -> None:
    desk.tours.open("two-banks/files")
    desk.tours.open("console")
    assert marked(desk) == ["At the console: the DCUI"]
    desk.tours.leave()
    assert desk.controller.explorer.now.view == "overview"


def test_the_same_tour_again_shows_its_stop_again(desk: Desk) -> None:
    desk.tours.open("two-banks/files")
    desk.show_view("vm")
    desk.tours.open("two-banks")
    assert place(desk).startswith("STOP 4 ")
    assert desk.controller.explorer.now.view == "boot"
    desk.tours.open("two-banks/save")
    assert place(desk).startswith("STOP 5 ")


def test_the_search_finds_tours_and_stops(desk: Desk) -> None:
    search(desk.window, "Two banks: upgrading without fear", K.Key_Return)
    assert marked(desk) == ["Two banks: upgrading without fear"]
    search(desk.window, "The kernel owns the machine", K.Key_Return)
    assert card(desk).title.text() == "The kernel owns the machine"


def test_unknown_names_are_named(desk: Desk) -> None:
    with pytest.raises(UnknownNameError, match="there is no tour 'two-bangs'; the nearest is 'two-banks'"):
        desk.tours.open("two-bangs")
    with pytest.raises(UnknownNameError, match="the nearest is 'files'"):
        desk.tours.open("two-banks/fils")


def test_the_window_opens_at_a_stop(qtbot: QtBot) -> None:
    with opened(qtbot, OpenRequest(tour="console", stop="4")) as program:
        assert card(program.desk).title.text() == "Six tasks, two purposes"
        program.desk.tours.leave()
        assert program.desk.controller.explorer.now.view == "overview"


def test_notes_can_be_hidden_and_leave_the_details_their_room(desk: Desk) -> None:
    desk.tours.open(CHAIN)
    shown = card(desk)
    QApplication.processEvents()
    tall = shown.height()
    assert tall <= desk.window.side.height() * 0.7
    assert shown.notes.isVisible()
    click(shown.notes_button)
    QApplication.processEvents()
    assert not shown.notes.isVisible()
    assert shown.height() < tall


def test_theme_and_size_reach_the_card(desk: Desk) -> None:
    desk.tours.open(CHAIN)
    before = card(desk).grab().toImage()
    desk.themes.wear("projector")
    assert card(desk).grab().toImage() != before
    desk.window.side.set_scale(1.5)
    assert "font-size: 22px" in card(desk).styleSheet()
    desk.tours.leave()
    desk.themes.wear("dark")
    desk.tours.open(CHAIN)
    assert desk.window.side.findChild(TourCard) is not None


def test_a_stop_can_open_a_lab(desk: Desk) -> None:
    desk.tours.open("not-responding/vpxa")
    assert desk.labs.open_lab == "whatif"
    assert desk.window.canvas.hasFocus()
    desk.tours.next()
    assert desk.labs.open_lab == ""


def test_a_lab_that_the_person_has_opened_stays(desk: Desk) -> None:
    desk.tours.open("ten-minutes")
    desk.labs.open("whatif")
    desk.tours.next()
    assert desk.labs.open_lab == "whatif"


def test_a_lab_has_most_of_the_side(desk: Desk) -> None:
    desk.tours.open(CHAIN)
    QApplication.processEvents()
    tall = card(desk).height()
    desk.labs.open("whatif")
    QApplication.processEvents()
    assert card(desk).height() < min(tall, desk.window.side.height() * 0.5)
    desk.labs.close()
    QApplication.processEvents()
    assert card(desk).height() == tall


def test_the_words_of_the_last_tour_do_not_cover_the_next(desk: Desk) -> None:
    desk.tours.open("ten-minutes/image")
    desk.tours.next()
    assert desk.window.message_bar.text
    desk.tours.open("console")
    assert desk.window.message_bar.text == ""
