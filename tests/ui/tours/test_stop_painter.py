"""Every shipped stop as the audience sees it, at 1920x1080: nothing cut, nothing too small, nothing upon another."""

from __future__ import annotations

from functools import cache

import pytest
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from pytestqt.qtbot import QtBot

from tests.helpers.shipped import shared_book, shipped_atlas
from tests.helpers.widgets import ink
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.touring import StopPicture, caption_text, framed, picture_of
from vmexplorer.atlas.tour import Stop
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.card_growth import card_parts
from vmexplorer.stage.sequence_labels import text_width
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.card_painter import qrect
from vmexplorer.ui.tours import stop_painter
from vmexplorer.ui.tours.stop_painter import (
    CAPTION_SIZE,
    LINES,
    NAMES,
    WINDOW,
    caption_font,
    caption_room,
    map_room,
    stop_image,
    to_picture,
)

FULL = QSize(1920, 1080)
WINDOWED = QSizeF(WINDOW * 16 / 9, WINDOW)
STOPS = {f"{tour.id}-{stop.id}": stop for tour in shipped_atlas().tours.values() for stop in tour.stops}
each_stop = pytest.mark.parametrize("stop", STOPS.values(), ids=list(STOPS))


@cache
def explorer() -> Explorer:
    """One for all stops."""
    return Explorer(shipped_atlas(), book=shared_book())


@cache
def picture(stop: Stop) -> StopPicture:
    """A stop as it looks at its end."""
    return picture_of(explorer(), stop)


@pytest.fixture(autouse=True)
def _letters(qtbot: QtBot) -> None:
    fonts.load()


def lines_of(text: str, room: QRectF) -> int:
    """How many lines a caption takes in a room."""
    metrics = QFontMetricsF(caption_font(WINDOWED))
    taken = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter, text)
    return round(taken.height() / metrics.lineSpacing())


def test_letters_of_the_caption_are_large_enough_for_a_hall() -> None:
    assert CAPTION_SIZE >= 28
    assert caption_font(QSizeF(FULL)).pixelSize() >= 28


@each_stop
def test_the_caption_fits_into_its_band(stop: Stop) -> None:
    assert 1 <= lines_of(caption_text(stop), caption_room(WINDOWED)) <= LINES


@each_stop
def test_what_is_framed_is_wholly_in_the_picture(stop: Stop) -> None:
    shown = picture(stop)
    room = map_room(WINDOWED, caption_text(stop))
    layout = shown.state.layout
    boxes = [box.rect for name in stop.frame for box in framed(layout, name)] or [layout.scene]
    transform = to_picture(shown, caption_text(stop), WINDOWED)
    assert all(room.contains(transform.mapRect(qrect(rect))) for rect in boxes)


@each_stop
def test_every_name_in_the_frame_is_painted_whole_and_large(stop: Stop) -> None:
    shown = picture(stop)
    scale = to_picture(shown, caption_text(stop), WINDOWED).m11()
    pixel = max(1.0, round(1.0 / scale, 2))
    small, cut = [], []
    for card in shown.state.layout.cards:
        if shown.area.united(card.rect) != shown.area:
            continue
        name = card_parts(card, pixel, WINDOW * NAMES).name
        assert name is not None, card.id
        if max(text_width(line, name.size) for line in name.lines) > name.room.width + 1.0:
            cut.append(card.id)
        if name.size * scale < WINDOW / 60:
            small.append((card.id, name.size * scale))
    assert (small, cut) == ([], [])


@each_stop
def test_a_stop_is_painted_with_its_caption(stop: Stop) -> None:
    image = stop_image(ink(), picture(stop), caption_text(stop), FULL)
    band = caption_room(WINDOWED)
    ratio = FULL.height() / WINDOW
    panel, text = ink().role(Role.PANEL).rgb(), ink().role(Role.TEXT).rgb()
    left, right = round(band.left() * ratio) - 8, round(band.right() * ratio) + 8
    rows = range(round(band.top() * ratio) + 2, FULL.height(), 3)
    assert all(image.pixel(x, y) == panel for x in (left, right) for y in rows)
    assert any(image.pixel(x, y) == text for y in rows for x in range(left, right, 2))
    assert len({image.pixel(x, 500) for x in range(0, FULL.width(), 3)}) > 3


def test_what_lies_outside_the_frame_is_paler_and_cards_on_its_border_too() -> None:
    stop = STOPS["not-responding-questions"]
    shown = picture(stop)
    image = stop_image(ink(), shown, "", FULL)
    image.setDevicePixelRatio(1.0)
    ratio = FULL.height() / WINDOW
    transform = to_picture(shown, "", WINDOWED)
    colour: dict[str, QColor] = {}
    for id in ("vpxa", "dcui"):
        card = shown.state.layout.card(id)
        assert card is not None
        place = transform.map(qrect(card.rect).bottomLeft())
        colour[id] = image.pixelColor(round(place.x() * ratio) + 14, round(place.y() * ratio) - 10)
    assert colour["vpxa"] == ink().role(Role.CARD)
    assert colour["dcui"] != ink().role(Role.CARD)


def test_a_small_picture_is_the_large_one_made_small() -> None:
    stop = STOPS["ten-minutes-kernel"]
    small = stop_image(ink(), picture(stop), caption_text(stop), QSize(240, 135))
    assert (small.width(), small.height()) == (240, 135)
    large = stop_image(ink(), picture(stop), caption_text(stop), FULL)
    large.setDevicePixelRatio(1.0)
    scaled = large.scaled(240, 135, mode=Qt.TransformationMode.SmoothTransformation)
    small.setDevicePixelRatio(1.0)
    differences = [
        abs(small.pixelColor(x, y).lightness() - scaled.pixelColor(x, y).lightness())
        for x in range(0, 240, 2)
        for y in range(0, 135, 2)
    ]
    assert sum(differences) / len(differences) < 6


def test_both_lines_of_a_caption_are_about_as_long() -> None:
    text = "hostd starts a VMX; the VMX asks the kernel for worlds, memory and disks, and the monitors begin to run."
    room = caption_room(WINDOWED)
    balanced = stop_painter.balanced(text, WINDOWED)
    assert lines_of(text, balanced) == lines_of(text, room) == 2
    assert balanced.width() < room.width() * 0.7
    assert balanced.center().x() == pytest.approx(room.center().x())
