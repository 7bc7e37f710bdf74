"""The rules of playing, seeking and stepping, one by one. Each hop lasts two seconds."""

from __future__ import annotations

import math
import re

import pytest

from tests.playback.strategies import hops
from vmexplorer.playback.change import Change
from vmexplorer.playback.motion import EXPLORE, FRAMES_PER_SECOND
from vmexplorer.playback.player import Player
from vmexplorer.playback.timeline import Timeline


@pytest.fixture
def player() -> Player:
    return Player(hops(3))


def test_playing_moves_the_position_with_real_time(player: Player) -> None:
    assert player.play() == Change(playing=True)
    assert player.advance(0.5) == Change(position=True)
    assert player.position == 0.5
    assert player.advance(2.0) == Change(position=True, step=True)
    assert player.step == 1


def test_at_rest_time_changes_nothing(player: Player) -> None:
    assert not player.advance(5.0)
    player.play()
    player.advance(1.0)
    assert player.pause() == Change(playing=True)
    assert not player.advance(5.0)
    assert player.position == 1.0


def test_playing_to_the_end_finishes_and_playing_again_starts_over(player: Player) -> None:
    player.play()
    assert player.advance(60.0) == Change(position=True, step=True, playing=True, finished=True)
    assert player.position == player.timeline.duration
    assert player.play() == Change(position=True, step=True, playing=True)
    assert (player.position, player.step) == (0.0, 0)


def test_toggle_plays_and_pauses(player: Player) -> None:
    player.toggle()
    assert player.playing
    player.toggle()
    assert not player.playing


def test_speed_scales_real_time(player: Player) -> None:
    assert player.set_speed(4) == Change(speed=True)
    player.play()
    player.advance(0.25)
    assert player.position == 1.0


def test_faster_and_slower_walk_the_menu_and_stop_at_its_ends(player: Player) -> None:
    walked = []
    while player.faster():
        walked.append(player.speed)
    while player.slower():
        walked.append(player.speed)
    assert walked == [1.5, 2.0, 4.0, 2.0, 1.5, 1.0, 0.5, 0.25]


@pytest.mark.parametrize("speed", [0.0, -1.0, 3.0, math.nan])
def test_other_speeds_are_refused_with_the_choices(player: Player, speed: float) -> None:
    with pytest.raises(ValueError, match=re.escape("0.25, 0.5, 1, 1.5, 2, 4")):
        player.set_speed(speed)
    assert player.speed == 1.0


def test_a_loop_carries_the_excess_over(player: Player) -> None:
    assert player.set_loop(True) == Change(loop=True)
    player.play()
    duration = player.timeline.duration
    player.advance(duration - 0.25)
    change = player.advance(0.75)
    assert change == Change(position=True, step=True)
    assert player.position == pytest.approx(0.5)
    player.advance(3 * duration)
    assert player.position == pytest.approx(0.5)
    assert player.playing


def test_a_loop_that_lands_on_the_end_is_at_the_start(player: Player) -> None:
    player.set_loop(True)
    player.play()
    player.advance(player.timeline.duration)
    assert (player.position, player.playing) == (0.0, True)


def test_seeking_pauses_and_stays_paused(player: Player) -> None:
    player.play()
    assert player.seek(2.5) == Change(position=True, step=True, playing=True)
    assert (player.position, player.step, player.playing) == (2.5, 1, False)
    assert not player.seek(2.5)


@pytest.mark.parametrize(("seconds", "position"), [(-4.0, 0.0), (1e9, hops(3).duration)])
def test_seeking_beyond_the_flow_goes_to_its_end(player: Player, seconds: float, position: float) -> None:
    player.seek(1.0)
    player.seek(seconds)
    assert player.position == position


@pytest.mark.parametrize("seconds", [math.nan, math.inf, -math.inf])
def test_moments_that_are_none_are_refused(player: Player, seconds: float) -> None:
    player.play()
    player.advance(1.0)
    for call in (player.seek, player.advance):
        with pytest.raises(ValueError, match="finite"):
            call(seconds)
    assert (player.position, player.playing) == (1.0, True)


@pytest.mark.parametrize("elapsed", [-0.5, -math.inf, 1e308])
def test_time_neither_runs_backwards_nor_overflows(player: Player, elapsed: float) -> None:
    player.set_speed(4.0)
    player.play()
    with pytest.raises(ValueError, match="the elapsed time"):
        player.advance(elapsed)
    assert player.position == 0.0


@pytest.mark.parametrize("moment", [0.1, 0.7, 1.3, 1.9])
@pytest.mark.parametrize("playing", [True, False])
def test_next_finishes_the_step_that_has_begun(player: Player, moment: float, playing: bool) -> None:
    player.play()
    player.advance(2.0 + moment)
    if not playing:
        player.pause()
    player.next()
    assert (player.position, player.step, player.playing) == (player.timeline.ticks[1], 1, False)


def test_next_at_rest_plays_one_step(player: Player) -> None:
    player.go_to_step(0)
    assert player.next() == Change(playing=True)
    player.advance(0.5)
    assert (player.step, player.playing) == (1, True)
    assert player.advance(60.0) == Change(position=True, playing=True)
    assert (player.position, player.playing) == (player.timeline.ticks[1], False)


def test_next_at_the_start_plays_the_first_step(player: Player) -> None:
    player.next()
    player.advance(60.0)
    assert player.position == player.timeline.ticks[0]


