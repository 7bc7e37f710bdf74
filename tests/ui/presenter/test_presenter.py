"""A speaker gives a show: through the tour, live, and to its end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.helpers.presenters import LAPTOP, PROJECTOR, TOUR, part, presented, press_key, staged
from vmexplorer.app.deep_link import link_to
from vmexplorer.errors import UnknownNameError, UsageError
from vmexplorer.lessons.show_state import Layer
from vmexplorer.lessons.tour_walk import TourPlace
from vmexplorer.playback.motion import EXPLORE, PRESENTATION
from vmexplorer.ui.dialogs.overlay import Overlay
from vmexplorer.ui.presenter.presenting import Here
from vmexplorer.ui.presenter.report_sheet import ReportSheet

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
        stage.keys("Esc")
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
        qtbot.waitUntil(lambda: thumbnails.complete, timeout=20000)
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


def test_two_esc_end_the_show_and_bring_the_window_back_as_it_was(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        desk = stage.program.desk
        desk.show_view("vm")
        desk.tell("F01")
        desk.controller.go_to_step(2)
        desk.window.canvas.zoom(1.5)
        before, camera = link_to(desk.controller.explorer), desk.window.canvas.camera
        stage.presenting.start(TOUR, 2)
        assert desk.controller.explorer.motion is PRESENTATION
        stage.keys("Right", "Esc")
        assert stage.state.said == "Esc again to end."
        stage.keys("Esc")
        assert stage.presenting.show is None
        assert desk.window.isVisible()
        assert link_to(desk.controller.explorer) == before
        assert desk.window.canvas.camera == camera
        assert desk.controller.explorer.motion is EXPLORE
        assert desk.controller.explorer.now.overlays == ()


def test_times_of_the_stops_are_told_at_the_end(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("Right")
        stage.clock.advance(75.0)
        stage.keys("Esc", "Esc")
        sheet = stage.program.window.findChild(ReportSheet)
        assert sheet is not None
        assert sheet.isVisible()
        QTest.mouseClick(sheet.copy_button, LEFT)
        lines = QApplication.clipboard().text().splitlines()
        assert lines[0] == "stop,title,planned seconds,seconds"
        assert lines[2].endswith(",75")
        sheet.close()


def test_show_without_a_step_tells_no_times(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("Esc", "Esc")
        assert stage.program.window.findChild(ReportSheet) is None


def test_screen_saver_is_held_back_for_as_long_as_the_show_lasts(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        assert stage.wakefulness.held == f"Presenting {stage.show.tour.name}"
        stage.keys("Esc", "Esc")
        assert stage.wakefulness.held == ""


def test_speaker_is_told_when_the_screen_saver_cannot_be_held_back(qtbot: QtBot) -> None:
    with presented(qtbot, able=False) as stage:
        assert "cannot be held back" in stage.show.speaker.said.text()
        stage.keys("Right")
        assert stage.show.speaker.said.text() == ""


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


def test_window_closed_by_the_system_ends_the_show(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.show.audience.close()
        assert stage.presenting.show is None
        assert stage.program.window.isVisible()


def test_question_for_the_end_is_forgotten_after_two_seconds(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("Esc")
        stage.clock.advance(2.1)
        stage.show._forget_question()
        assert stage.state.said == ""
        stage.keys("Esc")
        assert stage.presenting.show is not None


def test_f5_begins_at_the_start_and_shift_f5_where_one_is(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        stage.presenting.current = lambda: Here(TOUR, 3)
        press_key(stage.program.window, "F5")
        assert (stage.show.tour.id, stage.place) == (TOUR, TourPlace(0))
        stage.presenting.stop()
        press_key(stage.program.window, "Shift+F5")
        assert (stage.show.tour.id, stage.place) == (TOUR, TourPlace(3))


def test_shift_f5_takes_up_the_show_that_was_ended(qtbot: QtBot) -> None:
    with presented(qtbot, stop=2) as stage:
        stage.keys("Esc", "Esc")
        press_key(stage.program.window, "Shift+F5")
        assert (stage.show.tour.id, stage.place) == (TOUR, TourPlace(2))


def test_f5_without_a_tour_in_mind_shows_the_first(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        press_key(stage.program.window, "F5")
        assert stage.show.tour is stage.program.desk.tours.library.tours[0]


def test_the_tour_that_is_walked_in_the_window_is_presented(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        stage.program.desk.tours.open("two-banks/files")
        press_key(stage.program.window, "Shift+F5")
        assert (stage.show.tour.id, stage.place) == ("two-banks", TourPlace(3))


def test_button_offers_all_tours(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        stage.program.window.top_bar.present.click()
        menu = stage.program.window.findChildren(QMenu)[-1]
        texts = [action.text() for action in menu.actions()]
        assert len(texts) == len(stage.program.desk.controller.explorer.atlas.tours)
        menu.actions()[1].trigger()
        menu.close()
        assert stage.show.tour.name in texts[1]


def test_unknown_tour_or_stop_is_refused(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        with pytest.raises(UnknownNameError, match="there is no tour 'ten minuts'"):
            stage.presenting.start("ten minuts")
        with pytest.raises(UsageError, match=r"has the stops 1 to \d+, and no 99"):
            stage.presenting.start(TOUR, 98)
        assert stage.presenting.show is None
