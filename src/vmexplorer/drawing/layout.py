"""A laid-out view: where every frame and card of one era stands."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.geometry import Point, Rect


class ZoneBox(NamedTuple):
    """A frame as placed. ``title_rect`` is the room its caption takes (empty without one)."""

    id: str
    title: str
    component: str | None
    kind: Kind | None
    rect: Rect
    title_rect: Rect
    depth: int


class CardBox(NamedTuple):
    """A card as placed, with the texts to paint on it."""

    id: str
    component: str
    kind: Kind
    style: CardStyle
    name: str
    subtitle: str
    summary: str
    note: str
    rect: Rect
    zone: str


class Layout(NamedTuple):
    """The rectangles of one view in one era, in scene units."""

    view: str
    era: str
    width: float
    height: float
    zones: tuple[ZoneBox, ...]
    cards: tuple[CardBox, ...]

    @property
    def scene(self) -> Rect:
        """The whole scene."""
        return Rect(0.0, 0.0, self.width, self.height)

    @property
    def boxes(self) -> tuple[ZoneBox | CardBox, ...]:
        """The frames, outer ones first, and then the cards."""
        return (*self.zones, *self.cards)

    def card(self, box_id: str) -> CardBox | None:
        """The card with this box id."""
        return next((card for card in self.cards if card.id == box_id), None)

    def boxes_of(self, component: str) -> tuple[CardBox | ZoneBox, ...]:
        """The frames that stand for a component and its cards."""
        return tuple(box for box in self.boxes if box.component == component)

    def box_at(self, point: Point) -> CardBox | ZoneBox | None:
        """What lies under a point: a card, else the innermost frame that stands for something."""
        for card in self.cards:
            if card.rect.contains(point):
                return card
        framed = (zone for zone in reversed(self.zones) if zone.component and zone.rect.contains(point))
        return next(framed, None)
