"""What a blocked port stops, and what goes on."""

from __future__ import annotations

import pytest

from tests.helpers.packs import tiny_atlas
from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.blocked import BlockedFlow, UnknownPortError, blocked
from vmexplorer.errors import UnknownNameError, VmexplorerError


def test_flow_stops_at_the_first_step_over_a_blocked_link() -> None:
    found = blocked(tiny_atlas(), "tcp/443", "ESXi 8.0")
    assert (found.port, found.era, [link.id for link in found.links]) == ("TCP 443", "e8", ["L2"])
    assert found.flows == (BlockedFlow("F01", "Ask the agent", 1, "POST /sdk", ("L2",)),)


def test_step_number_counts_what_the_era_has() -> None:
    found = blocked(tiny_atlas(), "loopback 8307", "e8")
    assert found.flows == (BlockedFlow("F01", "Ask the agent", 2, "forward", ("L3",)),)


def _stops(port: str, era: str) -> dict[str, tuple[int | None, str]]:
    flows = blocked(shipped_atlas(), port, era).flows
    return {flow.flow: (flow.fails_at, "".join(flow.because)) for flow in flows}


def test_every_offered_flow_is_listed_also_those_that_go_on() -> None:
    stops = _stops("902", "e8")
    atlas = shipped_atlas()
    assert list(stops) == [flow.id for flow in atlas.flows.values() if "e8" in atlas.eras_of(flow)]
    assert stops["F06"] == (1, "L10")
    assert stops["F03"] == (8, "L10")
    assert stops["F01"] == (None, "")


@pytest.mark.parametrize(
    ("port", "era", "flow", "stop"),
    [
        ("UDP 902", "e5", "F01", (None, "")),  # the answer of vpxa goes back over TCP
        ("902", "e3", "F01", (3, "L09")),  # before 5.0 commands went over TCP 902
        ("902", "e7", "F01", (None, "")),  # the console's WebSocket is not the task's way
        ("443", "e8", "F01", (1, "L01")),
        ("443", "e8", "F16", (None, "")),
        ("loopback 8089", "e6", "F01", (4, "L14")),
        ("161", "e8", "F08", (5, "L39")),
        ("162", "e8", "F08", (4, "L40")),
        ("SNMP", "e8", "F08", (4, "L40")),
        ("syslog", "e8", "F09", (4, "L41")),
        ("8182", "e8", "F11", (1, "L49")),
        ("8000", "e9", "F01", (None, "")),
    ],
)
def test_shipped_flows_stop_where_they_should(port: str, era: str, flow: str, stop: tuple[int | None, str]) -> None:
    assert _stops(port, era)[flow] == stop


def test_links_are_those_of_the_era() -> None:
    def links(era: str) -> list[str]:
        return [link.id for link in blocked(shipped_atlas(), "NFC", era).links]

    assert links("e5") == ["L09", "L60"]
    assert links("e8") == ["L60"]


@pytest.mark.parametrize(
    ("port", "era", "error", "expected"),
    [
        ("444", "e8", UnknownPortError, "no link uses port 444 in ESXi 8.0; the nearest used port is TCP 443"),
        ("plain HTPP", "e8", UnknownNameError, "there is no port or protocol 'plain HTPP'"),
        ("8307", "e8", VmexplorerError, "ask for 'loopback 8307'"),
        ("443", "e55", UnknownNameError, "there is no era 'e55'; the nearest is 'e5'"),
    ],
)
def test_what_cannot_be_answered_is_refused(port: str, era: str, error: type[Exception], expected: str) -> None:
    with pytest.raises(error, match=expected):
        blocked(tiny_atlas(), port, era)
