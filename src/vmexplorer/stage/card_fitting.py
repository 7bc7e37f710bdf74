"""One way to fill a card in a small picture: how large its texts can be, and where icon and texts stand then.

All lengths are scene units; a pixel is the length of one window unit of the picture.
"""

from __future__ import annotations

from math import floor
from typing import NamedTuple

from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import CardBox
from vmexplorer.stage.card_parts import NARROW, PADDING, CardParts, Words, designed, icon_beside, icon_size
from vmexplorer.stage.sequence_labels import broken, text_width

LEAST = 8.0  # font size of a name in window units at which it is cut rather than made smaller
_SUBTITLE, _SUBTITLE_LEAST = 10.0, 9.2  # font sizes in window units: wanted, and what is left out below
_ONE, _EACH_OF_TWO, _IN_A_BAR, _BELOW = 1.25, 1.15, 1.1, 1.44  # heights of lines as shares of their font sizes
_HEADROOM = 0.22  # from the top of a line to that of its letters, likewise
_MARGIN = 4.0  # above and below the texts
_AIR = 6.0  # the same again when there are three lines
_TIGHT = 5.0  # around a name that is squeezed
_NARROWEST = 0.8  # width of squeezed letters as a share of the usual one
_BARE = 9.0  # left of texts without an icon
_BELOW_ICON = 5.0
_CORNER = (26.0, 22.0)  # width and height of what badge and mark of a running process take at the upper right
_BESIDE = 20.0  # by which a text is narrower that must not run under them


class Way(NamedTuple):
    """What a card shows, in how many lines its name stands, and from which share of the wanted size on that will do."""

    icon: bool
    subtitle: bool
    lines: int
    enough: float


