"""What faults do to the shipped host, by the rules of its pack."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.fault_words import LinkState, State
from vmexplorer.labs.whatif.outcome import Outcome

Simulate = Callable[..., Outcome]


def states(outcome: Outcome) -> dict[str, str]:
    """What is not well."""
    return {id: str(one.state) for id, one in outcome.components.items() if one.state is not State.OK}


def test_without_faults_everything_is_well(simulated: Simulate) -> None:
    outcome = simulated()
    assert (outcome.at, outcome.settled, outcome.moments, outcome.logs) == (0.0, 0.0, (), ())
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


@pytest.mark.parametrize("era", shipped_atlas().era_ids)
def test_stopped_agent_makes_the_host_not_responding_after_a_minute(simulated: Simulate, era: str) -> None:
    early, late = simulated("stop vpxa", era=era, at=59.9), simulated("stop vpxa", era=era)
    assert late.at == 60.0
    assert "Not Responding" in late.client_shows
    assert "Not Responding" not in early.client_shows
    assert states(late) == {"vpxa": "stopped", "vpxd": "degraded"}
    assert late.components["vpxd"].because == ("vpxa", "L10", "vpxd")
    assert late.machines.running
    assert late.repair == ("/etc/init.d/vpxa restart",)


def test_fault_begins_at_its_second(simulated: Simulate) -> None:
    assert states(simulated("stop vpxa @ 30", at=29.9)) == {}
    assert "Not Responding" not in simulated("stop vpxa @ 30", at=89.0).client_shows
    assert simulated("stop vpxa @ 30").at == 90.0


def test_lost_heartbeats_alone_make_the_host_flap_and_tasks_go_on(simulated: Simulate) -> None:
    for fault in ("cut L10", "block UDP 902", "condition udp-902-lost"):
        outcome = simulated(fault)
        assert "turns Not Responding and Connected again" in outcome.client_shows
        assert outcome.flows["F01"].fails_at is None
        assert outcome.flows["F06"].fails_at == 1
        assert states(outcome) == {"vpxd": "degraded"}


def test_hung_hostd_is_found_by_its_probe_and_by_vcenter_after_half_an_hour(simulated: Simulate) -> None:
    early, late = simulated("hang hostd", at=100.0), simulated("hang hostd")
    assert "hostd on esx01.lab.example does not respond" in early.client_shows
    assert "grey and Not Responding" not in early.client_shows
    assert "grey and Not Responding" in late.client_shows
    assert late.at == 1800.0
    assert late.components["vpxd"].because == ("hostd", "L11", "vpxa", "L08", "vpxd")
    assert any("ALERT: hostd detected to be non-responsive" in line.line for line in early.logs)


def test_probe_that_is_gone_finds_nothing(simulated: Simulate) -> None:
    outcome = simulated("hang hostd", "stop hostd-probe", at=100.0)
    assert "does not respond" not in outcome.client_shows
    assert not any("non-responsive" in line.line for line in outcome.logs)


def test_what_stands_behind_the_front_door_is_unreachable_without_it(simulated: Simulate) -> None:
    outcome = simulated("stop envoy")
    assert outcome.components["hostd"].state is outcome.components["vpxa"].state is State.UNREACHABLE
    assert outcome.components["hostd"].because == ("envoy", "L05", "hostd")
    assert outcome.links["L08"].because == ("envoy", "L08")
    assert "Not Responding" in outcome.client_shows
    older = simulated("stop rhttpproxy", era="e7")
    assert older.components["hostd"].because == ("rhttpproxy", "L05", "hostd")
    assert older.flows["F01"].fails_at == 3


def test_old_proxy_no_longer_stands_in_the_way_where_envoy_took_its_place(simulated: Simulate) -> None:
    outcome = simulated("stop rhttpproxy")
    assert states(outcome) == {"rhttpproxy": "stopped", "envoy": "degraded"}
    assert outcome.flows["F01"].fails_at is None


def test_one_closed_way_in_of_several_makes_nothing_unreachable(simulated: Simulate) -> None:
    assert simulated("cut L05").components["hostd"].state is State.OK
    assert simulated("cut L05", "cut L07").components["hostd"].state is State.UNREACHABLE


def test_cut_behind_the_door_reaches_the_link_that_runs_over_it(simulated: Simulate) -> None:
    outcome = simulated("cut L17")
    assert outcome.links["L08"].because == ("L17", "envoy", "L08")
    assert (outcome.flows["F01"].fails_at, outcome.flows["F01"].because) == (4, ("L17",))


def test_parts_share_the_fate_of_their_whole(simulated: Simulate) -> None:
    assert simulated("stop hostd").components["hostd-nfc"].because == ("hostd", "hostd-nfc")
    assert states(simulated("hang hostd", era="e4"))["snmpd"] == "hung"  # 4.x had it inside hostd
    assert states(simulated("hang hostd"))["snmpd"] == "degraded"


def test_everything_on_the_host_ends_with_the_kernel_and_ha_restarts_the_vms(simulated: Simulate) -> None:
    outcome = simulated("stop vmkernel")
    assert outcome.machines[:2] == (False, ("vmkernel", "virtual-machine"))
    assert (outcome.machines.component, bool(outcome.machines.note)) == ("virtual-machine", True)
    assert outcome.components["ntpd"].because == ("vmkernel", "ntpd")
    assert outcome.components["boot-bank"].state is State.OK
    assert "restarts the VMs of esx01.lab.example on other hosts" in outcome.client_shows
    assert "do not react" not in outcome.client_shows
    assert any("changed state Dead" in line.line for line in outcome.logs)
    assert "restarts the VMs" not in simulated("stop vmkernel", era="e4").client_shows


def test_isolated_agent_follows_its_time_table_and_leaves_the_vms_on(simulated: Simulate) -> None:
    outcome = simulated("cut L49")
    seconds = [moment.at for moment in outcome.moments if "ha-fdm" in moment.parts]
    assert seconds == [0.0, 10.0, 25.0, 30.0]
    assert "isolated" in outcome.client_shows
    assert outcome.machines.running


def test_dead_paths_hang_hostd_again_after_each_restart(simulated: Simulate) -> None:
    faults = ("condition storage-paths-dead", "restart hostd @ 300")
    course = [simulated(*faults, at=at).components["hostd"].state for at in (60, 130, 310, 340, 460)]
    assert course == [State.OK, State.HUNG, State.STOPPED, State.OK, State.HUNG]
    assert not simulated(*faults).machines.running
    assert simulated(*faults, at=60).flows["F01"].fails_at == 9  # its disks cannot be opened


@pytest.mark.parametrize("condition", [one.id for one in shipped_atlas().faults.conditions])
def test_every_condition_says_what_shows_and_what_repairs_it(simulated: Simulate, condition: str) -> None:
    known = next(one for one in shipped_atlas().faults.conditions if one.id == condition)
    outcome = simulated(f"condition {condition}", era=shipped_atlas().eras_of(known)[-1])
    assert known.client.text in outcome.client_shows
    assert outcome.repair[0] == known.repair[0]
    assert outcome.logs
    part = known.component or known.link
    assert part is not None
    because = outcome.components[part].because if known.component else outcome.links[part].because
    assert because == (part,)


@pytest.mark.parametrize(
    ("condition", "flow", "fails_at"),
    [
        ("envoy-connections-full", "F01", 3),
        ("storage-paths-dead", "F11", 8),
        ("clock-drift", "F10", 3),
        ("syslog-ruleset-closed", "F09", 4),
        ("udp-902-lost", "F06", 1),
        ("fdm-missing", "F11", 1),
        ("bmc-silent", "F07", 4),
        ("config-not-saved", "F13", 4),
        ("first-boot-failed", "F16", None),
        ("vmx-cannot-start", "F01", 8),
    ],
)
def test_conditions_stop_the_flows_that_need_the_part(
    simulated: Simulate, condition: str, flow: str, fails_at: int | None
) -> None:
    assert simulated(f"condition {condition}").flows[flow].fails_at == fails_at


def test_vms_that_run_are_not_touched_when_no_new_one_can_start(simulated: Simulate) -> None:
    assert simulated("condition vmx-cannot-start").machines.running


def test_several_faults_add_up(simulated: Simulate) -> None:
    both = simulated("stop vpxa", "stop ntpd", at=70.0)
    assert {"vpxa", "ntpd", "vpxd"} == set(states(both))
    assert (both.flows["F01"].fails_at, both.flows["F10"].fails_at) == (4, 2)
    assert both.repair == ("/etc/init.d/vpxa restart", "/etc/init.d/ntpd restart")
