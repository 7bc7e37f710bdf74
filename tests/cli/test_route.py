"""``route`` finds the shortest way between two components in one era."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.cli.conftest import Outcome
from tests.helpers.packs import TINY_PACK

Run = Callable[..., Outcome]


def test_newest_era_is_the_usual_one(run: Run) -> None:
    code, out, error = run("route", "client", "agent", "--json", "--pack", TINY_PACK)
    assert (code, error) == (0, "")
    assert json.loads(out) == {
        "from": "client",
        "to": "agent",
        "era": "e8",
        "hops": [
            {
                "from": "client",
                "to": "proxy",
                "link": "L2",
                "forward": True,
                "protocol": "HTTPS",
                "port": "TCP 443",
                "plane": "management",
            },
            {
                "from": "proxy",
                "to": "agent",
                "link": "L3",
                "forward": True,
                "protocol": "plain HTTP",
                "port": "loopback TCP 8307",
                "plane": "management",
            },
        ],
    }


@pytest.mark.parametrize("era", ["e5", "5", "ESXi 5.0", "5.5 U2"])
def test_era_can_be_chosen_in_every_spelling(run: Run, era: str) -> None:
    out = run("route", "client", "agent", "--era", era, "--json", "--pack", TINY_PACK).out
    assert [hop["link"] for hop in json.loads(out)["hops"]] == ["L1"]


def test_each_hop_has_a_line(run: Run) -> None:
    head, *hops = run("route", "agent", "Client", "--pack", TINY_PACK).out.splitlines()
    assert head.split() == ["FROM", "TO", "LINK", "PROTOCOL", "PORT", "OPENED", "BY"]
    assert [hop.split()[:3] for hop in hops] == [["agent", "proxy", "L3"], ["proxy", "client", "L2"]]
    assert hops[0].split()[-1] == "proxy"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["client", "kernel"], "no links join Client and Kernel in ESXi 8.0"),
        (["client", "proxy", "--era", "e5"], "proxy does not exist in ESXi 5.0"),
        (["client", "client"], "a route needs two different components"),
    ],
)
def test_without_a_route_it_says_why(run: Run, words: list[str], expected: str) -> None:
    code, out, error = run("route", *words, "--pack", TINY_PACK)
    assert (code, out) == (1, "")
    assert expected in error
    assert error.count("\n") == 1
