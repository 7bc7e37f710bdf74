"""Which components a view draws in an era."""

from __future__ import annotations

from collections.abc import Sequence

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.view import View, Zone


def components_drawn(atlas: Atlas, view: View, era: str) -> frozenset[str]:
    """The ids of the components that have a card or a frame of their own on a view in an era."""
    found: set[str] = set()
    _gather(atlas, view.zones, era, found)
    return frozenset(found)


def stands_for(atlas: Atlas, component: str, drawn: frozenset[str]) -> str:
    """The component itself where it is drawn, else its nearest ancestor that is; "" when there is none."""
    return next((name for name in (component, *atlas.ancestors(component)) if name in drawn), "")


def _gather(atlas: Atlas, zones: Sequence[Zone], era: str, found: set[str]) -> None:
    for zone in zones:
        if era not in atlas.eras_of(zone):
            continue
        if zone.title and zone.component is not None:  # a frame without a title is not painted
            found.add(zone.component)
        found.update(card.component for card in zone.cards if era in atlas.eras_of(card))
        _gather(atlas, zone.zones, era, found)
