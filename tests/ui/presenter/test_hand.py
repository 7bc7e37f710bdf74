"""The mouse over a picture of the show: pointing, drawing, moving the picture, on both screens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.presenters import Stage, at, hover, part, presented, stroke
from tests.helpers.widgets import wheel
from vmexplorer.drawing.geometry import Point
from vmexplorer.drawing.theme import Role
from vmexplorer.lessons.show_state import Layer
from vmexplorer.lessons.tour_walk import TourPlace

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def pixels_of(stage: Stage, role: Role, place: Point) -> int:
    """How many pixels around a place of the audience's picture nearly have the colour of a role."""
    wanted = stage.screen.ink.role(role)
    image: QImage = stage.screen.grab().toImage()
    middle = at(stage.screen, place)
    found = 0
    for x in range(middle.x() - 14, middle.x() + 15):
        for y in range(middle.y() - 14, middle.y() + 15):
            colour = image.pixelColor(x, y)
            gap = max(abs(colour.red() - wanted.red()), abs(colour.green() - wanted.green()))
            found += gap < 60 and abs(colour.blue() - wanted.blue()) < 60
    return found


def test_laser_is_seen_on_the_audiences_screen_and_fades(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        place = Point(420.0, 330.0)
        stage.keys("L")
        before = pixels_of(stage, Role.FAULT, place)
        hover(stage.picture, at(stage.picture, place))
        assert pixels_of(stage, Role.FAULT, place) > before + 20
        stage.clock.advance(2.0)
        assert pixels_of(stage, Role.FAULT, place) == before


@pytest.mark.parametrize("key", ["K", "Z"])
def test_tool_is_seen_where_the_pointer_rests(qtbot: QtBot, key: str) -> None:
    with presented(qtbot) as stage:
        place = Point(420.0, 330.0)
        QCursor.setPos(stage.picture.mapToGlobal(at(stage.picture, place)))
        stage.picture.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        stage.keys(key)
        showing = stage.show.showing
        tool = showing.spot or showing.lens
        assert tool is not None
        assert abs(tool.place.x - place.x) + abs(tool.place.y - place.y) < 4.0


def test_laser_goes_out_when_its_key_is_let_go_in_another_program(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.show.speaker.activateWindow()
        qtbot.waitUntil(stage.show.speaker.isActiveWindow)
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
        QApplication.sendEvent(stage.show.speaker, held)
        assert stage.show.showing.pointing
        stage.show.audience.activateWindow()
        qtbot.waitUntil(lambda: not stage.show.speaker.isActiveWindow())
        assert not stage.show.showing.pointing


def test_ink_is_drawn_on_both_screens_and_gone_on_the_next_stop(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("D")
        before = pixels_of(stage, Role.FAULT, Point(450.0, 330.0))
        stroke(stage.picture, *[at(stage.picture, Point(x, 330.0)) for x in range(400, 500, 10)])
        assert stage.place == TourPlace(0)
        assert pixels_of(stage, Role.FAULT, Point(450.0, 330.0)) > before + 60
        stage.keys("PgDown")
        assert stage.show.showing.sketch.strokes == ()


def test_pen_on_the_audiences_screen_draws_as_well(qtbot: QtBot) -> None:
    with presented(qtbot, screens=1) as stage:
        stage.keys("D")
        stroke(stage.screen, *[at(stage.screen, Point(x, 320.0)) for x in range(400, 500, 10)])
        assert len(stage.show.showing.sketch.strokes) == 1
        drawn = stage.show.showing.sketch.strokes[0]
        assert abs(drawn.points[0].x - 400.0) < 2.0


def test_frozen_ink_stays_while_the_speaker_draws_on(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        place = Point(450.0, 330.0)
        stage.keys("D", "F")
        before = pixels_of(stage, Role.FAULT, place)
        stroke(stage.picture, *[at(stage.picture, Point(x, 330.0)) for x in range(400, 500, 10)])
        assert pixels_of(stage, Role.FAULT, place) == before
        stage.keys("F")
        assert pixels_of(stage, Role.FAULT, place) > before + 60


def test_spotlight_darkens_all_but_a_part(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        corner = QPoint(5, 5)
        before = stage.screen.grab().toImage().pixelColor(corner).lightness()
        stage.keys("K")
        hover(stage.picture, part(stage.picture, "hostd"))
        assert stage.show.showing.spot is not None
        assert stage.show.showing.spot.component == "hostd"
        image = stage.screen.grab().toImage()
        assert image.pixelColor(corner).lightness() < before / 2
        assert image.pixelColor(part(stage.screen, "hostd") - QPoint(0, 40)).lightness() > before / 2


def test_lens_enlarges_what_lies_under_the_pointer(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        before = stage.screen.grab().toImage()
        stage.keys("Z")
        hover(stage.picture, part(stage.picture, "hostd"))
        image = stage.screen.grab().toImage()
        assert image.pixelColor(part(stage.screen, "hostd")).isValid()
        assert image != before
        wheel(stage.picture, 1)
        assert stage.show.showing.lens is not None
        assert stage.show.showing.lens.power == 2.5
        assert stage.picture.camera == stage.picture.camera
        stage.keys("Z")
        assert stage.screen.grab().toImage() == before


def test_wheel_zooms_both_pictures_around_the_pointer(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        middle = QPointF(stage.picture.rect().center())
        held = stage.picture.to_scene(middle)
        wheel(stage.picture, 2)
        assert abs(stage.picture.to_scene(middle).x - held.x) < 2.0
        ours, theirs = stage.picture.seen(), stage.screen.seen()
        assert abs(ours.centre.x - theirs.centre.x) < 3.0
        assert abs(ours.width - theirs.width) < 6.0


def test_drag_moves_both_pictures_and_is_no_step(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        wheel(stage.picture, 3)
        before = stage.screen.seen()
        stroke(stage.picture, QPoint(300, 200), QPoint(260, 200), QPoint(200, 200))
        assert stage.screen.seen().x > before.x + 20
        assert stage.place == TourPlace(0)
        stage.keys("V")
        assert stage.screen.seen() != before


def test_frozen_picture_does_not_follow_the_hand(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("F")
        before = stage.screen.camera
        wheel(stage.picture, 3)
        assert stage.screen.camera == before
        stage.keys("F")
        assert stage.screen.camera != before


def test_line_between_parts_is_chosen_too(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        state = stage.picture.state
        assert state is not None
        found = None
        for wire in state.rest:
            place = at(stage.picture, wire.path.at(0.5)[0])
            hit = stage.picture.hit(QPointF(place))
            if hit.links and stage.picture.rect().contains(place):
                found = place
                break
        assert found is not None
        QTest.mouseClick(stage.picture, LEFT, PLAIN, found)
        assert stage.program.desk.controller.explorer.now.link
        assert stage.state.innermost is Layer.DETAILS
        assert "→" in stage.show.speaker.notes.part.text()


def test_ground_inside_a_frame_is_no_part(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        state = stage.picture.state
        assert state is not None
        zone = next(zone for zone in state.layout.zones if zone.component and zone.title)
        QTest.mouseClick(stage.picture, LEFT, PLAIN, at(stage.picture, zone.title_rect.centre))
        assert stage.program.desk.controller.explorer.now.component == zone.component
        assert stage.place == TourPlace(0)


def test_eraser_and_undo_by_hand(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("D")
        for y in (320.0, 380.0):
            stroke(stage.picture, *[at(stage.picture, Point(x, y)) for x in range(400, 500, 10)])
        stage.keys("E")
        stroke(stage.picture, at(stage.picture, Point(450.0, 320.0)))
        assert len(stage.show.showing.sketch.strokes) == 1
        stage.keys("Ctrl+Z")
        assert len(stage.show.showing.sketch.strokes) == 2


def test_what_is_paled_is_clear_in_the_spotlight_and_under_the_lens(qtbot: QtBot) -> None:
    with presented(qtbot, "vpxd-vpxa-hostd", stop=6) as stage:
        stage.keys("Right")
        stage.let_play()
        card = next(card for card in stage.screen.state.layout.cards if card.component == "ntpd")
        name = Point(card.rect.centre.x, card.rect.centre.y - 4)
        before = pixels_of(stage, Role.TEXT, name)
        for key in ("K", "Z"):
            stage.keys(key)
            hover(stage.picture, at(stage.picture, card.rect.centre))
            assert pixels_of(stage, Role.TEXT, name) > before + 15
            stage.keys("Esc")