class Fitting:
    """A card filled in one way."""

    def __init__(self, card: CardBox, pixel: float, wanted: float, way: Way) -> None:
        self._card, self._pixel, self._way = card, pixel, way
        self._bar = card.style is CardStyle.BAR
        drawn = designed(card)
        self._name_size = drawn.name.size if drawn.name else 0.0
        self._subtitle_size = drawn.subtitle.size if drawn.subtitle else 0.0
        self._wanted = max(self._name_size, wanted)
        self._column = _column(card, way.icon)
        self._line = _IN_A_BAR if self._bar else _ONE if way.lines == 1 else _EACH_OF_TWO

    def parts(self) -> CardParts | None:
        """The name as large as there is room, up to the wanted size; None when the card cannot be filled so."""
        texts = (self._card.name,) if self._way.lines == 1 else broken(self._card.name)
        if len(texts) != self._way.lines or (self._way.subtitle and not self._card.subtitle):
            return None
        found = self._fitted(texts, self._column)
        if found is not None and found.name is not None and self._under_the_corner(found.name):
            return self._fitted(texts, self._column._replace(width=self._column.width - _BESIDE))
        return found

    def cut(self) -> CardParts:
        """The name in one line of the least size, however long it is."""
        size = max(1.0, floor(LEAST * self._pixel))
        if self._column.height < size * self._line:
            return CardParts(None, None, None)
        return self._placed((self._card.name,), size, 0.0, self._column)

    def squeezed(self) -> CardParts | None:
        """The name alone at the wanted size, its letters as narrow as needed; None when the card is too low."""
        rect = self._card.rect
        texts = (self._card.name,) if self._way.lines == 1 else broken(self._card.name)
        column = Rect(rect.x + _TIGHT, rect.y + _TIGHT / 2, rect.width - 2 * _TIGHT, rect.height - _TIGHT)
        size = floor(min(self._wanted, column.height / (len(texts) * _EACH_OF_TWO)))
        if len(texts) != self._way.lines or size < 1:
            return None
        widest = max(text_width(text, 1.0) for text in texts)
        squeeze = min(1.0, column.width / (widest * size))
        if squeeze < _NARROWEST:
            size, squeeze = max(1, floor(size * squeeze / _NARROWEST)), _NARROWEST
        high = len(texts) * _EACH_OF_TWO * size
        line = Rect(column.x, rect.centre.y - high / 2, column.width, high)
        return CardParts(None, Words(texts, line, size, LEAST * self._pixel, squeeze), None)

    def _fitted(self, texts: tuple[str, ...], column: Rect) -> CardParts | None:
        widest = max(text_width(text, 1.0) for text in texts)
        below = self._beneath(column.width) if self._way.subtitle and not self._bar else 0.0
        taken = below * _BELOW + (_AIR if below and len(texts) == 2 else 0.0)
        room = (column.height - taken) / (len(texts) * self._line)
        size = _whole(min(self._wanted, column.width / widest, room), self._name_size)
        if self._way.subtitle and self._bar:
            below = self._beneath(column.width - widest * size - _gap(size))
        if size < 1.0 or (self._way.subtitle and not below):
            return None
        return self._placed(texts, size, below, column)

    def _beneath(self, room: float) -> float:
        """The font size of the subtitle in a width; 0 when it would be too small."""
        wanted = max(self._subtitle_size, _SUBTITLE * self._pixel)
        size = min(wanted, room / (text_width(self._card.subtitle, 1.0) * NARROW))
        return _whole(size, self._subtitle_size) if size >= _SUBTITLE_LEAST * self._pixel else 0.0

    def _placed(self, texts: tuple[str, ...], size: float, below: float, column: Rect) -> CardParts:
        """Everything in its place, in the middle of the card; on a large card from its top."""
        high, low = len(texts) * self._line * size, 0.0 if self._bar else below * _BELOW
        icon = self._icon(high + low)
        top = self._card.rect.centre.y - (high + low) / 2
        if self._card.style is CardStyle.HERO:
            top = column.y
        elif self._card.style is CardStyle.STACK and icon is not None:
            top = icon.bottom + _BELOW_ICON
        least = LEAST * self._pixel
        line = Rect(column.x, top, column.width, high)
        beneath = line if self._bar else Rect(column.x, line.bottom, column.width, low)
        subtitle = Words((self._card.subtitle,), beneath, below, least) if below else None
        return CardParts(
            icon, Words(texts, line, size, least), subtitle, self._summary(top + high + low, column), _gap(size)
        )

    def _icon(self, texts: float) -> Rect | None:
        """Where the icon stands, with texts of a height below or beside it."""
        rect, size = self._card.rect, icon_size(self._card)
        if not self._way.icon:
            return None
        if self._card.style is CardStyle.HERO:
            return designed(self._card).icon
        if self._card.style is not CardStyle.STACK:
            return icon_beside(self._card)
        top = max(_MARGIN + 1.0, (rect.height - size - _BELOW_ICON - 3.0 - texts) / 2)
        return Rect(rect.x + PADDING, rect.y + top, size, size)

    def _summary(self, top: float, column: Rect) -> Rect | None:
        height = self._card.rect.bottom - 5.0 * self._pixel - top - 8.0
        shown = self._card.style is CardStyle.HERO and height > 0.0
        return Rect(column.x, top + 8.0, column.width, height) if shown else None

    def _under_the_corner(self, name: Words) -> bool:
        """Whether a name has a line that reaches into the upper right corner."""
        left, bottom = self._card.rect.right - _CORNER[0], self._card.rect.y + _CORNER[1]
        tops = [name.room.y + (number * self._line + _HEADROOM) * name.size for number in range(len(name.lines))]
        ends = [name.room.x + text_width(line, name.size) for line in name.lines]
        reaches = any(top < bottom and end > left for top, end in zip(tops, ends, strict=True))
        return reaches and not self._bar


def _column(card: CardBox, icon: bool) -> Rect:
    """The part of a card that its texts may fill, with or without its icon."""
    rect, style = card.rect, card.style
    if style is CardStyle.HERO:
        top = rect.y + (54.0 if icon else 14.0)
        return Rect(rect.x + 15.0, top, rect.width - 28.0, rect.bottom - top - _MARGIN)
    if style is CardStyle.STACK and icon:
        top = rect.y + _MARGIN + 1.0 + icon_size(card) + _BELOW_ICON
        return Rect(rect.x + PADDING, top, rect.width - 2 * PADDING + 6.0, rect.bottom - top - _MARGIN)
    left = icon_beside(card).right + 10.0 if icon else rect.x + _BARE
    margin = 1.0 if style is CardStyle.BAR else _MARGIN
    return Rect(left, rect.y + margin, rect.right - left - 8.0, rect.height - 2 * margin)


def _whole(size: float, as_designed: float) -> float:
    """A font size that is not rounded up when it is painted."""
    return size if size == as_designed else floor(size)


def _gap(size: float) -> float:
    """Between the name of a bar and its subtitle."""
    return 0.8 * size
