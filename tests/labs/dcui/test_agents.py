"""The restart of the management agents, and the power of the host."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.helpers.console import ERAS, among, fresh, inside, log_in, text, to, typed
from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.console import Behaviour
from vmexplorer.labs.dcui.effects import (
    AgentsRestarted,
    ConfigurationReset,
    FlowWanted,
    HostStarted,
    HostStopped,
)
from vmexplorer.labs.dcui.frames import FormFrame, MenuFrame, MessageFrame, ProgressFrame
from vmexplorer.labs.dcui.machine import advance, is_under_way
from vmexplorer.labs.dcui.state import ConsoleState
from vmexplorer.labs.dcui.surroundings import Surroundings


def asked(state: ConsoleState) -> ConsoleState:
    """The question before the agents are restarted."""
    path = [Behaviour.RESTART_AGENTS]
    if state.book.has(Behaviour.TROUBLESHOOTING_MENU):
        path.insert(0, Behaviour.TROUBLESHOOTING_MENU)
    return to(state, *path)


@pytest.mark.parametrize("era", ERAS)
def test_agents_start_in_the_reverse_order(era: str) -> None:
    _, effects = typed(asked(inside(era)), "F11 Wait")
    restarted, flow = effects
    assert isinstance(restarted, AgentsRestarted)
    assert flow == FlowWanted("F12")
    assert set(restarted.stopped) == set(restarted.started)
    assert restarted.stopped.index("vpxa") < restarted.stopped.index("hostd")
    assert restarted.started.index("hostd") < restarted.started.index("vpxa")
    assert all(shipped_atlas().exists(part, era) for part in restarted.started)


def test_the_scripts_run_in_the_order_that_was_seen() -> None:
    begun = typed(asked(inside("e5")), "F11").state
    assert isinstance(begun.top, ProgressFrame)
    stops = [stage.says.removeprefix("Stopping ") for stage in begun.top.stages if not stage.runs]
    starts = [stage.says.removeprefix("Starting ") for stage in begun.top.stages if stage.runs]
    assert starts == stops[::-1]
    seen = "sfcbd wsman sfcbd-watchdog vpxa vobd cdp dcbd memscrubd slpd sensord storageRM vprobed hostd lbtd"
    assert [name for name in stops if name != "fdm"] == [*seen.split(), "usbarbitrator", "DCUI"]


def test_shell_and_ssh_take_part_when_they_are_on() -> None:
    on = replace(inside(), host=replace(inside().host, shell_on=True, ssh_on=True))
    _, (restarted, _) = typed(asked(on), "F11 Wait")
    assert isinstance(restarted, AgentsRestarted)
    assert {"ssh", "esxi-shell"} <= set(restarted.started)


def test_a_host_without_vcenter_has_no_vpxa_to_restart() -> None:
    alone = replace(inside(), host=replace(inside().host, managed=False))
    _, (restarted, _) = typed(asked(alone), "F11 Wait")
    assert isinstance(restarted, AgentsRestarted)
    assert not {"vpxa", "ha-fdm"} & set(restarted.started)


def test_a_stopped_hostd_runs_after_the_restart() -> None:
    dead = typed(among(fresh(), Surroundings(stopped=frozenset({"hostd"}))), log_in()).state
    state = typed(asked(dead), "F11 Wait").state
    assert state.surroundings == Surroundings()
    assert isinstance(to(typed(state, "Enter Esc").state, Behaviour.PASSWORD).top, FormFrame)


def test_stages_pass_one_by_one() -> None:
    state = typed(asked(inside()), "F11").state
    assert isinstance(state.top, ProgressFrame)
    count = len(state.top.stages)
    for done in range(count):
        assert f"{done}/{count}" in text(state)
        state, effects = advance(state)
        assert effects == ()
    assert is_under_way(state)
    state, effects = advance(state)
    assert not is_under_way(state)
    assert isinstance(state.top, MessageFrame)
    assert len(effects) == 2
    assert advance(state) == (state, ())


@pytest.mark.parametrize("key", ["Enter", "Esc"])
def test_nobody_has_to_wait(key: str) -> None:
    state, effects = typed(asked(inside()), f"F11 {key}")
    assert isinstance(state.top, MessageFrame)
    assert isinstance(effects[0], AgentsRestarted)


class TestPower:
    def asked(self) -> ConsoleState:
        return typed(fresh(), log_in().replace("F2", "F12")).state

    def test_it_warns_of_the_machines(self) -> None:
        assert "7 virtual machines run on it" in text(self.asked())

    def test_shut_down_and_any_key_starts_again(self) -> None:
        off, effects = typed(self.asked(), "F2 Wait")
        assert effects == (HostStopped(),)
        assert text(off).strip() == ""
        for key in ("x", "Esc", "F5"):
            on, effects = typed(off, key)
            assert effects == (HostStarted(),)
            assert (on.is_on, on.stack) == (True, ())

    def test_restart_keeps_the_configuration_and_switches_services_off(self) -> None:
        busy = replace(self.asked(), host=replace(fresh().host, shell_on=True, ssh_on=True, idle=5))
        state, effects = typed(busy, "F11 Wait")
        assert effects == (HostStopped(), HostStarted())
        assert state.host == replace(fresh().host, idle=5)

    def test_restart_mends_what_runs_on_the_host(self) -> None:
        broken = Surroundings(stopped=frozenset({"hostd", "vpxd"}), cut=frozenset({"L10"}))
        state = typed(among(self.asked(), broken), "F11 Wait").state
        assert state.surroundings == Surroundings(stopped=frozenset({"vpxd"}), cut=frozenset({"L10"}))

    def test_esc_leaves_it_running(self) -> None:
        assert typed(self.asked(), "Esc").state.stack == ()


class TestReset:
    def test_everything_is_set_back(self) -> None:
        state, effects = typed(to(inside(), Behaviour.RESET), "F11 Wait")
        assert effects == (HostStopped(), ConfigurationReset(), HostStarted())
        assert (state.host.password, state.host.machines, state.host.managed) == ("", 0, False)
        assert "https://localhost/" in text(state)
        assert isinstance(typed(state, "F2 Enter").state.top, MenuFrame)

    def test_it_says_before_what_is_lost(self) -> None:
        shown = text(to(inside(), Behaviour.RESET))
        assert "no password" in shown
        assert "7 virtual machines are unregistered" in shown
