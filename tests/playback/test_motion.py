"""How long hops and pauses take, in both settings."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.playback.motion import EXPLORE, PRESENTATION, SPEEDS


@pytest.mark.parametrize(
    ("length", "seconds"),
    [(1e-9, 0.8), (100, 0.8), (200, 0.9), (400, 1.2), (800, 1.8), (5000, 1.8)],
)
def test_a_hop_takes_longer_the_farther_it_goes(length: float, seconds: float) -> None:
    assert EXPLORE.travel(StepKind.REQUEST, length) == pytest.approx(seconds)
    assert EXPLORE.travel(StepKind.REPLY, length) == pytest.approx(0.8 * seconds)
    assert PRESENTATION.travel(StepKind.REQUEST, length) == pytest.approx(1.25 * seconds)
    assert PRESENTATION.travel(StepKind.REPLY, length) == pytest.approx(seconds)


@pytest.mark.parametrize("kind", [kind for kind in StepKind if kind is not StepKind.REPLY])
def test_only_replies_are_quicker(kind: StepKind) -> None:
    assert EXPLORE.travel(kind, 400) == EXPLORE.travel(StepKind.REQUEST, 400)


@pytest.mark.parametrize("kind", StepKind)
def test_work_inside_a_box_takes_one_pulse_of_any_kind(kind: StepKind) -> None:
    assert EXPLORE.travel(kind, 0) == EXPLORE.pulse
    assert PRESENTATION.travel(kind, 0) == pytest.approx(1.25 * EXPLORE.pulse)


@pytest.mark.parametrize(("words", "seconds"), [(0, 0.5), (1, 0.5), (2, 0.6), (10, 3.0), (20, 6.0), (90, 6.0)])
def test_dwell_gives_time_to_read_each_word(words: int, seconds: float) -> None:
    assert EXPLORE.dwell(words) == pytest.approx(seconds)


def test_only_a_presentation_waits_after_each_step() -> None:
    assert PRESENTATION.stop_at_each_step
    assert not EXPLORE.stop_at_each_step


def test_speeds_rise_and_hold_the_normal_one() -> None:
    assert list(SPEEDS) == sorted(set(SPEEDS))
    assert 1.0 in SPEEDS


@pytest.mark.parametrize("value", [-0.1, math.nan, math.inf])
def test_impossible_times_are_refused_by_name(value: float) -> None:
    with pytest.raises(ValueError, match="lead_in"):
        replace(EXPLORE, lead_in=value)


def test_a_hop_must_take_some_time() -> None:
    with pytest.raises(ValueError, match="hop_shortest"):
        replace(EXPLORE, hop_shortest=0.0)
    with pytest.raises(ValueError, match="pulse"):
        replace(EXPLORE, pulse=0.0)


def test_shortest_times_above_the_longest_are_refused() -> None:
    with pytest.raises(ValueError, match="shortest"):
        replace(EXPLORE, hop_shortest=2.0)
    with pytest.raises(ValueError, match="shortest"):
        replace(EXPLORE, dwell_shortest=7.0)
