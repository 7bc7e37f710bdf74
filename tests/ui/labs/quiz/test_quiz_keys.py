"""Everything can be answered by keys alone, and where the keyboard is can be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.helpers.maps import image
from tests.helpers.quizzes import ENTER, put, sheet, verdicts
from tests.helpers.windows import press
from vmexplorer.app.quiz_session import Screen
from vmexplorer.lessons.quiz.asked import Asked
from vmexplorer.lessons.quiz.classroom import rights_of
from vmexplorer.lessons.quiz.marking import Verdict
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.labs.quiz.answer_row import AnswerState
from vmexplorer.ui.labs.quiz.quiz_lab import QuizLab


def asked_now(lab: QuizLab) -> Asked:
    asked = lab.session.round.current
    assert asked is not None
    return asked


class TestKeys:
    @pytest.mark.parametrize(("key", "place"), [("1", 0), ("3", 2), ("a", 0), ("d", 3)])
    def test_digits_and_letters_choose(self, lab: QuizLab, key: str, place: int) -> None:
        put(lab, "Q01")
        press(lab.page, key)
        assert [row.place for row in sheet(lab).rows if row.state is AnswerState.PICKED] == [place]

    @pytest.mark.parametrize("key", ["5", "9", "e", "z"])
    def test_what_names_no_answer_chooses_none(self, lab: QuizLab, key: str) -> None:
        put(lab, "Q01")
        press(lab.page, key)
        assert not any(row.state is AnswerState.PICKED for row in sheet(lab).rows)

    @pytest.mark.parametrize(("key", "verdict"), [("f", Verdict.RIGHT), ("t", Verdict.WRONG)])
    def test_true_and_false_have_their_letters(self, lab: QuizLab, key: str, verdict: Verdict) -> None:
        put(lab, "Q04")
        press(lab.page, key, ENTER)
        assert verdicts(lab) == [verdict]

    def test_arrows_walk_and_enter_chooses_and_then_answers(self, lab: QuizLab) -> None:
        put(lab, "Q01")
        down, up = Qt.Key.Key_Down, Qt.Key.Key_Up
        press(lab.page, down, down, down, down, down, up)
        rows = sheet(lab).rows
        assert [row.hasFocus() for row in rows] == [False, False, True, False]
        press(lab.page, ENTER)
        assert rows[2].state is AnswerState.PICKED
        assert verdicts(lab) == []
        press(lab.page, ENTER)
        assert len(verdicts(lab)) == 1

    def test_several_are_chosen_one_after_the_other(self, lab: QuizLab) -> None:
        put(lab, "Q24")
        rights = [place for place, right in enumerate(rights_of(asked_now(lab))) if right]
        for _ in range(rights[0] + 1):
            press(lab.page, Qt.Key.Key_Down)
        press(lab.page, Qt.Key.Key_Space)
        for _ in range(rights[1] - rights[0]):
            press(lab.page, Qt.Key.Key_Down)
        press(lab.page, ENTER, ENTER)
        assert verdicts(lab) == [Verdict.RIGHT]

    def test_the_focus_is_seen_on_a_chosen_answer_too(self, lab: QuizLab) -> None:
        put(lab, "Q01")
        press(lab.page, "1")
        chosen = image(sheet(lab).rows[0])
        press(lab.page, Qt.Key.Key_Down)
        assert sheet(lab).rows[0].hasFocus()
        assert image(sheet(lab).rows[0]) != chosen

    def test_letters_belong_to_the_window_where_nothing_is_chosen(self, desk: Desk, lab: QuizLab) -> None:
        put(lab, "SQ13")
        press(lab.page, "a", "1")
        assert verdicts(lab) == []

    def test_arrows_choose_a_topic_and_enter_begins(self, lab: QuizLab) -> None:
        before = lab.session.topic
        press(lab.page, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
        topics = [topic.id for topic in lab.session.questions.topics]
        assert lab.session.topic == topics[topics.index(before) + 1]
        press(lab.page, ENTER)
        assert lab.session.screen is Screen.QUESTION
