"""Two flows in step: how they move and wait, and what is counted, at every moment."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.comparisons import ATLAS, ERAS, SIDES, comparing, go, moment, row_of, shared
from vmexplorer.app.comparing import ENDED, WAITS, Side
from vmexplorer.playback.motion import EXPLORE, REDUCED, Motion
from vmexplorer.stage.state import BoxRole, StageState


def lit(state: StageState) -> list[str]:
    return [look.box for look in state.boxes if look.role is BoxRole.ACTIVE]


@given(
    era=st.sampled_from(ERAS), shares=st.lists(st.floats(0.0, 1.0), min_size=1, max_size=3), share=st.floats(0.0, 1.0)
)
def test_moment_does_not_depend_on_what_came_before(era: str, shares: list[float], share: float) -> None:
    made = shared(era)
    duration = made.player.timeline.duration
    made.player.seek(share * duration)
    before = moment(made)
    for other in shares:
        made.player.seek(other * duration)
        moment(made)
    made.player.seek(share * duration)
    assert moment(made) == before


@given(era=st.sampled_from(ERAS), number=st.integers(0, 14))
def test_end_of_a_pair_is_the_same_by_playing_seeking_and_going_back(era: str, number: int) -> None:
    made = shared(era)
    player = made.player
    player.go_to_step(number)
    sought = moment(made)
    player.set_stop_at_each_step(True)
    player.seek(player.timeline.steps[number].start)
    player.play()
    while player.playing:
        player.advance(0.3)
    player.set_stop_at_each_step(False)
    played = moment(made)
    player.go_to_step(min(number + 1, len(made.rows) - 1))
    if number + 1 < len(made.rows):
        player.previous()
    assert sought == played == moment(made)


@pytest.mark.parametrize("motion", [EXPLORE, REDUCED])
def test_pair_takes_as_long_as_its_slower_side(motion: Motion) -> None:
    made = comparing("e9", motion)
    for number, (row, step) in enumerate(zip(made.rows, made.player.timeline.steps, strict=True)):
        travels = []
        for side, told in zip(SIDES, (row.first, row.second), strict=True):
            go(made, number)
            way = [line.path for line in made.state(side).lines if line.role == "active"]
            if told is not None:
                travels.append(motion.travel(told.kind, way[0].length if way else 0.0))
        if motion.travels:
            assert step.arrive - step.launch == pytest.approx(max(travels))
        assert row.says is not None
        assert step.end - step.arrive == pytest.approx(motion.dwell(len(row.says.text.split())))


def test_both_sides_are_under_way_at_once_and_equally_far() -> None:
    made = shared("e9")
    for share in (0.2, 0.5, 0.9):
        go(made, row_of(made, "enter", "enter"), share)
        tokens = [made.state(side).tokens for side in SIDES]
        assert [len(found) for found in tokens] == [1, 1]
        assert tokens[0][0].progress == tokens[1][0].progress
    assert [found[0].label for found in tokens] == ["POST /sdk", "POST /vpxa"]


def test_work_inside_a_box_swells_while_the_other_side_sends() -> None:
    made = go(shared("e9"), row_of(shared("e9"), "check", "order"))
    first, second = (made.state(side) for side in SIDES)
    assert (len(first.tokens), len(second.tokens)) == (0, 1)
    glow = {look.box: look.glow for look in first.boxes}["hostd"]
    assert glow == pytest.approx(1.0)


def test_without_movement_nothing_travels() -> None:
    made = comparing("e9", REDUCED)
    for row in range(len(made.rows)):
        assert not any(go(made, row).state(side).tokens for side in SIDES)


# Waiting


def test_before_the_start_nothing_is_lit_or_dimmed() -> None:
    made = comparing("e9")
    for side in SIDES:
        state = made.state(side)
        assert (state.veil, state.boxes, state.tokens, made.messages(side)) == (0.0, (), (), 0)
    assert made.caption().number == 1


def test_side_without_a_step_waits_at_the_box_that_it_has_reached() -> None:
    made = shared("e9")
    gap = row_of(made, "", "agent")
    go(made, gap)
    state = made.state(Side.FIRST)
    assert (made.waits(Side.FIRST), made.waits(Side.SECOND)) == (True, False)
    assert state.caption is not None
    assert (state.caption.number, state.caption.title) == (2, WAITS)
    assert (lit(state), state.tokens) == (["hostd"], ())
    assert [go(made, gap, share).state(Side.FIRST) for share in (0.0, 0.3, 1.0)] == [state] * 3


def test_side_that_has_not_begun_waits_with_nothing_lit() -> None:
    made = go(shared("e9"), 1)
    state = made.state(Side.FIRST)
    assert state.caption is not None
    assert (state.caption.number, state.caption.title) == (0, WAITS)
    assert lit(state) == []
    assert {"host-client", "envoy", "hostd"} <= {look.box for look in state.boxes}


def test_both_maps_are_dimmed_together() -> None:
    made = shared("e9")
    for seconds in (0.05, 0.15, 0.3, 0.6):
        made.player.seek(seconds)
        assert made.state(Side.FIRST).veil == made.state(Side.SECOND).veil > 0.0


def test_side_that_is_over_says_so() -> None:
    made = shared("e9")
    made.player.last()
    first, second = (made.state(side).caption for side in SIDES)
    assert first is not None
    assert second is not None
    assert (first.number, first.steps, first.title) == (7, 7, ENDED)
    assert (second.number, second.steps) == (16, 16)
    assert second.title != ENDED


# Counting


@pytest.mark.parametrize("era", ERAS)
def test_at_the_end_all_messages_between_parts_are_counted(era: str) -> None:
    made = shared(era)
    made.player.last()
    for side, flow in zip(SIDES, ("F02", "F01"), strict=True):
        steps = ATLAS.steps_in(ATLAS.flow(flow), era)
        assert made.messages(side) == len([step for step in steps if step.source != step.target])


def test_message_counts_from_its_arrival_and_work_inside_a_part_never() -> None:
    made = shared("e9")
    row = row_of(made, "check", "order")
    step = made.player.timeline.steps[row]
    made.player.seek(step.arrive - 0.01)
    before = [made.messages(side) for side in SIDES]
    made.player.seek(step.arrive + 0.01)
    assert [made.messages(side) for side in SIDES] == [before[0], before[1] + 1]


@given(era=st.sampled_from(ERAS), shares=st.lists(st.floats(0.0, 1.0), min_size=2, max_size=5))
def test_counts_never_fall(era: str, shares: list[float]) -> None:
    made = shared(era)
    counts = []
    for share in sorted(shares):
        made.player.seek(share * made.player.timeline.duration)
        counts.append([made.messages(side) for side in SIDES])
    for before, after in pairwise(counts):
        assert before[0] <= after[0]
        assert before[1] <= after[1]
