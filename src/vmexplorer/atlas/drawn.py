"""Which components and boxes a view draws in an era."""

from __future__ import annotations

from collections.abc import Sequence

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.view import Card, View, Zone


def components_drawn(atlas: Atlas, view: View, era: str) -> frozenset[str]:
    """The ids of the components that have a card or a frame of their own on a view in an era."""
    zones, cards = _shown(atlas, view.zones, era)
    framed = [zone.component for zone in zones if zone.component is not None]
    return frozenset([*framed, *(card.component for card in cards)])


def boxes_drawn(atlas: Atlas, view: View, era: str) -> frozenset[str]:
    """The ids of the cards and titled frames that a view shows in an era."""
    zones, cards = _shown(atlas, view.zones, era)
    return frozenset([*(zone.id for zone in zones), *(card.id or card.component for card in cards)])


def cards_of(atlas: Atlas, component: str, eras: Sequence[str]) -> frozenset[str]:
    """The ids of the cards that any view has for a component in one of some eras."""
    shown = [_shown(atlas, view.zones, era)[1] for view in atlas.views.values() for era in eras]
    return frozenset([card.id or component for cards in shown for card in cards if card.component == component])


def stands_for(atlas: Atlas, component: str, drawn: frozenset[str]) -> str:
    """The component itself where it is drawn, else its nearest ancestor that is; "" when there is none."""
    return next((name for name in (component, *atlas.ancestors(component)) if name in drawn), "")


def _shown(atlas: Atlas, zones: Sequence[Zone], era: str) -> tuple[list[Zone], list[Card]]:
    """The titled frames and the cards of an era; a frame without a title is not painted."""
    frames: list[Zone] = []
    cards: list[Card] = []
    for zone in zones:
        if era not in atlas.eras_of(zone):
            continue
        frames += [zone] if zone.title else []
        cards += [card for card in zone.cards if era in atlas.eras_of(card)]
        inner = _shown(atlas, zone.zones, era)
        frames += inner[0]
        cards += inner[1]
    return frames, cards
