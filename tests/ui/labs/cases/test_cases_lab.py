"""The troubleshooting lab as a person uses it: clicks on rows, checks, guesses, and what goes to the map."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.cases import KnownSimulator, cases_atlas, simulator
from tests.helpers.packs import tiny_atlas
from tests.helpers.widgets import dressed, ink, present
from tests.helpers.windows import rows
from vmexplorer.app.kept import Kept
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.errors import UnknownNameError, UsageError, VmexplorerError
from vmexplorer.lessons.breaking import LARGEST_SEED
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.stage.overlay import Overlay
from vmexplorer.ui.labs.cases.case_head import Pane
from vmexplorer.ui.labs.cases.cases_lab import CasesLab, make_lab

LEFT = Qt.MouseButton.LeftButton


class Heard:
    """What a lab has said."""

    def __init__(self, lab: CasesLab) -> None:
        self.overlays: list[Overlay | None] = []
        self.wishes: list[tuple[str, str]] = []
        self.said: list[str] = []
        lab.overlay_changed.connect(self.overlays.append)
        lab.said.connect(self.said.append)
        lab.flow_wanted.connect(self._flow)
        lab.component_wanted.connect(self._component)
        lab.link_wanted.connect(self._link)
        lab.era_wanted.connect(self._era)
        lab.view_wanted.connect(self._view)

    def _flow(self, id: str) -> None:
        self.wishes.append(("flow", id))

    def _component(self, id: str) -> None:
        self.wishes.append(("component", id))

    def _link(self, id: str) -> None:
        self.wishes.append(("link", id))

    def _era(self, id: str) -> None:
        self.wishes.append(("era", id))

    def _view(self, id: str) -> None:
        self.wishes.append(("view", id))


def _simulator(atlas: Atlas) -> KnownSimulator:
    return simulator()


@pytest.fixture
def lab(qtbot: QtBot, tmp_path: Path) -> Iterator[CasesLab]:
    with dressed():
        made = CasesLab(ink(), _simulator, Kept(tmp_path / "kept"))
        present(qtbot, made.page, 700, 800)
        made.enter(cases_atlas(tmp_path), "e8", EXPLORE)
        yield made


@pytest.fixture
def heard(lab: CasesLab) -> Heard:
    return Heard(lab)


def click_row(pane: QWidget, title: str) -> None:
    QTest.mouseClick(rows(pane)[title], LEFT, Qt.KeyboardModifier.NoModifier, QPoint(20, 12))


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, LEFT)


def make_check(lab: CasesLab, name: str) -> None:
    checks = lab.page.look.checks.list
    item = next(checks.item(row) for row in range(checks.count()) if checks.item(row).text() == name)
    checks.scrollToItem(item)
    place = checks.visualItemRect(item).center()
    QTest.mouseClick(checks.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)


def open_case(lab: CasesLab) -> None:
    click_row(lab.page.list, "The silent agent")


def tab(lab: CasesLab, pane: Pane) -> QPushButton:
    button = lab.page.head.tabs.button(pane)
    assert isinstance(button, QPushButton)
    return button


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


def test_break_it_for_the_class(lab: CasesLab, heard: Heard) -> None:
    field = lab.page.break_form.field
    assert 1 <= int(field.text()) <= LARGEST_SEED
    field.selectAll()
    QTest.keyClicks(field, "12")
    click(lab.page.break_form.button)
    assert lab.inquiry is not None
    hidden = lab.inquiry.hidden
    assert hidden is not None
    assert hidden.seed == 12
    click(tab(lab, Pane.CAUSE))
    form = lab.page.guess_form
    assert form.isVisible()
    form.part.setEditText("nothing at all")
    click(form.button)
    assert heard.said == ["Choose a part from the list, or type enough of its name."]
    lab.take_up("kernel")
    form.kind.setCurrentIndex(form.kind.findText("hangs"))
    click(form.button)
    assert lab.page.head.points.text() == "90 points"
    lab.take_up(hidden.fault.part)
    form.kind.setCurrentIndex(form.kind.findData(hidden.fault.kind))
    click(form.button)
    assert lab.page.pane is Pane.DEBRIEF
    assert heard.overlays[-1] is not None


def test_the_guess_form_belongs_to_hidden_faults_alone(lab: CasesLab) -> None:
    lab.break_it(3)
    click(tab(lab, Pane.CAUSE))
    assert lab.page.guess_form.isVisible()
    lab.reveal()
    assert not lab.page.guess_form.isVisible()
    lab.show_list()
    open_case(lab)
    click(tab(lab, Pane.CAUSE))
    assert not lab.page.guess_form.isVisible()


def test_a_click_on_the_map_is_taken_as_a_guess_while_one_is_asked_for(lab: CasesLab) -> None:
    lab.break_it(3)
    assert not lab.takes("agent")
    click(tab(lab, Pane.CAUSE))
    assert lab.takes("agent")
    assert lab.page.guess_form.part.currentData() == "agent"
    lab.reveal()
    assert not lab.takes("agent")


def test_a_pack_without_cases_is_refused(lab: CasesLab) -> None:
    with pytest.raises(VmexplorerError, match="the pack 'Tiny Pack' has no troubleshooting cases"):
        lab.enter(tiny_atlas(), "e8", EXPLORE)
    assert lab.page.shows_list


def test_hidden_faults_are_for_the_era_of_the_map(lab: CasesLab) -> None:
    assert lab.inquiry is None
    atlas = lab._lab.atlas if lab._lab else None
    assert atlas is not None
    lab.enter(atlas, "e5", EXPLORE)
    lab.break_it(3)
    assert lab.inquiry is not None
    assert lab.inquiry.era == "e5"


def test_nothing_to_hide_is_said(lab: CasesLab, heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    lab._simulator_of = _empty
    lab.enter(cases_atlas(tmp_path / "other"), "e8", EXPLORE)
    lab.break_it(3)
    assert heard.said == ["no single fault in ESXi 8.0 shows in a check of this pack."]
    assert lab.page.shows_list


def _empty(atlas: Atlas) -> KnownSimulator:
    return KnownSimulator({})


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
    later = CasesLab(ink(), _simulator, Kept(tmp_path / "kept"))
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
