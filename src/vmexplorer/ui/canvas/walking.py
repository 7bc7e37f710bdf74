"""Walking over the boxes by keyboard: reading order, and the nearest box in a direction."""

from __future__ import annotations

from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import CardBox, Layout, ZoneBox

_ASIDE = 2.0  # how much more a step sideways counts than one straight on
_BESIDE = 1000.0  # what lies straight ahead comes before what lies beside the way
_OFF_CENTRE = 0.1  # of two boxes as near, the one that lies straighter ahead is meant


def boxes(layout: Layout) -> list[CardBox | ZoneBox]:
    """All boxes that stand for a component: frames and cards."""
    return [*(zone for zone in layout.zones if zone.component), *layout.cards]


def reading_order(layout: Layout) -> list[str]:
    """The ids of the boxes from the top left to the bottom right, frame by frame."""
    zones = {zone.id: index for index, zone in enumerate(layout.zones)}
    cards = sorted(layout.cards, key=lambda card: (zones.get(card.zone, -1), card.rect.y, card.rect.x))
    frames = [zone for zone in layout.zones if zone.component]
    order: list[str] = []
    for card in cards:
        for frame in [frame for frame in frames if frame.id == card.zone]:
            order.append(frame.id)
            frames.remove(frame)
        order.append(card.id)
    return order + [frame.id for frame in frames]


def neighbour(layout: Layout, box: str, direction: tuple[int, int]) -> str:
    """The nearest card in a direction, or "" when there is none.

    Frames are not gone to, because they would stand before everything inside them; from a
    frame the way starts at its caption.

    Args:
        layout: the boxes.
        box: where to start.
        direction: (1, 0) right, (-1, 0) left, (0, 1) down, (0, -1) up.
    """
    here = next((_start(one) for one in boxes(layout) if one.id == box), None)
    if here is None:
        return ""
    ahead = [card for card in layout.cards if card.id != box and _lies_ahead(here, card.rect, direction)]
    costs = {card.id: _cost(here, card.rect, across=direction[0] == 0) for card in ahead}
    return min(costs, key=costs.__getitem__, default="")


def _start(box: CardBox | ZoneBox) -> Rect:
    return box.title_rect if isinstance(box, ZoneBox) else box.rect


def _lies_ahead(here: Rect, there: Rect, direction: tuple[int, int]) -> bool:
    """Whether all of a box lies beyond the middle of another."""
    middle = here.centre
    return {
        (1, 0): there.x > middle.x,
        (-1, 0): there.right < middle.x,
        (0, 1): there.y > middle.y,
        (0, -1): there.bottom < middle.y,
    }[direction]


def _cost(here: Rect, there: Rect, *, across: bool) -> float:
    """How far a box is, from border to border; ``across`` when the way leads up or down."""
    wide = max(0.0, there.x - here.right, here.x - there.right)
    high = max(0.0, there.y - here.bottom, here.y - there.bottom)
    ahead, aside = (high, wide) if across else (wide, high)
    off = abs(there.centre.x - here.centre.x) if across else abs(there.centre.y - here.centre.y)
    return ahead + _ASIDE * aside + _OFF_CENTRE * off + (_BESIDE if aside > 0.0 else 0.0)
