"""The quiz in the window: asked at the side, answered by mouse, keys and clicks on the map."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.helpers.maps import click, place_of
from tests.helpers.windows import by_hand, choose_in_rail, let_pass, opened, press
from vmexplorer.app.kept import Kept
from vmexplorer.app.quiz_progress import load_progress
from vmexplorer.app.quiz_session import Screen
from vmexplorer.app.request import OpenRequest
from vmexplorer.lessons.quiz.asked import ask
from vmexplorer.lessons.quiz.marking import Verdict
from vmexplorer.stage.overlay import Role
from vmexplorer.ui.app import Program
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.labs.quiz.answer_row import AnswerState
from vmexplorer.ui.labs.quiz.board_sheet import BoardSheet
from vmexplorer.ui.labs.quiz.link_row import LinkRow
from vmexplorer.ui.labs.quiz.question_sheet import QuestionSheet
from vmexplorer.ui.labs.quiz.quiz_lab import QuizLab
from vmexplorer.ui.labs.quiz.score_sheet import ScoreSheet
from vmexplorer.ui.labs.quiz.start_sheet import StartSheet
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.text_stack import TextStack
from vmexplorer.ui.side import DETAILS, LAB

LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    with opened(qtbot, OpenRequest(lab="quiz"), width=1600, height=900) as made:
        yield made


@pytest.fixture
def desk(program: Program) -> Desk:
    return program.desk


@pytest.fixture
def lab(desk: Desk) -> QuizLab:
    made = desk.labs.lab("quiz")
    assert isinstance(made, QuizLab)
    return made


def put(lab: QuizLab, *ids: str) -> QuestionSheet:
    """Asks some questions, mixed in a way that is known."""
    questions = [lab.session.questions.question(id) for id in ids]
    lab.session._begin([ask(question, 3) for question in questions if question is not None])
    lab._begun()
    return sheet(lab)


def sheet(lab: QuizLab) -> QuestionSheet:
    shown = lab.page.area.sheet
    assert isinstance(shown, QuestionSheet)
    return shown


def push(qtbot: QtBot, button: BarButton) -> None:
    assert button.isVisible()
    qtbot.mouseClick(button, LEFT)


def verdicts(lab: QuizLab) -> list[Verdict]:
    return [answer.marked.verdict for answer in lab.session.round.answers]


def states(lab: QuizLab) -> dict[str, AnswerState]:
    return {row.accessibleName().partition(": ")[2].partition(",")[0]: row.state for row in sheet(lab).rows}


def told(lab: QuizLab) -> str:
    return "\n".join([stack.accessibleName() for stack in sheet(lab).findChildren(TextStack)])


def marks(desk: Desk) -> dict[str, Role]:
    looks = {look.box: look.mark for look in desk.controller.explorer.state().boxes}
    return {box: mark.role for box, mark in looks.items() if mark is not None}


def links(lab: QuizLab) -> dict[str, BarButton]:
    return {button.text(): button for row in sheet(lab).findChildren(LinkRow) for button in row.buttons}


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
        assert lab.page.topic.text() == "Boot banks and updates"
        assert lab.page.count.text() == "1 of 7"

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
        assert lab.page.count.text() == "2 of 2"

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


class TestMap:
    def test_a_click_on_the_map_answers_and_selects_nothing(self, qtbot: QtBot, desk: Desk, lab: QuizLab) -> None:
        put(lab, "SQ13")
        click(desk.window.canvas, place_of(desk.window.canvas, "vpxa"))
        assert verdicts(lab) == [Verdict.RIGHT]
        assert desk.controller.explorer.now.component == ""
        assert marks(desk) == {"vpxa": Role.GOOD}
        press(lab.page, ENTER)
        assert lab.session.screen is Screen.SCORE

    def test_a_wrong_click_is_marked_beside_the_answer(self, desk: Desk, lab: QuizLab) -> None:
        put(lab, "SQ13")
        click(desk.window.canvas, place_of(desk.window.canvas, "hostd"))
        assert marks(desk) == {"vpxa": Role.GOOD, "hostd": Role.FAULT}

    def test_after_the_answer_a_click_selects_again(self, desk: Desk, lab: QuizLab) -> None:
        put(lab, "SQ13")
        for part in ("hostd", "vpxa"):
            click(desk.window.canvas, place_of(desk.window.canvas, part))
        assert desk.controller.explorer.now.component == "vpxa"

    def test_the_keyboard_walks_the_map_as_well(self, desk: Desk, lab: QuizLab) -> None:
        put(lab, "SQ13")
        desk.window.canvas.setFocus()
        desk.window.canvas.set_focus_box("vpxa")
        press(desk.window.canvas, ENTER)
        assert verdicts(lab) == [Verdict.RIGHT]

    def test_the_map_goes_to_a_view_that_has_the_part(self, desk: Desk, lab: QuizLab) -> None:
        put(lab, "part-boot-loader")
        assert desk.controller.explorer.now.view == "boot"

    def test_a_route_under_way_takes_the_click_first(self, desk: Desk, lab: QuizLab) -> None:
        put(lab, "SQ13")
        desk.start_route()
        click(desk.window.canvas, place_of(desk.window.canvas, "vpxa"))
        assert verdicts(lab) == []

    def test_closing_takes_the_marks_away_and_the_round_waits(self, desk: Desk, lab: QuizLab) -> None:
        put(lab, "SQ13", "Q04")
        click(desk.window.canvas, place_of(desk.window.canvas, "hostd"))
        desk.labs.close()
        assert marks(desk) == {}
        desk.labs.open("quiz")
        assert marks(desk) == {"vpxa": Role.GOOD, "hostd": Role.FAULT}

    def test_another_version_ends_the_round(self, desk: Desk, lab: QuizLab) -> None:
        put(lab, "SQ13")
        desk.controller.show_era("e5")
        assert lab.session.screen is Screen.START
        assert marks(desk) == {}


class TestLinks:
    def test_to_the_part_and_to_the_path(self, qtbot: QtBot, desk: Desk, lab: QuizLab) -> None:
        put(lab, "Q03")
        press(lab.page, "10", ENTER)
        assert list(links(lab)) == ["vpxd", "vpxa", "▸ Heartbeat and lost host"]
        push(qtbot, links(lab)["vpxa"])
        assert desk.controller.explorer.now.component == "vpxa"
        push(qtbot, links(lab)["▸ Heartbeat and lost host"])
        assert desk.controller.explorer.now.flow == "F06"
        assert len(desk.controller.explorer.hops) > 5


class TestPrediction:
    def test_the_step_plays_only_when_it_was_predicted(self, desk: Desk, lab: QuizLab) -> None:
        clock = by_hand(desk)
        desk.labs.open("quiz", preset="predict F01")
        explorer = desk.controller.explorer
        assert (explorer.now.flow, marks(desk)) == ("", {"vsphere-client": Role.FOCUS})
        click(desk.window.canvas, place_of(desk.window.canvas, "vpxd"))
        assert verdicts(lab) == [Verdict.RIGHT]
        assert (explorer.now.flow, len(explorer.hops)) == ("F01", 1)
        assert explorer.player.playing
        let_pass(desk, clock, 20.0)
        assert not explorer.player.playing
        press(lab.page, ENTER)
        assert explorer.now.flow == ""

    def test_no_later_step_is_told_before_it_was_asked_for(self, desk: Desk, lab: QuizLab) -> None:
        clock = by_hand(desk)
        desk.labs.open("quiz", preset="predict F01")
        for part in ("vpxd", "hostd"):
            desk.labs.take(part)
            press(lab.page, ENTER)
        desk.labs.take("envoy")
        let_pass(desk, clock, 20.0)
        assert len(desk.controller.explorer.hops) == 3
        assert desk.controller.explorer.player.step == 2

    def test_a_path_is_whole_again_when_the_quiz_is_closed(self, desk: Desk, lab: QuizLab) -> None:
        desk.labs.open("quiz", preset="predict F01")
        desk.labs.take("vpxd")
        desk.labs.close()
        assert desk.controller.explorer.now.flow == ""
        desk.tell("F01")
        assert len(desk.controller.explorer.hops) == 16

    def test_a_path_is_chosen_from_a_menu(self, qtbot: QtBot, lab: QuizLab) -> None:
        push(qtbot, lab.page.foot.predict)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(action for action in menu.actions() if action.text() == "SNMP trap")
        qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
        assert lab.session.question is not None
        assert lab.session.question.id == "next-F08-1-e9"


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


def test_a_damaged_progress_is_said(qtbot: QtBot) -> None:
    kept = Kept.of_user()
    kept.write("quiz-progress", 1, [])
    with opened(qtbot, OpenRequest(lab="quiz"), width=1366, height=768) as program:
        assert "is damaged" in program.window.message_bar.text


def test_details_are_one_click_away(desk: Desk, lab: QuizLab) -> None:
    desk.window.side.show_details()
    assert desk.window.side.page == DETAILS
    assert lab.page.isHidden() or not lab.page.isVisible()
