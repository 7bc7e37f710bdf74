"""What faults do to the shipped host, by the rules of its pack."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.fault_words import LinkState, State
from vmexplorer.labs.whatif.outcome import Outcome

Simulate = Callable[..., Outcome]


def states(outcome: Outcome) -> dict[str, str]:
    return {id: str(one.state) for id, one in outcome.components.items() if one.state is not State.OK}


def test_without_faults_everything_is_well(simulated: Simulate) -> None:
    outcome = simulated()
    assert (outcome.at, outcome.settled, outcome.moments) == (0.0, 0.0, ())
    assert states(outcome) == {}
    assert all(link.state is LinkState.OK for link in outcome.links.values())
    assert all(flow.fails_at is None and flow.lost == () for flow in outcome.flows.values())
    assert outcome.machines.running
    assert outcome.client_shows == "Everything is as usual."


@pytest.mark.parametrize("era", shipped_atlas().era_ids)
def test_every_part_of_the_era_is_listed(simulated: Simulate, era: str) -> None:
    atlas, outcome = shipped_atlas(), simulated("stop vpxa", era=era)
    assert set(outcome.components) == {id for id in atlas.components if atlas.exists(id, era)}
    assert set(outcome.links) == {id for id in atlas.links if atlas.exists(id, era)}
    assert set(outcome.flows) == {id for id in atlas.flows if atlas.exists(id, era)}


def test_stopped_agent_makes_the_host_not_responding_after_a_minute(simulated: Simulate) -> None:
    early, late = simulated("stop vpxa", at=59.9), simulated("stop vpxa")
    assert late.at == 60.0
    assert "Not Responding" in late.client_shows
    assert "Not Responding" not in early.client_shows
    assert states(late) == {"vpxa": "stopped", "vpxd": "degraded"}
    assert late.components["vpxd"].because == ("vpxa", "L08", "vpxd")
    assert (late.flows["F01"].fails_at, late.flows["F01"].because) == (4, ("vpxa",))
    assert late.machines.running
    assert late.repair == ("/etc/init.d/vpxa restart",)


def test_direct_power_on_does_without_vpxa_although_its_news_is_lost(simulated: Simulate) -> None:
    flow = simulated("stop vpxa").flows["F02"]
    assert (flow.fails_at, flow.lost) == (None, (7,))
