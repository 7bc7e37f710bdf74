"""Where the label of a message stands: in one place for the whole way, beside its line and on no text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from math import hypot
from typing import NamedTuple

from vmexplorer.drawing.geometry import Path, Point, Rect
from vmexplorer.drawing.layout import Layout
from vmexplorer.stage.card_texts import card_texts
from vmexplorer.stage.sequence_labels import text_width
from vmexplorer.stage.zone_titles import title_room

LABELS_FROM = 0.6  # window units to a scene unit; in a smaller picture messages have no labels
REACH = 160.0  # scene units between the line and the farthest label
GAP = 18.0  # between the line and the nearest label: room for a message in its lane
_AIR = 6.0  # around a text: on a map that is made smaller a label takes more of the scene
_STEP = 12.0
_SLIDES = (32.0, 72.0, 116.0, 160.0)
_STEEPEST = 72.0  # what lies higher or lower beside a point is found above or below it
_FONT, _LINE, _ACROSS, _ABOVE = 0.88, 1.21, 1.2, 0.45  # shares of the token's size

# Costs count in scene units of distance: whatever lies on a text is worse than any way to a free place.
_PLACES = ((0.5, 0.0), (1 / 3, 14.0), (2 / 3, 14.0))  # shares of the path and what they cost
_SHORT = 120.0  # on a shorter path the middle is near everything
_ALONG = 0.35  # of a shift to the left or right, against the gap
_BELOW = 4.0
_TEXT, _PATH, _MARK, _CARD = (2000.0, 2000.0), (400.0, 400.0), (120.0, 120.0), (12.0, 60.0)


class _Obstacle(NamedTuple):
    """Something that a label should not lie on; the costs are for touching it and for being all on it."""

    left: float
    top: float
    right: float
    bottom: float
    touched: float
    covered: float


class _Try(NamedTuple):
    """A place seen from a point of the path: shares of the label's width and height, and a shift, to its corner."""

    cost: float
    aside: float
    down: float
    dx: float
    dy: float


def label_size(message: str, token: float) -> tuple[float, float]:
    """Width and height of a message's label beside a token of a size, in the unit of that size."""
    font = round(token * _FONT)
    return text_width(message, font) + token * _ACROSS, font * _LINE + token * _ABOVE


def label_place(layout: Layout, path: Path, width: float, height: float) -> Rect:
    """The place for a label of a size beside a path.

    Of all places within reach it is the one that covers least: names, captions and other
    texts of cards first of all, then the path itself, icons, and the empty part of cards;
    of equals it is the nearest to the middle of the path. It lies inside the scene.

    Args:
        layout: what the label must keep off.
        path: the way of the message, in scene units.
        width: of the label, in scene units.
        height: of the label, in scene units.
    """
    best, least = (0.0, 0.0), float("inf")
    obstacles = (*_of_path(path), *_standing(layout))
    # Spelled out rather than called, because some hundreds of places are tried for every label.
    most_x, most_y = max(0.0, layout.width - width), max(0.0, layout.height - height)
    for share, extra in _PLACES if path.length > _SHORT else _PLACES[:1]:
        at = path.at(share)[0]
        rows = _Rows(_near(obstacles, at, width, height), width, height)
        for cost, aside, down, dx, dy in _TRIES:
            if cost + extra >= least:
                break
            wanted_x, wanted_y = at.x + dx + aside * width, at.y + dy + down * height
            x = 0.0 if wanted_x < 0.0 else most_x if wanted_x > most_x else wanted_x
            y = 0.0 if wanted_y < 0.0 else most_y if wanted_y > most_y else wanted_y
            total = rows.cost(x, y, cost + extra + abs(x - wanted_x) + abs(y - wanted_y), least)
            if total < least:
                best, least = (x, y), total
    return Rect(*best, width, height)


def _tries() -> Iterator[_Try]:
    """All places around a point, for a label of any size."""
    gaps = [GAP + _STEP * step for step in range(round((REACH - GAP) / _STEP) + 1)]
    slides = [0.0, *(sign * slide for slide in _SLIDES for sign in (1.0, -1.0))]
    for gap, slide in product(gaps, slides):
        # A label is wide and low: to slide it up takes it away, to slide it aside hardly does.
        cost = gap + _ALONG * abs(slide)
        yield _Try(cost, -0.5, -1.0, slide, -gap)
        yield _Try(cost + _BELOW, -0.5, 0.0, slide, gap)
        if abs(slide) <= _STEEPEST:
            cost = hypot(gap, slide)
            yield _Try(cost, 0.0, -0.5, gap, slide)
            yield _Try(cost + _BELOW, -1.0, -0.5, -gap, slide)


_TRIES = tuple(sorted(_tries()))  # the cheapest first


@lru_cache(maxsize=8)
def _standing(layout: Layout) -> tuple[_Obstacle, ...]:
    """What a layout holds; asked for again with every step of a flow."""
    # The place of a label is the same in a large picture and in the smallest that has labels.
    sizes = (1.0, 1.0 / LABELS_FROM)
    found = [_obstacle(title_room(zone, sizes[1]).inflated(_AIR), _TEXT) for zone in layout.zones]
    for card in layout.cards:
        large, small = (card_texts(card, pixel) for pixel in sizes)
        found += [_obstacle(text.inflated(_AIR), _TEXT) for text in {*large.texts, *small.texts}]
        found += [_obstacle(mark, _MARK) for mark in {*large.marks, *small.marks}]
        found.append(_obstacle(card.rect, _CARD))
    return tuple(sorted(found, key=_dearness, reverse=True))


def _of_path(path: Path) -> Iterator[_Obstacle]:
    """The lanes of the line itself."""
    for start, end in path.segments():
        left, top = min(start.x, end.x), min(start.y, end.y)
        line = Rect(left, top, abs(end.x - start.x), abs(end.y - start.y))
        yield _obstacle(line.inflated(GAP - 1.0), _PATH)


def _obstacle(rect: Rect, costs: tuple[float, float]) -> _Obstacle:
    return _Obstacle(rect.x, rect.y, rect.right, rect.bottom, *costs)


def _near(obstacles: Iterable[_Obstacle], at: Point, width: float, height: float) -> list[_Obstacle]:
    """The obstacles that a label within reach of a point can touch; they keep their order."""
    left, right = at.x - REACH - width, at.x + REACH + width
    top, bottom = at.y - REACH - height, at.y + REACH + height
    return [one for one in obstacles if one[0] < right and one[2] > left and one[1] < bottom and one[3] > top]


def _dearness(obstacle: _Obstacle) -> float:
    return obstacle.touched


class _Rows:
    """The obstacles again, by the heights at which labels are tried: many labels share one."""

    def __init__(self, obstacles: list[_Obstacle], width: float, height: float) -> None:
        self._obstacles = obstacles
        self._width = width
        self._height = height
        self._rows: dict[float, list[_Obstacle]] = {}

    def cost(self, x: float, y: float, cost: float, least: float) -> float:
        """What a place costs; one that costs more than the least is not looked at further."""
        bottom, right = y + self._height, x + self._width
        row = self._rows.get(y)
        if row is None:
            row = self._rows[y] = [one for one in self._obstacles if one[1] < bottom and y < one[3]]
        for left, top, far, low, touched, covered in row:
            if left < right and x < far:
                shared = (min(right, far) - max(x, left)) * (min(bottom, low) - max(y, top))
                cost += touched + covered * shared / (self._width * self._height)
                if cost >= least:
                    break
        return cost
