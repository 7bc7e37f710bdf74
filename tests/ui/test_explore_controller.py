"""The controller: one timer that runs only while something moves, and a signal for every change."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.ears import Ears, play
from tests.helpers.shipped import shipped_atlas
from vmexplorer.playback.clock import ManualClock
from vmexplorer.ui.explore_controller import ExploreController


def test_no_timer_runs_at_rest(controller: ExploreController) -> None:
    assert not controller.running
    controller.choose_component("hostd")
    controller.show_view("vm")
    controller.show_era("e5")
    controller.tell("F01")
    controller.scrub(5.0)
    assert not controller.running


def test_timer_runs_only_while_a_flow_plays(controller: ExploreController) -> None:
    controller.tell("F01")
    controller.toggle()
    assert controller.running
    controller.toggle()
    assert not controller.running


def test_timer_drives_the_player(controller: ExploreController, clock: ManualClock, qtbot: QtBot) -> None:
    controller.tell("F01")
    controller.toggle()
    clock.advance(0.75)
    qtbot.waitUntil(lambda: controller.explorer.player.position == pytest.approx(0.75))


def test_timer_stops_at_the_end(controller: ExploreController, clock: ManualClock, ears: Ears) -> None:
    controller.tell("F05")
    controller.toggle()
    duration = controller.explorer.player.timeline.duration
    play(controller, clock, duration - 0.5)
    assert controller.running
    ears.take()
    clock.advance(2.0)
    controller.tick()
    assert not controller.running
    assert controller.explorer.player.position == duration
    assert {"playing_changed", "position_changed", "state_changed"} <= ears.take()


def test_time_between_two_runs_does_not_count(controller: ExploreController, clock: ManualClock) -> None:
    controller.tell("F01")
    controller.toggle()
    play(controller, clock, 1.0)
    controller.toggle()
    clock.advance(100.0)
    controller.toggle()
    play(controller, clock, 1.0)
    assert controller.explorer.player.position == pytest.approx(2.0)


def test_loop_keeps_the_timer(controller: ExploreController, clock: ManualClock) -> None:
    controller.tell("F05")
    controller.set_loop(True)
    controller.toggle()
    play(controller, clock, controller.explorer.player.timeline.duration + 1.0)
    assert controller.running
    assert controller.explorer.player.position < 2.0


def test_one_step_stops_the_timer_at_its_end(controller: ExploreController, clock: ManualClock) -> None:
    controller.tell("F01")
    controller.next()
    assert controller.running
    play(controller, clock, 20.0)
    assert not controller.running
    assert controller.explorer.player.position == controller.explorer.player.timeline.ticks[0]


@pytest.mark.parametrize("way", ["view", "era", "put away", "another", "adopt", "scrub", "first"])
def test_timer_stops_when_the_flow_is_interrupted(controller: ExploreController, way: str) -> None:
    controller.tell("F01")
    controller.toggle()
    {
        "view": lambda: controller.show_view("vm"),
        "era": lambda: controller.show_era("e5"),
        "put away": lambda: controller.tell(""),
        "another": lambda: controller.tell("F02"),
        "adopt": lambda: controller.adopt(shipped_atlas()),
        "scrub": lambda: controller.scrub(1.0),
        "first": controller.first,
    }[way]()
    assert controller.running == controller.explorer.player.playing
    assert not controller.running


def test_speed_makes_time_pass_faster(controller: ExploreController, clock: ManualClock) -> None:
    controller.tell("F01")
    controller.set_speed(4.0)
    controller.toggle()
    play(controller, clock, 1.0)
    assert controller.explorer.player.position == pytest.approx(4.0)
