"""A speaker gives a show: through the tour, live, and before the audience."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.helpers.presenters import LAPTOP, PROJECTOR, part, presented, press_key
from vmexplorer.lessons.show_state import Layer
from vmexplorer.lessons.tour_walk import TourPlace
from vmexplorer.ui.dialogs.overlay import Overlay

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_show_fills_both_screens_and_the_window_steps_back(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        assert (stage.show.audience.geometry(), stage.show.speaker.geometry()) == (PROJECTOR, LAPTOP)
        assert not stage.program.window.isVisible()
        qtbot.waitUntil(stage.show.speaker.isActiveWindow)


def test_tour_is_walked_to_its_end_by_one_key(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        spans = stage.show.showing.script.spans
        seen = [stage.place]
        for _ in range(60):
            before = stage.place
            press_key(stage.show.speaker, "PgDown")
            stage.let_play()
            if stage.place == before:
                break
            seen.append(stage.place)
        expected = []
        for stop, span in enumerate(spans):
            expected.append(TourPlace(stop))
            expected += [TourPlace(stop, step) for step in range(span.first, span.last + 1)] if span else []
        assert seen == expected
        assert "last stop" in stage.state.said


def test_audience_sees_the_caption_and_the_stop_of_the_tour(qtbot: QtBot) -> None:
    with presented(qtbot, stop=1) as stage:
        stop = stage.show.tour.stops[1]
        assert stage.show.audience.caption.text == stage.show.showing.script.stops[1].caption
        state = stage.screen.state
        assert state is not None
        assert state.layout.view == stop.view
        explorer = stage.program.desk.controller.explorer
        assert explorer.now.component == stop.select


def test_next_plays_a_message_and_the_key_after_it_lets_it_arrive(qtbot: QtBot) -> None:
    with presented(qtbot, stop=4) as stage:
        player = stage.program.desk.controller.player
        span = stage.show.showing.script.spans[4]
        assert span is not None
        stage.keys("Right")
        assert player.playing
        assert player.step == span.first
        stage.keys("Right")
        assert not player.playing
        assert stage.place == TourPlace(4, span.first)
        stage.keys("Right")
        assert stage.place == TourPlace(4, span.first + 1)


def test_going_back_shows_the_stop_before_as_it_was_left(qtbot: QtBot) -> None:
    with presented(qtbot, stop=5) as stage:
        stage.keys("PgUp")
        span = stage.show.showing.script.spans[4]
        assert span is not None
        assert stage.place == TourPlace(4, span.last)
        player = stage.program.desk.controller.player
        assert player.position == pytest.approx(player.timeline.steps[span.last].end)


def test_click_on_a_part_selects_it_for_everybody_and_is_no_step(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        QTest.mouseClick(stage.picture, LEFT, PLAIN, part(stage.picture, "hostd"))
        assert stage.place == TourPlace(0)
        assert stage.program.desk.controller.explorer.now.component == "hostd"
        assert stage.picture.state == stage.screen.state
        assert "hostd" in stage.show.speaker.notes.part.text()
        assert stage.state.innermost is Layer.DETAILS
        # What lies beside the part of the map that the stop frames is no longer pale: the part may lie there.
        assert (stage.picture.focus, stage.screen.focus) == (None, None)
        stage.keys("Esc")
        assert stage.screen.focus is not None
        assert stage.screen.focus == stage.picture.focus
        assert stage.program.desk.controller.explorer.now.component == stage.show.tour.stops[0].select
        assert stage.show.speaker.notes.part.isHidden() or not stage.show.speaker.notes.part.isVisible()


def test_click_beside_all_parts_is_a_step_and_a_double_click_one_too(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        corner = QPoint(2, 2)
        assert not stage.picture.hit(QPointF(corner)).component
        QTest.mouseClick(stage.picture, LEFT, PLAIN, corner)
        QTest.mouseDClick(stage.picture, LEFT, PLAIN, corner)
        assert stage.place == TourPlace(1)


def test_key_that_is_held_takes_one_step(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        press_key(stage.show.speaker, "PgDown")
        for _ in range(20):
            press_key(stage.show.speaker, "PgDown", repeated=True)
        assert stage.place == TourPlace(1)


def test_frozen_picture_stays_while_the_speaker_looks_around(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        kept, caption = stage.screen.state, stage.show.audience.caption.text
        stage.keys("F", "Right", "Right")
        QTest.mouseClick(stage.picture, LEFT, PLAIN, part(stage.picture, "vpxa"))
        assert (stage.screen.state, stage.show.audience.caption.text) == (kept, caption)
        assert "as it was" in stage.show.speaker.unseen.text()
        stage.keys("F")
        assert stage.screen.state == stage.picture.state
        assert stage.show.audience.caption.text == stage.show.showing.script.stops[stage.place.stop].caption


@pytest.mark.parametrize(("key", "layer"), [("B", Layer.BLACK), ("W", Layer.WHITE)])
def test_screen_is_covered_and_the_next_key_uncovers_it_without_a_step(qtbot: QtBot, key: str, layer: Layer) -> None:
    with presented(qtbot) as stage:
        stage.keys(key)
        assert stage.show.audience.cover is layer
        picture = stage.show.audience.grab().toImage()
        colour = Qt.GlobalColor.black if layer is Layer.BLACK else Qt.GlobalColor.white
        assert {picture.pixelColor(x, y).name() for x in (5, 900, 1900) for y in (5, 500, 1070)} == {
            "#000000" if colour == Qt.GlobalColor.black else "#ffffff"
        }
        stage.keys("Right")
        assert (stage.show.audience.cover, stage.place) == (None, TourPlace(0))


def test_number_and_overview_jump(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("5", "Return")
        assert stage.place == TourPlace(4)
        stage.keys("Tab")
        assert stage.show.speaker.grid.isVisible()
        stage.keys("Home", "Right", "Return")
        assert (stage.place, stage.show.speaker.grid.isVisible()) == (TourPlace(1), False)
        stage.keys("Alt+Left")
        assert stage.place == TourPlace(4)


def test_click_in_the_overview_or_the_strip_jumps(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        strip = stage.show.speaker.strip
        QTest.mouseClick(strip.viewport(), LEFT, PLAIN, strip.visualRect(strip.model().index(2, 0)).center())
        assert stage.place == TourPlace(2)
        stage.keys("Tab")
        grid = stage.show.speaker.grid
        QTest.mouseClick(grid.viewport(), LEFT, PLAIN, grid.visualRect(grid.model().index(5, 0)).center())
        assert (stage.place, stage.state.layers) == (TourPlace(5), ())


def test_thumbnails_are_painted_one_after_the_other(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        thumbnails = stage.show.thumbnails
        assert not thumbnails.complete
        qtbot.waitUntil(lambda: thumbnails.complete, timeout=60000)
        pictures = [thumbnails.picture(stop) for stop in range(len(stage.show.tour.stops))]
        assert all(picture is not None and not picture.isNull() for picture in pictures)
        # They were painted on a map of their own: the show has not moved.
        assert stage.place == TourPlace(0)


def test_help_is_made_from_the_keys_and_is_not_on_the_audiences_screen(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("?")
        sheet = stage.show.speaker.findChild(Overlay)
        assert sheet is not None
        assert sheet.isVisible()
        assert stage.show.audience.findChildren(Overlay) == []
        stage.keys("Esc")
        assert not sheet.isVisible()
        assert stage.state.layers == ()


def test_nothing_ever_opens_on_the_audiences_screen(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        for command in stage.presenting.commands:
            if stage.presenting.show is not None and command.id not in ("live.break", "live.ask"):
                stage.show.carry_out(command.id)
                for kind in (QDialog, QMenu, Overlay):
                    assert stage.show.audience.findChildren(kind) == []
                assert [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog | QMenu)] == []


def test_pointer_on_the_audiences_screen_hides_while_it_rests(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        audience = stage.show.audience
        audience._idle.setInterval(10)
        QTest.mouseMove(audience.canvas, QPoint(50, 50))
        audience._wake()
        qtbot.waitUntil(lambda: audience.cursor().shape() == Qt.CursorShape.BlankCursor)
        audience._idle.setInterval(60000)
        audience._wake()
        assert audience.cursor().shape() == Qt.CursorShape.ArrowCursor
