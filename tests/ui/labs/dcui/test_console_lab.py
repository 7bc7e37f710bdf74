"""The lab of the console in the window: eras, time, the map and the way out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.console import log_in, text, type_at
from tests.helpers.windows import choose_in_rail, opened, press
from vmexplorer.app.request import OpenRequest
from vmexplorer.errors import UnknownNameError
from vmexplorer.labs.dcui.effects import AgentsRestarted, FlowWanted
from vmexplorer.labs.dcui.frames import MessageFrame, ProgressFrame
from vmexplorer.labs.dcui.surroundings import Surroundings
from vmexplorer.playback.motion import REDUCED
from vmexplorer.stage.overlay import Role
from vmexplorer.ui.app import Program
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.labs.dcui.console_lab import ConsoleLab
from vmexplorer.ui.side import DETAILS

AGENTS = " Down x7 Enter End Enter F11"


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    with opened(qtbot, OpenRequest(lab="dcui", era="e8")) as made:
        yield made


def roles(desk: Desk) -> dict[str, Role]:
    looks = desk.controller.explorer.state().boxes
    return {look.box: look.mark.role for look in looks if look.mark is not None}


def test_it_opens_with_the_program_and_has_the_keyboard(program: Program, lab: ConsoleLab) -> None:
    assert lab.page.isVisible()
    assert lab.page.view.hasFocus()
    assert "VMware ESXi 8.0.0" in text(lab.state)


def test_a_person_logs_in_by_typing(program: Program, lab: ConsoleLab) -> None:
    press(program.window, Qt.Key.Key_F2, "VMware1!", Qt.Key.Key_Return, Qt.Key.Key_Down)
    assert text(lab.state).startswith(" System Customization")
    assert lab.page.view.accessibleDescription().endswith("Configure Lockdown Mode")


def test_escape_and_f11_stay_at_the_console(program: Program, lab: ConsoleLab) -> None:
    press(program.window, Qt.Key.Key_Escape, Qt.Key.Key_F11)
    assert program.desk.labs.open_lab == "dcui"
    assert not program.window.isFullScreen()
    assert lab.page.view.hasFocus()


def test_the_window_keeps_its_own_keys(program: Program, lab: ConsoleLab) -> None:
    press(program.window, Qt.Key.Key_K, held=Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is not lab.page.view


def test_shift_escape_gives_the_keyboard_to_the_map(program: Program, lab: ConsoleLab) -> None:
    press(program.window, Qt.Key.Key_Escape, held=Qt.KeyboardModifier.ShiftModifier)
    assert program.window.canvas.hasFocus()
    assert program.desk.labs.open_lab == "dcui"
    QTest.keyClick(program.window.canvas, Qt.Key.Key_Escape)
    assert program.desk.labs.open_lab == ""


def test_the_chosen_row_is_lit_on_the_map(desk: Desk, lab: ConsoleLab) -> None:
    type_at(lab, f"{log_in()} Down x4")
    assert roles(desk)["vmk-network-stack"] is Role.FOCUS
    desk.labs.close()
    assert roles(desk) == {}


def test_agents_go_and_come_while_machines_run_on(desk: Desk, lab: ConsoleLab) -> None:
    type_at(lab, log_in() + AGENTS)
    assert isinstance(lab.state.top, ProgressFrame)
    seen: dict[str, list[Role]] = {"hostd": [], "vpxa": []}
    assert lab.waiting
    while lab.waiting:
        for part, found in seen.items():
            if part in roles(desk):
                found.append(roles(desk)[part])
        assert roles(desk)["vmx-1"] is Role.GOOD
        lab.tick()
    for found in seen.values():
        assert [role for role in dict.fromkeys(found) if role is not Role.FOCUS] == [
            Role.CHANGING,
            Role.AFFECTED,
            Role.GOOD,
        ]
    assert roles(desk)["hostd"] is Role.GOOD


def test_the_flow_is_played_and_the_keyboard_stays(desk: Desk, lab: ConsoleLab) -> None:
    heard: list[object] = []
    lab.done.connect(heard.extend)
    type_at(lab, f"{log_in()}{AGENTS} Enter")
    assert desk.controller.explorer.now.flow == "F12"
    assert desk.controller.explorer.player.playing
    assert lab.page.view.hasFocus()
    assert isinstance(heard[0], AgentsRestarted)
    assert heard[1:] == [FlowWanted("F12")]
    desk.controller.pause()


def test_a_branch_is_played_for_settings_that_do_not_work(desk: Desk, lab: ConsoleLab) -> None:
    type_at(lab, f'{log_in()} Down x2 Enter Down Enter "20" Enter Esc y Enter')
    assert (desk.controller.explorer.now.flow, desk.controller.explorer.now.branch) == ("F14", "wrong-address")
    desk.controller.pause()


def test_time_passes_by_itself_and_only_while_somebody_looks(desk: Desk, lab: ConsoleLab, qtbot: QtBot) -> None:
    type_at(lab, log_in() + AGENTS)
    top = lab.state.top
    qtbot.waitUntil(lambda: lab.state.top != top)
    desk.labs.close()
    assert not lab.waiting
    desk.labs.open("dcui")
    assert lab.waiting
    desk.labs.close()


def test_without_movement_nobody_waits(desk: Desk, lab: ConsoleLab) -> None:
    desk.controller.set_motion(REDUCED)
    type_at(lab, log_in() + AGENTS)
    assert isinstance(lab.state.top, MessageFrame)
    assert not lab.waiting


def test_each_era_has_a_host_of_its_own(desk: Desk, lab: ConsoleLab) -> None:
    type_at(lab, f"{log_in()} Down")
    desk.controller.show_era("e3")
    assert "ESX Server 3i" in text(lab.state)
    desk.controller.show_era("e8")
    assert lab.page.view.accessibleDescription().endswith("Configure Lockdown Mode")


def test_a_fresh_host_forgets_what_was_done(lab: ConsoleLab, qtbot: QtBot) -> None:
    type_at(lab, f"{log_in()} End Enter F11 Wait")
    assert lab.state.host.machines == 0
    qtbot.mouseClick(lab.page.keys.fresh_button, Qt.MouseButton.LeftButton)
    assert lab.state.host.machines == 7


class TestFaults:
    def test_a_fault_of_the_what_if_lab_reaches_the_console_in_every_era(self, desk: Desk, lab: ConsoleLab) -> None:
        desk.labs.guide.bench.prepare(("stop hostd",))
        type_at(lab, f"{log_in()} Enter")
        assert "hostd is stopped" in text(lab.state)
        desk.controller.show_era("e7")
        type_at(lab, f"{log_in()} Enter")
        assert "hostd is stopped" in text(lab.state)

    def test_the_restart_of_the_agents_ends_it(self, desk: Desk, lab: ConsoleLab) -> None:
        bench = desk.labs.guide.bench
        bench.prepare(("stop hostd", "cut L10"))
        type_at(lab, f"{log_in()}{AGENTS} Enter")
        assert [str(fault) for fault in bench.faults] == ["cut L10"]
        assert "hostd" not in lab.state.surroundings.stopped
        assert "L10" in lab.state.surroundings.cut

    def test_what_keeps_an_agent_hanging_does_so_after_the_restart(self, desk: Desk, lab: ConsoleLab) -> None:
        desk.labs.guide.bench.prepare(("condition storage-paths-dead",))
        assert "hostd" in lab.state.surroundings.hung
        type_at(lab, f"{log_in()}{AGENTS} Enter")
        assert "hostd" in lab.state.surroundings.hung
        type_at(lab, "Enter Esc Home Enter")
        assert "hostd hangs" in text(lab.state)

    def test_a_fault_while_the_lab_is_closed_waits_there(self, desk: Desk, lab: ConsoleLab) -> None:
        type_at(lab, log_in() + AGENTS)
        desk.labs.close()
        desk.labs.guide.bench.prepare(("stop dcui",))
        assert not lab.waiting
        desk.labs.open("dcui")
        assert lab.state.surroundings.stopped

    def test_a_stopped_console_is_dark_and_comes_back(self, desk: Desk, lab: ConsoleLab) -> None:
        type_at(lab, log_in())
        lab.set_surroundings(Surroundings(stopped=frozenset({"dcui"})))
        assert "does not run" in text(lab.state)
        desk.labs.guide.bench.prepare(("stop vpxd",))
        assert "VMware ESXi 8.0.0" in text(lab.state)


def test_a_prepared_row_and_a_part_open_the_menus(desk: Desk, lab: ConsoleLab) -> None:
    desk.labs.open("dcui", preset="ssh")
    assert lab.page.view.accessibleDescription() == "Troubleshooting Options. Enable SSH"
    desk.labs.open("dcui", part="watchdog")
    assert lab.page.view.accessibleDescription().endswith("Restart Management Agents")
    with pytest.raises(UnknownNameError, match="'ssh'"):
        desk.labs.open("dcui", preset="shh")


def test_rows_of_the_notes_lead_to_the_map(desk: Desk, lab: ConsoleLab) -> None:
    lab.page.notes.component_chosen.emit("hostd")
    assert desk.controller.explorer.now.component == "hostd"
    lab.page.notes.flow_chosen.emit("F13")
    assert desk.controller.explorer.now.flow == "F13"
    desk.controller.pause()


def test_the_rail_opens_it(qtbot: QtBot) -> None:
    with opened(qtbot) as program:
        assert program.window.side.page == DETAILS
        choose_in_rail(program, "Direct console")
        assert program.desk.labs.open_lab == "dcui"
        program.desk.carry_out("lab.close")
        program.desk.carry_out("lab.dcui")
        assert program.desk.labs.open_lab == "dcui"
