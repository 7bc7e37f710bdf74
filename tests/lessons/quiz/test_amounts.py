"""Numbers as people write them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.atlas.question import Unit
from vmexplorer.lessons.quiz.amounts import Said, amounts_in


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("60", 60, None),
        (" 60 s.", 60, Unit.SECONDS),
        ("60sec", 60, Unit.SECONDS),
        ("1,5 minutes", 1.5, Unit.MINUTES),
        ("1,024", 1024, None),
        ("-3", -3, None),
        ("20%", 20, Unit.PERCENT),
        ("sixty seconds", 60, Unit.SECONDS),
        ("Sixty-Six", 66, None),
        ("one hundred and twenty-eight", 128, None),
        ("a hundred", 100, None),
        ("two thousand and five", 2005, None),
        ("a minute", 1, Unit.MINUTES),
        ("half an hour", 0.5, Unit.HOURS),
        ("port 8182/tcp", 8182, None),
        ("about twelve of them", 12, None),
    ],
)
def test_one_number_is_read(text: str, value: float, unit: Unit | None) -> None:
    assert [(said.value, said.unit) for said in amounts_in(text)] == [(float(value), unit)]


def test_what_is_denied_is_not_meant() -> None:
    assert [said.value for said in amounts_in("not 10 but 60, never thirty")] == [60.0]


def test_the_word_before_a_number_tells_what_it_counts() -> None:
    assert [said.before for said in amounts_in("128 on port 443")] == ["", "port"]


@pytest.mark.parametrize("text", ["", "many", "a lot", "-", "...", "9" * 400, "and a half-hearted try"])
def test_no_number_is_made_up(text: str) -> None:
    assert [amount for amount in amounts_in(text) if amount.value != 0.5] == []


def test_several_numbers_come_in_their_order() -> None:
    assert [amount.value for amount in amounts_in("10 or 60 seconds (1 minute)")] == [10, 60, 1]


@pytest.mark.parametrize(
    ("said", "wanted", "value"),
    [
        (Said(1, Unit.MINUTES), Unit.SECONDS, 60),
        (Said(60, Unit.SECONDS), Unit.MINUTES, 1),
        (Said(60, None), Unit.SECONDS, 60),
        (Said(60, Unit.PERCENT), Unit.SECONDS, None),
        (Said(60, Unit.SECONDS), Unit.THINGS, None),
    ],
)
def test_units_are_converted_where_they_measure_the_same(said: Said, wanted: Unit, value: float | None) -> None:
    assert said.in_unit(wanted) == value


@given(st.text())
def test_any_text_gives_finite_numbers_or_none(text: str) -> None:
    assert all(math.isfinite(amount.value) for amount in amounts_in(text))


@given(st.integers(0, 10**12))
def test_every_whole_number_is_read_as_it_is_written(value: int) -> None:
    assert amounts_in(str(value)) == (Said(float(value), None),)
    assert amounts_in(f"{value:,}") == (Said(float(value), None),)
