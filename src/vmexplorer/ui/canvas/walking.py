"""Walking over the boxes by keyboard: reading order, and the nearest box in a direction."""

from __future__ import annotations

from vmexplorer.drawing.layout import CardBox, Layout, ZoneBox

_ASIDE = 2.0  # how much more a step sideways counts than one straight on


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
    """The nearest box in a direction, or "" when there is none.

    Args:
        layout: the boxes.
        box: where to start.
        direction: (1, 0) right, (-1, 0) left, (0, 1) down, (0, -1) up.
    """
    places = {one.id: one.rect for one in boxes(layout)}
    if box not in places:
        return ""
    here = places.pop(box)
    best, found = float("inf"), ""
    for name, rect in places.items():
        ahead = (rect.centre.x - here.centre.x) * direction[0] + (rect.centre.y - here.centre.y) * direction[1]
        aside = abs(rect.centre.x - here.centre.x) * abs(direction[1])
        aside += abs(rect.centre.y - here.centre.y) * abs(direction[0])
        cost = ahead + _ASIDE * aside
        inside = rect.contains(here.centre) or here.contains(rect.centre)
        if ahead > 1.0 and not inside and cost < best:
            best, found = cost, name
    return found
