"""Every picture of every shipped tour as a show paints it at 1920x1080, labs and messages included: all can be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.helpers.painted import Painted, overlaps, recorded
from tests.helpers.presenters import Stage, presented
from tests.helpers.shipped import shipped_atlas
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.presenter.caption_strip import SMALLEST
from vmexplorer.ui.presenter.show_canvas import ShowCanvas

UNDER_WAY = 1.2  # seconds into a step: its message is between sender and receiver


def shot(canvas: ShowCanvas) -> list[Painted]:
    """What stands in the part of the picture that is spoken of."""
    image = QImage(canvas.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(image.rect())
    with recorded() as found:
        canvas.paint_through(painter, canvas.camera)
    painter.end()
    if canvas.screen_shown is not None:
        return found
    area, camera = canvas.focus or canvas.scene, canvas.camera
    seen = QRectF(
        area.x * camera.scale + camera.x,
        area.y * camera.scale + camera.y,
        area.width * camera.scale,
        area.height * camera.scale,
    )
    return [one for one in found if seen.adjusted(-1, -1, 1, 1).contains(one.rect)]


def faults(stage: Stage) -> list[object]:
    """What is wrong with the picture of the audience."""
    caption, canvas = stage.show.audience.caption, stage.screen
    found = shot(canvas)
    room = QRectF(canvas.rect()).adjusted(-1, -1, 1, 1)
    wrong: list[object] = [one.text for one in found if one.is_cut]
    wrong += [("outside", one.text) for one in found if not room.contains(one.rect)]
    wrong += overlaps(found)
    if not found or not caption.fits() or caption.letters().pixelSize() < SMALLEST:
        wrong.append(("caption", caption.text))
    if canvas.geometry().intersects(caption.geometry()):
        wrong.append("caption on the picture")
    return wrong


def walked(stage: Stage) -> dict[str, list[object]]:
    """What is wrong anywhere in a tour; a step is looked at while its message is under way and at its end."""
    wrong: dict[str, list[object]] = {}
    stops = stage.show.tour.stops
    while True:
        place = stage.place
        for moment in ("under way", "at the end"):
            if moment == "at the end":
                stage.let_play()
            elif stage.program.desk.controller.running:
                stage.player_clock.advance(UNDER_WAY)
                stage.program.desk.controller.tick()
            found = faults(stage)
            if found:
                wrong[f"{stops[place.stop].id}, step {place.step}, {moment}"] = found
        stage.keys("PgDown")
        if stage.place == place:
            return wrong


@pytest.mark.parametrize("tour", shipped_atlas().tours)
def test_every_picture_of_a_tour_can_be_read(qtbot: QtBot, tour: str) -> None:
    with presented(qtbot, tour) as stage:
        assert (stage.show.audience.width(), stage.show.audience.height()) == (1920, 1080)
        assert walked(stage) == {}
        assert stage.place.stop == len(stage.show.tour.stops) - 1


def drawn(*texts: tuple[str, QRectF], pill: QRectF | None = None) -> list[Painted]:
    """What is recorded of texts in rooms, and of a pill on top of them."""
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setFont(fonts.font(20.0))
    painter.setBrush(Qt.GlobalColor.white)
    with recorded() as found:
        for text, room in texts:
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap), text)
        if pill is not None:
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.end()
    return found


def test_what_is_cut_covered_or_too_long_is_found(qtbot: QtBot) -> None:
    fonts.load()
    room, below = QRectF(10, 10, 180, 26), QRectF(10, 40, 180, 26)
    assert overlaps(drawn(("hostd", room), ("vpxa", below), pill=QRectF(120, 10, 60, 20))) == []
    assert overlaps(drawn(("hostd", room), ("vpxa", room.translated(20, 6)))) == [("hostd", "vpxa")]
    assert overlaps(drawn(("hostd", room), pill=QRectF(30, 10, 60, 20))) == [("hostd", "")]
    assert overlaps(drawn(("hostd answers, and then rests", room), ("vpxa", below))) == [("and then rests", "vpxa")]
    assert [one.is_cut for one in drawn(("hostd", room), ("host…", room), ("hostd" * 9, room))] == [False, True, True]
