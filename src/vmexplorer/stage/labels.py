"""Where the label of a message stands: in one place for the whole way, beside its line and on no text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from vmexplorer.drawing.geometry import Path, Point, Rect
from vmexplorer.drawing.layout import Layout
from vmexplorer.stage.card_texts import card_texts
from vmexplorer.stage.sequence_labels import text_width

REACH = 160.0  # scene units between the line and the farthest label
GAP = 16.0  # between the line and the nearest label: half a token in its lane
_STEP = 12.0
_FONT, _LINE, _ACROSS, _ABOVE = 0.88, 1.21, 1.2, 0.45  # shares of the token's size

# Costs count in scene units of distance: whatever lies on a text is worse than any way to a free place.
_PLACES = ((0.5, 0.0), (1 / 3, 14.0), (2 / 3, 14.0))  # shares of the path and what they cost
_ALONG = 0.35  # of a step to the side, for a label as near as before
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
    """A place seen from a point of the path: sides are -1, 0 or 1 times the label's half size, then a shift."""

    cost: float
    side: tuple[int, int]
    shift: Point


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
    best, least = Rect(0.0, 0.0, width, height), float("inf")
    obstacles = (*_standing(layout), *_of_path(path))
    area = max(1.0, width * height)
    for share, extra in _PLACES:
        at = path.at(share)[0]
        near = _near(obstacles, at, width, height)
        for cost, side, shift in _TRIES:
            if cost + extra >= least:
                break
            x = at.x + shift.x + (side[0] - 1) * width / 2
            y = at.y + shift.y + (side[1] - 1) * height / 2
            place = _inside(layout, x, y, width, height)
            moved = abs(place.x - x) + abs(place.y - y)
            total = _cost(place, near, area, cost + extra + moved, least)
            if total < least:
                best, least = place, total
    return best


def _tries() -> Iterator[_Try]:
    """All places around a point, for a label of any size."""
    steps = [GAP + _STEP * step for step in range(round((REACH - GAP) / _STEP) + 1)]
    slides = [0.0, *(sign * step for step in steps for sign in (1.0, -1.0))]
    for gap, slide in product(steps, slides):
        cost = gap + _ALONG * abs(slide)
        yield _Try(cost, (0, -1), Point(slide, -gap))
        yield _Try(cost + _BELOW, (0, 1), Point(slide, gap))
        yield _Try(cost, (1, 0), Point(gap, slide))
        yield _Try(cost + _BELOW, (-1, 0), Point(-gap, slide))


_TRIES = tuple(sorted(_tries(), key=lambda place: place.cost))


@lru_cache(maxsize=8)
def _standing(layout: Layout) -> tuple[_Obstacle, ...]:
    """What a layout holds; asked for again with every step of a flow."""
    found = [_obstacle(zone.title_rect, _TEXT) for zone in layout.zones]
    for card in layout.cards:
        name, others, marks = card_texts(card)
        found += [_obstacle(text, _TEXT) for text in (name, *others)]
        found += [_obstacle(mark, _MARK) for mark in marks]
        found.append(_obstacle(card.rect, _CARD))
    return tuple(found)


def _of_path(path: Path) -> Iterator[_Obstacle]:
    """The lanes of the line itself."""
    for start, end in path.segments():
        left, top = min(start.x, end.x), min(start.y, end.y)
        line = Rect(left, top, abs(end.x - start.x), abs(end.y - start.y))
        yield _obstacle(line.inflated(GAP - 1.0), _PATH)


def _obstacle(rect: Rect, costs: tuple[float, float]) -> _Obstacle:
    return _Obstacle(rect.x, rect.y, rect.right, rect.bottom, *costs)


def _near(obstacles: tuple[_Obstacle, ...], at: Point, width: float, height: float) -> list[_Obstacle]:
    """The obstacles that a label within reach of a point can touch, the dearest first."""
    across, along = REACH + width, REACH + height
    left, right, top, bottom = at.x - across, at.x + across, at.y - along, at.y + along
    found = [one for one in obstacles if one[0] < right and one[2] > left and one[1] < bottom and one[3] > top]
    return sorted(found, key=_dearness, reverse=True)


def _dearness(obstacle: _Obstacle) -> float:
    return obstacle.touched


def _inside(layout: Layout, x: float, y: float, width: float, height: float) -> Rect:
    """A rectangle moved into the scene."""
    return Rect(
        max(0.0, min(x, layout.width - width)), max(0.0, min(y, layout.height - height)), width, height
    )


def _cost(place: Rect, near: list[_Obstacle], area: float, cost: float, least: float) -> float:
    """What a place costs; a place that costs more than the least is not looked at further."""
    x, y, right, bottom = place.x, place.y, place.right, place.bottom
    for left, top, far, low, touched, covered in near:
        if left < right and x < far and top < bottom and y < low:
            shared = (min(right, far) - max(x, left)) * (min(bottom, low) - max(y, top))
            cost += touched + covered * shared / area
            if cost >= least:
                break
    return cost
