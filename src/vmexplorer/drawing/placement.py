"""Places a view of an era on its nested grids."""

from __future__ import annotations

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.view import Card, View, Zone
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.grid import Grid
from vmexplorer.drawing.layout import CardBox, Layout, ZoneBox

PADDING = 15.0
CAPTION = 34.0  # room for the caption above a frame's content
CAPTION_INSET = 9.0
_CAPTION_LETTER = 9.8  # width of one tracked capital, generous, so that routes keep off it


def place(atlas: Atlas, view: View, era: str) -> Layout:
    """The layout of a view in an era: what does not exist or is not shown then is left out."""
    zones: list[ZoneBox] = []
    cards: list[CardBox] = []
    grid = Grid(Rect(0.0, 0.0, view.width, view.height), view.columns, view.rows, view.gap)
    for zone in view.zones:
        _place_zone(atlas, zone, era, grid, 0, zones, cards)
    return Layout(view.id, era, view.width, view.height, tuple(zones), tuple(cards))


def _place_zone(
    atlas: Atlas, zone: Zone, era: str, outer: Grid, depth: int, zones: list[ZoneBox], cards: list[CardBox]
) -> None:
    """Adds a frame and, after it, what it holds."""
    if era not in atlas.eras_of(zone):
        return
    rect = outer.rect(zone.at)
    inner = rect
    if zone.title:
        kind = atlas.component(zone.component).kind if zone.component else None
        zones.append(ZoneBox(zone.id, zone.title, zone.component, kind, rect, _caption(rect, zone.title), depth))
        inner = Rect(rect.x + PADDING, rect.y + CAPTION, rect.width - 2 * PADDING, rect.height - CAPTION - PADDING)
    grid = Grid(inner, zone.columns, zone.rows, zone.gap)
    for card in zone.cards:
        if era in atlas.eras_of(card):
            cards.append(_card_box(atlas, card, grid.rect(card.at), zone.id))
    for inner_zone in zone.zones:
        _place_zone(atlas, inner_zone, era, grid, depth + 1, zones, cards)


def _caption(rect: Rect, title: str) -> Rect:
    """The room of a caption at the top left of its frame."""
    return Rect(rect.x + PADDING, rect.y + CAPTION_INSET, len(title) * _CAPTION_LETTER, 18.0)


def _card_box(atlas: Atlas, card: Card, rect: Rect, zone: str) -> CardBox:
    component = atlas.component(card.component)
    return CardBox(
        id=card.id or card.component,
        component=component.id,
        kind=component.kind,
        style=card.style,
        name=card.name or component.name,
        subtitle=card.subtitle or component.subtitle,
        summary=component.summary,
        note=card.note,
        rect=rect,
        zone=zone,
    )
