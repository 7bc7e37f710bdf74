"""What is known of the texts of cards without painting them agrees with what is painted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from tests.helpers.shipped import picture
from tests.helpers.widgets import ink
from vmexplorer.drawing.geometry import Point, Rect
from vmexplorer.drawing.layout import CardBox
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.card_texts import card_texts
from vmexplorer.stage.state import BoxLook, BoxRole
from vmexplorer.ui.canvas.card_painter import paint_card

VIEWS = ("overview", "ha", "vm")


def painted(box: CardBox, scale: float = 1.0) -> QImage:
    """A card with its top left corner in that of the picture."""
    size = (round(box.rect.width * scale), round(box.rect.height * scale))
    picture_ = QImage(*size, QImage.Format.Format_RGB32)
    picture_.fill(ink().role(Role.CANVAS))
    painter = QPainter(picture_)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(-box.rect.x, -box.rect.y)
    paint_card(painter, ink(), box, BoxLook(box.id, BoxRole.REST), scale)
    painter.end()
    return picture_


def spots(box: CardBox, shown: QImage, colour: QColor, scale: float = 1.0) -> Iterator[Point]:
    """The places of the scene at which a card has exactly a colour."""
    width = shown.width()
    pixels = memoryview(shown.constBits()).cast("B").cast("I")
    for place, pixel in enumerate(pixels):
        if pixel == colour.rgb():
            x, y = (place % width + 0.5) / scale, (place // width + 0.5) / scale
            yield Point(box.rect.x + x, box.rect.y + y)


@pytest.mark.parametrize("scale", [1.0, 0.9, 0.6, 0.4])
@pytest.mark.parametrize("view", VIEWS)
def test_texts_are_painted_where_they_are_expected(view: str, scale: float) -> None:
    astray, seen = [], 0
    for box in picture(view, "e9").layout.cards:
        name, others, icons = card_texts(box, 1.0 / scale)
        shown = painted(box, scale)
        for colour, rooms in ((ink().role(Role.TEXT), (name,)), (ink().role(Role.SOFT), others + icons)):
            found = list(spots(box, shown, colour, scale))
            seen += len(found)
            if any(not any(room.inflated(1.0 / scale).contains(spot) for room in rooms) for spot in found):
                astray.append((box.id, colour.name()))
    assert seen > 500 * scale * scale
    assert astray == []


def test_room_of_a_name_is_no_larger_than_it_must_be() -> None:
    for box in picture("overview", "e9").layout.cards:
        found = list(spots(box, painted(box), ink().role(Role.TEXT)))
        name = card_texts(box).name
        used = max(spot.x for spot in found) - min(spot.x for spot in found)
        assert used > 0.7 * name.width, box.id
        assert Rect(*name).height <= 28.0


@pytest.mark.parametrize("view", VIEWS)
def test_names_are_on_every_card_of_a_small_picture(view: str) -> None:
    assert [box.id for box in picture(view, "e9").layout.cards if not bright(painted(box, 0.4))] == []


def bright(shown: QImage) -> int:
    """How many pixels are nearly as light as the names of the dark theme; nothing else on a card is."""
    colours = [shown.pixelColor(x, y) for x in range(shown.width()) for y in range(shown.height())]
    return sum(min(colour.red(), colour.green(), colour.blue()) > 190 for colour in colours)
