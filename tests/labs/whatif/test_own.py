"""What becomes of the part that a fault hits, and who brings it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vmexplorer.atlas.fault_words import State
from vmexplorer.labs.whatif.outcome import Outcome

Simulate = Callable[..., Outcome]


@pytest.fixture
def state_of(simulated: Simulate) -> Callable[..., str]:
    """The state of a component at a second."""

    def of(component: str, at: float, *faults: str, era: str = "e8") -> str:
        return str(simulated(*faults, era=era, at=at).components[component].state)

    return of


def test_watchdog_brings_back_what_dies(simulated: Simulate, state_of: Callable[..., str]) -> None:
    assert [state_of("hostd", at, "kill hostd @ 10") for at in (9.9, 10, 41.9, 42)] == [
        "ok",
        "stopped",
        "stopped",
        "ok",
    ]
    outcome = simulated("kill hostd @ 10")
    assert outcome.recovers_alone["hostd"] == 32.0
    assert outcome.repair == ()
    assert [moment.text for moment in outcome.moments if moment.at == 12.0] == ["watchdog starts hostd again."]
    assert simulated("kill hostd @ 10", at=12.0).components["hostd"].returning
    assert not simulated("kill hostd @ 10", at=11.0).components["hostd"].returning


def test_stop_ends_the_watchdog_first_so_nothing_comes_back(simulated: Simulate) -> None:
    outcome = simulated("stop hostd")
    assert outcome.components["hostd"].state is State.STOPPED
    assert outcome.recovers_alone == {}
    assert "watchdog does not start it again" in outcome.components["hostd"].note


def test_stopped_watchdog_brings_nothing_back(simulated: Simulate) -> None:
    outcome = simulated("stop watchdog", "kill hostd @ 5")
    assert outcome.components["hostd"].state is State.STOPPED
    assert "nobody starts it again" in outcome.components["hostd"].note


def test_watchdog_that_dies_too_late_has_done_its_work(state_of: Callable[..., str]) -> None:
    assert state_of("hostd", 100, "kill hostd", "stop watchdog @ 3") == "ok"


def test_watchdog_gives_up_after_a_quick_failure(simulated: Simulate, state_of: Callable[..., str]) -> None:
    assert state_of("hostd", 500, "kill hostd", "kill hostd @ 60") == "stopped"
    assert state_of("hostd", 500, "kill hostd", "kill hostd @ 100") == "ok"
    assert "watchdog has given up" in simulated("kill hostd", "kill hostd @ 60").components["hostd"].note
    assert state_of("hostd", 500, "kill hostd", "kill hostd @ 60", "restart hostd @ 200") == "ok"


def test_watchdog_does_not_notice_what_hangs(simulated: Simulate) -> None:
    outcome = simulated("hang hostd")
    assert outcome.components["hostd"].state is State.HUNG
    assert "watchdog sees a living process and does nothing" in outcome.components["hostd"].note


def test_killing_or_restarting_cures_a_hang(state_of: Callable[..., str]) -> None:
    assert state_of("hostd", 100, "hang hostd", "kill hostd @ 50") == "ok"
    assert [state_of("hostd", at, "hang hostd", "restart hostd @ 50") for at in (49, 50, 80)] == [
        "hung",
        "stopped",
        "ok",
    ]


def test_what_does_not_run_can_neither_hang_nor_die(state_of: Callable[..., str]) -> None:
    assert state_of("hostd", 100, "stop hostd", "hang hostd @ 10") == "stopped"
    assert state_of("hostd", 100, "stop hostd", "kill hostd @ 10") == "stopped"
    assert state_of("hostd", 100, "stop hostd", "restart hostd @ 10") == "ok"


def test_stop_while_it_comes_back_is_the_last_word(state_of: Callable[..., str]) -> None:
    assert state_of("hostd", 100, "kill hostd", "stop hostd @ 10") == "stopped"


def test_before_there_was_a_watchdog_nothing_came_back(state_of: Callable[..., str]) -> None:
    assert [state_of("hostd", 1000, "kill hostd", era=era) for era in ("e3", "e4", "e9")] == ["stopped", "ok", "ok"]


def test_other_helpers_restart_too(simulated: Simulate) -> None:
    assert simulated("kill dcui").recovers_alone["dcui"] == 6.0
    assert simulated("kill ha-fdm").recovers_alone["ha-fdm"] == 20.0
    assert simulated("kill dcui", "stop init").components["dcui"].state is State.STOPPED
    assert "sfcbd" not in simulated("kill sfcbd").recovers_alone


def test_short_absence_stays_within_the_patience_of_vcenter(simulated: Simulate) -> None:
    outcome = simulated("kill vpxa")
    assert outcome.components["vpxd"].state is State.OK
    assert not any("Not Responding" in moment.text for moment in outcome.moments)
    assert "Everything is as usual again" in outcome.client_shows


def test_restarted_kernel_comes_back_without_its_vms(simulated: Simulate) -> None:
    outcome = simulated("restart vmkernel")
    assert outcome.components["hostd"].state is State.OK
    assert outcome.recovers_alone["hostd"] == 300.0
    assert not outcome.machines.running
    assert "virtual-machine" not in outcome.recovers_alone


def test_with_several_faults_a_note_says_what_its_own_does_alone(simulated: Simulate) -> None:
    alone, both = simulated("stop vpxa"), simulated("stop vpxa", "stop hostd")
    assert "By itself" not in alone.components["vpxa"].note
    for hit in ("vpxa", "hostd"):
        assert "By itself this means: " in both.components[hit].note
