"""Clocks run forwards only."""

from __future__ import annotations

import math

import pytest

from vmexplorer.playback.clock import Clock, ManualClock, MonotonicClock


def elapsed_between(clock: Clock) -> float:
    before = clock.now()
    return clock.now() - before


def test_the_time_of_the_computer_never_runs_backwards() -> None:
    assert elapsed_between(MonotonicClock()) >= 0.0


def test_a_manual_clock_moves_only_when_told() -> None:
    clock = ManualClock(10.0)
    assert elapsed_between(clock) == 0.0
    clock.advance(2.5)
    clock.advance(0.0)
    assert clock.now() == 12.5


@pytest.mark.parametrize(("seconds", "reason"), [(-0.1, "backwards"), (math.nan, "finite"), (math.inf, "finite")])
def test_a_manual_clock_refuses_times_it_cannot_add(seconds: float, reason: str) -> None:
    clock = ManualClock()
    with pytest.raises(ValueError, match=reason):
        clock.advance(seconds)
    assert clock.now() == 0.0
