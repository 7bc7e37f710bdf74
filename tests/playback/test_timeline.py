"""Steps follow each other without gaps, and a moment finds its step."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.playback.strategies import HOP, INSIDE, any_timelines, hops, timelines
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.playback.timeline import StepTiming, Timeline


def test_a_hop_has_its_moments_in_order() -> None:
    step = hops(1).steps[0]
    assert step.index == 0
    assert step.start == 0.0
    assert step.launch == pytest.approx(0.2)
    assert step.arrive == pytest.approx(1.1)
    assert step.settled == pytest.approx(1.7)
    assert step.end == pytest.approx(2.0)
    assert not step.inside


def test_work_inside_a_box_is_still_as_soon_as_its_pulse_is_over() -> None:
    step = Timeline.of([INSIDE], EXPLORE).steps[0]
    assert step.inside
    assert step.arrive - step.launch == pytest.approx(EXPLORE.pulse)
    assert step.settled == step.arrive


def test_a_step_without_words_ends_with_its_glow_gone() -> None:
    step = Timeline.of([StepTiming(StepKind.REQUEST, 200.0, 0)], EXPLORE).steps[0]
    assert step.settled == step.end


@given(timelines)
def test_times_rise_and_steps_join(timeline: Timeline) -> None:
    end_before = 0.0
    for index, step in enumerate(timeline.steps):
        assert step.index == index
        assert step.start == end_before
        assert step.start <= step.launch < step.arrive <= step.settled <= step.end
        end_before = step.end
    assert timeline.duration == end_before
    assert timeline.ticks == tuple(step.end for step in timeline.steps)


@given(timelines, st.data())
def test_a_step_owns_the_moments_after_its_start_up_to_its_end(timeline: Timeline, data: st.DataObject) -> None:
    step = data.draw(st.sampled_from(timeline.steps))
    moment = data.draw(st.floats(step.start, step.end, exclude_min=True))
    assert timeline.step_at(moment) == step.index
    if moment < step.end:
        assert timeline.step_from(moment) == step.index


@given(timelines)
def test_a_boundary_shows_the_finished_step_and_plays_on_with_the_next(timeline: Timeline) -> None:
    last = len(timeline.steps) - 1
    for index, tick in enumerate(timeline.ticks):
        assert timeline.step_at(tick) == index
        assert timeline.step_from(tick) == min(index + 1, last)


@given(any_timelines, st.floats(allow_nan=False, allow_infinity=False))
def test_every_moment_has_a_step_if_there_are_steps(timeline: Timeline, moment: float) -> None:
    for index in (timeline.step_at(moment), timeline.step_from(moment)):
        assert (index is None) == (not timeline.steps)
        assert index is None or 0 <= index < len(timeline.steps)


@pytest.mark.parametrize(("moment", "index"), [(-5.0, 0), (0.0, 0), (99.0, 2)])
def test_moments_outside_the_flow_show_the_nearest_step(moment: float, index: int) -> None:
    assert hops(3).step_at(moment) == index


def test_no_steps_take_no_time() -> None:
    timeline = Timeline.of([], EXPLORE)
    assert timeline.duration == 0.0
    assert timeline.ticks == ()
    assert timeline.step_at(1.0) is None


def test_timelines_of_the_same_steps_are_equal() -> None:
    assert hops(3) == hops(3)
    assert hops(3) != hops(4)


class CountingMoment(float):
    """A moment that counts how often it is compared with another."""

    compared = 0

    def __lt__(self, other: float) -> bool:
        self.compared += 1
        return super().__lt__(other)

    def __gt__(self, other: float) -> bool:
        self.compared += 1
        return super().__gt__(other)


def test_a_step_among_five_hundred_is_found_by_halving() -> None:
    timeline = Timeline.of([HOP] * 500, EXPLORE)
    for find in (timeline.step_at, timeline.step_from):
        moment = CountingMoment(701.0)
        assert find(moment) == 350
        assert 1 <= moment.compared <= 10


@pytest.mark.parametrize("moment", [math.nan, math.inf, -math.inf])
def test_moments_that_are_none_are_refused(moment: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        hops(2).step_at(moment)
    with pytest.raises(ValueError, match="finite"):
        hops(2).step_from(moment)


@pytest.mark.parametrize(("length", "words"), [(-1.0, 3), (5.0, -1), (math.nan, 3), (math.inf, 3)])
def test_impossible_steps_are_refused(length: float, words: int) -> None:
    with pytest.raises(ValueError, match="step"):
        StepTiming(StepKind.REQUEST, length, words)
