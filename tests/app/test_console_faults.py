"""The console among simulated faults, and the faults after what was done at the console."""

from __future__ import annotations

import pytest

from tests.helpers.console import among, fresh, log_in, text, to, typed
from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.console_faults import faults_left, surroundings_of
from vmexplorer.atlas.console import Behaviour
from vmexplorer.labs.dcui.effects import AgentsRestarted, HostStarted, PasswordChanged
from vmexplorer.labs.dcui.surroundings import Surroundings
from vmexplorer.labs.whatif.fault import parse_fault
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
    ],
)
def test_a_restart_mends_processes_and_nothing_else(faults: list[str], effect: object, left: list[str]) -> None:
    known = [parse_fault(fault) for fault in faults]
    remaining = faults_left(known, [effect], fresh().book)  # type: ignore[list-item]  # any of the effects
    assert [str(fault) for fault in remaining] == left
