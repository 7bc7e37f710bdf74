"""What each moment looks like, above all at the joints between steps."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.playback.strategies import HOP, INSIDE, any_timelines, hops, timelines
from vmexplorer.playback.easing import linear
from vmexplorer.playback.frame import Frame, Phase, frame_at
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.playback.timeline import Timeline


@pytest.mark.parametrize(
    ("seconds", "phase", "progress", "departure", "arrival"),
    [
        (0.0, Phase.LEAD, 0.0, 0.0, 0.0),
        (0.1, Phase.LEAD, 0.0, 0.5, 0.0),
        (0.2, Phase.TRAVEL, 0.0, 1.0, 0.0),
        (0.425, Phase.TRAVEL, 0.0625, 0.9375, 0.0),
        (0.65, Phase.TRAVEL, 0.5, 0.5, 0.0),
        (1.1, Phase.DWELL, 1.0, 0.0, 1.0),
        (1.4, Phase.DWELL, 1.0, 0.0, 0.5),
        (1.9, Phase.DWELL, 1.0, 0.0, 0.0),
    ],
)
def test_a_hop_glows_travels_and_arrives(
    seconds: float, phase: Phase, progress: float, departure: float, arrival: float
) -> None:
    frame = frame_at(hops(1), seconds)
    assert frame.phase is phase
    assert frame.progress == pytest.approx(progress)
    assert frame.departure_glow == pytest.approx(departure)
    assert frame.arrival_glow == pytest.approx(arrival)
    assert frame.elapsed == pytest.approx(seconds)
    assert (frame.step, frame.done, frame.pulse) == (0, 0, 0.0)


@pytest.mark.parametrize(("seconds", "pulse"), [(0.1, 0.0), (0.425, 0.5), (0.65, 1.0), (0.875, 0.5), (1.1, 0.0)])
def test_work_inside_a_box_swells_and_nothing_glows(seconds: float, pulse: float) -> None:
    frame = frame_at(Timeline.of([INSIDE], EXPLORE), seconds)
    assert frame.pulse == pytest.approx(pulse)
    assert (frame.departure_glow, frame.arrival_glow) == (0.0, 0.0)


def test_progress_follows_the_easing_of_the_motion() -> None:
    timeline = Timeline.of([HOP], replace(EXPLORE, easing=linear))
    assert frame_at(timeline, 0.425).progress == pytest.approx(0.25)


@given(timelines)
def test_the_end_of_a_step_shows_it_done_and_still(timeline: Timeline) -> None:
    for step in timeline.steps:
        done = Frame(step.index, Phase.DONE, progress=1.0, done=step.index + 1, elapsed=step.end - step.start)
        assert frame_at(timeline, step.end) == done


@given(timelines)
def test_just_past_a_boundary_the_next_step_is_in_its_lead(timeline: Timeline) -> None:
    for step in timeline.steps[1:]:
        frame = frame_at(timeline, math.nextafter(step.start, math.inf))
        assert (frame.step, frame.phase, frame.done) == (step.index, Phase.LEAD, step.index)


@given(timelines)
def test_the_token_is_there_at_the_very_moment_of_arrival(timeline: Timeline) -> None:
    for step in timeline.steps:
        frame = frame_at(timeline, step.arrive)
        assert (frame.phase, frame.progress) == (Phase.DWELL, 1.0)
        assert frame.arrival_glow == (0.0 if step.inside else 1.0)


@given(timelines, st.floats(allow_nan=False, allow_infinity=False))
def test_beyond_its_ends_a_flow_looks_as_at_its_ends(timeline: Timeline, seconds: float) -> None:
    if seconds <= 0:
        assert frame_at(timeline, seconds) == frame_at(timeline, 0.0)
    if seconds >= timeline.duration:
        assert frame_at(timeline, seconds) == frame_at(timeline, timeline.duration)


@given(timelines, st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_within_a_flow_nothing_runs_backwards(timeline: Timeline, a: float, b: float) -> None:
    earlier, later = (frame_at(timeline, share * timeline.duration) for share in sorted((a, b)))
    assert earlier.done <= later.done
    assert earlier.step is not None
    assert later.step is not None
    assert earlier.step <= later.step
    if earlier.step == later.step:
        assert list(Phase).index(earlier.phase) <= list(Phase).index(later.phase)
        assert earlier.progress <= later.progress
        assert earlier.elapsed <= later.elapsed


@given(any_timelines, st.floats(0.0, 200.0))
def test_every_frame_keeps_its_values_in_bounds(timeline: Timeline, seconds: float) -> None:
    frame = frame_at(timeline, seconds)
    assert frame.step == timeline.step_at(seconds)
    for value in (frame.progress, frame.pulse, frame.departure_glow, frame.arrival_glow):
        assert 0.0 <= value <= 1.0
    assert 0 <= frame.done <= len(timeline.steps)
    assert frame == frame_at(timeline, seconds)


@given(timelines)
def test_a_settled_step_looks_the_same_until_it_ends(timeline: Timeline) -> None:
    for step in timeline.steps:
        still = frame_at(timeline, step.settled)
        assert (still.progress, still.pulse, still.departure_glow, still.arrival_glow) == (1.0, 0.0, 0.0, 0.0)


def test_without_steps_there_is_nothing_to_show() -> None:
    assert frame_at(Timeline.of([], EXPLORE), 3.0) == Frame(None, Phase.DONE)


@pytest.mark.parametrize("seconds", [math.nan, math.inf, -math.inf])
def test_moments_that_are_none_are_refused(seconds: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        frame_at(hops(1), seconds)
