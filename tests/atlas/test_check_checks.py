"""Checks that cannot be made, do not answer, or ask for what does not exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.cases import add_cases
from tests.helpers.packs import atlas_of, copy_tiny_pack, edit, line_of, only, problems_of

FILE = "checks/shell.yaml"


@pytest.fixture
def examined(tmp_path: Path) -> Path:
    """The tiny pack with checks and a case."""
    return add_cases(copy_tiny_pack(tmp_path))


def test_checks_that_fit_are_no_problem(examined: Path) -> None:
    assert problems_of(examined) == ()


def test_places_stand_in_their_order_and_checks_are_found_by_id(examined: Path) -> None:
    library = atlas_of(examined).library
    assert [place.id for place in library.places] == ["shell", "desk"]
    assert library.place_of("door").name == "Desk"


def test_a_check_is_offered_where_its_part_exists(examined: Path) -> None:
    atlas = atlas_of(examined)
    offered = {id: atlas.eras_of_check(check) for id, check in atlas.library.checks.items()}
    assert offered["door"] == ("e8",)
    assert offered["status"] == ("e5", "e8")


@pytest.mark.parametrize(
    ("old", "new", "key", "text", "hint"),
    [
        (
            "when: [kernel stopped]",
            "when: [kernal stopped]",
            "hindrances[0].when[0]",
            "names the part 'kernal', which is neither a component nor a link",
            "the nearest is 'kernel'",
        ),
        (
            "condition sleepy]",
            "condition sleeping]",
            "checks[1].answers[0].when[1]",
            "names the condition 'sleeping', which faults.yaml lacks",
            "the nearest is 'sleepy'",
        ),
        (
            "when: [agent faulty]",
            "when: [agent broken]",
            "checks[2].answers[0].when[0]",
            "has the state 'broken', which is none of",
            "",
        ),
        (
            "id: question",
            "id: Status",
            "checks[1].id",
            "is 'Status', which another check has already",
            "the first is checks[0].id",
        ),
        (
            "    looks_at: agent\n    tells: It wants",
            "    looks_at: L9\n    tells: It wants",
            "checks[1].looks_at",
            "names the part 'L9', which is neither a component nor a link",
            "the nearest is 'L",
        ),
        (
            "    looks_at: agent\n    tells: It wants",
            "    looks_at: proxy\n    eras: e5\n    tells: It wants",
            "checks[1].looks_at",
            "leaves no era in which 'proxy' exists",
            "",
        ),
        (
            "      - output: |\n          yes\n        shows: The agent answers.\n",
            "",
            "checks[1].answers",
            "have none without a condition in ESXi 8.0",
            "add an answer that has no `when`",
        ),
        (
            "@agent -1.5 info Work | done",
            "@agnet -1.5 info Work | done",
            "checks[2].answers[1].output",
            "has a line of the log 'agnet', of which faults.yaml has no header",
            "the nearest is 'agent'",
        ),
        (
            "@agent -1.5 info Work | done",
            "@door -1.5 info Work | done",
            "checks[2].answers[1].output",
            "has a line of the log 'door', which has no header in ESXi 5.0",
            "narrow the eras",
        ),
        (
            "@agent -1.5 info Work | done",
            "@agent now info Work | done",
            "checks[2].answers[1].output",
            "has a log line that is not written like",
            "",
        ),
    ],
)
def test_what_does_not_fit_is_named(examined: Path, old: str, new: str, key: str, text: str, hint: str) -> None:
    edit(examined, FILE, old, new)
    found = [problem for problem in problems_of(examined) if problem.key == key]
    problem = only(found)
    assert (problem.file, problem.line is not None) == (FILE, True)
    assert text in problem.text
    assert hint in problem.hint


def test_the_line_of_the_fault_is_told(examined: Path) -> None:
    edit(examined, FILE, "condition sleepy", "condition slepy")
    assert only(problems_of(examined)).line == line_of(examined, FILE, "condition slepy")
