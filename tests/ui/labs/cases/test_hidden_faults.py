"""Faults that the lab hides for a class: the number, the guess, and the part clicked on the map."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest

from tests.helpers.case_labs import Heard, click, open_case, tab
from tests.helpers.cases import KnownSimulator, cases_atlas
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.lessons.breaking import LARGEST_SEED
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.ui.labs.cases.case_head import Pane
from vmexplorer.ui.labs.cases.cases_lab import CasesLab


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
