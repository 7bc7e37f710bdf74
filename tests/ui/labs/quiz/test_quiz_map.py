"""Questions answered on the map, and what the map shows of answers."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.helpers.maps import click, place_of
from tests.helpers.quizzes import ENTER, LEFT, links, marks, push, put, told, verdicts
from tests.helpers.windows import by_hand, let_pass, press
from vmexplorer.app.quiz_session import Screen
from vmexplorer.lessons.quiz.marking import Verdict
from vmexplorer.stage.overlay import Role
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.labs.quiz.missed_row import MissedRow
from vmexplorer.ui.labs.quiz.quiz_lab import QuizLab
from vmexplorer.ui.labs.quiz.score_sheet import ScoreSheet


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

    def test_of_a_missed_question_on_the_score(self, qtbot: QtBot, desk: Desk, lab: QuizLab) -> None:
        put(lab, "Q03", "Q09", "next-F04-2-e9/locked")
        for _ in range(3):
            push(qtbot, lab.page.foot.skip)
            press(lab.page, ENTER)
        score = lab.page.area.sheet
        assert isinstance(score, ScoreSheet)
        rows = score.findChildren(MissedRow)
        assert len(rows) == 3
        assert rows[0].row is not None
        qtbot.mouseClick(rows[0].row, LEFT)
        assert desk.controller.explorer.now.component == "vpxd"
        for row, (flow, branch) in zip(rows, [("F06", ""), ("F01", ""), ("F04", "locked")], strict=True):
            assert row.play is not None
            push(qtbot, row.play)
            assert (desk.controller.explorer.now.flow, desk.controller.explorer.now.branch) == (flow, branch)
            assert len(desk.controller.explorer.hops) > 3

    def test_what_was_typed_stands_beside_the_right_answer(self, lab: QuizLab) -> None:
        put(lab, "Q14")
        press(lab.page, "the disc", ENTER)
        assert "Your answer: the disc" in told(lab)

    def test_what_was_clicked_is_named(self, desk: Desk, lab: QuizLab) -> None:
        put(lab, "SQ13")
        click(desk.window.canvas, place_of(desk.window.canvas, "hostd"))
        assert "Your answer: hostd" in told(lab)


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

    def test_a_branch_plays_its_own_steps(self, desk: Desk, lab: QuizLab) -> None:
        by_hand(desk)
        desk.labs.open("quiz", preset="predict F04/locked")
        explorer = desk.controller.explorer
        for part, branch in (("hostd", ""), ("hostd", "locked"), ("vobd", "locked"), ("host-client", "locked")):
            desk.labs.take(part)
            assert (explorer.now.flow, explorer.now.branch) == ("F04", branch)
            press(lab.page, ENTER)
        assert lab.session.screen is Screen.SCORE
        assert verdicts(lab) == [Verdict.RIGHT] * 4

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
