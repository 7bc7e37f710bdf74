"""``blocked`` answers the question about a port."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.cli.conftest import Outcome
from tests.helpers.packs import TINY_PACK

Run = Callable[..., Outcome]


def test_answer_as_json(run: Run) -> None:
    code, out, error = run("blocked", "tcp/443", "--era", "5.5", "--json", "--pack", TINY_PACK)
    assert (code, error) == (0, "")
    assert json.loads(out) == {
        "port": "TCP 443",
        "era": "e5",
        "links": [{"id": "L1", "from": "client", "to": "agent", "protocol": "HTTPS", "port": "TCP 443"}],
        "flows": {
            "F01": {"name": "Ask the agent", "fails_at": 1, "message": "POST /sdk", "because": ["L1"]},
        },
    }


def test_flow_that_goes_on_has_no_step(run: Run) -> None:
    flows = json.loads(run("blocked", "902", "--era", "e8", "--json").out)["flows"]
    assert flows["F01"] == {"name": "Power on a VM via vCenter", "fails_at": None, "message": None, "because": []}
    assert (flows["F06"]["fails_at"], flows["F06"]["because"]) == (1, ["L10"])


@pytest.mark.parametrize("words", [("loopback 8307",), ("loopback", "8307"), ("Loopback", "TCP", "8307")])
def test_words_of_a_port_need_no_quotes(run: Run, words: tuple[str, ...]) -> None:
    out = run("blocked", *words, "--json", "--pack", TINY_PACK).out
    assert [link["id"] for link in json.loads(out)["links"]] == ["L3"]


def test_answer_for_people_names_failures_first(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    code, out, error = run("blocked", "UDP", "902", "--era", "8")
    assert (code, error) == (0, "")
    title, _, links_head, link, _, flows_head, *flows = out.splitlines()
    assert title == "UDP 902 blocked in ESXi 8.0: 4 of 16 flows fail"
    assert links_head.split() == ["LINK", "FROM", "TO", "PROTOCOL", "PORT"]
    assert link.split() == ["L10", "vpxa", "vpxd", "UDP", "heartbeat", "UDP", "902"]
    assert flows_head.split() == ["FLOW", "NAME", "FAILS", "AT", "MESSAGE", "BECAUSE", "OF"]
    assert [("goes on" in flow) for flow in flows] == [False] * 4 + [True] * 12
    assert flows[1].split()[-6:] == ["step", "1", "UDP", "902", "heartbeat", "L10"]


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (["444"], 2, "no link uses port 444 in ESXi 8.0; the nearest used port is TCP 443"),
        (["8307"], 1, "8307 stays inside the host in ESXi 8.0, where no firewall stands; ask for 'loopback 8307'"),
        (["HTPS"], 2, "there is no port or protocol 'HTPS'; the nearest is 'HTTPS'"),
        (["443", "--era", "e55"], 2, "there is no era 'e55'; the nearest is 'e5'"),
    ],
)
def test_question_without_an_answer_gives_one_line(run: Run, words: list[str], code: int, expected: str) -> None:
    assert run("blocked", *words, "--pack", TINY_PACK) == (code, "", f"vmexplorer: {expected}\n")
