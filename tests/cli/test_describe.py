"""``describe`` tells everything about one thing, and how it is known."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.cli.conftest import Outcome
from tests.helpers.packs import TINY_PACK

Run = Callable[..., Outcome]


def _lines(run: Run, id: str) -> list[str]:
    code, out, error = run("describe", id, "--pack", TINY_PACK)
    assert (code, error) == (0, "")
    return [line.strip() for line in out.splitlines()]


def test_component_with_everything_the_pack_says(run: Run) -> None:
    lines = _lines(run, "agent")
    assert lines[:2] == ["agent: Management agent", "The program that carries out every task."]
    for line in (
        "part of     kernel (Kernel)",
        "versions    from 5.0 (verified: S1) and still there",
        "eras        5-8",
        "- It keeps a log. (read in source code: S2; general knowledge)",
        "- Started by the kernel. (general knowledge)",
        "- `agent restart`: Restarts it. (verified: S1)",
        "- /var/log/agent.log: Everything it does. (verified: S1)",
        "- TCP 443: Until the proxy came. (verified: S1)",
        "symptom     Clients fail. (verified: S1)",
        "noticed by  everyone",
        "VMs         keep running",
        '- "It runs the VMs." It only manages them. (general knowledge)',
        "- L1 client → agent: HTTPS, TCP 443",
        "- F01 Ask the agent",
    ):
        assert line in lines
    assert any(line.startswith('- "The agent answers the client." Corrected: Since 8.0') for line in lines)
    assert lines[-3:] == ["Sources", "S1   A book about agents", "S2   A page about proxies"]


def test_only_sources_that_are_named_are_listed(run: Run) -> None:
    assert "Sources" not in _lines(run, "kernel")


def test_link(run: Run) -> None:
    lines = _lines(run, "l3")
    assert lines[0] == "proxy → agent: plain HTTP"
    assert "through     kernel" in lines
    assert "- It never leaves the host. (verified: S1, S2)" in lines
    assert "versions    from 5.0 (verified: S1) until 7.0 (verified: S2)" in _lines(run, "L1")
    assert "account     The client signs in as root. (general knowledge)" in _lines(run, "L2")


@pytest.mark.parametrize("name", ["F01", "f01", "ask the agent"])
def test_flow_by_id_or_name(run: Run, name: str) -> None:
    lines = _lines(run, name)
    assert "1. client → agent: POST /sdk (request, eras 5)" in lines
    assert "4. agent: do it (request)" in lines
    assert "agent.log: 2024-01-02T03:04:05Z info agent: done" in lines
    assert "- Note who answers. (general knowledge)" in lines


@pytest.mark.parametrize("width", [40, 72])
def test_text_is_wrapped_to_the_terminal(run: Run, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run("describe", "agent", "--pack", TINY_PACK).out.splitlines()
    assert max(len(line) for line in lines) <= width


def test_component_as_json(run: Run) -> None:
    record = json.loads(run("describe", "agent", "--json", "--pack", TINY_PACK).out)
    assert record["type"] == "component"
    assert record["eras"] == ["e5", "e8"]
    assert record["since"] == {"version": "5.0", "evidence": [{"standing": "verified", "sources": ["S1"]}]}
    assert record["description"][1] == {
        "text": "It keeps a log.",
        "evidence": [
            {"standing": "read in source code", "sources": ["S2"]},
            {"standing": "general knowledge", "sources": []},
        ],
    }
    assert record["if_stopped"]["vms"] == "keep running"
    assert (record["links"], record["flows"]) == (["L1", "L3"], ["F01"])
    assert record["founding_statements"][0]["id"] == "FT01"
    assert record["sources"] == {"S1": "A book about agents", "S2": "A page about proxies"}


def test_link_and_flow_as_json(run: Run) -> None:
    link = json.loads(run("describe", "L3", "--json", "--pack", TINY_PACK).out)
    assert (link["type"], link["from"], link["to"], link["ports"]) == ("link", "proxy", "agent", ["loopback TCP 8307"])
    flow = json.loads(run("describe", "F01", "--json", "--pack", TINY_PACK).out)
    assert flow["type"] == "flow"
    assert (flow["steps"][0]["from"], flow["steps"][0]["eras"]) == ("client", ["e5"])


def test_unknown_name_leads_to_the_nearest(run: Run) -> None:
    code, out, error = run("describe", "prxy", "--pack", TINY_PACK)
    assert (code, out) == (2, "")
    assert error == "vmexplorer: there is no component, link or flow 'prxy'; the nearest is 'proxy'\n"
