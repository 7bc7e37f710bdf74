"""Questions answered by mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.helpers.quizzes import ENTER, LEFT, push, put, sheet, states, told, verdicts
from tests.helpers.windows import press
from vmexplorer.app.kept import Kept
from vmexplorer.app.quiz_progress import load_progress
from vmexplorer.app.quiz_session import Screen
from vmexplorer.lessons.quiz.marking import Verdict
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.labs.quiz.answer_row import AnswerState
from vmexplorer.ui.labs.quiz.quiz_lab import QuizLab
from vmexplorer.ui.labs.quiz.score_sheet import ScoreSheet


class TestAnswering:
    def test_by_mouse(self, qtbot: QtBot, lab: QuizLab) -> None:
        put(lab, "Q01", "Q04")
        row = next(row for row in sheet(lab).rows if "Nothing" in row.accessibleName())
        assert not lab.page.foot.main.isEnabled()
        qtbot.mouseClick(row, LEFT)
        assert row.state is AnswerState.PICKED
        push(qtbot, lab.page.foot.main)
        assert verdicts(lab) == [Verdict.RIGHT]
        push(qtbot, lab.page.foot.main)
        assert lab.page.head.count.text() == "2 of 2"

    def test_by_keys(self, lab: QuizLab) -> None:
        put(lab, "Q04", "Q13")
        press(lab.page, Qt.Key.Key_1, Qt.Key.Key_2, ENTER)
        assert verdicts(lab) == [Verdict.RIGHT]
        press(lab.page, ENTER, Qt.Key.Key_1, ENTER, ENTER)
        assert verdicts(lab) == [Verdict.RIGHT, Verdict.WRONG]
        assert isinstance(lab.page.area.sheet, ScoreSheet)
        press(lab.page, ENTER)
        assert lab.session.screen is Screen.START

    def test_enter_without_an_answer_does_nothing(self, lab: QuizLab) -> None:
        put(lab, "Q04")
        press(lab.page, ENTER, Qt.Key.Key_7)
        assert verdicts(lab) == []

    def test_a_wrong_answer_shows_what_was_right_and_why(self, lab: QuizLab) -> None:
        put(lab, "Q04")
        press(lab.page, Qt.Key.Key_1, ENTER)
        assert states(lab) == {"True": AnswerState.WRONG, "False": AnswerState.MISSED}
        texts = told(lab)
        assert "Wrong." in texts
        assert "the elected primary HA agent" in texts

    def test_several_options_and_taking_one_back(self, lab: QuizLab) -> None:
        put(lab, "Q24")
        press(lab.page, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_Backspace)
        assert [row.state for row in sheet(lab).rows].count(AnswerState.PICKED) == 2
        press(lab.page, ENTER)
        assert len(verdicts(lab)) == 1

    def test_an_order_by_clicks(self, qtbot: QtBot, lab: QuizLab) -> None:
        put(lab, "SQ09")
        asked = lab.session.round.current
        assert asked is not None
        for place in range(4):
            qtbot.mouseClick(sheet(lab).rows[asked.shown.index(place)], LEFT)
        assert sheet(lab).rows[asked.shown.index(2)].note == "no. 3"
        press(lab.page, ENTER)
        assert verdicts(lab) == [Verdict.RIGHT]

    def test_words_are_typed_at_once(self, lab: QuizLab) -> None:
        put(lab, "Q14")
        press(lab.page, "main memory", ENTER)
        assert verdicts(lab) == [Verdict.RIGHT]
        press(lab.page, ENTER)
        assert lab.session.screen is Screen.SCORE

    def test_to_pass_shows_the_answer(self, qtbot: QtBot, lab: QuizLab) -> None:
        put(lab, "Q14")
        push(qtbot, lab.page.foot.skip)
        assert verdicts(lab) == [Verdict.NONE]
        assert "Answer: RAM" in told(lab)

    def test_answers_are_kept(self, lab: QuizLab) -> None:
        put(lab, "Q04")
        press(lab.page, Qt.Key.Key_2, ENTER)
        assert load_progress(Kept.of_user())[0].cards["Q04"].right == 1

    def test_a_resized_window_keeps_what_was_chosen_and_typed(self, qtbot: QtBot, desk: Desk, lab: QuizLab) -> None:
        put(lab, "Q14", "Q04")
        press(lab.page, "RA")
        desk.window.resize(1400, 820)
        line = sheet(lab).line
        assert line is not None
        assert line.text() == "RA"
        press(lab.page, "M", ENTER)
        assert verdicts(lab) == [Verdict.RIGHT]
