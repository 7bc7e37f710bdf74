"""Each step runs on one link, and crosses only some of its ports."""

from __future__ import annotations

import dataclasses

import pytest

from tests.helpers.packs import tiny_atlas
from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.carriage import carrier, crossed
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.link import Link, Opens, Plane, Port
from vmexplorer.atlas.step_kind import StepKind


def _step(source: str, target: str, kind: StepKind = StepKind.REQUEST, message: str = "ask") -> Step:
    return Step(source, target, message, kind, ())


def _link(id: str, source: str, target: str, *ports: str, via: tuple[str, ...] = (), data: bool = False) -> Link:
    return dataclasses.replace(
        tiny_atlas().links["L1"],
        id=id,
        source=source,
        target=target,
        ports=tuple([Port.parse(port) for port in ports]),
        via=via,
        plane=Plane.DATA if data else Plane.MANAGEMENT,
    )


def _carried(step: Step, *links: Link) -> str:
    found = carrier(step, links)
    return found.id if found else ""


COMMANDS = _link("commands", "centre", "agent", "TCP 443")
BEATS = _link("beats", "agent", "centre", "UDP 902")


@pytest.mark.parametrize(
    ("step", "link"),
    [
        (_step("centre", "agent"), "commands"),
        (_step("agent", "centre", StepKind.REPLY), "commands"),
        (_step("agent", "centre", StepKind.HEARTBEAT), "beats"),
        (_step("agent", "centre", StepKind.FAULT), "beats"),
        (_step("agent", "centre", StepKind.EVENT, "TCP 443 event"), "commands"),
        (_step("agent", "client"), ""),
        (_step("agent", "agent"), ""),
    ],
)
def test_message_takes_the_link_that_goes_its_way(step: Step, link: str) -> None:
    assert _carried(step, COMMANDS, BEATS) == link
    assert _carried(step, BEATS, COMMANDS) == link


def test_datagrams_go_one_way_and_only_their_answer_comes_back() -> None:
    assert _carried(_step("centre", "agent"), BEATS) == ""
    assert _carried(_step("centre", "agent", StepKind.REPLY), BEATS) == "beats"
    assert _carried(_step("centre", "agent"), dataclasses.replace(BEATS, opens=Opens.BOTH)) == "beats"
    assert _carried(_step("centre", "agent"), _link("local", "agent", "centre")) == "local"


def test_plane_decides_between_links_of_one_direction() -> None:
    picture = _link("picture", "centre", "agent", "TCP 902", data=True)
    assert _carried(_step("centre", "agent"), picture, COMMANDS) == "commands"
    assert _carried(_step("centre", "agent", StepKind.DATA), COMMANDS, picture) == "picture"
    assert _carried(_step("centre", "agent", StepKind.REQUEST, "open TCP 902"), COMMANDS, picture) == "picture"


def test_first_of_equals_is_taken() -> None:
    other = dataclasses.replace(COMMANDS, id="other")
    assert _carried(_step("centre", "agent"), COMMANDS, other) == "commands"
    assert _carried(_step("centre", "agent"), other, COMMANDS) == "other"


def test_work_inside_runs_between_hosts_only_on_a_link_of_its_plane() -> None:
    election, moving = _link("election", "ha", "ha", "UDP 8182"), _link("moving", "kernel", "kernel", data=True)
    assert _carried(_step("ha", "ha", StepKind.HEARTBEAT), election, moving) == "election"
    assert _carried(_step("kernel", "kernel"), election, moving) == ""
    assert _carried(_step("kernel", "kernel", StepKind.DATA), election, moving) == "moving"


def test_link_is_followed_through_the_door_and_a_direct_one_preferred_behind_it() -> None:
    through = _link("through", "client", "agent", "TCP 443", "loopback TCP 8089", via=("door",))
    behind = _link("behind", "door", "agent", "loopback TCP 8089")
    assert _carried(_step("client", "door"), through, behind) == "through"
    assert _carried(_step("door", "agent"), through) == "through"
    assert _carried(_step("door", "agent"), through, behind) == "behind"


@pytest.mark.parametrize(
    ("ends", "ports"),
    [
        (("client", "door"), ["TCP 443"]),
        (("door", "client"), ["TCP 443"]),
        (("door", "agent"), ["loopback TCP 8089"]),
        (("client", "agent"), ["TCP 443", "loopback TCP 8089"]),
    ],
)
def test_network_ports_lie_before_the_door_and_loopback_ports_behind(ends: tuple[str, str], ports: list[str]) -> None:
    link = _link("through", "client", "agent", "TCP 443", "loopback TCP 8089", via=("door",))
    assert [str(port) for port in crossed(_step(*ends), link)] == ports


def test_way_behind_the_door_crosses_no_network_port() -> None:
    assert crossed(_step("door", "agent"), _link("L", "client", "agent", "TCP 443", via=("door",))) == ()
    inside = _link("L", "door", "agent", "loopback TCP 8307", via=("kernel",))
    assert [str(port) for port in crossed(_step("door", "kernel"), inside)] == ["loopback TCP 8307"]


def test_shipped_heartbeats_run_on_the_heartbeat_link_in_every_era() -> None:
    atlas = shipped_atlas()
    for era in atlas.era_ids:
        links = [link for link in atlas.links.values() if era in atlas.link_eras[link.id]]
        beats = {
            _carried(step, *links)
            for flow in atlas.flows.values()
            for step in atlas.steps_in(flow, era)
            if step.kind is StepKind.HEARTBEAT and step.source == "vpxa"
        }
        assert beats == {"L10"}
