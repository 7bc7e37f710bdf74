"""``show`` lists what a pack holds, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.cli.conftest import Outcome
from tests.helpers.packs import TINY_PACK
from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.commands import COMMANDS
from vmexplorer.app.show_commands import SHOW_COMMANDS
from vmexplorer.app.tour_library import TourLibrary

Run = Callable[..., Outcome]


def _records(run: Run, what: str) -> list[dict[str, object]]:
    code, out, error = run("show", what, "--json", "--pack", TINY_PACK)
    assert (code, error) == (0, "")
    records = json.loads(out)
    assert isinstance(records, list)
    return records


def test_components_as_json(run: Run) -> None:
    agent, _, kernel, proxy = _records(run, "components")
    assert agent == {
        "id": "agent",
        "name": "agent",
        "kind": "user world",
        "parent": "kernel",
        "summary": "The program that carries out every task.",
        "eras": ["e5", "e8"],
        "stands_for": "Management agent",
        "subtitle": "does the work",
        "since": "5.0",
        "until": None,
    }
    assert kernel["parent"] is None
    assert proxy["eras"] == ["e8"]


def test_links_as_json(run: Run) -> None:
    first, _, third = _records(run, "links")
    assert first == {
        "id": "L1",
        "from": "client",
        "to": "agent",
        "protocol": "HTTPS",
        "port": "TCP 443",
        "plane": "management",
        "eras": ["e5"],
        "carries": "commands",
        "opens": "from",
        "since": "5.0",
        "until": "7.0",
        "via": [],
    }
    assert (third["port"], third["via"], third["until"]) == ("loopback TCP 8307", ["kernel"], None)


def test_flows_as_json(run: Run) -> None:
    (flow,) = _records(run, "flows")
    assert list(flow) == ["id", "name", "eras", "steps", "summary", "view"]
    assert (flow["id"], flow["eras"], flow["view"]) == ("F01", ["e5", "e8"], "all")
    steps = flow["steps"]
    assert isinstance(steps, list)
    assert steps[0] == {
        "from": "client",
        "to": "agent",
        "message": "POST /sdk",
        "kind": "request",
        "narration": "The client asks the agent.",
        "eras": ["e5"],
        "log": None,
    }
    assert steps[3]["log"] == {"file": "agent.log", "line": "2024-01-02T03:04:05Z info agent: done"}
    assert steps[3]["eras"] == ["e5", "e8"]


def test_views_as_json(run: Run) -> None:
    (view,) = _records(run, "views")
    assert view == {
        "id": "all",
        "name": "Everything",
        "summary": "All four components.",
        "parent": None,
        "components": ["client", "kernel", "agent", "proxy"],
    }


def test_eras_as_json(run: Run) -> None:
    assert _records(run, "eras")[1] == {
        "id": "e8",
        "name": "ESXi 8.0",
        "short": "8",
        "first": "8.0",
        "years": "2022-2025",
        "reason": "A proxy stands before the agent.",
    }


@pytest.mark.parametrize("what", ["components", "links", "flows", "views", "eras"])
def test_columns_are_aligned_and_complete_without_a_terminal(
    run: Run, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    ids = [record["id"] for record in _records(run, what)]
    head, *rows = run("show", what, "--pack", TINY_PACK).out.splitlines()
    assert [row.split()[0] for row in rows] == ids
    assert "…" not in "".join(rows)
    for title in head.split():
        place = head.index(title)
        assert all(row[place - 1 : place] in ("", " ") and row[place : place + 1] != " " for row in rows)


@pytest.mark.parametrize("width", [40, 50, 70])
def test_columns_fit_the_terminal(run: Run, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    head, *rows = run("show", "components", "--pack", TINY_PACK).out.splitlines()
    assert head.startswith("ID")
    assert len(rows) == 4
    assert max(len(row) for row in rows) <= width
    assert any("…" in row for row in rows)
    assert rows[0].startswith("agent ")


def test_shipped_pack_is_the_usual_one(run: Run) -> None:
    code, out, error = run("show", "components", "--json")
    assert code == 0, error
    ids = [record["id"] for record in json.loads(out)]
    assert {"hostd", "vpxa", "vmkernel"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_one_flow_as_json_goes_as_in_the_newest_era(run: Run) -> None:
    code, out, error = run("show", "flow", "ask the agent", "--json", "--pack", TINY_PACK)
    assert (code, error) == (0, "")
    record = json.loads(out)
    steps = record.pop("steps")
    assert record == {
        "id": "F01",
        "name": "Ask the agent",
        "era": "e8",
        "summary": "The client asks the agent to do something.",
        "view": "all",
        "eras": ["e5", "e8"],
    }
    assert [(step["number"], step["from"], step["to"]) for step in steps] == [
        (1, "client", "proxy"),
        (2, "proxy", "agent"),
        (3, "agent", "agent"),
    ]
    assert steps[2] == {
        "number": 3,
        "from": "agent",
        "to": "agent",
        "message": "do it",
        "kind": "request",
        "narration": "The agent does it.",
        "eras": ["e5", "e8"],
        "log": {"file": "agent.log", "line": "2024-01-02T03:04:05Z info agent: done"},
        "era": "e8",
    }


def test_one_flow_in_a_chosen_era_has_a_line_for_each_step(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    code, out, _ = run("show", "flow", "F01", "--era", "5.5", "--pack", TINY_PACK)
    title, empty, head, *steps = out.splitlines()
    assert (code, title, empty) == (0, "F01 Ask the agent, ESXi 5.0", "")
    assert head.split() == ["STEP", "FROM", "TO", "MESSAGE", "KIND", "NARRATION", "LOG"]
    assert [step.split()[:3] for step in steps] == [["1", "client", "agent"], ["2", "agent", "agent"]]
    assert steps[0].endswith("The client asks the agent.  -")
    assert steps[1].endswith("agent.log: 2024-01-02T03:04:05Z info agent: done")


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (["flow", "F02"], 2, "there is no flow 'F02'; the nearest is 'F01'"),
        (["flow", "F01", "--era", "e55"], 2, "there is no era 'e55'; the nearest is 'e5'"),
        (["flow", "F01", "F01"], 2, "'F01' is one argument too many"),
        (["flows", "F01"], 2, "'F01' is one argument too many"),
    ],
)
def test_one_flow_that_cannot_be_shown(run: Run, words: list[str], code: int, expected: str) -> None:
    outcome = run("show", *words, "--pack", TINY_PACK)
    assert (outcome.code, outcome.out) == (code, "")
    assert expected in outcome.error
    assert outcome.error.count("\n") == 1


def test_flow_is_refused_in_an_era_that_does_not_offer_it(run: Run) -> None:
    code, _, error = run("show", "flow", "F11", "--era", "e3")
    assert code == 1
    assert "is not offered in ESX Server 3i, ESXi 3.5; the nearest era is" in error


def test_tours_are_those_of_the_pack_and_of_the_user(run: Run) -> None:
    atlas = shipped_atlas()
    own = replace(atlas.tours["console"], id="mine", name="Mine", order=1)
    TourLibrary.of_user(atlas).save(own)
    records = json.loads(run("show", "tours", "--json").out)
    assert [record["id"] for record in records][-1] == "mine"
    assert len(records) == len(atlas.tours) + 1
    first = records[0]
    assert (first["id"], first["minutes"], len(first["stops"])) == ("ten-minutes", 10.0, 11)
    stop = first["stops"][6]
    assert (stop["id"], stop["flow"], stop["first_step"], stop["era"]) == ("vcenter", "F01", "enter", "e9")
    assert stop["caption"] == "vCenter does not call hostd itself: vpxd asks vpxa, and vpxa asks hostd."


def test_tours_in_columns(run: Run) -> None:
    head, first, *_ = run("show", "tours").out.splitlines()
    assert head.split() == ["ID", "NAME", "STOPS", "MINUTES", "SUMMARY"]
    assert first.startswith("ten-minutes")
    assert run("show", "tours", "--pack", TINY_PACK).out.split() == ["ID", "NAME", "STOPS", "MINUTES", "SUMMARY"]


def test_commands_have_the_ids_that_the_settings_file_names(run: Run) -> None:
    records = {record["id"]: record for record in json.loads(run("show", "commands", "--json").out)}
    assert records["play.next"]["keys"] == ["Right"]
    assert records["play.next"]["section"] == "keys"
    assert records["show.next"]["section"] == "presenter_keys"
    assert len(records) == len(COMMANDS) + len(SHOW_COMMANDS)
    head, first, *_ = run("show", "commands").out.splitlines()
    assert head.split() == ["ID", "KEYS", "SECTION", "TITLE"]
    assert first.startswith(COMMANDS[0].id)
