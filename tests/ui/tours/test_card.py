"""The card of a guided tour: contents, notes, look, and the labs beside it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from tests.helpers.guided_tours import CHAIN, card, click
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.labs.cases.cases_page import CasesPage
from vmexplorer.ui.tours.card import TourCard


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


def test_the_last_stop_leads_to_cases_and_questions(desk: Desk) -> None:
    desk.tours.open("not-responding/dead")
    assert not card(desk).practice.isVisible()
    desk.tours.open("not-responding/order")
    click(card(desk).practice)
    menu = card(desk).findChildren(QMenu)[-1]
    names = [action.text() for action in menu.actions()]
    assert names[0] == "Case TS01: A host that comes and goes"
    assert names[-1] == "Questions: Troubleshooting"
    menu.actions()[0].trigger()
    menu.close()
    assert desk.tours.visit is None
    assert desk.labs.open_lab == "cases"
    assert desk.window.side.findChild(CasesPage).head.title.text() == "A host that comes and goes"
    desk.tours.practise("quiz", "trouble")
    assert desk.labs.open_lab == "quiz"


def test_all_buttons_of_the_last_stop_have_room_in_a_small_window(desk: Desk) -> None:
    desk.window.resize(1366, 768)
    desk.tours.open("not-responding/order")
    QApplication.processEvents()
    shown = card(desk)
    buttons = [shown.back, shown.forward, shown.contents, shown.practice]
    assert [button.text() for button in buttons if button.width() < button.sizeHint().width()] == []
    assert shown.practice.geometry().bottom() < shown.height()
    assert shown.practice.geometry().right() < shown.width()


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
    desk.tours.open("ten-minutes/failure")
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
