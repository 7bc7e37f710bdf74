"""Branches that cannot be played, and step ids that stand twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.packs import append, edit, line_of, only, problems_of

FLOW = "flows/F01.yaml"
AGAIN = """\
  - id: REFUSED
    name: If it refuses again
    after: ask
    steps:
      - {from: agent, to: client, message: no, kind: fault, narration: ["It refuses. [gk]"]}
"""


def test_a_branch_that_fits_is_no_problem(forked: Path) -> None:
    assert problems_of(forked) == ()


@pytest.mark.parametrize(
    ("after", "text", "hint"),
    [
        ("d", "names the step 'd', which the flow does not have", "the nearest is 'do'"),
        (
            "qqqq",
            "names the step 'qqqq', which the flow does not have",
            "give an id to the last step that both ways share",
        ),
        ("note", "names the step 'note', which the flow does not have", ""),
        (
            "forward",
            "is 'forward', a step that is not there in ESXi 5.0",
            "it is there in ESXi 8.0; give the branch eras that fit",
        ),
    ],
)
def test_branch_after_a_step_that_is_not_there(forked: Path, after: str, text: str, hint: str) -> None:
    edit(forked, FLOW, "after: do", f"after: {after}")
    problem = only(problems_of(forked))
    assert (problem.file, problem.line, problem.key) == (FLOW, line_of(forked, FLOW, "after:"), "branches[0].after")
    assert problem.text == text
    assert hint in problem.hint


def test_branch_may_leave_after_a_step_that_is_there_in_all_its_eras(forked: Path) -> None:
    edit(forked, FLOW, "after: do", "after: forward\n    eras: e8..")
    assert problems_of(forked) == ()
    edit(forked, FLOW, "    eras: e8..\n    steps:", "    steps:")
    edit(forked, FLOW, "after: forward", "after: ask")  # two steps with this id cover both eras
    assert problems_of(forked) == ()


def test_branch_in_eras_in_which_the_flow_is_not_offered(forked: Path) -> None:
    edit(forked, FLOW, "view: all", "view: all\neras: ..e5")
    edit(forked, FLOW, "after: do", "after: do\n    eras: e8..")
    problem = next(problem for problem in problems_of(forked) if problem.key == "branches[0].eras")
    assert problem.text == "names only eras in which the flow is not offered"


def test_branch_without_steps_in_an_era(forked: Path) -> None:
    edit(forked, FLOW, "        message: refuse\n", "        eras: e5\n        message: refuse\n")
    edit(forked, FLOW, "        eras: e8..\n        message: note", "        eras: e5\n        message: note")
    problem = only(problems_of(forked))
    assert (problem.key, problem.text) == ("branches[0].steps", "leaves no step in ESXi 8.0")
    assert problem.line == line_of(forked, FLOW, "    steps:")


def test_step_of_a_branch_in_an_era_without_one_of_its_ends(forked: Path) -> None:
    edit(forked, FLOW, "      - from: agent\n        to: client", "      - from: proxy\n        to: client")
    problem = only(problems_of(forked))
    assert (problem.key, problem.text) == (
        "branches[0].steps[0].from",
        "is 'proxy', which does not exist in ESXi 5.0",
    )
    assert problem.line == line_of(forked, FLOW, "      - from: proxy")


def test_step_of_a_branch_that_no_era_of_the_branch_shows(forked: Path) -> None:
    edit(forked, FLOW, "after: do", "after: do\n    eras: e5")
    problem = only(problems_of(forked))
    assert problem.key == "branches[0].steps[1].eras"
    assert problem.text == "names only eras in which the branch is not offered"


def test_dangling_references_in_a_branch_are_named(forked: Path) -> None:
    edit(forked, FLOW, "        from: client\n        to: client", "        from: client\n        to: clent")
    edit(forked, FLOW, "The agent refuses. [v:S1]", "The agent refuses. [v:S9]")
    assert [problem.key for problem in problems_of(forked)] == [
        "branches[0].steps[0].narration[0]",
        "branches[0].steps[1].to",
    ]


def test_two_branches_with_one_id(forked: Path) -> None:
    append(forked, FLOW, AGAIN)
    problem = only(problems_of(forked))
    assert (problem.key, problem.line) == ("branches[1].id", line_of(forked, FLOW, "REFUSED"))
    assert problem.text == "is 'REFUSED', which another branch of the flow has already"
    assert problem.hint == "the first is branches[0].id"


@pytest.mark.parametrize("id", ["do", "DO", "ask"])
def test_two_steps_of_one_era_with_one_id(forked: Path, id: str) -> None:
    edit(forked, FLOW, "id: forward", f"id: {id}")
    problem = only(problems_of(forked))
    assert problem.text.startswith("is '")
    assert problem.text.endswith("which another step of the flow has already in the same era")
    later = {"ask": ("steps[2].id", "steps[1].id")}
    assert (problem.key, problem.hint.split()[-1]) == later.get(id, ("steps[3].id", "steps[2].id"))


def test_step_of_a_branch_with_the_id_of_a_step_of_the_flow(forked: Path) -> None:
    edit(forked, FLOW, "id: note", "id: forward")
    problem = only(problems_of(forked))
    assert (problem.key, problem.hint) == ("branches[0].steps[1].id", "the first is steps[2].id")
    edit(forked, FLOW, "        eras: e8..\n        message: note", "        eras: ..e5\n        message: note")
    assert problems_of(forked) == ()


@pytest.mark.parametrize("takes", ["0", "-1", "86400001", "1e30"])
def test_time_beyond_reason(forked: Path, takes: str) -> None:
    edit(forked, FLOW, "takes: 20\n", f"takes: {takes}\n")
    problem = only(problems_of(forked))
    assert (problem.key, problem.line) == ("steps[3].takes", line_of(forked, FLOW, f"takes: {takes}"))
    assert "must be greater than 0 and at most 86,400,000, which is a day" in problem.text


def test_times_of_a_branch_are_looked_at_too(forked: Path) -> None:
    edit(forked, FLOW, "takes: 2.5", "takes: -2.5")
    assert only(problems_of(forked)).key == "branches[0].steps[0].takes"
