"""Who still gets through to what, and what stands alone in the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.faults import Goal
from vmexplorer.labs.whatif.course import course_of
from vmexplorer.labs.whatif.fault import Fault, parse_fault
from vmexplorer.labs.whatif.outcome import Outcome
from vmexplorer.labs.whatif.plan import plan_of
from vmexplorer.labs.whatif.ways import reaching, single_points

Simulate = Callable[..., Outcome]


def goal(component: str) -> Goal:
    return next(one for one in shipped_atlas().faults.goals if one.component == component)


def fault(text: str) -> tuple[Fault, ...]:
    return (parse_fault(text),)


@pytest.mark.parametrize(
    ("source", "era", "alone"),
    [
        ("vsphere-client", "e8", ("L01", "vpxd", "L08", "envoy", "vpxa", "L11")),
        ("host-client", "e8", ("L05", "envoy")),
        ("host-client", "e7", ("L05", "rhttpproxy")),
        ("vi-client", "e4", ()),  # it can go through vCenter and straight to the host
        ("esxcli", "e8", ("L66",)),
        ("ntpd", "e8", ()),  # it has no way there at all
        ("hostd", "e8", ()),
    ],
)
def test_parts_that_stand_alone_on_the_way_to_hostd(source: str, era: str, alone: tuple[str, ...]) -> None:
    assert single_points(plan_of(shipped_atlas(), era), source, goal("hostd")) == alone


def test_each_of_them_cuts_the_way_and_no_other_part_does() -> None:
    atlas = shipped_atlas()
    alone = single_points(plan_of(atlas, "e8"), "vsphere-client", goal("hostd"))
    for part in alone:
        verb = "cut" if part in atlas.links else "stop"
        course = course_of(atlas, "e8", fault(f"{verb} {part}"))
        assert "vsphere-client" not in reaching(course, goal("hostd"), 0.0), part
    for part in ("ha-fdm", "vobd", "ntpd", "rhttpproxy"):
        course = course_of(atlas, "e8", fault(f"stop {part}"))
        assert "vsphere-client" in reaching(course, goal("hostd"), 0.0), part


def test_reach_follows_the_time() -> None:
    course = course_of(shipped_atlas(), "e8", fault("kill hostd"))
    assert reaching(course, goal("hostd"), 1.0) == frozenset()
    assert "host-client" in reaching(course, goal("hostd"), 40.0)


def test_what_keeps_working_is_said_with_names(simulated: Simulate) -> None:
    said = simulated("stop envoy").keeps_working
    assert said[0] == "All virtual machines keep running."
    assert said[1] == "These reach hostd and can manage the host: ESXCLI, vim-cmd, DCUI."
    assert said[2] == "vSphere Client does not get there: no way leads around Envoy."
    assert said[-1].startswith("8 of 16 flows reach their end: F07")
    assert "Nobody can manage the host through hostd." in simulated("hang hostd").keeps_working
    said = simulated("stop datastore").keeps_working
    assert said[0].startswith("Virtual machines do not keep running. Disk I/O of the VMs waits")
