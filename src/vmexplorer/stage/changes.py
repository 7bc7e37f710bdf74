"""Marks what an era brought and what it took away against the era before."""

from __future__ import annotations

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.drawing.layout import Layout
from vmexplorer.stage.state import StageState


def with_changes(state: StageState, atlas: Atlas, before: Layout | None) -> StageState:
    """Tags boxes that are new and adds outlines of boxes that are gone.

    Args:
        state: the view in its era.
        atlas: where the versions come from.
        before: the same view in the era before; None in the first era, which changes nothing.
    """
    if before is None:
        return state
    layout = state.layout
    here = {card.component for card in layout.cards}
    there = {card.component for card in before.cards}
    tags = tuple(
        (card.id, f"new in {atlas.component(card.component).since}")
        for card in layout.cards
        if card.component not in there and not atlas.exists(card.component, before.era)
    )
    occupied = [card.rect for card in layout.cards]
    ghosts = tuple(
        (card.id, f"until {atlas.component(card.component).until}")
        for card in before.cards
        if card.component not in here
        and not atlas.exists(card.component, layout.era)
        and not any(card.rect.overlaps(rect) for rect in occupied)
    )
    return state._replace(tags=tags, ghosts=ghosts, before=before)
