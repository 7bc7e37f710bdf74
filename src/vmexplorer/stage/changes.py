"""Marks what an era brought and what it took away against the era before."""

from __future__ import annotations

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.drawing.layout import CardBox, Layout
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
    gone = _gone(state.layout, atlas, before)
    heirs = {card.id: [lost for lost in gone if card.rect.overlaps(lost.rect)] for card in state.layout.cards}
    tags = tuple((card.id, text) for card in state.layout.cards if (text := _tag(card, heirs[card.id], atlas, before)))
    covered = {lost.id for lost_here in heirs.values() for lost in lost_here}
    ghosts = tuple(
        (lost.id, f"until {atlas.component(lost.component).until}") for lost in gone if lost.id not in covered
    )
    return state._replace(tags=tags, ghosts=ghosts, before=before)


def _gone(layout: Layout, atlas: Atlas, before: Layout) -> list[CardBox]:
    """The cards of the era before whose component this era does not have."""
    here = {card.component for card in layout.cards}
    return [
        card for card in before.cards if card.component not in here and not atlas.exists(card.component, layout.era)
    ]


def _tag(card: CardBox, lost: list[CardBox], atlas: Atlas, before: Layout) -> str:
    """What is to be said on a card: that it is new, and whose place it has taken."""
    component = atlas.component(card.component)
    parts = [] if atlas.exists(card.component, before.era) else [f"new in {component.since}"]
    parts += [f"was {one.subtitle if one.name == card.name else one.name}" for one in lost]
    return ", ".join(parts)
