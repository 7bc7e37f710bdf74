"""How guided tours begin and end: where they are taken up again, and what the map is afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.helpers.guided_tours import card, click, marked, place
from tests.helpers.windows import opened, press, search
from vmexplorer.app.request import OpenRequest
from vmexplorer.errors import UnknownNameError
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.tours.card import TourCard

K = Qt.Key


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


def test_place_in_a_tour_outlives_a_crash(qtbot: QtBot) -> None:
    with opened(qtbot) as first:
        first.desk.tours.open("console")
        first.desk.tours.next()
        with opened(qtbot) as second:
            second.desk.tours.open("console")
            assert place(second.desk).startswith("STOP 2 OF 12")


def test_the_end_of_a_tour_is_said_and_it_begins_anew(desk: Desk) -> None:
    desk.tours.open("ten-minutes/image")
    assert card(desk).forward.text() == "Finish"
    press(desk.window, K.Key_PageDown)
    assert desk.tours.visit is None
    assert desk.window.message_bar.text.startswith(
        "That was “ESXi in ten minutes” with its 11 stops. “Practise this tour”"
    )
    desk.tours.open("ten-minutes")
    assert place(desk).startswith("STOP 1 ")


def test_the_words_of_the_last_tour_do_not_cover_the_next(desk: Desk) -> None:
    desk.tours.open("ten-minutes/image")
    desk.tours.next()
    assert desk.window.message_bar.text
    desk.tours.open("console")
    assert desk.window.message_bar.text == ""


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


def test_the_window_opens_at_a_stop(qtbot: QtBot) -> None:
    with opened(qtbot, OpenRequest(tour="console", stop="4")) as program:
        assert card(program.desk).title.text() == "Six tasks, two purposes"
        program.desk.tours.leave()
        assert program.desk.controller.explorer.now.view == "overview"


def test_unknown_names_are_named(desk: Desk) -> None:
    with pytest.raises(UnknownNameError, match="there is no tour 'two-bangs'; the nearest is 'two-banks'"):
        desk.tours.open("two-bangs")
    with pytest.raises(UnknownNameError, match="the nearest is 'files'"):
        desk.tours.open("two-banks/fils")


def test_the_search_finds_tours_and_stops(desk: Desk) -> None:
    search(desk.window, "Two banks: upgrading without fear", K.Key_Return)
    assert marked(desk) == ["Two banks: upgrading without fear"]
    search(desk.window, "The kernel owns the machine", K.Key_Return)
    assert card(desk).title.text() == "The kernel owns the machine"


def test_without_a_tour_the_keys_say_how_to_begin_one(desk: Desk) -> None:
    for command in ("tour.next", "tour.previous", "tour.contents"):
        desk.window.message_bar.hide()
        desk.carry_out(command)
        assert desk.window.message_bar.text == "No tour is on. Choose one at the left, below the labs."
    desk.carry_out("tour.resume")
    assert desk.window.message_bar.text.startswith("No tour was left on its way.")
    desk.carry_out("tour.leave")
