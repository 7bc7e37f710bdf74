"""The watch of a show, and how it keeps to its plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.lessons.timing import TOLERANCE, Pace, PaceNow, Timing, pace

PLANNED = (60.0, 120.0, 60.0)


def at(stop: int, elapsed: float) -> Timing:
    """A watch that has run for so long and stands on a stop."""
    return Timing.of(3).moved(0, 0.0).moved(stop, elapsed)


def test_time_is_booked_on_the_stop_that_was_shown() -> None:
    timing = Timing.of(3).moved(0, 100.0).moved(1, 130.0).moved(0, 170.0)
    assert timing.times(171.0) == (31.0, 40.0, 0.0)
    assert timing.elapsed(171.0) == 71.0


def test_pauses_do_not_count() -> None:
    timing = Timing.of(2).moved(0, 0.0).toggled(10.0)
    assert timing.paused
    assert timing.toggled(50.0).elapsed(55.0) == 15.0


def test_step_while_the_watch_stands_leaves_it_standing() -> None:
    timing = Timing.of(2).moved(0, 0.0).toggled(10.0).moved(1, 20.0)
    assert timing.paused
    assert (timing.stop, timing.elapsed(99.0)) == (1, 10.0)


@pytest.mark.parametrize(
    ("stop", "elapsed", "expected"),
    [
        (0, 0.0, PaceNow(Pace.IN_TIME)),
        (1, 60.0 - TOLERANCE, PaceNow(Pace.IN_TIME)),
        (1, 30.0, PaceNow(Pace.EARLY, 30.0)),
        (1, 180.0 + TOLERANCE, PaceNow(Pace.IN_TIME)),
        (0, 90.0, PaceNow(Pace.LATE, 30.0)),
        (2, 240.0 + TOLERANCE, PaceNow(Pace.IN_TIME)),
        (2, 290.0, PaceNow(Pace.OVER, 50.0)),
        (0, 290.0, PaceNow(Pace.OVER, 50.0)),
    ],
)
def test_pace_compares_the_stop_with_the_plan(stop: int, elapsed: float, expected: PaceNow) -> None:
    assert pace(at(stop, elapsed), PLANNED, elapsed) == expected


def test_pace_waits_for_the_start() -> None:
    assert pace(Timing.of(3), PLANNED, 500.0) == PaceNow(Pace.WAITING)


@given(st.lists(st.tuples(st.integers(0, 2), st.floats(0.0, 500.0), st.booleans()), max_size=30))
def test_times_of_all_stops_make_up_the_whole(events: list[tuple[int, float, bool]]) -> None:
    timing, now = Timing.of(3), 0.0
    for stop, seconds, pauses in events:
        now += seconds
        timing = timing.toggled(now) if pauses else timing.moved(stop, now)
        assert timing.elapsed(now) == pytest.approx(sum(timing.times(now)))
        assert timing.elapsed(now) <= now + 1e-6
        assert min(timing.times(now)) >= 0.0
