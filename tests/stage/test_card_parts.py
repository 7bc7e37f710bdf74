"""How a card is arranged in a picture at natural size: as it was designed, to the unit."""

from __future__ import annotations

import pytest

from tests.helpers.cards import card
from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.drawing.geometry import Rect
from vmexplorer.stage.card_parts import CardParts, Words, designed, summary_sizes

DESIGNED = {
    CardStyle.ROW: CardParts(
        Rect(23.0, 106.0, 28.0, 28.0),
        Words(("hostd",), Rect(61.0, 101.0, 161.0, 20.0), 15.5),
        Words(("host agent",), Rect(61.0, 121.0, 161.0, 18.0), 12.5),
    ),
    CardStyle.STACK: CardParts(
        Rect(23.0, 85.0, 24.0, 24.0),
        Words(("hostd",), Rect(23.0, 114.0, 200.0, 20.0), 15.5),
        Words(("host agent",), Rect(23.0, 134.0, 200.0, 18.0), 12.5),
    ),
    CardStyle.BAR: CardParts(
        Rect(23.0, 110.0, 20.0, 20.0),
        Words(("hostd",), Rect(53.0, 110.0, 169.0, 20.0), 15.0),
        Words(("host agent",), Rect(53.0, 110.0, 167.0, 20.0), 13.0),
    ),
    CardStyle.HERO: CardParts(
        Rect(25.0, 34.0, 34.0, 34.0),
        Words(("hostd",), Rect(25.0, 74.0, 192.0, 28.0), 22.0),
        Words(("host agent",), Rect(25.0, 102.0, 192.0, 20.0), 14.0),
        Rect(25.0, 130.0, 192.0, 85.0),
    ),
}


@pytest.mark.parametrize("style", CardStyle)
def test_everything_has_its_designed_place(style: CardStyle) -> None:
    assert designed(card(style, 220.0, 200.0)) == DESIGNED[style]


def test_name_alone_takes_the_middle() -> None:
    name = designed(card(CardStyle.ROW, 220.0, 60.0, subtitle="")).name
    assert name is not None
    assert name.room.centre.y == 50.0


def test_slim_row_has_a_smaller_icon() -> None:
    icons = [designed(card(CardStyle.ROW, width, 60.0)).icon for width in (129.0, 130.0)]
    assert [icon and icon.width for icon in icons] == [24.0, 28.0]


def test_low_stack_keeps_a_margin_above_its_icon() -> None:
    icon = designed(card(CardStyle.STACK, 100.0, 70.0)).icon
    assert icon is not None
    assert icon.y == 28.0


def test_summary_is_set_in_sizes_that_can_be_read() -> None:
    assert summary_sizes(1.0) == (16.0, 14.0, 13.0, 12.0)
    assert summary_sizes(1.35) == (16.0, 14.0)
    assert summary_sizes(2.0) == (20.0,)
