"""Flows that cannot be played in some era."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.packs import copy_tiny_pack, edit, line_of, only, problems_of

FLOW = "flows/F01.yaml"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copy_tiny_pack(tmp_path)


@pytest.mark.parametrize(
    ("old", "key", "hint"),
    [
        ("    to: proxy\n    eras: e8..\n", "steps[1].to", "it exists in ESXi 8.0; give the step eras that fit"),
        ("    to: agent\n    eras: e8..\n", "steps[2].from", "it exists in ESXi 8.0; give the step eras that fit"),
    ],
)
def test_step_in_an_era_without_one_of_its_ends(pack: Path, old: str, key: str, hint: str) -> None:
    edit(pack, FLOW, old, old.replace("    eras: e8..\n", ""))
    problem = only(problems_of(pack))
    assert (problem.file, problem.key) == (FLOW, key)
    assert problem.line == line_of(pack, FLOW, "to: proxy" if key.endswith("to") else "from: proxy")
    assert problem.text == "is 'proxy', which does not exist in ESXi 5.0"
    assert problem.hint == hint


def test_step_to_a_card_that_no_view_has(pack: Path) -> None:
    edit(pack, FLOW, "    to: proxy\n    eras: e8..\n", "    to: proxy\n    card: proxi\n    eras: e8..\n")
    problem = only(problems_of(pack))
    assert (problem.key, problem.line) == ("steps[1].card", line_of(pack, FLOW, "card: proxi"))
    assert problem.text == "is 'proxi', and no view has a card of 'proxy' with this id"
    assert problem.hint == "the nearest is 'proxy'"


def test_work_inside_a_missing_component_is_named_once(pack: Path) -> None:
    edit(pack, FLOW, "from: agent\n    to: agent", "from: proxy\n    to: proxy")
    assert only(problems_of(pack)).key == "steps[3].from"


def test_eras_of_the_flow_bound_those_of_its_steps(pack: Path) -> None:
    edit(pack, FLOW, "view: all", "view: all\neras: e8..")
    edit(pack, FLOW, "    to: proxy\n    eras: e8..\n", "    to: proxy\n")
    problem = only(problems_of(pack))
    assert (problem.key, problem.line) == ("steps[0].eras", line_of(pack, FLOW, "eras: ..e5"))
    assert problem.text == "names only eras in which the flow is not offered"


def test_flow_without_steps_in_an_era(pack: Path) -> None:
    edit(pack, FLOW, "    to: agent\n    message: do it", "    to: agent\n    eras: e8\n    message: do it")
    edit(pack, FLOW, "    eras: ..e5\n    message: POST", "    eras: e8..\n    message: POST")
    problem = only(problems_of(pack))
    assert (problem.file, problem.line, problem.key) == (FLOW, line_of(pack, FLOW, "steps:"), "steps")
    assert problem.text == "leaves no step in ESXi 5.0"


def test_flow_without_steps_in_an_era_of_its_own_range(pack: Path) -> None:
    edit(pack, FLOW, "    to: agent\n    message: do it", "    to: agent\n    eras: e8\n    message: do it")
    edit(pack, FLOW, "    eras: ..e5\n    message: POST", "    eras: e8..\n    message: POST")
    edit(pack, FLOW, "view: all", "view: all\neras: e5..e8")
    problem = only(problems_of(pack))
    assert (problem.line, problem.key) == (line_of(pack, FLOW, "e5..e8"), "eras")
    assert problem.text == "leaves no step in ESXi 5.0"
