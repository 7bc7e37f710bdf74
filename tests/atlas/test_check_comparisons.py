"""Comparisons of flows that do not go together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.packs import append, edit, line_of, only, problems_of

FILE = "comparisons/C01.yaml"


def test_a_comparison_that_fits_is_no_problem(compared: Path) -> None:
    assert problems_of(compared) == ()


@pytest.mark.parametrize(
    ("old", "new", "key", "text", "hint"),
    [
        (
            "second: F02",
            "second: F03",
            "second",
            "names the flow 'F03', which does not exist",
            "the nearest is",
        ),
        ("second: F02", "second: F01", "second", "is 'F01', which would be compared with itself", "another flow"),
        (
            "  - first: do",
            "  - first: does",
            "pairs[2].first",
            "names the step 'does', which 'F01' does not have in an era of both flows",
            "the nearest is 'do'",
        ),
        (
            "    second: do",
            "    second: forward",
            "pairs[2].second",
            "names the step 'forward', which 'F02' does not have in an era of both flows",
            "",
        ),
        ("  - first: forward", '  - first: ""', "pairs[1].first", "is a gap, and so is second", "name a step"),
        ("Both ask. [v:S1]", "Both ask. [v:S9]", "pairs[0].says", "cites the source 'S9', which sources.yaml", ""),
        ("once or twice.", "once or twice", "summary", "does not end with a full stop", ""),
    ],
)
def test_what_does_not_fit_is_named(compared: Path, old: str, new: str, key: str, text: str, hint: str) -> None:
    edit(compared, FILE, old, new)
    problem = only(problems_of(compared))
    assert (problem.file, problem.key) == (FILE, key)
    assert problem.line == line_of(compared, FILE, new.strip("- "))
    assert text in problem.text
    assert hint in problem.hint


def test_a_step_in_two_pairs(compared: Path) -> None:
    edit(compared, FILE, "    second: do", "    second: ask")
    problem = only(problems_of(compared))
    assert (problem.line, problem.key) == (line_of(compared, FILE, "Both work") - 1, "pairs[2].second")
    assert problem.text == "is 'ask', which another pair has already"
    assert problem.hint == "the first is pairs[0].second"


def test_pairs_out_of_order(compared: Path) -> None:
    edit(compared, FILE, "  - first: ask\n    second: ask", "  - first: do\n    second: ask")
    edit(compared, FILE, "  - first: do\n    second: do", "  - first: ask\n    second: do")
    first, second = problems_of(compared)
    assert (first.key, first.text) == (
        "pairs[1].first",
        "is 'forward', which comes before a step of an earlier pair in ESXi 8.0",
    )
    assert (second.key, second.text) == (
        "pairs[2].first",
        "is 'ask', which comes before a step of an earlier pair in ESXi 5.0, ESXi 8.0",
    )
    assert first.hint == "list the pairs in the order of the steps of 'F01'"


def test_flows_that_never_meet(compared: Path) -> None:
    edit(compared, "flows/F02.yaml", "view: all", "view: all\neras: e5")
    edit(compared, "flows/F01.yaml", "view: all", "view: all\neras: e8")
    found = [problem for problem in problems_of(compared) if problem.file == FILE]
    assert only(found).text == "is 'F02', which is never offered in the same era as 'F01'"


def test_a_step_that_no_common_era_shows_cannot_be_paired(compared: Path) -> None:
    edit(compared, "flows/F02.yaml", "view: all", "view: all\neras: e5")
    problem = only(problems_of(compared))
    assert (problem.key, problem.line) == ("pairs[1].first", line_of(compared, FILE, "first: forward"))


def test_two_comparisons_with_one_id(compared: Path) -> None:
    content = (compared / FILE).read_text(encoding="utf-8")
    (compared / "comparisons/c01.yaml").write_text(content.replace("id: C01", "id: c01"), encoding="utf-8")
    if len(list((compared / "comparisons").iterdir())) < 2:
        pytest.skip("this file system does not tell the case of names apart")
    problem = only(problems_of(compared))
    assert (problem.file, problem.text) == ("comparisons/c01.yaml", "is 'c01', which another comparison has already")


def test_every_pair_is_looked_at(compared: Path) -> None:
    append(compared, FILE, "  - first: nobody\n    second: again\n    says: Late. [gk]\n")
    assert [problem.key for problem in problems_of(compared)] == ["pairs[3].first", "pairs[3].second"]
