"""Where the texts of a card stand, for what must not cover them."""

from __future__ import annotations

import pytest

from tests.helpers.cards import card, within
from tests.helpers.shipped import pictures, some_eras
from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.stage.card_growth import FARTHEST
from vmexplorer.stage.card_texts import card_texts


@pytest.mark.parametrize("style", CardStyle)
def test_texts_stand_on_their_card_one_below_or_beside_the_other(style: CardStyle) -> None:
    box = card(style, 220.0, 200.0, summary="Carries out every task.")
    name, others, marks = card_texts(box)
    for part in (name, *others, *marks):
        assert within(part, box.rect)
    assert all(not name.overlaps(other) for other in (*others, *marks))
    assert all(other.y >= name.bottom - 1.0 or other.x >= name.right for other in others)
    assert len(others) == (2 if style is CardStyle.HERO else 1)


def test_short_name_leaves_most_of_its_line_free() -> None:
    name = card_texts(card(CardStyle.ROW, 300.0, 60.0)).name
    assert name.width < 70.0


def test_long_name_ends_with_the_card() -> None:
    box = card(CardStyle.ROW, 140.0, 60.0, name="a very long name of a component")
    assert card_texts(box).name.right <= box.rect.right - 8.0


@pytest.mark.parametrize("style", CardStyle)
def test_card_without_a_subtitle_has_its_name_alone(style: CardStyle) -> None:
    assert card_texts(card(style, 220.0, 200.0, subtitle="")).others == ()


def test_name_alone_takes_the_middle_of_a_row() -> None:
    alone = card_texts(card(CardStyle.ROW, 220.0, 60.0, subtitle="")).name
    assert alone.centre.y == 50.0


def test_summary_that_cannot_be_shown_takes_no_room() -> None:
    long = "It carries out every task that a client or vCenter orders on this host. " * 3
    assert len(card_texts(card(CardStyle.HERO, 180.0, 190.0, summary=long)).others) == 1
    assert len(card_texts(card(CardStyle.HERO, 600.0, 190.0, summary=long)).others) == 2


@pytest.mark.parametrize("pixel", [1.0, 1.25, 1 / 0.6, 2.5])
def test_text_of_no_shipped_card_leaves_it(pixel: float) -> None:
    astray = set()
    for wiring in pictures(some_eras()):
        for box in wiring.layout.cards:
            texts = card_texts(box, pixel).texts
            if not texts or not all(text.width > 0 and within(text, box.rect) for text in texts):
                astray.add((wiring.layout.view, box.id))
    assert astray == set()


def test_name_takes_more_room_in_a_small_picture() -> None:
    box = card(CardStyle.ROW, 300.0, 80.0)
    large, small = card_texts(box).name, card_texts(box, 2.0).name
    assert small.width > 1.4 * large.width
    assert small.height > 1.4 * large.height


def test_card_that_says_nothing_has_its_marks_alone() -> None:
    box = card(CardStyle.HERO, 220.0, 200.0, summary="Carries out every task.")
    parts = card_texts(box, FARTHEST + 1.0)
    assert parts.name is None
    assert parts.texts == ()
    assert len(parts.marks) == 2
