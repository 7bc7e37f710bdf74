"""Where the captions of frames stand; in a small picture they are larger, as far as lines and frame leave them room.

All lengths are scene units; a pixel is the length of one window unit of the picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import floor

from vmexplorer.drawing.geometry import Path, Rect
from vmexplorer.drawing.layout import ZoneBox
from vmexplorer.stage.card_growth import FARTHEST
from vmexplorer.stage.card_parts import Words
from vmexplorer.stage.sequence_labels import text_width

TRACKING = 1.0 / 13.0  # space between capitals as a share of their size
_SIZE = 13.0  # as designed
READABLE, _LEAST = 9.5, 7.5  # font sizes in window units: wanted, and the least that is shown
_LARGEST = 24.0  # more does not fit above what stands in a frame
_LINE = 1.25  # height of a line as a share of its font size
_APART = 6.0  # from the next line that runs through the caption's band


@lru_cache(maxsize=64)
def zone_titles(
    zones: tuple[ZoneBox, ...], paths: tuple[Path, ...], pixel: float = 1.0, readable: float = READABLE
) -> Mapping[str, Words]:
    """The captions of frames by the frames' ids; one that nobody could read is left out.

    Args:
        zones: the frames.
        paths: the lines at rest, which a caption does not touch.
        pixel: scene units to one window unit; in a picture at natural size or larger all is as designed,
            unless ``readable`` is more than designed.
        readable: the wanted font size, in window units.
    """
    found = ((zone.id, _title(zone, paths, pixel, readable)) for zone in zones if zone.title)
    return {id: words for id, words in found if words is not None}


def title_room(zone: ZoneBox, pixel: float) -> Rect:
    """What the caption of a frame takes at most in a picture."""
    room, size = zone.title_rect, _wanted(pixel, READABLE)
    height = max(room.height, size * _LINE)
    return Rect(room.x, room.centre.y - height / 2, room.width * size / _SIZE, height)


def _wanted(pixel: float, readable: float) -> float:
    return max(_SIZE, min(readable * pixel, _LARGEST))


def _title(zone: ZoneBox, paths: Sequence[Path], pixel: float, readable: float) -> Words | None:
    text = zone.title.upper()
    room = zone.title_rect._replace(width=zone.rect.width - 30.0)
    wanted, size = _wanted(pixel, readable), _SIZE
    if wanted > _SIZE:
        each = text_width(text, 1.0) + len(text) * TRACKING
        size = max(_SIZE, floor(min(wanted, _free(room, paths) / each)))
    if size < _LEAST * pixel or pixel > FARTHEST:
        return None
    if size == _SIZE:
        return Words((text,), room, size)
    return Words((text,), Rect(room.x, room.centre.y - size * _LINE / 2, room.width, size * _LINE), size)


def _free(room: Rect, paths: Sequence[Path]) -> float:
    """How long a caption may be before it touches a line."""
    band = Rect(room.x, room.centre.y - _LARGEST / 2, room.width, _LARGEST)
    crossing = [
        min(segment.start.x, segment.end.x) for path in paths for segment in path.segments() if segment.crosses(band)
    ]
    return min([room.width, *(x - room.x - _APART for x in crossing if x > room.x)])
