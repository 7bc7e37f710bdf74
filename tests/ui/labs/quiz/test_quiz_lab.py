"""The quiz in the window: opened, prepared, and what is said of its progress."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.quizzes import LEFT, push
from tests.helpers.windows import choose_in_rail, opened
from vmexplorer.app.kept import Kept
from vmexplorer.app.quiz_session import Screen
from vmexplorer.app.request import OpenRequest
from vmexplorer.ui.app import Program
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.labs.quiz.quiz_lab import QuizLab
from vmexplorer.ui.labs.quiz.start_sheet import StartSheet
from vmexplorer.ui.side import DETAILS, LAB


class TestOpening:
    def test_it_stands_in_the_rail_under_its_own_heading(self, qtbot: QtBot, program: Program) -> None:
        program.desk.labs.close()
        choose_in_rail(program, "Interview questions")
        assert program.desk.labs.open_lab == "quiz"
        rail = program.window.rail.list
        texts = [rail.item(row).text() for row in range(rail.count())]
        assert texts[texts.index("QUIZ") + 1] == "Interview questions"

    def test_the_command_opens_it(self, desk: Desk) -> None:
        desk.labs.close()
        desk.carry_out("lab.quiz")
        assert (desk.labs.open_lab, desk.window.side.page) == ("quiz", LAB)

    def test_topics_can_be_chosen_and_practised(self, qtbot: QtBot, lab: QuizLab) -> None:
        start = lab.page.area.sheet
        assert isinstance(start, StartSheet)
        boot = next(row for row in start.rows if row.id == "boot")
        qtbot.mouseClick(boot, LEFT)
        push(qtbot, lab.page.foot.main)
        assert lab.session.screen is Screen.QUESTION
        assert {asked.question.topic for asked in lab.session.round.asked} == {"boot"}
        assert lab.page.head.topic.text() == "Boot banks and updates"
        assert lab.page.head.count.text() == "1 of 7"

    def test_a_part_of_the_map_can_be_asked_about(self, desk: Desk, lab: QuizLab) -> None:
        desk.labs.open("quiz", "vpxa")
        assert all("vpxa" in asked.question.components for asked in lab.session.round.asked)

    @pytest.mark.parametrize(
        ("preset", "screen", "first"),
        [("boot", Screen.QUESTION, "boot"), ("class boot", Screen.CLASS, "boot"), ("class", Screen.CLASS, "interview")],
    )
    def test_it_can_be_prepared(self, desk: Desk, lab: QuizLab, preset: str, screen: Screen, first: str) -> None:
        desk.labs.open("quiz", preset=preset)
        assert (lab.session.screen, lab.session.topic) == (screen, first)


def test_a_damaged_progress_is_said(qtbot: QtBot) -> None:
    kept = Kept.of_user()
    kept.write("quiz-progress", 1, [])
    with opened(qtbot, OpenRequest(lab="quiz"), width=1366, height=768) as program:
        assert "is damaged" in program.window.message_bar.text


def test_details_are_one_click_away(desk: Desk, lab: QuizLab) -> None:
    desk.window.side.show_details()
    assert desk.window.side.page == DETAILS
    assert lab.page.isHidden() or not lab.page.isVisible()
