"""Where the texts of a card stand, so that nothing else is put upon them; all lengths are scene units."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import CardBox
from vmexplorer.stage.sequence_labels import text_width

_PADDING = 13.0
_NAME, _SUBTITLE, _LARGE = 16.0, 13.0, 22.0  # font sizes
_SUMMARY, _SMALL = (
    16.0,
    12.0,
)  # a summary is set as large as its room allows, and left out when the smaller is too large
_LINE = 1.21  # height of a line as a share of its font size
_NARROW = 0.95  # width of the regular font as a share of the semi-bold one's
_BADGE = Rect(-26.0, 4.0, 22.0, 22.0)  # seen from the card's top right corner


class CardTexts(NamedTuple):
    """The parts of a card: its name, its other texts, and what is no text: icon and badge."""

    name: Rect
    others: tuple[Rect, ...]
    marks: tuple[Rect, ...]


def card_texts(card: CardBox) -> CardTexts:
    """The parts of a card; widths of texts are estimated, rather too wide than too narrow."""
    rect = card.rect
    badge = Rect(rect.right + _BADGE.x, rect.y + _BADGE.y, _BADGE.width, _BADGE.height)
    if card.style is CardStyle.BAR:
        return _bar(card, badge)
    if card.style is CardStyle.HERO:
        return _hero(card, badge)
    if card.style is CardStyle.STACK:
        top = rect.y + max(8.0, (rect.height - 70.0) / 2)
        icon = Rect(rect.x + _PADDING, top, 24.0, 24.0)
        return _two_lines(card, icon.x, top + 28.0, rect.width - 2 * _PADDING + 6.0, (icon, badge))
    size = 28.0 if rect.width >= 130 else 24.0
    icon = Rect(rect.x + _PADDING, rect.centre.y - size / 2, size, size)
    left = icon.right + 10.0
    return _two_lines(card, left, rect.centre.y - 20.0, rect.right - left - 8.0, (icon, badge))


def _two_lines(card: CardBox, left: float, top: float, room: float, marks: tuple[Rect, ...]) -> CardTexts:
    name_top = top + (1.0 if card.subtitle else 10.0)
    name = Rect(left, name_top, min(room, text_width(card.name, _NAME)), 20.0)
    subtitle = Rect(left, top + 21.0, min(room, text_width(card.subtitle, _SUBTITLE)), 18.0)
    return CardTexts(name, (subtitle,) if card.subtitle else (), marks)


def _bar(card: CardBox, badge: Rect) -> CardTexts:
    rect = card.rect
    icon = Rect(rect.x + _PADDING, rect.centre.y - 10.0, 20.0, 20.0)
    left, top = icon.right + 10.0, rect.centre.y - 10.0
    name = Rect(left, top, min(rect.right - left - 8.0, text_width(card.name, _NAME)), 20.0)
    # It stands 12 units behind the name, which is narrower than estimated.
    room = max(0.0, rect.right - name.right - 10.0)
    subtitle = Rect(name.right, top, min(room, 12.0 + text_width(card.subtitle, _SUBTITLE)), 20.0)
    return CardTexts(name, (subtitle,) if card.subtitle else (), (icon, badge))


def _hero(card: CardBox, badge: Rect) -> CardTexts:
    rect = card.rect
    left, room = rect.x + 15.0, rect.width - 28.0
    name = Rect(left, rect.y + 54.0, min(room, text_width(card.name, _LARGE)), 28.0)
    subtitle = Rect(left, rect.y + 82.0, min(room, text_width(card.subtitle, 14.0)), 20.0)
    others: tuple[Rect, ...] = (subtitle,) if card.subtitle else ()
    deep = rect.height - 120.0
    # When in doubt it is shown: a label that avoids it for nothing does no harm.
    if card.summary and _height(card.summary, room / _NARROW, _SMALL) <= deep:
        others += (Rect(left, rect.y + 110.0, room, min(deep, _height(card.summary, room, _SUMMARY))),)
    return CardTexts(name, others, (Rect(left, rect.y + 14.0, 34.0, 34.0), badge))


def _height(text: str, room: float, size: float) -> float:
    """About how high a text is when it is broken into lines of a width."""
    lines, used = 1, 0.0
    for word in text.split():
        width = text_width(word, size)
        if used and used + width > room:
            lines, used = lines + 1, 0.0
        used += width + text_width(" ", size)
    return lines * size * _LINE
