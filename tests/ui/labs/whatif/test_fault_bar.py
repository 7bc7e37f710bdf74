"""The faults above the map: all in sight, each a click away from being gone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from vmexplorer.ui.labs.whatif.fault_bar import MOST, FaultBar, FaultChip

VPXA = FaultChip("stop vpxa", "vpxa stopped", "It was stopped by hand.")
LINK = FaultChip("cut L11", "L11 cut", "")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot: QtBot) -> FaultBar:
    made = FaultBar()
    qtbot.addWidget(made)
    made.resize(900, 50)
    return made


def show(bar: FaultBar, *faults: FaultChip, undo: bool = True, redo: bool = False, lab: bool = False) -> None:
    bar.show_faults(faults, undo=undo, redo=redo, lab_open=lab)


def test_it_is_in_sight_while_there_are_faults_or_the_lab_is_open(bar: FaultBar) -> None:
    show(bar)
    assert not bar.isVisible()
    show(bar, VPXA)
    assert bar.isVisible()
    show(bar, lab=True)
    assert bar.isVisible()


def test_every_fault_has_a_chip_that_says_what_a_click_does(bar: FaultBar) -> None:
    show(bar, VPXA, LINK)
    assert [chip.text() for chip in bar.chips] == ["vpxa stopped  ✕", "L11 cut  ✕"]
    assert "takes the fault away" in bar.chips[0].toolTip()
    assert bar.chips[1].accessibleName() == "L11 cut, take away"


def test_a_click_on_a_chip_takes_its_fault_away(qtbot: QtBot, bar: FaultBar) -> None:
    show(bar, VPXA, LINK)
    with qtbot.waitSignal(bar.removed) as heard:
        qtbot.mouseClick(bar.chips[1], LEFT)
    assert heard.args == ["cut L11"]


def test_a_click_may_rebuild_the_bar(qtbot: QtBot, bar: FaultBar) -> None:
    show(bar, VPXA, LINK)
    bar.removed.connect(lambda _: show(bar, VPXA))
    qtbot.mouseClick(bar.chips[1], LEFT)
    assert [chip.text() for chip in bar.chips] == ["vpxa stopped  ✕"]


@pytest.mark.parametrize(("undo", "redo"), [(True, False), (False, True)])
def test_ways_back_are_open_only_where_they_lead_somewhere(bar: FaultBar, undo: bool, redo: bool) -> None:
    show(bar, VPXA, undo=undo, redo=redo)
    assert (bar.undo.isEnabled(), bar.redo.isEnabled(), bar.reset.isEnabled()) == (undo, redo, True)
    show(bar, undo=undo, redo=redo, lab=True)
    assert not bar.reset.isEnabled()


def test_the_buttons_say_what_is_wanted(qtbot: QtBot, bar: FaultBar) -> None:
    show(bar, VPXA, undo=True, redo=True)
    for button, signal in (
        (bar.undo, bar.undo_wanted),
        (bar.redo, bar.redo_wanted),
        (bar.reset, bar.reset_wanted),
        (bar.lab, bar.lab_wanted),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, LEFT)


def test_no_button_leads_to_the_lab_that_is_open(bar: FaultBar) -> None:
    show(bar, VPXA, lab=True)
    assert not bar.lab.isVisible()


def test_many_faults_go_on_in_further_lines(bar: FaultBar) -> None:
    show(bar, VPXA)
    one = bar.heightForWidth(600)
    show(bar, *[FaultChip(f"stop part{n}", f"part {n} stopped", "") for n in range(MOST)])
    assert len(bar.chips) == MOST
    assert bar.heightForWidth(600) >= 2 * one - 10


def test_a_host_full_of_faults_leaves_room_for_the_map(bar: FaultBar) -> None:
    show(bar, *[FaultChip(f"stop part{n}", f"part {n} stopped", "") for n in range(60)])
    assert [chip.text() for chip in bar.chips][-1] == "part 59 stopped  ✕"
    assert len(bar.chips) == MOST
    assert bar.heightForWidth(600) < 200
