"""Questions in a show: a class that answers, asked about what the audience has before it, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.presenters import Stage, part, presented, press_key
from vmexplorer.app.quiz_session import Screen
from vmexplorer.app.show_words import subjects_of
from vmexplorer.app.touring import EMPHASIS
from vmexplorer.lessons.quiz.asked import ask
from vmexplorer.lessons.quiz.classroom import Classroom
from vmexplorer.lessons.quiz.classroom import Stage as ClassStage
from vmexplorer.lessons.show_state import Layer
from vmexplorer.ui.labs.quiz.hands_field import HandsField
from vmexplorer.ui.labs.quiz.quiz_lab import QuizLab

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def quiz(stage: Stage) -> QuizLab:
    lab = stage.program.desk.labs.lab("quiz")
    assert isinstance(lab, QuizLab)
    return lab


def test_class_begins_by_a_key_and_goes_on_by_the_clicker(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("Q")
        session, board = quiz(stage).session, stage.show.audience.board
        assert session.screen is Screen.CLASS
        assert board.board is not None
        # The board says all that is to be read.
        assert not stage.show.audience.caption.isVisible()
        # Nothing of the tour may tell the answer.
        explorer = stage.program.desk.controller.explorer
        assert (explorer.now.component, explorer.now.flow) == ("", "")
        assert EMPHASIS not in dict(explorer.now.overlays)
        for _ in range(3):
            press_key(stage.program.window, "PgDown")
            if session.classroom.stage is ClassStage.REVEALED:
                break
        assert board.board.answer
        press_key(stage.program.window, "PgDown")
        assert (session.classroom.place, session.classroom.stage) == (1, ClassStage.ASKED)
        press_key(stage.program.window, "PgUp")
        assert session.classroom.place == 0
        assert stage.state.innermost is Layer.DETOUR


def test_clicker_leads_back_to_the_tour_when_the_class_is_over(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("Q")
        session = quiz(stage).session
        session.classroom = Classroom.of([session.classroom.asked[0]])
        for _ in range(9):
            press_key(stage.program.window, "PgDown")
        assert stage.state.layers == ()
        assert not stage.show.audience.board.isVisible()


def test_question_is_about_what_the_stop_speaks_of_and_the_next_one_is_another(qtbot: QtBot) -> None:
    with presented(qtbot, "ten-minutes", stop=3) as stage:
        explorer = stage.program.desk.controller.explorer
        subjects = subjects_of(explorer, stage.show.tour.stops[3])
        assert subjects[0] == "vmx"
        asked = []
        for _ in range(3):
            stage.keys("Q")
            question = quiz(stage).session.question
            assert question is not None
            assert {*question.components, *question.flows} & set(subjects)
            asked.append(question.id)
            press_key(stage.program.window, "F5")
        assert len(set(asked)) == 3


def test_question_is_about_the_part_that_was_clicked(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        QTest.mouseClick(stage.picture, LEFT, PLAIN, part(stage.picture, "ntpd"))
        stage.keys("Q")
        question = quiz(stage).session.question
        assert question is not None
        assert "ntpd" in question.components


def test_stop_without_parts_lets_the_speaker_choose_a_topic(qtbot: QtBot) -> None:
    with presented(qtbot, "ten-minutes") as stage:
        assert subjects_of(stage.program.desk.controller.explorer, stage.show.tour.stops[0]) == ()
        stage.keys("Q")
        assert quiz(stage).session.screen is Screen.START
        assert not stage.show.audience.board.isVisible()


@pytest.mark.parametrize("where", ["hands", "rail", "map"])
def test_clicker_is_heard_wherever_the_keyboard_is_and_means_nothing_else_there(qtbot: QtBot, where: str) -> None:
    with presented(qtbot) as stage:
        window = stage.program.window
        stage.keys("Q")
        session = quiz(stage).session
        session.classroom = Classroom.of([ask(one, 3) for one in session.questions.every() if one.options])
        quiz(stage)._begun()
        press_key(window, "PgDown")
        focus = {"hands": window.findChild(HandsField), "rail": window.rail, "map": window.canvas}[where]
        assert focus is not None
        press_key(focus, "PgDown")
        assert session.classroom.stage is ClassStage.REVEALED
        press_key(focus, ".")
        assert stage.show.audience.cover is Layer.BLACK
        # In the window itself the key is one of guided tours.
        assert not window.message_bar.isVisible()
