"""Stops of a show that have the screen of the direct console in place of the map."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.helpers.presenters import Stage, part, presented, stroke
from tests.helpers.shipped import shared_book, shipped_atlas
from tests.helpers.widgets import ink
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.stop_screen import screen_of
from vmexplorer.app.touring import caption_text, picture_of
from vmexplorer.ui.tours.stop_painter import stop_image

FIRST = 0
YELLOW = QColor("#F0AB00")


def yellow(image: QImage) -> int:
    """How much of a picture has the ground of the console, in hundredths."""
    spots = [(x, y) for x in range(0, image.width(), 16) for y in range(0, image.height(), 16)]
    return 100 * sum(image.pixelColor(*spot) == YELLOW for spot in spots) // len(spots)


def shown(stage: Stage) -> tuple[bool, bool]:
    """Whether audience and speaker have the screen."""
    return stage.screen.screen_shown is not None, stage.picture.screen_shown is not None


def test_the_screen_is_seen_by_both_and_goes_with_its_stop(qtbot: QtBot) -> None:
    with presented(qtbot, "console", stop=FIRST) as stage:
        assert shown(stage) == (True, True)
        assert yellow(stage.screen.grab().toImage()) > 30
        assert yellow(stage.picture.grab().toImage()) > 30
        stage.keys("PgDown")
        assert shown(stage) == (False, False)
        assert yellow(stage.screen.grab().toImage()) == 0
        stage.keys("PgUp")
        assert shown(stage) == (True, True)


def test_a_frozen_audience_keeps_what_it_has(qtbot: QtBot) -> None:
    with presented(qtbot, "console", stop=FIRST) as stage:
        stage.keys("F", "PgDown")
        assert shown(stage) == (True, False)
        stage.keys("F")
        assert shown(stage) == (False, False)


def test_outside_the_tour_the_map_is_seen(qtbot: QtBot) -> None:
    with presented(qtbot, "console", stop=FIRST) as stage:
        stage.show.carry_out("live.map")
        assert shown(stage) == (False, False)
        stage.show.carry_out("live.map")
        assert shown(stage) == (True, True)


def test_what_a_screen_hides_cannot_be_clicked(qtbot: QtBot) -> None:
    with presented(qtbot, "console", stop=FIRST) as stage:
        stroke(stage.screen, part(stage.screen, "dcui"))
        assert stage.program.desk.controller.explorer.now.component == "dcui"


def test_the_small_picture_of_such_a_stop_has_the_screen(qtbot: QtBot) -> None:
    stop = shipped_atlas().tours["console"].stops[FIRST]
    explorer = Explorer(shipped_atlas(), book=shared_book())
    picture = picture_of(explorer, stop)._replace(screen=screen_of(shipped_atlas(), stop))
    assert yellow(stop_image(ink(), picture, caption_text(stop), QSize(480, 270))) > 25
