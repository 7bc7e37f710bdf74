"""A laid-out view: where every frame and card of one era stands."""

from __future__ import annotations

from dataclasses import dataclass

from vmexplorer.atlas.component import Kind
from vmexplorer.atlas.view import CardStyle
from vmexplorer.drawing.geometry import Point, Rect


@dataclass(frozen=True, slots=True)
class ZoneBox:
    """A frame as placed. ``title_rect`` is the room its caption takes (empty without one)."""

    id: str
    title: str
    component: str | None
    kind: Kind | None
    rect: Rect
    title_rect: Rect
    depth: int


@dataclass(frozen=True, slots=True)
class CardBox:
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


@dataclass(frozen=True, slots=True)
class Layout:
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

    def card(self, box_id: str) -> CardBox | None:
        """The card with this box id."""
        return next((card for card in self.cards if card.id == box_id), None)

    def boxes_of(self, component: str) -> tuple[CardBox | ZoneBox, ...]:
        """The frames that stand for a component and its cards."""
        return tuple(box for box in (*self.zones, *self.cards) if box.component == component)

    def box_at(self, point: Point) -> CardBox | ZoneBox | None:
        """What lies under a point: a card, else the innermost frame that stands for something."""
        for card in self.cards:
            if card.rect.contains(point):
                return card
        framed = (zone for zone in reversed(self.zones) if zone.component and zone.rect.contains(point))
        return next(framed, None)
