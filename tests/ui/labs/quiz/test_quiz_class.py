"""A class answers by show of hands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.helpers.quizzes import ENTER, push
from tests.helpers.windows import press
from vmexplorer.app.quiz_session import Screen
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.labs.quiz.answer_row import AnswerState
from vmexplorer.ui.labs.quiz.board_sheet import BoardSheet
from vmexplorer.ui.labs.quiz.quiz_lab import QuizLab


class TestClass:
    def test_hands_are_typed_and_the_answer_is_shown_on_demand(self, qtbot: QtBot, desk: Desk, lab: QuizLab) -> None:
        lab.session.choose_topic("trouble")
        push(qtbot, lab.page.foot.hold_class)
        while lab.session.question is None or lab.session.question.id != "Q19":
            press(lab.page, ENTER)
        push(qtbot, lab.page.foot.main)
        press(lab.page, "4", ENTER, "1", Qt.Key.Key_2, ENTER)
        assert lab.session.classroom.counted[:2] == (4, 12)
        board = lab.page.area.sheet
        assert isinstance(board, BoardSheet)
        assert AnswerState.RIGHT not in [row.row.state for row in board.rows]
        push(qtbot, lab.page.foot.main)
        board = lab.page.area.sheet
        assert isinstance(board, BoardSheet)
        assert [row.row.state for row in board.rows].count(AnswerState.RIGHT) == 1
        assert lab.session.classroom.counted[:2] == (4, 12)

    def test_the_last_answer_typed_shows_the_right_one(self, lab: QuizLab) -> None:
        lab.prepare("class availability")
        while lab.session.question is None or lab.session.question.id != "Q04":
            press(lab.page, ENTER)
        press(lab.page, ENTER, "7", ENTER, "3", ENTER)
        assert lab.session.classroom.revealed
        assert lab.session.classroom.counted == (7, 3)

    def test_results_are_saved_and_said(self, qtbot: QtBot, desk: Desk, lab: QuizLab) -> None:
        lab.prepare("class availability")
        assert not lab.page.foot.save.isVisible()
        while lab.session.question is None or lab.session.question.id != "Q04":
            press(lab.page, ENTER)
        press(lab.page, ENTER, "7", ENTER, "3", ENTER)
        said: list[str] = []
        lab.said.connect(said.append)
        push(qtbot, lab.page.foot.save)
        assert said[0].startswith("The results are in ")
        assert said[0].endswith(".csv.")

    def test_after_the_last_question_it_is_over(self, lab: QuizLab) -> None:
        lab.prepare("class availability")
        while lab.session.question is not None:
            press(lab.page, ENTER)
        assert lab.page.foot.main.text() == "Topics"
        press(lab.page, ENTER)
        assert lab.session.screen is Screen.START
