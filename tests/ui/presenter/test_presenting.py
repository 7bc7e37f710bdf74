"""What starts shows: keys, the button of the window, and the tour one is in."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.helpers.presenters import TOUR, presented, press_key, staged
from tests.helpers.tour_editing import page
from tests.helpers.windows import press
from vmexplorer.errors import UnknownNameError, UsageError
from vmexplorer.lessons.tour_walk import TourPlace
from vmexplorer.ui.presenter.presenting import Here


def test_f5_begins_at_the_start_and_shift_f5_where_one_is(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        stage.presenting.current = lambda: Here(TOUR, 3)
        press_key(stage.program.window, "F5")
        assert (stage.show.tour.id, stage.place) == (TOUR, TourPlace(0))
        stage.presenting.stop()
        press_key(stage.program.window, "Shift+F5")
        assert (stage.show.tour.id, stage.place) == (TOUR, TourPlace(3))


def test_shift_f5_takes_up_the_show_that_was_ended(qtbot: QtBot) -> None:
    with presented(qtbot, stop=2) as stage:
        stage.keys("Esc", "Esc")
        press_key(stage.program.window, "Shift+F5")
        assert (stage.show.tour.id, stage.place) == (TOUR, TourPlace(2))


def test_shift_f5_takes_up_the_show_in_which_the_program_ended(qtbot: QtBot) -> None:
    with presented(qtbot) as first:
        first.keys("PgDown", "End", "Home", "3", "Enter")
        with staged(qtbot) as second:
            press_key(second.program.window, "Shift+F5")
            assert (second.show.tour.id, second.place) == (TOUR, TourPlace(2))


def test_show_that_was_brought_to_its_end_begins_anew_at_the_next_start(qtbot: QtBot) -> None:
    with presented(qtbot, stop=2) as first:
        first.keys("End", "Esc", "Esc")
    with staged(qtbot) as second:
        press_key(second.program.window, "Shift+F5")
        assert second.place == TourPlace(0)


def test_f5_without_a_tour_in_mind_shows_the_first(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        press_key(stage.program.window, "F5")
        assert stage.show.tour is stage.program.desk.tours.library.tours[0]


def test_the_tour_that_is_walked_in_the_window_is_presented(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        stage.program.desk.tours.open("two-banks/files")
        press_key(stage.program.window, "Shift+F5")
        assert (stage.show.tour.id, stage.place) == ("two-banks", TourPlace(3))


def test_the_tour_that_is_edited_is_presented_as_it_stands(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        desk = stage.program.desk
        for view in ("agents", "boot"):
            desk.show_view(view)
            desk.carry_out("tour.keep")
        press(desk.window, "Two banks")
        press_key(stage.program.window, "Shift+F5")
        assert (stage.show.tour.id, stage.place) == ("my-tour", TourPlace(1))
        assert stage.show.tour.stops[1].title == "Two banks"


def test_tour_that_cannot_be_saved_is_not_presented_in_an_older_form(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        desk = stage.program.desk
        desk.carry_out("tour.keep")
        page(desk).caption.setPlainText("long " * 40)
        press_key(stage.program.window, "F5")
        assert stage.presenting.show is None
        assert desk.window.message_bar.text.startswith("Not saved. Stop 1, caption has 199 characters")


def test_button_offers_all_tours(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        stage.program.window.top_bar.present.click()
        menu = stage.program.window.findChildren(QMenu)[-1]
        texts = [action.text() for action in menu.actions()]
        assert len(texts) == len(stage.program.desk.controller.explorer.atlas.tours)
        menu.actions()[1].trigger()
        menu.close()
        assert stage.show.tour.name in texts[1]


def test_unknown_tour_or_stop_is_refused(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        with pytest.raises(UnknownNameError, match="there is no tour 'ten minuts'"):
            stage.presenting.start("ten minuts")
        with pytest.raises(UsageError, match=r"has the stops 1 to \d+, and no 99"):
            stage.presenting.start(TOUR, 98)
        assert stage.presenting.show is None
