"""Where the texts of a card stand, so that nothing else is put upon them; all lengths are scene units."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import CardBox
from vmexplorer.stage.card_growth import card_parts
from vmexplorer.stage.card_parts import NARROW, CardParts, Words, summary_sizes
from vmexplorer.stage.sequence_labels import text_width

_LINE = 1.21  # height of a line as a share of its font size
_BADGE = Rect(-26.0, 4.0, 22.0, 22.0)  # seen from the card's top right corner


class CardTexts(NamedTuple):
    """The parts of a card: its name, its other texts, and what is no text: icon and badge."""

    name: Rect | None
    others: tuple[Rect, ...]
    marks: tuple[Rect, ...]

    @property
    def texts(self) -> tuple[Rect, ...]:
        """All texts."""
        return self.others if self.name is None else (self.name, *self.others)


def card_texts(card: CardBox, pixel: float = 1.0) -> CardTexts:
    """The parts of a card; widths of texts are estimated, rather too wide than too narrow.

    Args:
        card: a card of a picture.
        pixel: scene units to one window unit of it.
    """
    rect, parts = card.rect, card_parts(card, pixel)
    badge = Rect(rect.right + _BADGE.x, rect.y + _BADGE.y, _BADGE.width, _BADGE.height)
    marks = (badge,) if parts.icon is None else (parts.icon, badge)
    if parts.name is None:
        return CardTexts(None, (), marks)
    name = _taken(parts.name)
    others: tuple[Rect, ...] = ()
    if parts.subtitle is not None:
        subtitle = _taken(parts.subtitle)
        others = (_behind(name, subtitle, parts) if card.style is CardStyle.BAR else subtitle,)
    return CardTexts(name, (*others, *_summary(card, parts, pixel)), marks)


def _taken(words: Words) -> Rect:
    widest = max(text_width(line, ceil(words.size)) for line in words.lines)
    return words.room._replace(width=min(words.room.width, widest))


def _behind(name: Rect, subtitle: Rect, parts: CardParts) -> Rect:
    """The subtitle of a bar; the name that it stands behind is narrower than estimated."""
    end = parts.subtitle.room.right if parts.subtitle else name.right
    return subtitle._replace(x=name.right, width=max(0.0, min(end - name.right, parts.gap + subtitle.width)))


def _summary(card: CardBox, parts: CardParts, pixel: float) -> tuple[Rect, ...]:
    """The summary, if it is shown; when in doubt it is: a label that avoids it for nothing does no harm."""
    if parts.summary is None or not card.summary:
        return ()
    room, sizes = parts.summary._replace(height=parts.summary.height - 5.0), summary_sizes(pixel)
    if _height(card.summary, room.width / NARROW, sizes[-1]) > room.height:
        return ()
    return (room._replace(height=min(room.height, _height(card.summary, room.width, sizes[0]))),)


def _height(text: str, room: float, size: float) -> float:
    """About how high a text is when it is broken into lines of a width."""
    lines, used = 1, 0.0
    for word in text.split():
        width = text_width(word, size)
        if used and used + width > room:
            lines, used = lines + 1, 0.0
        used += width + text_width(" ", size)
    return lines * size * _LINE
