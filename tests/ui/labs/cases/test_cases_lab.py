"""The troubleshooting lab as a person uses it: clicks on rows, checks, guesses, and what goes to the map."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.case_labs import Heard, click, click_row, known_simulator, make_check, open_case, tab
from tests.helpers.cases import cases_atlas
from tests.helpers.packs import tiny_atlas
from tests.helpers.widgets import ink, present
from tests.helpers.windows import rows
from vmexplorer.app.kept import Kept
from vmexplorer.errors import UnknownNameError, UsageError, VmexplorerError
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.ui.labs.cases.case_head import Pane
from vmexplorer.ui.labs.cases.cases_lab import CasesLab, make_lab


def test_the_list_opens_a_case_with_its_symptom_and_brings_the_map_there(lab: CasesLab, heard: Heard) -> None:
    assert lab.page.shows_list
    open_case(lab)
    assert not lab.page.shows_list
    assert lab.page.pane is Pane.SYMPTOM
    assert lab.page.head.title.text() == "The silent agent"
    assert heard.wishes == [("era", "e8"), ("view", "all")]
    assert not tab(lab, Pane.DEBRIEF).isEnabled()


def test_a_whole_case_by_mouse(lab: CasesLab, heard: Heard) -> None:
    open_case(lab)
    click_row(lab.page.symptom, "Look into it")
    assert lab.page.pane is Pane.LOOK
    make_check(lab, "Does the agent run?")
    make_check(lab, "Does the agent answer?")
    shown = lab.page.look.terminal.toPlainText()
    assert "$ agent status\nrunning\n✎ The agent is there." in shown
    assert shown.endswith("✎ The agent keeps silent.")
    click(tab(lab, Pane.CAUSE))
    click_row(lab.page.cause, "The agent hangs.")
    click_row(lab.page.cause, "Restart it.")
    assert lab.page.pane is Pane.DEBRIEF
    assert lab.page.head.points.text() == "100 points"
    overlay = heard.overlays[-1]
    assert overlay is not None
    assert set(overlay.components) == {"agent"}
    click_row(lab.page.debrief, "Light up the next part")
    overlay = heard.overlays[-1]
    assert overlay is not None
    assert set(overlay.links) == {"L3"}
    click_row(lab.page.debrief, "agent")
    click_row(lab.page.debrief, "L3 proxy → agent")
    click_row(lab.page.debrief, "Ask the agent")
    assert heard.wishes[-3:] == [("component", "agent"), ("link", "L3"), ("flow", "F01")]


def test_going_back_to_the_list_takes_the_marks_away_and_shows_the_points(lab: CasesLab, heard: Heard) -> None:
    open_case(lab)
    lab.reveal()
    assert heard.overlays[-1] is not None
    click(lab.page.head.back)
    assert lab.page.shows_list
    assert heard.overlays[-1] is None
    assert "shown" in rows(lab.page.list)["The silent agent"].row.detail


def test_marks_are_laid_over_the_map_in_the_debrief_only(lab: CasesLab, heard: Heard) -> None:
    open_case(lab)
    lab.reveal()
    click(tab(lab, Pane.LOOK))
    assert heard.overlays[-1] is None
    click(tab(lab, Pane.DEBRIEF))
    assert heard.overlays[-1] is not None


def test_wrong_turns_cost_points_and_tell_why(lab: CasesLab) -> None:
    open_case(lab)
    click(tab(lab, Pane.CAUSE))
    click_row(lab.page.cause, "The agent is gone.")
    assert lab.page.head.points.text() == "90 points"
    assert "The agent is gone." not in rows(lab.page.cause)
    click_row(lab.page.cause, "Wait.")
    assert lab.page.head.points.text() == "75 points"
    assert lab.page.pane is Pane.CAUSE


def test_hints_are_counted_down_and_shown(lab: CasesLab) -> None:
    open_case(lab)
    assert lab.page.head.hint.text() == "Hint (2)"
    click(lab.page.head.hint)
    click(lab.page.head.hint)
    assert lab.page.pane is Pane.CAUSE
    assert (lab.page.head.hint.text(), lab.page.head.hint.isEnabled()) == ("Hint (0)", False)
    assert lab.page.head.points.text() == "84 points"


def test_a_check_made_twice_says_so(lab: CasesLab, heard: Heard) -> None:
    open_case(lab)
    click(tab(lab, Pane.LOOK))
    make_check(lab, "Does the agent run?")
    before = lab.page.look.terminal.toPlainText()
    make_check(lab, "Does the agent run?")
    assert lab.page.look.terminal.toPlainText() == before
    assert heard.said == ["'status' is in the notebook already."]


def test_starting_again_empties_everything(lab: CasesLab, heard: Heard) -> None:
    open_case(lab)
    lab.check("status")
    lab.reveal()
    click(lab.page.head.again)
    assert lab.page.pane is Pane.SYMPTOM
    assert lab.page.look.terminal.toPlainText() == ""
    assert lab.page.head.points.text() == "100 points"
    assert heard.overlays[-1] is None


def test_a_case_left_open_goes_on(lab: CasesLab) -> None:
    open_case(lab)
    lab.check("status")
    click(lab.page.head.back)
    open_case(lab)
    assert "running" in lab.page.look.terminal.toPlainText()


def test_a_pack_without_cases_is_refused(lab: CasesLab) -> None:
    with pytest.raises(VmexplorerError, match="the pack 'Tiny Pack' has no troubleshooting cases"):
        lab.enter(tiny_atlas(), "e8", EXPLORE)
    assert lab.page.shows_list


def test_prepared_states(lab: CasesLab) -> None:
    lab.prepare("T01")
    assert lab.inquiry is not None
    assert lab.inquiry.case is not None
    lab.prepare("break 4711")
    assert lab.inquiry.hidden is not None
    assert lab.inquiry.hidden.seed == 4711
    assert lab.page.break_form.field.text() == "4711"
    lab.prepare("break")
    with pytest.raises(UnknownNameError):
        lab.prepare("T99")
    with pytest.raises(UsageError, match="no number of a hidden fault"):
        lab.prepare("break x")
    assert issubclass(UsageError, VmexplorerError)


def test_points_are_kept_for_the_next_start(lab: CasesLab, qtbot: QtBot, tmp_path: Path) -> None:
    open_case(lab)
    for id in ("status", "question"):
        lab.check(id)
    click(tab(lab, Pane.CAUSE))
    click_row(lab.page.cause, "The agent hangs.")
    click_row(lab.page.cause, "Restart it.")
    (tmp_path / "again").mkdir()
    later = CasesLab(ink(), known_simulator, Kept(tmp_path / "kept"))
    present(qtbot, later.page, 700, 800)
    later.enter(cases_atlas(tmp_path / "again"), "e8", EXPLORE)
    assert rows(later.page.list)["The silent agent"].row.detail.endswith("solved, 100 points")


def test_damaged_results_are_said(lab: CasesLab, heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "case-results.json").write_text("{", encoding="utf-8")
    (tmp_path / "again").mkdir()
    lab.enter(cases_atlas(tmp_path / "again"), "e8", EXPLORE)
    assert "is damaged" in heard.said[0]


def test_all_buttons_of_the_head_have_room_in_a_small_window(lab: CasesLab) -> None:
    open_case(lab)
    lab.page.resize(610, 520)
    head = lab.page.head
    buttons = [head.back, head.hint, head.solution, head.again, *head.tabs.buttons()]
    assert [button.text() for button in buttons if button.width() < button.sizeHint().width()] == []


def test_another_pack_begins_anew(lab: CasesLab, tmp_path: Path) -> None:
    open_case(lab)
    (tmp_path / "other").mkdir()
    lab.enter(cases_atlas(tmp_path / "other"), "e8", EXPLORE)
    assert lab.page.shows_list
    assert lab.inquiry is None


def test_the_lab_on_the_shelf_has_the_shipped_cases(qtbot: QtBot) -> None:
    made = make_lab(ink())
    qtbot.addWidget(made.page)
    assert made.inquiry is None
    made.show_list()
    made.open_case("TS01")
    assert made.inquiry is None
