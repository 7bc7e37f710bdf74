"""A show that runs by itself, round and round."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.presenters import Stage, presented
from vmexplorer.app.request import PresentRequest
from vmexplorer.errors import UnknownNameError, UsageError
from vmexplorer.lessons.kiosk import HOLD
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.ui.presenter.kiosk_runner import KioskRunner


def let_pass(stage: Stage, runner: KioskRunner, seconds: float, step: float = 0.5) -> list[int]:
    """Lets time pass for show and player; returns the stops in the order in which they were shown."""
    seen = [stage.place.stop]
    for _ in range(round(seconds / step)):
        stage.advance(step)
        runner.tick()
        if stage.place.stop != seen[-1]:
            seen.append(stage.place.stop)
    return seen


def test_every_stop_is_shown_in_turn_and_then_the_first_again(qtbot: QtBot) -> None:
    with presented(qtbot, "ten-minutes") as stage:
        runner = KioskRunner(stage.show)
        runner.begin()
        assert stage.program.desk.controller.explorer.motion is EXPLORE
        stops = len(stage.show.tour.stops)
        seen = let_pass(stage, runner, sum(runner._stays) + HOLD + 2.0)
        assert seen == [*range(stops), 0]


def test_messages_play_to_the_end_of_the_stop_and_no_further(qtbot: QtBot) -> None:
    with presented(qtbot, "ten-minutes", stop=6) as stage:
        runner = KioskRunner(stage.show)
        runner.begin()
        player = stage.program.desk.controller.player
        span = stage.show.showing.script.spans[6]
        assert span is not None
        assert player.playing
        steps = player.timeline.steps
        let_pass(stage, runner, runner._stays[6] - 1.0, step=0.25)
        assert stage.place.stop == 6
        assert not player.playing
        assert player.position == pytest.approx(steps[span.last].end)


def test_visitor_who_takes_a_step_is_followed(qtbot: QtBot) -> None:
    with presented(qtbot, "ten-minutes") as stage:
        runner = KioskRunner(stage.show)
        runner.begin()
        stage.keys("4", "Return")
        seen = let_pass(stage, runner, runner._stays[3] + 1.0)
        assert seen == [3, 4]


def test_show_in_a_kiosk_ends_as_others_do(qtbot: QtBot) -> None:
    with presented(qtbot, "ten-minutes") as stage:
        runner = KioskRunner(stage.show)
        runner.begin()
        stage.keys("Esc", "Esc")
        assert stage.presenting.show is None
        assert not runner._timer.isActive()


def test_command_line_begins_a_show(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.presenting.stop()
        stage.presenting.follow(PresentRequest("Two banks: upgrading without fear", 3, kiosk=True, theme="light"))
        assert (stage.show.tour.id, stage.place.stop) == ("two-banks", 2)
        assert stage.screen.ink.theme.id == "light"
        assert stage.show.findChild(KioskRunner) is not None


@pytest.mark.parametrize(
    ("request_", "error", "words"),
    [
        (PresentRequest("no such tour"), UnknownNameError, "there is no tour"),
        (PresentRequest("ten-minutes", 99), UsageError, "and no 99"),
        (PresentRequest("ten-minutes", screen=3), UsageError, "there is no screen 3; 2 can be used"),
        (PresentRequest("ten-minutes", theme="drk"), UnknownNameError, "the nearest is 'dark'"),
    ],
)
def test_wrong_wishes_of_the_command_line_are_refused(
    qtbot: QtBot, request_: PresentRequest, error: type[Exception], words: str
) -> None:
    with presented(qtbot) as stage:
        stage.presenting.stop()
        with pytest.raises(error, match=words):
            stage.presenting.follow(request_)
        assert stage.presenting.show is None
