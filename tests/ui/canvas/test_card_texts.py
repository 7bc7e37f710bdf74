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


def painted(box: CardBox) -> QImage:
    """A card with its top left corner in that of the picture."""
    picture_ = QImage(round(box.rect.width), round(box.rect.height), QImage.Format.Format_RGB32)
    picture_.fill(ink().role(Role.CANVAS))
    painter = QPainter(picture_)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-box.rect.x, -box.rect.y)
    paint_card(painter, ink(), box, BoxLook(box.id, BoxRole.REST), 1.0)
    painter.end()
    return picture_


def spots(box: CardBox, shown: QImage, colour: QColor) -> Iterator[Point]:
    """The places of the scene at which a card has exactly a colour."""
    width = shown.width()
    pixels = memoryview(shown.constBits()).cast("B").cast("I")
    for place, pixel in enumerate(pixels):
        if pixel == colour.rgb():
            yield Point(box.rect.x + place % width + 0.5, box.rect.y + place // width + 0.5)


@pytest.mark.parametrize("view", VIEWS)
def test_texts_are_painted_where_they_are_expected(view: str) -> None:
    astray, seen = [], 0
    for box in picture(view, "e9").layout.cards:
        name, others, icons = card_texts(box)
        shown = painted(box)
        for colour, rooms in ((ink().role(Role.TEXT), (name,)), (ink().role(Role.SOFT), others + icons)):
            found = list(spots(box, shown, colour))
            seen += len(found)
            if any(not any(room.inflated(1.0).contains(spot) for room in rooms) for spot in found):
                astray.append((box.id, colour.name()))
    assert seen > 500
    assert astray == []


def test_room_of_a_name_is_no_larger_than_it_must_be() -> None:
    for box in picture("overview", "e9").layout.cards:
        found = list(spots(box, painted(box), ink().role(Role.TEXT)))
        name = card_texts(box).name
        used = max(spot.x for spot in found) - min(spot.x for spot in found)
        assert used > 0.7 * name.width, box.id
        assert Rect(*name).height <= 28.0
