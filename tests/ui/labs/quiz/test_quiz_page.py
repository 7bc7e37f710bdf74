"""The page of the quiz in the sizes of real windows: everything is seen, nothing is cut or lies on something else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from random import Random

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.maps import image, share_of
from tests.helpers.shipped import shipped_atlas
from tests.helpers.widgets import THEMES, dressed, ink, present
from vmexplorer.app.kept import Kept
from vmexplorer.app.questions import Questions
from vmexplorer.app.quiz_session import QuizSession, Screen
from vmexplorer.drawing.theme import Role
from vmexplorer.lessons.quiz.asked import ask
from vmexplorer.lessons.quiz.given import Given
from vmexplorer.ui.labs.quiz.question_sheet import QuestionSheet
from vmexplorer.ui.labs.quiz.quiz_page import QuizPage

ATLAS = shipped_atlas()
SIZES = {"1920x1080": (890, 839, 1.0), "1366x768": (610, 520, 1.0), "3840x2160": (1780, 1800, 2.0)}


@pytest.fixture(scope="module")
def questions() -> Questions:
    return Questions(ATLAS, "e9")


@pytest.fixture(autouse=True)
def _dressed(qapp: object) -> Iterator[None]:
    with dressed():
        yield


def page_of(qtbot: QtBot, session: QuizSession, size: str = "1920x1080", theme: str = "dark") -> QuizPage:
    width, height, scale = SIZES[size]
    page = QuizPage(ink(theme))
    page.set_scale(scale)
    present(qtbot, page, width, height)
    page.show_session(session)
    return page


def asking(questions: Questions, id: str, answer: Given | None = None) -> QuizSession:
    session = QuizSession(questions, Kept(None), random=Random(1))
    question = questions.question(id)
    assert question is not None
    session._begin([ask(question, 3)])
    if answer is not None:
        session.answer(answer)
    return session


def placed(page: QuizPage) -> list[QRect]:
    """Where the parts of the sheet stand in the page."""
    shown = page.area.sheet
    assert shown is not None
    parts = [part for part, _ in shown._parts]
    return [part.geometry() for part in parts if isinstance(part, QWidget)]


def check_nothing_overlaps(page: QuizPage) -> None:
    places = placed(page)
    assert places
    assert all(not one.intersects(other) for one, other in combinations(places, 2))
    assert all(place.width() > 0 and place.height() > 0 for place in places)
    assert all(place.left() >= 0 and place.right() <= page.area.width() for place in places)
    assert page.area.geometry().bottom() <= page.foot.geometry().top()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("id", sorted(ATLAS.questions))
def test_every_question_is_seen_whole(qtbot: QtBot, questions: Questions, id: str, size: str) -> None:
    page = page_of(qtbot, asking(questions, id), size)
    check_nothing_overlaps(page)
    assert page.area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("id", sorted(ATLAS.questions))
def test_every_answer_with_its_reason_is_seen_whole_at_1080(qtbot: QtBot, questions: Questions, id: str) -> None:
    page = page_of(qtbot, asking(questions, id, Given(picked=(1,), text="something", component="vmkernel")))
    check_nothing_overlaps(page)
    assert page.area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", SIZES)
def test_questions_are_read_from_the_last_row(qtbot: QtBot, questions: Questions, size: str) -> None:
    page = page_of(qtbot, asking(questions, "Q01"), size)
    shown = page.area.sheet
    assert shown is not None
    # A forty-fifth of the height of the screen: 24 pixels of 1080.
    needed = {"1920x1080": 24, "1366x768": 17, "3840x2160": 48}[size]
    assert 24.0 * shown.lettering.scale >= needed


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", list(Screen))
def test_every_screen_fits(qtbot: QtBot, questions: Questions, screen: Screen, size: str) -> None:
    session = QuizSession(questions, Kept(None), random=Random(1))
    session.view = "overview"
    if screen is Screen.CLASS:
        session.hold_class()
        session.step_class()
    elif screen is not Screen.START:
        session.practise()
    while screen is Screen.SCORE and session.screen is not Screen.SCORE:
        session.answer(Given())
        session.next()
    check_nothing_overlaps(page_of(qtbot, session, size))
    assert session.screen is screen


@pytest.mark.parametrize("theme", THEMES)
def test_right_and_wrong_have_their_colours_and_a_sign(qtbot: QtBot, questions: Questions, theme: str) -> None:
    with dressed(theme):
        page = page_of(qtbot, asking(questions, "Q04", Given(picked=(0,))), theme=theme)
        picture = image(page)
    assert share_of(picture, ink(theme).role(Role.FAULT), step=1) > 0.0002
    assert share_of(picture, ink(theme).role(Role.RUNNING), step=1) > 0.0002


def test_another_theme_and_scale_keep_what_was_chosen(qtbot: QtBot, questions: Questions) -> None:
    page = page_of(qtbot, asking(questions, "Q04"))
    page.pick(1)
    page.set_ink(ink("projector"))
    page.set_scale(1.5)
    shown = page.area.sheet
    assert isinstance(shown, QuestionSheet)
    assert "chosen" in shown.rows[1].accessibleName()


def test_a_digit_in_a_line_is_text_and_not_a_choice(qtbot: QtBot, questions: Questions) -> None:
    page = page_of(qtbot, asking(questions, "Q03"))
    given: list[Given] = []
    page.answered.connect(given.append)
    page.take_keyboard()
    line = page.area.sheet.line if isinstance(page.area.sheet, QuestionSheet) else None
    assert line is not None
    QTest.keyClicks(line, "60")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert given == [Given(text="60")]


def test_tab_goes_through_the_answers_and_enter_chooses(qtbot: QtBot, questions: Questions) -> None:
    page = page_of(qtbot, asking(questions, "Q04"))
    shown = page.area.sheet
    assert isinstance(shown, QuestionSheet)
    shown.rows[1].setFocus()
    QTest.keyClick(shown.rows[1], Qt.Key.Key_Space)
    assert "chosen" in shown.rows[1].accessibleName()


def test_a_held_key_does_not_run_through_the_round(qtbot: QtBot, questions: Questions) -> None:
    page = page_of(qtbot, asking(questions, "Q04"))
    given: list[Given] = []
    page.answered.connect(given.append)
    page.pick(0)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_2):
        QApplication.sendEvent(page, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True))
    assert given == []
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert given == [Given(picked=(0,))]


def test_a_question_and_its_verdict_are_said_to_screen_readers(
    qtbot: QtBot, questions: Questions, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    class Listening:
        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            said.append(event.message())

    session = asking(questions, "Q11")
    page = page_of(qtbot, session)
    monkeypatch.setattr("vmexplorer.ui.labs.quiz.quiz_page.QAccessible", Listening)
    page.show_session(session)
    session.answer(Given(picked=(1,)))
    page.show_session(session)
    assert said == [
        "Both boot banks are valid. Which one does the loader boot?",
        "Wrong. The one with the larger updated",
    ]
