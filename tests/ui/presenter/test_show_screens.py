"""Projectors that come and go while a show is on: it stays where it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from tests.helpers.presenters import LAPTOP, PROJECTOR, presented, press_key
from vmexplorer.lessons.show_state import Layer
from vmexplorer.lessons.tour_walk import TourPlace
from vmexplorer.ui.presenter.screens import Screens

ROOT = Path(__file__).resolve().parents[3]
FOUR_K = QRect(1366, 0, 3840, 2160)


def test_one_screen_shows_the_picture_and_the_notes_on_a_key(qtbot: QtBot) -> None:
    with presented(qtbot, screens=1) as stage:
        audience, speaker = stage.show.audience, stage.show.speaker
        assert (audience.isVisible(), audience.geometry(), speaker.isVisible()) == (True, LAPTOP, False)
        stage.keys("S")
        assert (audience.isVisible(), speaker.isVisible()) == (False, True)
        stage.keys("Right")
        assert (stage.place, speaker.isVisible()) == (TourPlace(1), True)
        stage.keys("S")
        assert (audience.isVisible(), speaker.isVisible()) == (True, False)


def test_one_screen_is_filled_by_the_map_outside_the_tour_and_the_window_comes_back_as_it_was(qtbot: QtBot) -> None:
    with presented(qtbot, screens=1) as stage:
        window = stage.program.window
        before = window.geometry()
        stage.keys("M")
        assert (window.isVisible(), window.geometry()) == (True, LAPTOP)
        press_key(window, "F5")
        assert (window.isVisible(), stage.show.audience.isVisible()) == (False, True)
        stage.presenting.stop()
        assert (window.isVisible(), window.geometry()) == (True, before)


def test_map_keeps_its_place_beside_a_projector(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        window = stage.program.window
        before = window.geometry()
        stage.keys("M")
        assert (window.isVisible(), window.geometry()) == (True, before)


def test_projector_plugged_in_takes_the_picture_over(qtbot: QtBot) -> None:
    with presented(qtbot, screens=1) as stage:
        stage.keys("Right", "S")
        before = stage.state
        stage.screens.plug()
        assert (stage.show.audience.geometry(), stage.show.speaker.geometry()) == (PROJECTOR, LAPTOP)
        assert stage.place == before.place
        assert Layer.NOTES not in stage.state
        assert stage.screen.state == stage.picture.state


def test_projector_pulled_out_loses_nothing(qtbot: QtBot) -> None:
    with presented(qtbot, stop=4) as stage:
        stage.keys("Right")
        stage.let_play()
        stage.keys("D", "F")
        stage.clock.advance(30.0)
        elapsed, place = stage.show.timing.elapsed(stage.clock.now()), stage.place
        stage.screens.unplug()
        assert (stage.show.audience.isVisible(), stage.show.speaker.isVisible()) == (True, False)
        assert stage.show.audience.geometry() == LAPTOP
        assert (stage.place, stage.state.layers) == (place, (Layer.PEN,))
        assert stage.show.timing.elapsed(stage.clock.now()) == elapsed
        # The picture that was frozen for the projector is the present one again.
        assert stage.screen.state == stage.picture.state
        stage.screens.plug(place=FOUR_K)
        assert stage.show.audience.geometry() == FOUR_K
        assert stage.place == place


def test_projector_that_flickers_leaves_the_show_as_it_is(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("Right")
        for _ in range(10):
            stage.screens.unplug()
            stage.screens.plug()
        assert (stage.place, stage.show.audience.geometry()) == (TourPlace(1), PROJECTOR)
        assert stage.show.speaker.geometry() == LAPTOP


def test_projector_pulled_out_while_the_speaker_is_on_the_map(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("M")
        assert (stage.program.window.isVisible(), stage.show.speaker.isVisible()) == (True, False)
        stage.screens.unplug()
        assert (stage.program.window.isVisible(), stage.show.audience.isVisible()) == (True, False)
        press_key(stage.program.window, "F5")
        assert (stage.program.window.isVisible(), stage.show.audience.isVisible()) == (False, True)


def test_screens_are_swapped_and_unplugging_swaps_them_back(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("S")
        assert (stage.show.audience.geometry(), stage.show.speaker.geometry()) == (LAPTOP, PROJECTOR)
        stage.screens.unplug()
        stage.screens.plug()
        assert (stage.show.audience.geometry(), stage.show.speaker.geometry()) == (PROJECTOR, LAPTOP)


def test_hidden_show_frees_the_projector_and_comes_back(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("H")
        assert (stage.show.audience.isVisible(), stage.show.speaker.isVisible()) == (False, True)
        stage.keys("Right")
        assert (stage.show.audience.isVisible(), stage.place) == (True, TourPlace(0))


def test_picture_in_a_window_can_be_shared_and_fills_the_screen_again(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("F11")
        assert stage.show.audience.size().toTuple() == (1280, 720)
        stage.keys("F11")
        assert stage.show.audience.geometry() == PROJECTOR


def test_screens_of_the_system_are_known_by_name(qtbot: QtBot) -> None:
    screens = Screens()
    screens.watch()
    assert screens.count() == len(screens.names()) >= 1
    assert not screens.geometry(0).isEmpty()
    assert screens.geometry(99) == screens.geometry(screens.count() - 1)


def run_script(name: str, platform: str, tmp_path: Path, *before: str) -> dict[str, object]:
    """Runs a script of this folder on a platform of its own; it writes what it saw as JSON."""
    out = tmp_path / "seen.json"
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": platform,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    command = [*before, sys.executable, "-m", f"tests.ui.presenter.{name}", str(out)]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(out.read_text(encoding="utf-8"))
    return found


def test_two_screens_of_the_platform(tmp_path: Path) -> None:
    screens = [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1},
        {"name": "projector", "x": 1366, "y": 0, "width": 1920, "height": 1080, "dpr": 1},
    ]
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96}
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": [{**screen, **dots} for screen in screens]}), encoding="utf-8")
    seen = run_script("two_screens", f"offscreen:configfile={config}", tmp_path)
    assert len(seen["screens"]) == 2
    assert seen["begun"]["audience"] != seen["begun"]["speaker"]
    assert seen["begun"]["sizes"] == [seen["begun"]["audience_screen"], seen["begun"]["speaker_screen"]]
    assert seen["swapped"]["audience"] == seen["begun"]["speaker"]
    assert seen["swapped"]["speaker"] == seen["begun"]["audience"]
    assert seen["ended"] == {"shows": [], "window": True}


@pytest.mark.xvfb
def test_projector_of_an_x_server_is_pulled_out(tmp_path: Path) -> None:
    if not any((Path(folder) / "xrandr").exists() for folder in os.environ["PATH"].split(os.pathsep)):
        pytest.skip("needs xrandr")
    screen = ("xvfb-run", "-a", "-s", "-screen 0 1280x800x24")
    seen = run_script("pulled_out", "xcb", tmp_path, *screen)
    assert seen["plugged"]["audience_x"] == 640
    assert seen["unplugged"]["audience_x"] == 0
    assert seen["unplugged"]["visible"] is True
    assert seen["unplugged"]["place"] == seen["plugged"]["place"] == 1
