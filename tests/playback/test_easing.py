"""Curves keep their ends and their order; clamps and checks refuse what has no place in time."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.playback.easing import Easing, clamp, ease_in_out_cubic, finite, linear, share, swell

CURVES = [linear, ease_in_out_cubic]


@pytest.mark.parametrize("curve", CURVES)
@pytest.mark.parametrize(("t", "expected"), [(-1.0, 0.0), (0.0, 0.0), (0.5, 0.5), (1.0, 1.0), (2.0, 1.0)])
def test_curves_meet_at_ends_and_middle(curve: Easing, t: float, expected: float) -> None:
    assert curve(t) == expected


@pytest.mark.parametrize("curve", CURVES)
@given(a=st.floats(0, 1), b=st.floats(0, 1))
def test_curves_never_run_backwards(curve: Easing, a: float, b: float) -> None:
    assert curve(min(a, b)) <= curve(max(a, b))
    assert 0.0 <= curve(a) <= 1.0


@pytest.mark.parametrize(("t", "expected"), [(0.25, 0.0625), (0.75, 0.9375)])
def test_cubic_is_slow_at_both_ends(t: float, expected: float) -> None:
    assert ease_in_out_cubic(t) == pytest.approx(expected)


@pytest.mark.parametrize(("t", "expected"), [(-1, 0.0), (0, 0.0), (0.25, 0.5), (0.5, 1.0), (0.75, 0.5), (1, 0.0)])
def test_swell_rises_and_falls_back(t: float, expected: float) -> None:
    assert swell(t) == pytest.approx(expected)


@pytest.mark.parametrize(("value", "expected"), [(-3.0, 1.0), (1.5, 1.5), (9.0, 2.0)])
def test_clamp_moves_to_the_nearer_bound(value: float, expected: float) -> None:
    assert clamp(value, 1.0, 2.0) == expected


@pytest.mark.parametrize(
    ("part", "whole", "expected"), [(1.0, 4.0, 0.25), (5.0, 4.0, 1.0), (-1.0, 4.0, 0.0), (0.0, 0.0, 1.0)]
)
def test_share_stays_between_nothing_and_all(part: float, whole: float, expected: float) -> None:
    assert share(part, whole) == expected


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_finite_names_what_is_wrong(value: float) -> None:
    with pytest.raises(ValueError, match="the time to seek must be a finite number"):
        finite(value, "the time to seek")
