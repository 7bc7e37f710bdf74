"""``case`` tells a case, makes checks, and judges suspicions and repairs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome
from tests.helpers.cases import add_cases
from tests.helpers.packs import copy_tiny_pack

Run = Callable[..., Outcome]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The tiny pack with the case T01."""
    return add_cases(copy_tiny_pack(tmp_path))


def test_a_case_and_the_checks_that_can_be_made(run: Run, pack: Path) -> None:
    code, out, error = run("case", "t01", "--pack", pack)
    assert (code, error) == (0, "")
    lines = out.splitlines()
    assert lines[:4] == ["T01 The silent agent, ESXi 8.0", "Kim, desk, Monday", "", "It does not answer."]
    assert "Checks: Shell" in lines
    assert "  question          Does the agent answer?" in lines
    assert "  hung              The agent hangs." in lines
    assert "Right." not in out


def test_checks_show_their_output(run: Run, pack: Path) -> None:
    out = run("case", "T01", "--check", "status", "question", "--pack", pack).out
    shown = "$ agent status\nrunning\n→ The agent is there.\n\n$ ask agent\n(nothing)\n→ The agent keeps silent.\n"
    assert shown in out
    assert "Checks: Shell" not in out


def test_a_whole_solution_on_the_command_line(run: Run, pack: Path) -> None:
    words = ("--check", "status", "--check", "question", "--name", "hung", "--repair", "restart")
    out = run("case", "T01", *words, "--pack", pack).out
    assert "Solved with 100 points" in out
    assert "  - Running is not answering. (general knowledge)" in out


def test_the_same_as_json(run: Run, pack: Path) -> None:
    words = ("--check", "door", "--name", "gone", "--json")
    record = json.loads(run("case", "T01", *words, "--pack", pack).out)
    assert record["made"] == [
        {
            "check": "door",
            "command": "knock",
            "output": "open, as ever at 08:16:00",
            "shows": "The door is open.",
            "hindered": False,
        }
    ]
    judged = {one["id"]: (one["right"], one["because"]) for one in record["suspicions"]}
    assert judged == {"gone": (False, "It runs."), "hung": (None, None), "shut": (None, None)}
    assert (record["solved"], record["points"], record["finding"]) == (False, 90, None)
    assert {check["id"]: check["command"] for check in record["checks"]}["status"] == "agent status"


def test_shipped_case_as_json(run: Run) -> None:
    record = json.loads(run("case", "TS01", "--check", "tcpdump-vcenter", "--json").out)
    assert "0 packets captured" in record["made"][0]["output"]


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (["T02"], 2, "there is no case 'T02'; the nearest is 'T01'"),
        (["T01", "--check", "stat"], 2, "there is no check 'stat'; the nearest is 'status'"),
        (["T01", "--name", "hang"], 2, "there is no suspicion 'hang'; the nearest is 'hung'"),
        (["T01", "--repair", "knok"], 2, "there is no repair 'knok'; the nearest is 'knock'"),
        (["T01", "--repair", "knock"], 2, "name a suspicion first: a repair without one is a shot in the dark"),
        (["T01", "--name", "hung", "gone"], 2, "the cause is named. What is left is the repair"),
    ],
)
def test_what_cannot_be_done_gives_one_line(run: Run, pack: Path, words: list[str], code: int, expected: str) -> None:
    assert run("case", *words, "--pack", pack) == (code, "", f"vmexplorer: {expected}\n")


def test_cases_are_listed(run: Run, pack: Path) -> None:
    (case,) = json.loads(run("show", "cases", "--json", "--pack", pack).out)
    assert case == {
        "id": "T01",
        "name": "The silent agent",
        "era": "e8",
        "view": "all",
        "summary": "Nobody gets an answer.",
    }
    assert run("show", "cases", "--pack", pack).out.splitlines()[1].split()[:2] == ["T01", "e8"]
