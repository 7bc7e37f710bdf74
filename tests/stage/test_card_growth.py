"""Names that can be read in a small picture, on every card that has room for them."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.cards import card, within
from tests.helpers.shipped import pictures, some_eras
from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import CardBox
from vmexplorer.drawing.theme import NAMES
from vmexplorer.stage.card_fitting import LEAST
from vmexplorer.stage.card_growth import FARTHEST, card_parts, ghost_name
from vmexplorer.stage.card_parts import CardParts, Words, designed
from vmexplorer.stage.sequence_labels import text_width

DESK, LAPTOP, BESIDE_A_PANEL = (1240.0, 820.0), (800.0, 502.0), (497.0, 502.0)  # window units for the map
WIDTHS = tuple(range(320, 60, -4))
WORDS = st.text("abcdefghmwABCM", min_size=1, max_size=12)
CARDS = st.builds(
    card,
    st.sampled_from(CardStyle),
    st.floats(40.0, 400.0),
    st.floats(30.0, 300.0),
    st.lists(WORDS, min_size=1, max_size=3).map(" ".join),
    st.one_of(st.just(""), WORDS),
    st.one_of(st.just(""), WORDS),
)


def shipped(room: tuple[float, float] = DESK) -> list[tuple[CardBox, float]]:
    """Every card with the pixel of its map in a room of the window."""
    layouts = [wiring.layout for wiring in pictures(some_eras())]
    pixels = [max(layout.width / room[0], layout.height / room[1]) for layout in layouts]
    return [(box, pixel) for layout, pixel in zip(layouts, pixels, strict=True) for box in layout.cards]


def name_of(parts: CardParts) -> Words:
    assert parts.name is not None
    return parts.name


def taken(words: Words) -> Rect:
    """What a text covers of its room."""
    widest = max(text_width(line, words.size) for line in words.lines)
    return words.room._replace(width=min(words.room.width, widest))


# Large pictures


def test_nothing_changes_in_a_picture_at_natural_size_or_larger() -> None:
    assert [box for box, _ in shipped() for pixel in (0.3, 0.9, 1.0) if card_parts(box, pixel) != designed(box)] == []


def test_card_whose_name_is_large_enough_stays_as_designed() -> None:
    assert card_parts(card(CardStyle.ROW, 220.0, 60.0), 1.15) == designed(card(CardStyle.ROW, 220.0, 60.0))


# Small pictures


@pytest.mark.parametrize(("room", "share"), [(DESK, 0.99), (LAPTOP, 0.95), (BESIDE_A_PANEL, 0.7)])
def test_names_of_nearly_all_shipped_cards_can_be_read_with_ease(room: tuple[float, float], share: float) -> None:
    sizes = [name_of(card_parts(box, pixel)).size / pixel for box, pixel in shipped(room)]
    assert min(sizes) >= LEAST - 0.5
    assert sum(size >= 0.83 * NAMES for size in sizes) > share * len(sizes)


@pytest.mark.parametrize("room", [DESK, LAPTOP, BESIDE_A_PANEL])
def test_no_shipped_name_is_cut(room: tuple[float, float]) -> None:
    names = {box.name: name_of(card_parts(box, pixel)) for box, pixel in shipped(room)}
    assert [text for text, name in names.items() if taken(name).width >= name.room.width] == []


def test_name_grows_as_its_card_becomes_small_on_the_screen() -> None:
    sizes = [name_of(card_parts(card(CardStyle.ROW, 400.0, 120.0), pixel)).size for pixel in (1.0, 1.5, 2.0, 2.5)]
    assert all(before < after for before, after in pairwise(sizes))
    assert sizes[-1] == pytest.approx(NAMES * 2.5, abs=1.0)


def test_subtitle_goes_before_the_icon_and_the_name_is_broken_before_it_is_cut() -> None:
    seen = [card_parts(card(CardStyle.ROW, width, 68.0, "vSphere Client", "in browsers"), 2.0) for width in WIDTHS]
    shown = [(parts.icon is not None, parts.subtitle is not None, len(name_of(parts).lines)) for parts in seen]
    order = [(True, True, 1), (True, False, 1), (True, False, 2), (False, False, 2), (False, False, 1)]
    assert list(dict.fromkeys(shown)) == order
    assert all(name_of(parts).size >= 0.85 * 26.0 for parts in seen if parts.icon)


def test_name_without_an_icon_begins_at_the_left() -> None:
    parts = card_parts(card(CardStyle.ROW, 120.0, 68.0, "vSphere Client"), 2.0)
    assert parts.icon is None
    assert name_of(parts).room.x < 10.0 + 13.0


def test_large_card_has_a_larger_name_than_others() -> None:
    hero, row = (name_of(card_parts(card(style, 300.0, 260.0), 2.0)) for style in (CardStyle.HERO, CardStyle.ROW))
    assert hero.size > 1.2 * row.size


def test_name_too_long_for_its_card_is_cut_at_the_least_size() -> None:
    name = name_of(card_parts(card(CardStyle.STACK, 90.0, 80.0, "extraordinarily"), 2.0))
    assert name.lines == ("extraordinarily",)
    assert name.size == name.least == LEAST * 2.0


@pytest.mark.parametrize("style", CardStyle)
def test_nothing_is_said_in_a_picture_as_small_as_a_thumbnail(style: CardStyle) -> None:
    parts = card_parts(card(style, 220.0, 200.0, summary="Carries out every task."), FARTHEST + 0.1)
    assert (parts.name, parts.subtitle, parts.summary) == (None, None, None)
    assert parts.icon is not None


def test_line_too_high_for_its_card_is_left_out() -> None:
    assert card_parts(card(CardStyle.BAR, 300.0, 20.0), 3.9).name is None
    assert card_parts(card(CardStyle.HERO, 40.0, 50.0, "A", ""), 4.0).name is None


@given(CARDS, st.floats(1.0, FARTHEST), st.sampled_from([NAMES, 16.0]))
def test_parts_of_any_card_in_any_picture_stay_on_it_and_apart(box: CardBox, pixel: float, readable: float) -> None:
    parts = card_parts(box, pixel, readable)
    if parts == designed(box) or parts.name is None:
        return
    texts = [taken(parts.name)]
    if parts.subtitle is not None and box.style is not CardStyle.BAR:
        texts.append(taken(parts.subtitle))
    assert all(within(text, box.rect) for text in texts)
    shown = [*texts, *([parts.icon] if parts.icon else []), *([parts.summary] if parts.summary else [])]
    assert [(a, b) for a, b in product(shown, shown) if a is not b and a.inflated(-0.01).overlaps(b)] == []
    assert parts.name.size <= max(name_of(designed(box)).size, 1.25 * readable * pixel)
    assert parts.name.size >= min(parts.name.least, name_of(designed(box)).size) - 1.0


# Ghosts


def test_name_of_a_ghost_is_as_designed_in_a_large_picture() -> None:
    box = card(CardStyle.ROW, 220.0, 60.0)
    assert ghost_name(box) == Words(("hostd",), box.rect, 14.0)


@given(CARDS, st.floats(1.01, FARTHEST))
def test_name_of_a_ghost_fits_its_outline(box: CardBox, pixel: float) -> None:
    name = ghost_name(box, pixel)
    if name is not None:
        assert max(text_width(line, name.size) for line in name.lines) <= box.rect.width - 15.9
        assert len(name.lines) * name.size <= box.rect.height
        assert name.size >= LEAST * pixel


def test_name_of_a_ghost_can_be_read_in_a_small_picture() -> None:
    name = ghost_name(card(CardStyle.STACK, 140.0, 88.0, "vSphere Web Client"), 2.0)
    assert name is not None
    assert name.lines == ("vSphere", "Web Client")
    assert name.size > 20.0
