"""Ink of a show comes back in the next one when the speaker wants it, and only then."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.helpers.presenters import TOUR, Stage, at, presented, staged, stroke
from vmexplorer.app.kept import Kept
from vmexplorer.app.kept_ink import DOCUMENT
from vmexplorer.app.user_folders import data_folder
from vmexplorer.drawing.geometry import Point


def draw(stage: Stage, across: float) -> None:
    """Draws one line with the pen, and puts the pen away."""
    stage.keys("D")
    stroke(stage.picture, *[at(stage.picture, Point(x + across, 330.0)) for x in range(400, 500, 10)])
    stage.keys("D")


def drawn(stage: Stage) -> int:
    return len(stage.show.showing.sketch.strokes)


def again(stage: Stage, stop: int = 0) -> None:
    """Ends the show and gives another one."""
    stage.presenting.stop()
    stage.presenting.start(TOUR, stop)
    stage.settle()


def test_ink_is_gone_with_its_stop_unless_it_is_kept(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        draw(stage, 0.0)
        stage.keys("PgDown", "PgUp")
        assert drawn(stage) == 0
        again(stage)
        assert drawn(stage) == 0


def test_one_key_keeps_the_ink_of_a_tour_for_the_next_show(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        draw(stage, 0.0)
        stage.keys("I")
        assert "in the next show too" in stage.state.said
        stage.keys("PgDown")
        draw(stage, 0.0)
        draw(stage, 20.0)
        before = stage.show.showing.ink()
        again(stage)
        assert drawn(stage) == 1
        stage.keys("PgDown")
        assert drawn(stage) == 2
        rounded = {stop: [line.width for line in strokes] for stop, strokes in stage.show.showing.ink().items()}
        assert {stop: len(strokes) for stop, strokes in before.items()} == {
            stop: len(widths) for stop, widths in rounded.items()
        }
        stage.presenting.start("ten-minutes")
        assert not stage.show.showing.keep_ink


def test_the_same_key_forgets_it(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        draw(stage, 0.0)
        stage.keys("I", "I")
        assert "not kept" in stage.state.said
        assert drawn(stage) == 1
        again(stage)
        assert (drawn(stage), stage.show.showing.keep_ink) == (0, False)


def test_ink_is_safe_as_soon_as_the_next_stop_comes(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("I")
        draw(stage, 0.0)
        stage.keys("PgDown")
        found = Kept.of_user().read(DOCUMENT, 1)
        assert list(found.content[TOUR]) == [stage.show.tour.stops[0].id]


def test_ink_that_is_cleared_is_not_there_again(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("I")
        draw(stage, 0.0)
        again(stage)
        stage.keys("C")
        again(stage)
        assert (drawn(stage), stage.show.showing.keep_ink) == (0, True)


def test_setting_keeps_the_ink_of_every_tour(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        stage.presenting.keep_ink = True
        again(stage)
        draw(stage, 0.0)
        again(stage)
        assert drawn(stage) == 1


def test_damaged_ink_is_set_aside_and_the_speaker_is_told(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        folder = data_folder()
        assert folder is not None
        file = folder / "kept" / f"{DOCUMENT}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("{")
        again(stage)
        assert "is damaged; it is now ink.aside-1.json" in stage.show.speaker.said.text()
        assert (file.parent / "ink.aside-1.json").exists()


def test_ink_that_cannot_be_written_is_said_and_the_show_goes_on(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        folder = data_folder()
        assert folder is not None
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "kept").write_text("a file where a folder should be")
        stage.keys("I")
        assert "cannot be written" in stage.show.speaker.said.text()
        stage.keys("PgDown")
        assert stage.place.stop == 1
