"""The console among simulated faults, and the faults after what was done at the console."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.helpers.console import among, fresh, log_in, text, to, typed
from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.console_faults import (
    HOST_OFF,
    NETWORK_OFF,
    faults_left,
    faults_made,
    following,
    own_faults,
    surroundings_of,
    surroundings_without,
)
from vmexplorer.atlas.console import Behaviour
from vmexplorer.labs.dcui.effects import (
    AgentsRestarted,
    ConfigurationReset,
    Effect,
    HostStarted,
    HostStopped,
    NetworkSwitched,
    PasswordChanged,
)
from vmexplorer.labs.dcui.surroundings import Surroundings
from vmexplorer.labs.whatif.fault import Fault, parse_fault
from vmexplorer.labs.whatif.session import Session
from vmexplorer.labs.whatif.simulate import simulate


def surroundings(*faults: str, at: float | None = None) -> Surroundings:
    return surroundings_of(simulate(shipped_atlas(), "e8", [parse_fault(fault) for fault in faults], at))


def test_a_healthy_host_is_no_obstacle() -> None:
    assert surroundings() == Surroundings()


@pytest.mark.parametrize(
    ("fault", "part", "kind"),
    [("stop hostd", "hostd", "stopped"), ("hang hostd", "hostd", "hung"), ("cut L26", "L26", "cut")],
)
def test_faults_arrive_at_the_console(fault: str, part: str, kind: str) -> None:
    assert part in getattr(surroundings(fault), kind)


def test_a_blocked_port_arrives_as_the_pack_writes_it() -> None:
    assert surroundings("block udp 902").blocked == {"UDP 902"}


def test_a_console_beside_a_stopped_hostd_refuses_the_password_only() -> None:
    state = typed(among(fresh(), surroundings("stop hostd")), log_in()).state
    assert "hostd is stopped" in text(to(state, Behaviour.PASSWORD))
    assert text(typed(to(state, Behaviour.TEST_NETWORK), "Enter").state).count(" OK ") == 5  # four answers, one key
    assert "hostd.log" in text(typed(to(state, Behaviour.LOGS_MENU), "4").state)


def test_a_stopped_console_program_is_dark() -> None:
    assert "does not run" in text(among(fresh(), surroundings("stop dcui", at=0.5)))


@pytest.mark.parametrize(
    ("faults", "effect", "left"),
    [
        (["stop hostd"], AgentsRestarted(("hostd",), ("hostd",)), []),
        (["hang hostd", "stop vpxa"], AgentsRestarted(("hostd",), ("hostd",)), ["stop vpxa"]),
        (["stop hostd", "cut L10", "block UDP 902"], HostStarted(), ["cut L10", "block UDP 902"]),
        (["stop vpxd", "stop hostd"], HostStarted(), ["stop vpxd"]),
        (["stop hostd"], PasswordChanged(), ["stop hostd"]),
        (["stop vmkernel @ 20"], HostStarted(), []),
        (["condition management-network-off @ 5"], NetworkSwitched(True), []),
        (["condition management-network-off"], ConfigurationReset(), []),
        (["condition management-network-off"], NetworkSwitched(False), ["condition management-network-off"]),
    ],
)
def test_a_restart_mends_processes_and_nothing_else(faults: list[str], effect: object, left: list[str]) -> None:
    known = [parse_fault(fault) for fault in faults]
    remaining = faults_left(known, [effect], fresh().book)  # type: ignore[list-item]  # any of the effects
    assert [str(fault) for fault in remaining] == left


@pytest.mark.parametrize(
    ("effects", "era", "made"),
    [
        ([HostStopped()], "e9", (HOST_OFF,)),
        ([HostStopped(), HostStarted()], "e9", ()),
        ([NetworkSwitched(False)], "e5", (NETWORK_OFF,)),
        ([NetworkSwitched(False), NetworkSwitched(True)], "e5", ()),
        ([NetworkSwitched(False)], "e9", ()),
        ([PasswordChanged()], "e9", ()),
    ],
)
def test_what_is_done_at_the_console_comes_to_faults(effects: list[Effect], era: str, made: tuple[Fault, ...]) -> None:
    assert faults_made(effects, shipped_atlas(), era) == made


def test_a_fault_of_the_console_that_is_mended_elsewhere_is_over_at_the_console() -> None:
    off = replace(fresh(), is_on=False)
    assert not following(off, {HOST_OFF}, [HOST_OFF._replace(at=7.0)]).is_on
    assert following(off, {HOST_OFF}, []).is_on
    assert not following(off, (), []).is_on
    dark = fresh().setting(network_on=False)
    assert following(dark, {NETWORK_OFF}, []).host.network_on
    assert not following(fresh(), (), [NETWORK_OFF]).host.network_on


def test_a_kernel_that_another_has_stopped_is_no_fault_of_the_console() -> None:
    both = [HOST_OFF, NETWORK_OFF._replace(at=3.0)]
    assert own_faults((), both) == {NETWORK_OFF}
    assert own_faults({HOST_OFF}, both) == {HOST_OFF, NETWORK_OFF}
    assert own_faults({HOST_OFF}, []) == frozenset()


def test_what_the_console_did_itself_is_not_around_it() -> None:
    session = Session.of(shipped_atlas(), "e5").add(NETWORK_OFF).add(parse_fault("stop snmpd"))
    session = session.to(session.settled)
    assert "hostd" in surroundings_of(session.outcome).unreachable
    found = surroundings_without(session.outcome, session, {NETWORK_OFF})
    assert "hostd" not in found.unreachable
    assert "snmpd" in found.stopped
