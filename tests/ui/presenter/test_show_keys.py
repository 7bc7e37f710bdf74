"""Every key of the show, pressed on the speaker's page, does what the sheet of keys says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.helpers.presenters import Stage, at, hover, ids, part, presented, press_key, stroke
from vmexplorer.app.show_commands import LEAVE, SHOW_COMMANDS, on_sheet, remapped
from vmexplorer.app.showing import TimerMode
from vmexplorer.drawing.geometry import Point
from vmexplorer.lessons.pointer import POWERS
from vmexplorer.lessons.show_state import Layer
from vmexplorer.lessons.sketch import COLOURS
from vmexplorer.lessons.tour_walk import TourPlace
from vmexplorer.ui.dialogs.key_sheet import key_text
from vmexplorer.ui.presenter.notes_panel import USUAL

Act = Callable[[Stage], None]
Proof = Callable[[Stage], bool]


def nothing(stage: Stage) -> None:
    """The show as it begins: at its third stop."""


def draw_a_line(stage: Stage) -> None:
    stage.keys("D")
    stroke(stage.picture, at(stage.picture, Point(300, 300)), at(stage.picture, Point(400, 320)))


def draw_and_take_back(stage: Stage) -> None:
    draw_a_line(stage)
    stage.keys("Ctrl+Z")


def open_the_lens(stage: Stage) -> None:
    stage.keys("Z")
    hover(stage.picture, part(stage.picture, "hostd"))


def jump(stage: Stage) -> None:
    stage.keys("End")


def jump_and_return(stage: Stage) -> None:
    stage.keys("End", "Alt+Left")


def play(stage: Stage) -> None:
    stage.keys("7", "Return", "Right")
    stage.let_play()


def look_elsewhere(stage: Stage) -> None:
    stage.show._hands.zoom(2.0)


def lens_power(stage: Stage) -> float:
    assert stage.show.showing.lens is not None
    return stage.show.showing.lens.power


def strokes(stage: Stage) -> int:
    return len(stage.show.showing.sketch.strokes)


def framed(stage: Stage) -> bool:
    """Whether the camera is where the stop wants it."""
    camera = stage.picture.camera
    stage.show.picture.frame(stage.show.tour.stops[stage.place.stop], animated=False)
    return camera == stage.picture.camera


# What is done before the key, and what must hold after it.
PROOFS: dict[str, tuple[Act, Proof]] = {
    "show.next": (nothing, lambda stage: stage.place == TourPlace(3)),
    "show.down": (nothing, lambda stage: stage.place == TourPlace(3)),
    "show.enter": (nothing, lambda stage: stage.place == TourPlace(3)),
    "show.previous": (nothing, lambda stage: stage.place.stop == 1),
    "show.up": (nothing, lambda stage: stage.place.stop == 1),
    "show.first": (nothing, lambda stage: stage.place == TourPlace(0)),
    "show.last": (nothing, lambda stage: stage.place.stop == len(stage.show.tour.stops) - 1),
    "show.number": (nothing, lambda stage: stage.state.innermost is Layer.NUMBER),
    "show.overview": (nothing, lambda stage: stage.show.speaker.grid.isVisible()),
    "show.back": (jump, lambda stage: stage.place == TourPlace(2)),
    "show.forward": (jump_and_return, lambda stage: stage.place.stop == len(stage.show.tour.stops) - 1),
    "show.replay": (play, lambda stage: stage.program.desk.controller.player.playing),
    LEAVE: (nothing, lambda stage: stage.state.said == "Esc again to end."),
    "show.black": (nothing, lambda stage: stage.show.audience.cover is Layer.BLACK),
    "show.white": (nothing, lambda stage: stage.show.audience.cover is Layer.WHITE),
    "show.freeze": (nothing, lambda stage: stage.show.picture.frozen),
    "show.hide": (nothing, lambda stage: not stage.show.audience.isVisible()),
    "show.swap": (nothing, lambda stage: stage.show.windows.placed.audience == 0),
    "show.move": (
        lambda stage: stage.screens.plug("third"),
        lambda stage: stage.show.windows.placed.audience == 2,
    ),
    "show.fullscreen": (nothing, lambda stage: stage.show.audience.width() == 1280),
    "show.help": (nothing, lambda stage: stage.state.innermost is Layer.HELP),
    "tool.laser": (nothing, lambda stage: stage.show.showing.pointing),
    "tool.spotlight": (nothing, lambda stage: stage.state.tool is Layer.SPOTLIGHT),
    "tool.lens": (nothing, lambda stage: stage.state.tool is Layer.LENS),
    "tool.pen": (nothing, lambda stage: stage.state.tool is Layer.PEN),
    "tool.eraser": (nothing, lambda stage: stage.state.tool is Layer.ERASER),
    "ink.undo": (draw_a_line, lambda stage: strokes(stage) == 0),
    "ink.redo": (draw_and_take_back, lambda stage: strokes(stage) == 1),
    "ink.clear": (draw_a_line, lambda stage: strokes(stage) == 0),
    "ink.colour": (nothing, lambda stage: stage.show.showing.sketch.colour is COLOURS[1]),
    "ink.fade": (nothing, lambda stage: stage.show.showing.sketch.fading),
    "ink.keep": (nothing, lambda stage: stage.show.showing.keep_ink),
    "picture.closer": (open_the_lens, lambda stage: lens_power(stage) == POWERS[2]),
    "picture.farther": (open_the_lens, lambda stage: lens_power(stage) == POWERS[0]),
    "picture.again": (look_elsewhere, framed),
    "live.map": (nothing, lambda stage: stage.program.window.isVisible()),
    "live.break": (nothing, lambda stage: stage.program.desk.labs.open_lab == "whatif"),
    "live.ask": (nothing, lambda stage: stage.state.innermost is Layer.DETOUR),
    "timer.mode": (nothing, lambda stage: stage.show.showing.timer_mode is TimerMode.LEFT),
    "timer.reset": (jump, lambda stage: not stage.show.timing.begun),
    "timer.pause": (jump, lambda stage: stage.show.timing.paused),
    "notes.larger": (nothing, lambda stage: stage.show.speaker.notes.size_of_notes > USUAL),
    "notes.smaller": (nothing, lambda stage: stage.show.speaker.notes.size_of_notes < USUAL),
    "number.0": (lambda stage: stage.keys("1"), lambda stage: stage.state.digits == "10"),
    **{f"number.{n}": (nothing, lambda stage, n=n: stage.state.digits == str(n)) for n in range(1, 10)},
}


def test_every_command_has_its_proof() -> None:
    assert set(PROOFS) == {command.id for command in SHOW_COMMANDS}


@pytest.mark.parametrize(("command", "key"), ids(), ids=[f"{command}-{key}" for command, key in ids()])
def test_key_does_what_it_says(qtbot: QtBot, command: str, key: str) -> None:
    before, proof = PROOFS[command]
    with presented(qtbot, "ten-minutes", stop=2) as stage:
        before(stage)
        stage.keys(key)
        assert proof(stage)


def test_closer_and_farther_zoom_the_picture_of_both_without_a_lens(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        before = (stage.picture.camera.scale, stage.screen.camera.scale)
        stage.keys("+")
        assert stage.picture.camera.scale > before[0]
        assert stage.screen.camera.scale > before[1]
        stage.keys("-", "-")
        assert stage.screen.camera.scale < before[1]


def test_ctrl_held_is_a_laser(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        QTest.keyPress(stage.show.speaker, Qt.Key.Key_Control)
        assert stage.show.showing.pointing
        QTest.keyRelease(stage.show.speaker, Qt.Key.Key_Control)
        assert not stage.show.showing.pointing


def test_sheet_lists_every_key_of_the_map(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("?")
        texts = {label.text() for label in stage.show.speaker.findChildren(QLabel, "key")}
        listed = {key_text(key) for command in on_sheet(SHOW_COMMANDS) for key in command.keys}
        assert texts == listed
        missing = [command.title for command in SHOW_COMMANDS if not command.keys]
        assert missing == []


def test_changed_keys_reach_the_show_and_its_sheet(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.presenting.stop()
        stage.presenting.commands = remapped({"show.black": ("F5", "J")})
        stage.presenting.start("ten-minutes")
        press_key(stage.show.speaker, "J")
        assert stage.show.audience.cover is Layer.BLACK
        press_key(stage.show.speaker, "B")
        press_key(stage.show.speaker, "F5")
        assert stage.show.audience.cover is None
        stage.keys("?")
        texts = {label.text() for label in stage.show.speaker.findChildren(QLabel, "key")}
        assert "J" in texts
        assert "B" not in texts
