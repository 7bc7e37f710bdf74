"""How icon and texts are arranged on a card: as designed in a large picture, with room for its name in a small one.

All lengths are scene units; a pixel is the length of one window unit of the picture.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import CardBox

PADDING = 13.0
NARROW = 0.95  # width of the regular font as a share of the semi-bold one's, for which widths are estimated
_RIGHT = 8.0  # free at the right of a text
_NAME, _SUBTITLE = 15.5, 12.5  # font sizes
_BAR_NAME, _BAR_SUBTITLE = 15.0, 13.0
_HERO_NAME, _HERO_SUBTITLE = 22.0, 14.0
_SUMMARY = (16.0, 14.0, 13.0, 12.0)
_SUMMARY_READABLE = 10.0  # in window units
_SHRUNK = 11.0  # a text is made as small as this before it is cut


class Words(NamedTuple):
    """A text in one line or two: where it stands, its font size, and how small it may be made before it is cut.

    ``squeeze`` is the width of its letters as a share of the usual one.
    """

    lines: tuple[str, ...]
    room: Rect
    size: float
    least: float = _SHRUNK
    squeeze: float = 1.0


class CardParts(NamedTuple):
    """What is painted on a card; None for what is left out. The summary is the room of a text of many lines.

    The subtitle of a bar has the room of the whole line: it stands ``gap`` behind the end of the name.
    """

    icon: Rect | None
    name: Words | None
    subtitle: Words | None
    summary: Rect | None = None
    gap: float = 12.0


def designed(card: CardBox) -> CardParts:
    """The arrangement in a picture at natural size or larger."""
    return _DESIGNED[card.style](card)


def summary_sizes(pixel: float) -> tuple[float, ...]:
    """The font sizes at which the summary of a card may be set in a picture, the largest first."""
    least = _SUMMARY_READABLE * pixel
    return tuple(size for size in _SUMMARY if size >= least) or (least,)


def icon_size(card: CardBox) -> float:
    """Width and height of a card's icon."""
    if card.style is CardStyle.ROW:
        return 28.0 if card.rect.width >= 130 else 24.0
    return {CardStyle.STACK: 24.0, CardStyle.BAR: 20.0, CardStyle.HERO: 34.0}[card.style]


def icon_beside(card: CardBox) -> Rect:
    """The icon at the left of the texts."""
    size = icon_size(card)
    return Rect(card.rect.x + PADDING, card.rect.centre.y - size / 2, size, size)


def _row(card: CardBox) -> CardParts:
    """Icon at the left, name and subtitle beside it."""
    icon = icon_beside(card)
    left = icon.right + 10.0
    return _above(card, icon, Rect(left, card.rect.centre.y - 20.0, card.rect.right - left - _RIGHT, 40.0))


def _stack(card: CardBox) -> CardParts:
    """Icon above name and subtitle."""
    rect, size = card.rect, icon_size(card)
    top = rect.y + max(8.0, (rect.height - size - 46.0) / 2)
    icon = Rect(rect.x + PADDING, top, size, size)
    return _above(card, icon, Rect(icon.x, icon.bottom + 4.0, rect.width - 2 * PADDING + 6.0, 40.0))


def _above(card: CardBox, icon: Rect, room: Rect) -> CardParts:
    """Name above subtitle; without one the name takes the middle."""
    line = Rect(room.x, room.y + (1.0 if card.subtitle else 10.0), room.width, 20.0)
    name = Words((card.name,), line, _NAME)
    below = Rect(room.x, room.y + 21.0, room.width, 18.0)
    return CardParts(icon, name, Words((card.subtitle,), below, _SUBTITLE) if card.subtitle else None)


def _bar(card: CardBox) -> CardParts:
    """One slim line: icon, name, subtitle."""
    icon = icon_beside(card)
    left = icon.right + 10.0
    line = Rect(left, card.rect.centre.y - 10.0, card.rect.right - left - _RIGHT, 20.0)
    subtitle = Words((card.subtitle,), line._replace(width=line.width - 2.0), _BAR_SUBTITLE) if card.subtitle else None
    return CardParts(icon, Words((card.name,), line, _BAR_NAME), subtitle)


def _hero(card: CardBox) -> CardParts:
    """A large card that also says in a sentence what it is."""
    rect, size = card.rect, icon_size(card)
    left, room = rect.x + 15.0, rect.width - 28.0
    name = Words((card.name,), Rect(left, rect.y + 54.0, room, 28.0), _HERO_NAME)
    subtitle = Words((card.subtitle,), Rect(left, rect.y + 82.0, room, 20.0), _HERO_SUBTITLE)
    summary = Rect(left, rect.y + 110.0, room, rect.height - 115.0)
    return CardParts(Rect(left, rect.y + 14.0, size, size), name, subtitle if card.subtitle else None, summary)


_DESIGNED: Mapping[CardStyle, Callable[[CardBox], CardParts]] = {
    CardStyle.ROW: _row,
    CardStyle.STACK: _stack,
    CardStyle.BAR: _bar,
    CardStyle.HERO: _hero,
}
