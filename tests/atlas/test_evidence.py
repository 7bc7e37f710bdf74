"""Statements and the marks behind them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.atlas.evidence import Evidence, Standing, Statement, joined

GENERAL = Evidence(Standing.GENERAL)


@pytest.mark.parametrize(
    ("mark", "evidence"),
    [
        ("v:S12", Evidence(Standing.VERIFIED, ("S12",))),
        ("v:S1, S2", Evidence(Standing.VERIFIED, ("S1", "S2"))),
        ("v:S1,S2", Evidence(Standing.VERIFIED, ("S1", "S2"))),
        ("v:S12, inf", Evidence(Standing.INFERRED, ("S12",))),
        ("v:S1, S2, inf", Evidence(Standing.INFERRED, ("S1", "S2"))),
        ("code:S2", Evidence(Standing.CODE, ("S2",))),
        ("gk", GENERAL),
        ("?", Evidence(Standing.OPEN)),
    ],
)
def test_mark(mark: str, evidence: Evidence) -> None:
    assert Evidence.parse(mark) == evidence
    assert Statement.parse(f"It is so. [{mark}]") == Statement("It is so.", (evidence,))


def test_marks_keep_their_order() -> None:
    statement = Statement.parse("It is so. [v:S2] [gk][?]")
    assert [mark.standing for mark in statement.evidence] == [Standing.VERIFIED, Standing.GENERAL, Standing.OPEN]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("One\n  two   three. [gk]", "One two three."),
        ("It holds [gk] inside. [gk]", "It holds [gk] inside."),
        ("The array `a[0]` is [odd] [gk]", "The array `a[0]` is [odd]"),
        ("Ends [v:S1, wrong] [gk] \n", "Ends [v:S1, wrong]"),
        ("x[gk]", "x"),
    ],
)
def test_text_before_the_marks(written: str, text: str) -> None:
    statement = Statement.parse(written)
    assert (statement.text, statement.evidence) == (text, (GENERAL,))
    assert str(statement) == text


@pytest.mark.parametrize(
    "written",
    [
        "",
        "It is so.",
        "It is so. [gk] really",
        "[v:S1",
        "v:S1]",
        "x [v:12]",
        "x [v:S]",
        "x [v:inf]",
        "x []",
        "x [GK]",
        "x ]",
    ],
)
def test_statement_without_a_mark_at_its_end(written: str) -> None:
    with pytest.raises(ValueError, match="has no evidence mark at its end"):
        Statement.parse(written)


@pytest.mark.parametrize("written", ["[gk]", "  [v:S1] [gk]"])
def test_mark_without_a_statement(written: str) -> None:
    with pytest.raises(ValueError, match="says nothing"):
        Statement.parse(written)


@pytest.mark.parametrize("written", [" " * 20_000 + "x", "x" + "[gk]" * 20_000 + "x"])
def test_long_runs_take_no_quadratic_time(written: str) -> None:
    started = time.perf_counter()
    with pytest.raises(ValueError, match="no evidence mark"):
        Statement.parse(written)
    assert len(Statement.parse("x" + " [gk]" * 5000).evidence) == 5000
    assert time.perf_counter() - started < 5


WORDS = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=8)
MARKS = st.sampled_from(["[gk]", "[?]", "[v:S1]", "[v:S1, S20]", "[code:S2]", "[v:S3, inf]"])


@given(st.lists(WORDS, min_size=1, max_size=6), st.lists(MARKS, min_size=1, max_size=4))
def test_text_and_marks_are_parted(words: list[str], marks: list[str]) -> None:
    text = " ".join(words) + "."
    statement = Statement.parse(f"{text} {' '.join(marks)}")
    assert statement.text == text
    assert statement.evidence == tuple(Evidence.parse(mark[1:-1]) for mark in marks)


def test_joined() -> None:
    assert joined((Statement("One.", (GENERAL,)), Statement("Two.", (GENERAL,)))) == "One. Two."
    assert joined(()) == ""