def test_next_twice_in_one_instant_ends_the_step(player: Player) -> None:
    player.next()
    player.next()
    assert (player.position, player.playing) == (player.timeline.ticks[0], False)


def test_a_single_step_rests_once_it_is_still_not_after_the_time_to_read(player: Player) -> None:
    step = player.timeline.steps[0]
    player.next()
    player.advance(step.settled - 0.01)
    assert player.playing
    player.advance(0.02)
    assert (player.position, player.playing) == (step.end, False)


def test_playing_after_a_single_step_goes_on_through_all(player: Player) -> None:
    player.next()
    player.advance(60.0)
    player.play()
    player.advance(60.0)
    assert player.position == player.timeline.duration


def test_play_during_a_single_step_goes_on_through_all(player: Player) -> None:
    player.next()
    player.advance(0.5)
    assert not player.play()
    player.advance(60.0)
    assert player.position == player.timeline.duration


def test_finishing_the_last_step_finishes_the_flow(player: Player) -> None:
    player.seek(4.5)
    assert player.next() == Change(position=True, finished=True)
    assert not player.next()
    assert not player.seek(player.timeline.duration).finished


def test_previous_goes_back_one_step_end_at_a_time(player: Player) -> None:
    player.seek(5.0)
    visited = []
    while player.previous():
        visited.append(player.position)
    ticks = player.timeline.ticks
    assert visited == [ticks[1], ticks[0], 0.0]


def test_previous_while_playing_pauses_at_the_end_of_the_step_before(player: Player) -> None:
    player.play()
    player.advance(2.5)
    player.previous()
    assert (player.position, player.step, player.playing) == (player.timeline.ticks[0], 0, False)


def test_previous_takes_back_a_next_that_has_not_moved_yet(player: Player) -> None:
    player.go_to_step(1)
    player.next()
    player.previous()
    assert (player.step, player.playing) == (1, False)


@pytest.mark.parametrize(("index", "shown"), [(0, 0), (2, 2), (-1, 0), (9, 2)])
def test_go_to_step_rests_at_its_end(player: Player, index: int, shown: int) -> None:
    player.play()
    player.go_to_step(index)
    assert (player.position, player.step, player.playing) == (player.timeline.ticks[shown], shown, False)


@pytest.mark.parametrize(
    ("moment", "frames", "frame"),
    [(1.0, 1, 31), (1.0, -1, 29), (1.01, 1, 31), (1.01, -1, 30), (0.0, -1, 0), (1.0, 5, 35), (0.1 * 3, 1, 10)],
)
def test_frames_lie_at_whole_multiples_of_their_length(player: Player, moment: float, frames: int, frame: int) -> None:
    player.seek(moment)
    player.play()
    player.step_frame(frames)
    assert (player.position, player.playing) == (frame / FRAMES_PER_SECOND, False)


def test_a_frame_there_and_back_is_the_same_moment(player: Player) -> None:
    player.seek(10 / FRAMES_PER_SECOND)
    for frames in (1, 1, -1, 1, -1, -1):
        player.step_frame(frames)
    assert player.position == 10 / FRAMES_PER_SECOND


def test_first_and_last_rest_at_the_ends_of_the_flow(player: Player) -> None:
    player.last()
    assert (player.position, player.step) == (player.timeline.duration, 2)
    player.play()
    player.first()
    assert (player.position, player.step, player.playing) == (0.0, 0, False)


def test_stopping_at_each_step_pauses_at_every_end() -> None:
    player = Player(hops(3), stop_at_each_step=True)
    player.set_loop(True)
    rests = []
    for _ in range(4):
        player.play()
        player.advance(60.0)
        assert not player.playing
        rests.append(player.position)
    ticks = player.timeline.ticks
    assert rests == [*ticks, ticks[0]]


def test_stopping_at_each_step_can_be_turned_on_while_playing(player: Player) -> None:
    player.play()
    player.advance(0.5)
    assert player.set_stop_at_each_step(True) == Change(stop_at_each_step=True)
    player.advance(60.0)
    assert player.position == player.timeline.ticks[0]


def test_loading_rests_at_the_start_and_keeps_speed_and_modes(player: Player) -> None:
    player.set_speed(2.0)
    player.set_loop(True)
    player.play()
    player.advance(1.5)
    timeline = hops(5)
    assert player.load(timeline) == Change(timeline=True, position=True, step=True, playing=True)
    assert player.timeline is timeline
    assert (player.position, player.playing, player.speed, player.loop) == (0.0, False, 2.0, True)


def test_loading_announces_its_first_step_even_when_one_was_shown_before(player: Player) -> None:
    assert player.load(hops(3)) == Change(timeline=True, position=True, step=True)


@pytest.mark.parametrize("timeline", [None, Timeline.of([], EXPLORE)])
@pytest.mark.parametrize("call", ["play", "pause", "toggle", "next", "previous", "first", "last"])
def test_without_steps_every_call_is_harmless(timeline: Timeline | None, call: str) -> None:
    player = Player(timeline, stop_at_each_step=timeline is not None)
    assert not getattr(player, call)()
    assert not player.seek(3.0)
    assert not player.go_to_step(2)
    assert not player.advance(1.0)
    assert (player.position, player.step, player.playing) == (0.0, None, False)


def test_a_change_of_nothing_is_false() -> None:
    assert not Change()
    assert Change(finished=True)
