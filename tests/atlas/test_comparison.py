"""Laying the steps of two flows side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.packs import atlas_of, edit
from vmexplorer.atlas.comparison import Pair, Row, in_rows
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.errors import UnknownNameError

SAYS = Statement.parse("Alike. [gk]")


def steps(ids: str) -> list[Step]:
    return [Step("agent", "agent", "do it", StepKind.REQUEST, (), id=id.strip("-")) for id in ids]


def laid(pairs: str, first: str, second: str) -> list[str]:
    """The rows as texts such as ``ab``: a step above, one below, ``.`` for a gap; ``!`` when a pair made it."""
    written = [Pair(pair[0].strip("."), pair[1].strip("."), SAYS) for pair in pairs.split()]
    rows = in_rows(written, steps(first), steps(second))
    return ["".join([_name(row.first), _name(row.second), "!" if row.says else ""]) for row in rows]


def _name(step: Step | None) -> str:
    return "." if step is None else step.id or "-"


@pytest.mark.parametrize(
    ("pairs", "first", "second", "rows"),
    [
        ("aa bb", "ab", "ab", ["aa!", "bb!"]),
        (".a bb", "b", "ab", [".a!", "bb!"]),
        ("bb", "ab", "bc", ["a.", "bb!", ".c"]),
        ("cc", "abc", "xyc", ["a.", "b.", ".x", ".y", "cc!"]),
        ("aa bb", "b", "ab", [".a!", "bb!"]),  # the era lacks a on one side
        ("aa bb", "b", "b", ["bb!"]),  # and on both
        ("", "a", "b", ["a.", ".b"]),
        ("aa", "-a-", "a", ["-.", "aa!", "-."]),
        ("aa", "", "", []),
    ],
)
def test_rows(pairs: str, first: str, second: str, rows: list[str]) -> None:
    assert laid(pairs, first, second) == rows


LETTERS = st.text("abcdef", max_size=6).map(dict.fromkeys).map("".join)
PAIRS = st.lists(st.tuples(st.sampled_from(".abcdefx"), st.sampled_from(".abcdefx")), max_size=8)


@given(PAIRS, LETTERS, LETTERS)
def test_every_step_comes_once_and_in_its_order(pairs: list[tuple[str, str]], first: str, second: str) -> None:
    rows = laid(" ".join("".join(pair) for pair in pairs), first, second)
    assert "".join(row[0] for row in rows).replace(".", "") == first
    assert "".join(row[1] for row in rows).replace(".", "") == second
    assert all(row[:2] != ".." for row in rows)


def test_rows_of_a_comparison_in_an_era(compared: Path) -> None:
    atlas = atlas_of(compared)
    comparison = atlas.comparison("once OR twice")
    assert comparison is atlas.comparisons["C01"]

    def names(row: Row) -> tuple[str, str]:
        return _name(row.first), _name(row.second)

    assert [names(row) for row in atlas.rows_in(comparison, "e5")] == [("ask", "ask"), (".", "again"), ("do", "do")]
    assert [names(row) for row in atlas.rows_in(comparison, "e8")] == [
        ("ask", "ask"),
        ("forward", "."),
        (".", "again"),
        ("do", "do"),
    ]
    assert [str(row.says) for row in atlas.rows_in(comparison, "e8")] == [
        "Both ask.",
        "Only one has a door.",
        "None",
        "Both work.",
    ]


def test_no_rows_where_one_of_the_flows_is_not_offered(compared: Path) -> None:
    edit(compared, "flows/F02.yaml", "view: all", "view: all\neras: e8")
    atlas = atlas_of(compared)
    assert atlas.rows_in(atlas.comparison("C01"), "e5") == ()
    assert atlas.rows_in(atlas.comparison("C01"), "e8")


def test_unknown_comparison(compared: Path) -> None:
    with pytest.raises(UnknownNameError, match="no comparison 'Once or thrice'; the nearest is 'Once or twice'"):
        atlas_of(compared).comparison("Once or thrice")
