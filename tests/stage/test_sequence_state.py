"""What each moment of a flow looks like in its diagram."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.shipped import shipped_atlas
from vmexplorer.playback.frame import Frame, Phase, frame_at
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.playback.timeline import StepTiming, Timeline
from vmexplorer.stage.sequence import SequenceLayout
from vmexplorer.stage.sequence_layout import sequence_layout, widened
from vmexplorer.stage.sequence_state import RowRole, sequence_state, told

FLOWS = tuple(shipped_atlas().flows)
LAST_ERA = shipped_atlas().era_ids[-1]


@cache
def shown(flow: str) -> tuple[SequenceLayout, Timeline]:
    atlas = shipped_atlas()
    steps = atlas.steps_in(atlas.flow(flow), LAST_ERA)
    timings = [StepTiming(step.kind, 0.0 if step.source == step.target else 300.0, 5) for step in steps]
    return sequence_layout(steps, atlas), Timeline.of(timings, EXPLORE)


moments = st.tuples(st.sampled_from(FLOWS), st.floats(0.0, 1.0))


@given(moments)
def test_roles_are_past_then_one_current_then_future(moment: tuple[str, float]) -> None:
    layout, timeline = shown(moment[0])
    frame = frame_at(timeline, moment[1] * timeline.duration)
    state = sequence_state(layout, frame)
    assert state.step == frame.step is not None
    ahead = len(layout.rows) - state.step - 1
    assert state.rows == (RowRole.PAST,) * state.step + (RowRole.CURRENT,) + (RowRole.FUTURE,) * ahead


@given(moments)
def test_the_play_head_is_between_the_arrow_before_and_the_present_one(moment: tuple[str, float]) -> None:
    layout, timeline = shown(moment[0])
    frame = frame_at(timeline, moment[1] * timeline.duration)
    state = sequence_state(layout, frame)
    assert state.step is not None
    before = layout.rows[state.step - 1].y if state.step else layout.head_height
    here = layout.rows[state.step].y
    assert state.head_y == pytest.approx(before + (here - before) * frame.progress)
    assert state.progress == frame.progress


@given(st.sampled_from(FLOWS), st.floats(0.0, 1.0), st.floats(0.0, 0.01))
def test_the_play_head_only_goes_down_and_never_jumps(flow: str, share: float, later: float) -> None:
    layout, timeline = shown(flow)
    first = share * timeline.duration
    heads = [sequence_state(layout, frame_at(timeline, seconds)).head_y for seconds in (first, first + later)]
    row = layout.rows[1].y - layout.rows[0].y
    # A hundredth of a second is little of the 0.6 seconds or more that a message takes.
    assert 0.0 <= heads[1] - heads[0] <= row * 0.2


@given(moments)
def test_busy_are_those_whose_call_goes_on(moment: tuple[str, float]) -> None:
    layout, timeline = shown(moment[0])
    frame = frame_at(timeline, moment[1] * timeline.duration)
    state = sequence_state(layout, frame)
    assert frame.step is not None
    arrived = frame.phase in (Phase.DWELL, Phase.DONE)
    busy = set()
    for bar, role in zip(layout.activations, state.bars, strict=True):
        call = bar.call
        begun = call.first < frame.step or (call.first == frame.step and arrived)
        goes_on = begun and frame.step <= call.last
        assert (role is RowRole.CURRENT) == goes_on
        assert (role is RowRole.FUTURE) == (not begun)
        if goes_on:
            busy.add(call.lifeline)
    assert state.busy == busy


@given(moments)
def test_the_receiver_speaks_from_arrival_on(moment: tuple[str, float]) -> None:
    layout, timeline = shown(moment[0])
    frame = frame_at(timeline, moment[1] * timeline.duration)
    state = sequence_state(layout, frame)
    assert frame.step is not None
    message = layout.rows[frame.step].message
    arrived = frame.phase in (Phase.DWELL, Phase.DONE)
    assert state.speaking == ({message.source, message.target} if arrived else {message.source})


@given(moments)
def test_a_state_fits_the_diagram_in_every_width(moment: tuple[str, float]) -> None:
    layout, timeline = shown(moment[0])
    frame = frame_at(timeline, moment[1] * timeline.duration)
    assert sequence_state(widened(layout, 2400.0), frame) == sequence_state(layout, frame)


def test_a_glow_comes_from_arrival_or_from_work_inside() -> None:
    layout, _ = shown("F01")
    assert sequence_state(layout, Frame(0, Phase.DWELL, progress=1.0, arrival_glow=0.4)).glow == 0.4
    assert sequence_state(layout, Frame(1, Phase.TRAVEL, progress=0.5, pulse=0.9)).glow == 0.9


def test_before_anything_is_told_all_is_ahead() -> None:
    layout, _ = shown("F01")
    state = sequence_state(layout, Frame(None, Phase.DONE))
    assert set(state.rows) == set(state.bars) == {RowRole.FUTURE}
    assert (state.step, state.head_y) == (None, layout.head_height)
    assert state.busy == state.speaking == frozenset()


def test_a_flow_that_is_over_is_all_past() -> None:
    layout, _ = shown("F01")
    state = told(layout)
    assert set(state.rows) == set(state.bars) == {RowRole.PAST}
    assert (len(state.rows), len(state.bars)) == (len(layout.rows), len(layout.activations))
    assert (state.step, state.head_y) == (None, layout.scene.bottom)


def test_an_empty_diagram_has_an_empty_state() -> None:
    state = sequence_state(sequence_layout((), shipped_atlas()), Frame(0, Phase.LEAD))
    assert (state.step, state.rows, state.bars) == (None, (), ())


def test_a_step_beyond_the_rows_is_refused() -> None:
    layout, _ = shown("F01")
    with pytest.raises(ValueError, match=f"step {len(layout.rows) + 1} is not in a diagram of {len(layout.rows)} rows"):
        sequence_state(layout, Frame(len(layout.rows), Phase.LEAD))
