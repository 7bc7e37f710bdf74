"""The controller of a comparison: one timer that runs only while something plays, and what it announces."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.shipped import picture, shipped_atlas
from vmexplorer.app.comparing import Comparing
from vmexplorer.playback.clock import ManualClock
from vmexplorer.ui.compare.compare_controller import CompareController


class Hand:
    """A controller, its clock, and everything that it has announced."""

    def __init__(self, controller: CompareController, clock: ManualClock) -> None:
        self.controller = controller
        self.clock = clock
        self.heard: list[str] = []
        self.positions: list[float] = []
        controller.state_changed.connect(self._state)
        controller.step_changed.connect(self._step)
        controller.playing_changed.connect(self._playing)
        controller.modes_changed.connect(self._modes)
        controller.position_changed.connect(self.positions.append)

    def _state(self) -> None:
        self.heard.append("state")

    def _step(self) -> None:
        self.heard.append("step")

    def _playing(self, playing: bool) -> None:
        self.heard.append("plays" if playing else "rests")

    def _modes(self) -> None:
        self.heard.append("modes")

    def let_pass(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.controller.tick()


def comparing(era: str = "e9") -> Comparing:
    return Comparing(shipped_atlas(), "C01", era, known=(picture("overview", era),))


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[Hand]:
    clock = ManualClock()
    controller = CompareController(comparing(), clock)
    yield Hand(controller, clock)
    controller.deleteLater()


def test_timer_runs_only_while_something_plays(hand: Hand) -> None:
    controller = hand.controller
    assert not controller.running
    controller.toggle()
    assert controller.running
    controller.pause()
    assert not controller.running
    controller.next()
    assert controller.running
    hand.let_pass(60.0)
    assert not controller.running
    assert controller.comparing.player.step == 0


def test_time_comes_from_the_clock(hand: Hand) -> None:
    hand.controller.toggle()
    hand.let_pass(0.25)
    hand.let_pass(0.5)
    assert hand.positions == [0.25, 0.75]
    hand.controller.set_speed(2.0)
    hand.let_pass(0.25)
    assert hand.controller.comparing.player.position == 1.25


def test_rest_costs_no_time_when_it_plays_on(hand: Hand) -> None:
    hand.controller.toggle()
    hand.let_pass(0.5)
    hand.controller.toggle()
    hand.clock.advance(100.0)
    hand.controller.toggle()
    hand.let_pass(0.25)
    assert hand.controller.comparing.player.position == 0.75


def test_every_change_is_announced_once(hand: Hand) -> None:
    hand.controller.toggle()
    assert hand.heard == ["plays", "step", "state"]
    hand.heard.clear()
    hand.let_pass(0.1)
    assert hand.heard == ["state"]
    hand.heard.clear()
    hand.controller.last()
    assert hand.heard == ["rests", "step", "state"]
    hand.heard.clear()
    hand.controller.last()
    assert hand.heard == []


def test_keys_and_bar_move_by_pairs(hand: Hand) -> None:
    player, ticks = hand.controller.comparing.player, hand.controller.comparing.player.timeline.ticks
    hand.controller.last()
    assert player.position == ticks[-1]
    hand.controller.previous()
    assert player.position == ticks[-2]
    hand.controller.first()
    assert player.position == 0.0
    hand.controller.scrub(ticks[2] + 0.1)
    assert (player.position, player.step) == (ticks[2] + 0.1, 3)
    hand.controller.next()
    assert player.position == ticks[3]


def test_modes(hand: Hand) -> None:
    controller, player = hand.controller, hand.controller.comparing.player
    controller.faster()
    assert player.speed == 1.5
    controller.slower()
    controller.toggle_loop()
    controller.set_stepping(True)
    assert (player.speed, player.loop, player.stop_at_each_step) == (1.0, True, True)
    controller.set_loop(False)
    assert not player.loop
    assert hand.heard == ["modes"] * 5
    assert not hand.positions


def test_stops_at_each_pair_when_told_to(hand: Hand) -> None:
    hand.controller.set_stepping(True)
    hand.controller.toggle()
    hand.let_pass(60.0)
    assert hand.controller.comparing.player.position == hand.controller.comparing.player.timeline.ticks[0]
    assert not hand.controller.running


def test_another_comparison_rests_at_its_start_and_keeps_the_modes(hand: Hand) -> None:
    controller = hand.controller
    controller.set_speed(2.0)
    controller.set_loop(True)
    controller.toggle()
    hand.let_pass(1.0)
    hand.heard.clear()
    other = comparing("e5")
    controller.load(other)
    assert controller.comparing is other
    assert (other.player.speed, other.player.loop, other.player.position) == (2.0, True, 0.0)
    assert not controller.running
    assert hand.heard == ["rests", "step", "state"]
