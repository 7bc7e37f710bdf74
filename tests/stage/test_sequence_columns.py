"""How lifelines are spread from left to right."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.stage.sequence_columns import GAP, LEFT, RIGHT, Columns, Need, columns


def gaps(found: Columns) -> list[float]:
    return [after - before for before, after in pairwise(found.places)]


def test_without_needs_lifelines_stand_at_the_smallest_gap() -> None:
    found = columns(4, [], 0.0)
    assert gaps(found) == [GAP] * 3
    assert found.places[0] == LEFT
    assert found.width == LEFT + 3 * GAP + RIGHT


def test_a_label_in_two_lines_gets_its_room() -> None:
    assert gaps(columns(3, [Need(0, 1, 150.0, 300.0)], 0.0)) == [150.0, GAP]


def test_a_long_arrow_widens_its_gaps_by_the_same() -> None:
    assert gaps(columns(4, [Need(0, 2, 300.0, 300.0)], 0.0)) == [150.0, 150.0, GAP]


def test_the_last_lifeline_gets_room_at_its_right() -> None:
    found = columns(2, [Need(1, 2, 200.0, 200.0)], 0.0)
    assert found.width - found.places[-1] == 200.0


def test_spare_width_brings_the_cheapest_label_into_one_line_first() -> None:
    needs = [Need(0, 1, 120.0, 200.0), Need(1, 2, 120.0, 150.0)]
    natural = columns(3, needs, 0.0).width
    assert gaps(columns(3, needs, natural + 30.0)) == [pytest.approx(120.0), pytest.approx(150.0)]
    assert gaps(columns(3, needs, natural + 110.0)) == [pytest.approx(200.0), pytest.approx(150.0)]


def test_what_is_left_makes_the_gaps_alike() -> None:
    needs = [Need(0, 1, 200.0, 200.0)]
    natural = columns(3, needs, 0.0).width
    assert gaps(columns(3, needs, natural + 50.0)) == [200.0, 170.0]
    assert gaps(columns(3, needs, natural + 100.0)) == [pytest.approx(210.0), pytest.approx(210.0)]


def test_few_lifelines_stand_in_the_middle_of_a_wide_sheet() -> None:
    found = columns(2, [], 3000.0)
    assert found.width == 3000.0
    assert gaps(found) == [320.0]
    assert found.shift == found.places[0] - LEFT == pytest.approx((3000.0 - LEFT - 320.0 - RIGHT) / 2)


def test_nobody_takes_no_place() -> None:
    assert columns(0, [], 500.0) == Columns((), 0.0, 500.0)


@st.composite
def asked(draw: st.DrawFn) -> tuple[int, list[Need]]:
    count = draw(st.integers(1, 8))
    needs = []
    for _ in range(draw(st.integers(0, 10))):
        left = draw(st.integers(0, count - 1))
        tight = draw(st.floats(10.0, 400.0))
        needs.append(Need(left, draw(st.integers(left + 1, count)), tight, tight + draw(st.floats(0.0, 200.0))))
    return count, needs


@given(asked(), st.floats(0.0, 4000.0))
def test_every_need_is_met_and_the_width_is_filled(wish: tuple[int, list[Need]], width: float) -> None:
    count, needs = wish
    found = columns(count, needs, width)
    edges = (*found.places, found.width)
    assert len(found.places) == count
    assert all(gap >= GAP - 1e-6 for gap in gaps(found))
    assert found.width >= width - 1e-6
    for need in needs:
        assert edges[need.right] - edges[need.left] >= need.tight - 1e-6


@given(asked(), st.floats(0.0, 4000.0))
def test_a_width_that_is_enough_is_not_exceeded(wish: tuple[int, list[Need]], width: float) -> None:
    natural = columns(*wish, 0.0).width
    assert columns(*wish, width).width == pytest.approx(max(natural, width))
