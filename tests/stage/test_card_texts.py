"""Where the texts of a card stand, for what must not cover them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.helpers.shipped import pictures, some_eras
from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import CardBox
from vmexplorer.stage.card_texts import card_texts


@dataclass(frozen=True)
class Texts:
    name: str = "hostd"
    subtitle: str = "host agent"
    summary: str = ""


def card(style: CardStyle, width: float, height: float, texts: Texts) -> CardBox:
    rect = Rect(10.0, 20.0, width, height)
    return CardBox("a", "a", Kind.KERNEL, style, texts.name, texts.subtitle, texts.summary, "", rect, "")


@pytest.mark.parametrize("style", CardStyle)
def test_texts_stand_on_their_card_one_below_or_beside_the_other(style: CardStyle) -> None:
    box = card(style, 220.0, 200.0, Texts(summary="Carries out every task."))
    name, others, marks = card_texts(box)
    for part in (name, *others, *marks):
        assert within(part, box.rect)
    assert all(not name.overlaps(other) for other in (*others, *marks))
    assert all(other.y >= name.bottom - 1.0 or other.x >= name.right for other in others)
    assert len(others) == (2 if style is CardStyle.HERO else 1)


def within(part: Rect, whole: Rect) -> bool:
    """Whether a rectangle lies in another, but for a rounding error."""
    around = whole.inflated(0.01)
    across = around.x <= part.x and part.right <= around.right
    return across and around.y <= part.y and part.bottom <= around.bottom


def test_short_name_leaves_most_of_its_line_free() -> None:
    name = card_texts(card(CardStyle.ROW, 300.0, 60.0, Texts())).name
    assert name.width < 70.0


def test_long_name_ends_with_the_card() -> None:
    box = card(CardStyle.ROW, 140.0, 60.0, Texts(name="a very long name of a component"))
    assert card_texts(box).name.right <= box.rect.right - 8.0


@pytest.mark.parametrize("style", CardStyle)
def test_card_without_a_subtitle_has_its_name_alone(style: CardStyle) -> None:
    assert card_texts(card(style, 220.0, 200.0, Texts(subtitle=""))).others == ()


def test_name_alone_takes_the_middle_of_a_row() -> None:
    alone = card_texts(card(CardStyle.ROW, 220.0, 60.0, Texts(subtitle=""))).name
    assert alone.centre.y == 50.0


def test_summary_that_cannot_be_shown_takes_no_room() -> None:
    long = Texts(summary="It carries out every task that a client or vCenter orders on this host. " * 3)
    assert len(card_texts(card(CardStyle.HERO, 180.0, 190.0, long)).others) == 1
    assert len(card_texts(card(CardStyle.HERO, 600.0, 190.0, long)).others) == 2


def test_text_of_no_shipped_card_leaves_it() -> None:
    astray = set()
    for wiring in pictures(some_eras()):
        for box in wiring.layout.cards:
            name, others, _ = card_texts(box)
            if not all(text.width > 0 and within(text, box.rect) for text in (name, *others)):
                astray.add((wiring.layout.view, box.id))
    assert astray == set()
