"""Names that can still be read in a small picture: larger on their card, broken, and then at the cost of the rest.

All lengths are scene units; a pixel is the length of one window unit of the picture.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import CardBox
from vmexplorer.drawing.theme import NAMES
from vmexplorer.stage.card_fitting import LEAST, Fitting, Way
from vmexplorer.stage.card_parts import CardParts, Words, designed
from vmexplorer.stage.sequence_labels import broken, text_width

DESIGNED = 16.0  # up to this wanted size a picture at natural size or larger is as designed
FARTHEST = 4.0  # with longer pixels than this a picture says nothing in words
_HERO = 1.25  # a large card has a larger name
_GHOST = 14.0  # font size of a name that is gone, as designed
_GHOST_MARGIN = 8.0

# The best first. The subtitle goes before the icon, and each only for a much larger name.
_WAYS = (
    Way(icon=True, subtitle=True, lines=1, enough=0.92),
    Way(icon=True, subtitle=True, lines=2, enough=0.92),
    Way(icon=True, subtitle=False, lines=1, enough=0.85),
    Way(icon=True, subtitle=False, lines=2, enough=0.85),
    Way(icon=False, subtitle=False, lines=1, enough=1.0),
    Way(icon=False, subtitle=False, lines=2, enough=1.0),
)


@lru_cache(maxsize=4096)
def card_parts(card: CardBox, pixel: float = 1.0, readable: float = NAMES) -> CardParts:
    """The arrangement of a card in a picture.

    Args:
        card: what to arrange.
        pixel: scene units to one window unit.
        readable: the wanted font size of a name, in window units; the theme says it. Sizes
            for a hall change a picture at natural size too, others only smaller pictures.
    """
    as_designed = designed(card)
    if (pixel <= 1.0 and readable <= DESIGNED) or not card.name:
        return as_designed
    if pixel > FARTHEST:
        return as_designed._replace(name=None, subtitle=None, summary=None)
    wanted = readable * pixel * (_HERO if card.style is CardStyle.HERO else 1.0)
    if _serves(as_designed, wanted):
        return as_designed
    return _grown(card, pixel, wanted) if readable <= DESIGNED else _grown_for_a_hall(card, pixel, ceil(wanted))


@lru_cache(maxsize=256)
def ghost_name(card: CardBox, pixel: float = 1.0, readable: float = NAMES) -> Words | None:
    """The name of a card that an era no longer has, for the middle of its outline."""
    room = card.rect
    if pixel <= 1.0:
        return Words((card.name,), room, _GHOST)
    inner = Rect(room.x + _GHOST_MARGIN, room.y, room.width - 2 * _GHOST_MARGIN, room.height)
    sizes = {}
    for lines in ((card.name,), broken(card.name)):
        widest = max(text_width(line, 1.0) for line in lines)
        sizes[lines] = min(max(_GHOST, readable * pixel), inner.width / widest, inner.height / (1.2 * len(lines)))
    best = max(sizes, key=lambda lines: (sizes[lines], -len(lines)))
    return Words(best, inner, sizes[best], LEAST * pixel) if sizes[best] >= LEAST * pixel else None


def _serves(parts: CardParts, wanted: float) -> bool:
    """Whether a designed arrangement has a name of a wanted size, and nothing that must be shrunk."""
    texts = [words for words in (parts.name, parts.subtitle) if words is not None]
    large = parts.name is not None and parts.name.size >= wanted
    return large and all(text_width(words.lines[0], words.size) <= words.room.width for words in texts)


def _grown(card: CardBox, pixel: float, wanted: float) -> CardParts:
    """The first way that gives the name enough; failing that, the one with the largest name, cut if it must be."""
    best, largest = None, LEAST * pixel
    for way in _WAYS:
        tried = Fitting(card, pixel, wanted, way).parts()
        size = tried.name.size if tried is not None and tried.name is not None else 0.0
        if tried is not None and size >= wanted * way.enough:
            return tried
        if not way.subtitle and size >= largest and (best is None or size > largest):
            best, largest = tried, size
    return best or Fitting(card, pixel, wanted, _WAYS[-2]).cut()


def _grown_for_a_hall(card: CardBox, pixel: float, wanted: float) -> CardParts:
    """The first way that gives the name all of the wanted size; failing that, its letters are squeezed."""
    found = [Fitting(card, pixel, wanted, way).parts() for way in _WAYS]
    found += [Fitting(card, pixel, wanted, way).squeezed() for way in _WAYS[-2:]]
    sizes = [parts.name.size if parts is not None and parts.name is not None else 0.0 for parts in found]
    best = found[next((place for place, size in enumerate(sizes) if size >= wanted), sizes.index(max(sizes)))]
    return best or Fitting(card, pixel, wanted, _WAYS[-2]).cut()
