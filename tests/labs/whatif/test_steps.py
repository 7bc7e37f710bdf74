"""At which step flows fail: each step on its own need only."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.blocked import blocked
from vmexplorer.labs.whatif.outcome import Outcome

Simulate = Callable[..., Outcome]


@pytest.mark.parametrize(
    ("fault", "era", "flow", "fails_at", "because"),
    [
        ("stop vpxa", "e8", "F01", 4, ("vpxa",)),
        ("hang hostd", "e8", "F01", 6, ("hostd",)),
        ("stop vsphere-client", "e8", "F01", 1, ("vsphere-client",)),
        ("stop envoy", "e8", "F01", 3, ("envoy",)),
        ("stop envoy", "e8", "F03", 2, ("envoy",)),  # no link of its own, but through the door all the same
        ("stop envoy", "e8", "F04", 1, ("envoy", "L05")),
        ("stop rhttpproxy", "e6", "F04", 1, ("rhttpproxy", "L05")),
        ("stop vpxd", "e8", "F02", None, ()),
        ("stop vpxd", "e8", "F11", None, ()),  # vCenter is needed for no step of a failover
        ("stop vmsyslogd", "e8", "F01", None, ()),
        ("stop vmsyslogd", "e8", "F09", 1, ("vmsyslogd",)),
        ("stop vobd", "e8", "F12", None, ()),
        ("stop hostd", "e8", "F12", None, ()),  # restarting the agents is what repairs it
        ("stop watchdog", "e8", "F12", 3, ("watchdog",)),
        ("kill vmx", "e8", "F12", None, ()),
        ("cut L11", "e8", "F01", 6, ("L11",)),
        ("cut L08", "e8", "F01", 3, ("L08",)),
        ("cut L49", "e8", "F11", 1, ("L49",)),
        ("block loopback 8089", "e8", "F01", 4, ("L17",)),
        ("block 902", "e3", "F01", 3, ("L09",)),
        ("block 902", "e8", "F01", None, ()),
        ("drop F01/6", "e8", "F01", 6, ("L11",)),
        ("drop F01/6", "e8", "F02", None, ()),
        ("drop F01/2", "e8", "F01", 2, ("vpxd",)),
        ("stop ntpd", "e8", "F10", 2, ("ntpd",)),
        ("cut L47", "e8", "F10", 3, ("L47",)),
        ("stop datastore", "e8", "F01", 6, ("datastore", "L63", "vmkernel", "L19", "hostd")),
        ("stop vmkernel", "e8", "F16", None, ()),  # the boot loader does not need a running kernel
    ],
)
def test_flow_fails_at_the_first_step_that_a_fault_reaches(
    simulated: Simulate, fault: str, era: str, flow: str, fails_at: int | None, because: tuple[str, ...]
) -> None:
    found = simulated(fault, era=era).flows[flow]
    assert (found.fails_at, found.because) == (fails_at, because)


def test_step_that_a_flow_can_do_without_is_lost_alone(simulated: Simulate) -> None:
    flow = simulated("stop vpxa").flows["F02"]
    assert (flow.fails_at, flow.lost, flow.notes) == (None, (7,), ("vpxa does not run.",))


@pytest.mark.parametrize("era", shipped_atlas().era_ids)
def test_blocked_ports_stop_at_least_what_the_question_about_the_port_tells(simulated: Simulate, era: str) -> None:
    atlas = shipped_atlas()
    ports = {str(port): None for id, link in atlas.links.items() if atlas.exists(id, era) for port in link.ports}
    optional = {(one.flow, one.to) for one in atlas.faults.optional}
    assert ports
    for port in ports:
        flows = simulated(f"block {port}", era=era, at=0.0).flows
        for told in blocked(atlas, port, era).flows:
            steps = atlas.steps_in(atlas.flow(told.flow), era)
            if told.fails_at and (told.flow, steps[told.fails_at - 1].target) not in optional:
                assert flows[told.flow].fails_at is not None, (port, told)
                assert flows[told.flow].fails_at <= told.fails_at, (port, told)
