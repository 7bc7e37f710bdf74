"""What holds for a player after any sequence of calls."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.playback.strategies import any_timelines, timelines
from vmexplorer.playback.change import Change
from vmexplorer.playback.frame import Phase, frame_at
from vmexplorer.playback.motion import SPEEDS
from vmexplorer.playback.player import Player
from vmexplorer.playback.timeline import Timeline

CALLS: list[Callable[[Player], Change]] = [
    Player.play,
    Player.pause,
    Player.toggle,
    Player.next,
    Player.previous,
    Player.first,
    Player.last,
    Player.faster,
    Player.slower,
    lambda player: player.step_frame(1),
    lambda player: player.step_frame(-1),
]


def values(player: Player) -> dict[str, object]:
    names = ("timeline", "position", "step", "playing", "speed", "loop", "stop_at_each_step")
    return {name: getattr(player, name) for name in names}


class AnyUse(RuleBasedStateMachine):
    """Uses a player in every way; each call must report what it changed, all of it and no more."""

    @initialize(timeline=any_timelines, stop=st.booleans())
    def start(self, timeline: Timeline, stop: bool) -> None:
        self.player = Player(timeline, stop_at_each_step=stop)

    def watch(self, call: Callable[[], Change]) -> Change:
        before = values(self.player)
        change = call()
        after = values(self.player)
        if not change.timeline:
            assert {name for name in after if after[name] != before[name]} == {
                name for name in after if getattr(change, name)
            }
        assert not change.finished or (self.player.position == self.player.timeline.duration and not after["playing"])
        return change

    @rule(call=st.sampled_from(CALLS))
    def press(self, call: Callable[[Player], Change]) -> None:
        self.watch(lambda: call(self.player))

    @rule(elapsed=st.floats(0.0, 30.0))
    def let_time_pass(self, elapsed: float) -> None:
        was_playing = self.player.playing
        change = self.watch(lambda: self.player.advance(elapsed))
        assert was_playing or not change

    @rule(seconds=st.floats(allow_nan=False, allow_infinity=False))
    def seek(self, seconds: float) -> None:
        self.watch(lambda: self.player.seek(seconds))
        assert not self.player.playing
        place = values(self.player)
        assert not self.player.seek(seconds)
        assert values(self.player) == place

    @rule(index=st.integers(-2, 15))
    def go_to_step(self, index: int) -> None:
        self.watch(lambda: self.player.go_to_step(index))
        assert not self.player.playing

    @rule(loop=st.booleans(), stop=st.booleans())
    def set_modes(self, loop: bool, stop: bool) -> None:
        self.watch(lambda: self.player.set_loop(loop))
        self.watch(lambda: self.player.set_stop_at_each_step(stop))

    @rule(timeline=any_timelines)
    def load(self, timeline: Timeline) -> None:
        assert self.watch(lambda: self.player.load(timeline)).timeline
        assert not self.player.playing

    @precondition(lambda self: self.player.playing and (self.player.stop_at_each_step or not self.player.loop))
    @rule()
    def a_long_time_ends_every_run(self) -> None:
        self.watch(lambda: self.player.advance(10_000.0))
        assert not self.player.playing
        assert self.player.position in self.player.timeline.ticks

    @invariant()
    def position_lies_in_the_flow(self) -> None:
        assert 0.0 <= self.player.position <= self.player.timeline.duration

    @invariant()
    def step_belongs_to_the_position(self) -> None:
        assert self.player.step == frame_at(self.player.timeline, self.player.position).step

    @invariant()
    def plays_only_when_there_is_something_to_play(self) -> None:
        assert not self.player.playing or self.player.position < self.player.timeline.duration

    @invariant()
    def speed_is_on_the_menu(self) -> None:
        assert self.player.speed in SPEEDS


TestAnyUse = AnyUse.TestCase


def play_one_step(player: Player) -> None:
    player.next()
    player.advance(1000.0)


@given(timelines, st.data())
def test_next_and_previous_undo_each_other_at_step_ends(timeline: Timeline, data: st.DataObject) -> None:
    player = Player(timeline)
    if len(timeline.steps) > 1:
        player.go_to_step(data.draw(st.integers(0, len(timeline.steps) - 2)))
    place = values(player)
    play_one_step(player)
    assert values(player) != place
    player.previous()
    assert values(player) == place


@given(timelines, st.data())
def test_a_step_ends_the_same_however_it_was_reached(timeline: Timeline, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(timeline.steps) - 1))
    stepped, sought, jumped, returned, stopped = (Player(timeline) for _ in range(5))
    stopped.set_stop_at_each_step(True)
    for _ in range(index + 1):
        play_one_step(stepped)
        stopped.play()
        stopped.advance(1000.0)
    sought.seek(timeline.ticks[index])
    jumped.go_to_step(index)
    returned.last()
    for _ in range(len(timeline.steps) - 1 - index):
        returned.previous()
    frames = {frame_at(timeline, one.position) for one in (stepped, sought, jumped, returned, stopped)}
    assert len(frames) == 1
    frame = frames.pop()
    assert (frame.step, frame.phase, frame.done, frame.progress) == (index, Phase.DONE, index + 1, 1.0)


@given(timelines, st.lists(st.floats(0.0, 3.0), max_size=20), st.booleans())
def test_many_small_ticks_play_as_far_as_one_large(timeline: Timeline, ticks: list[float], loop: bool) -> None:
    many, once = Player(timeline), Player(timeline)
    for player in (many, once):
        player.set_loop(loop)
        player.play()
    for tick in ticks:
        many.advance(tick)
    once.advance(sum(ticks))
    apart = abs(many.position - once.position)
    # Either side of the seam of a loop is the same place.
    if loop:
        apart = min(apart, timeline.duration - apart)
    assert apart < 1e-9
