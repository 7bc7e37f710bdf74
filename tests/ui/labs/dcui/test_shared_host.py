"""The console and the what-if lab work on one host: what is done at one of them shows at the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.helpers.console import log_in, text, type_at
from tests.helpers.windows import opened, press
from vmexplorer.app.request import OpenRequest
from vmexplorer.ui.app import Program
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.labs.dcui.console_lab import ConsoleLab

POWER = log_in().replace("F2", "F12")


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    with opened(qtbot, OpenRequest(lab="dcui", era="e5")) as made:
        yield made


def switch_network(lab: ConsoleLab) -> None:
    """Disables or enables the management network, and leaves the menu."""
    row = [one.item.id for rows in lab.state.book.menus.values() for one in rows].index("disable-network")
    type_at(lab, f"{log_in()} Down x{row} Enter")
    if lab.state.host.network_on:
        type_at(lab, "F11")
    type_at(lab, "Enter Esc")


def verbs(desk: Desk) -> list[str]:
    return [fault.partition(" @")[0] for fault in desk.labs.faults]


def test_a_host_that_is_shut_down_is_off_in_the_what_if_lab(desk: Desk, lab: ConsoleLab) -> None:
    type_at(lab, f"{POWER} F2 Wait")
    assert not lab.state.is_on
    assert verbs(desk) == ["stop vmkernel"]
    outcome = desk.labs.guide.bench.outcome
    assert not outcome.machines.running
    type_at(lab, "x")
    assert lab.state.is_on
    assert desk.labs.faults == ()


def test_a_restart_is_over_when_the_host_has_started(desk: Desk, lab: ConsoleLab) -> None:
    type_at(lab, f"{POWER} F11")
    seen = set()
    while lab.waiting:
        lab.tick()
        seen.update(verbs(desk))
    assert seen == {"stop vmkernel"}
    assert (desk.labs.faults, lab.state.is_on) == ((), True)


def test_a_host_that_is_repaired_in_the_what_if_lab_is_on_at_the_console(desk: Desk, lab: ConsoleLab) -> None:
    type_at(lab, f"{POWER} F2 Wait")
    desk.window.canvas.setFocus()
    press(desk.window, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert desk.labs.faults == ()
    assert lab.state.is_on
    assert text(lab.state).strip()


def test_a_disabled_network_shows_in_the_what_if_lab_and_comes_back(desk: Desk, lab: ConsoleLab) -> None:
    switch_network(lab)
    assert not lab.state.host.network_on
    assert verbs(desk) == ["condition management-network-off"]
    assert "hostd" not in lab.state.surroundings.unreachable
    switch_network(lab)
    assert lab.state.host.network_on
    assert desk.labs.faults == ()


def test_a_network_that_is_disabled_in_the_what_if_lab_is_so_at_the_console(desk: Desk, lab: ConsoleLab) -> None:
    desk.labs.guide.bench.add("condition management-network-off")
    assert not lab.state.host.network_on
    desk.labs.guide.bench.reset()
    assert lab.state.host.network_on


def test_a_kernel_that_was_stopped_in_the_what_if_lab_darkens_the_console(desk: Desk, lab: ConsoleLab) -> None:
    desk.labs.guide.bench.add("stop vmkernel")
    assert lab.state.is_on
    assert lab.state.surroundings.trouble("vmkernel")
    desk.labs.guide.bench.reset()
    assert not lab.state.surroundings.trouble("vmkernel")


def test_a_fresh_host_has_none_of_the_faults_of_its_console(desk: Desk, lab: ConsoleLab) -> None:
    desk.labs.guide.bench.add("stop snmpd")
    switch_network(lab)
    lab.start_afresh()
    assert desk.labs.faults == ("stop snmpd",)
    assert lab.state.host.network_on


def test_another_era_has_a_console_of_its_own(desk: Desk, lab: ConsoleLab) -> None:
    type_at(lab, f"{POWER} F2 Wait")
    desk.controller.show_era("e8")
    assert lab.state.is_on
    desk.labs.guide.bench.reset()
    desk.controller.show_era("e5")
    assert lab.state.is_on
