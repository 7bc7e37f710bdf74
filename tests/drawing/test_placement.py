"""Where frames and cards stand: on the tiny pack in detail, on every shipped picture without collisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest

from tests.helpers.packs import tiny_atlas
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.view import Card, Cell, View, Zone
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import CardBox, Layout
from vmexplorer.drawing.placement import CAPTION, PADDING, place
from vmexplorer.drawing.wiring import Wiring

NARROWEST, LOWEST = 90.0, 34.0  # a name and an icon need so much


@pytest.fixture(scope="module")
def layouts(every_picture: tuple[Wiring, ...]) -> list[Layout]:
    return [wiring.layout for wiring in every_picture]


def named(layout: Layout, *ids: str) -> str:
    return f"{layout.view} in {layout.era}: {' and '.join(ids)}"


def zones_of(zones: tuple[Zone, ...], around: str = "") -> Iterator[tuple[Zone, str]]:
    """Every zone with the id of the titled frame around it ("" for none)."""
    for zone in zones:
        yield zone, around
        yield from zones_of(zone.zones, zone.id if zone.title else around)


def frames(atlas: Atlas, layout: Layout) -> dict[str, Rect]:
    """The rectangle in which a zone's content must stay; for a zone without a title that of what is around it."""
    rects = {zone.id: zone.rect for zone in layout.zones}
    found = {"": layout.scene}
    for zone, around in zones_of(atlas.view(layout.view).zones):
        if around in found:
            found[zone.id] = rects.get(zone.id, found[around])
    return found


def test_every_card_is_inside_its_frame_and_the_scene(atlas: Atlas, layouts: list[Layout]) -> None:
    outside = []
    for layout in layouts:
        around = frames(atlas, layout)
        for card in layout.cards:
            for frame in (around[card.zone], layout.scene):
                if frame.united(card.rect) != frame:
                    outside.append(named(layout, card.id))
    assert outside == []


def test_frames_are_nested_or_apart(layouts: list[Layout]) -> None:
    tangled = []
    for layout in layouts:
        for one, other in combinations(layout.zones, 2):
            nested = one.rect.united(other.rect) == one.rect and one.depth < other.depth
            if one.rect.overlaps(other.rect) and not nested:
                tangled.append(named(layout, one.id, other.id))
    assert tangled == []


def test_no_two_cards_overlap(layouts: list[Layout]) -> None:
    found = [
        named(layout, one.id, other.id)
        for layout in layouts
        for one, other in combinations(layout.cards, 2)
        if one.rect.overlaps(other.rect)
    ]
    assert found == []


def test_captions_fit_their_frames_and_cover_nothing(layouts: list[Layout]) -> None:
    found = []
    for layout in layouts:
        for zone in layout.zones:
            if zone.rect.united(zone.title_rect) != zone.rect:
                found.append(named(layout, zone.id, "its caption"))
        for zone in layout.zones:
            others = [other for other in layout.zones if other is not zone]
            covered = [card.id for card in layout.cards if card.rect.overlaps(zone.title_rect)]
            covered += [other.id for other in others if other.title_rect.overlaps(zone.title_rect)]
            found += [named(layout, zone.id, id) for id in covered]
    assert found == []


def test_every_card_has_room_for_its_name(layouts: list[Layout]) -> None:
    small = [
        f"{named(layout, card.id)}: {card.rect.width:g}x{card.rect.height:g}"
        for layout in layouts
        for card in layout.cards
        if card.rect.width < NARROWEST or card.rect.height < LOWEST
    ]
    assert small == []


def test_boxes_of_a_picture_have_ids_of_their_own(layouts: list[Layout]) -> None:
    doubled = []
    for layout in layouts:
        ids = [box.id for box in layout.boxes]
        doubled += [named(layout, id) for id in set(ids) if ids.count(id) > 1]
    assert doubled == []


def test_only_what_exists_in_the_era_is_drawn(atlas: Atlas, layouts: list[Layout]) -> None:
    early = [
        named(layout, box.id)
        for layout in layouts
        for box in layout.boxes
        if box.component and not atlas.exists(box.component, layout.era)
    ]
    assert early == []


def test_everything_the_view_shows_in_the_era_is_drawn(atlas: Atlas, layouts: list[Layout]) -> None:
    def shown(zones: tuple[Zone, ...], era: str) -> Iterator[str]:
        for zone in zones:
            if era in atlas.eras_of(zone):
                yield from (card.component for card in zone.cards if era in atlas.eras_of(card))
                yield from shown(zone.zones, era)

    for layout in layouts:
        wanted = sorted(shown(atlas.view(layout.view).zones, layout.era))
        assert sorted(card.component for card in layout.cards) == wanted


# In detail


@pytest.fixture
def tiny() -> Atlas:
    return tiny_atlas()


def only_card(layout: Layout, component: str) -> CardBox:
    (found,) = [card for card in layout.cards if card.component == component]
    return found


def test_content_stands_below_the_caption_and_within_the_padding(tiny: Atlas) -> None:
    layout = place(tiny, tiny.view("all"), "e8")
    desk, client = layout.zones[0], only_card(layout, "client")
    left, top, width, height = desk.rect
    assert client.rect == Rect(left + PADDING, top + CAPTION, width - 2 * PADDING, height - CAPTION - PADDING)
    assert desk.title_rect.bottom <= client.rect.y


def test_what_an_era_lacks_leaves_its_place_empty(tiny: Atlas) -> None:
    early, late = (place(tiny, tiny.view("all"), era) for era in ("e5", "e8"))
    assert [card.component for card in early.cards] == ["client", "agent"]
    assert [card.component for card in late.cards] == ["client", "agent", "proxy"]
    assert only_card(early, "agent").rect == only_card(late, "agent").rect


def test_frame_that_is_not_shown_takes_its_content_along(tiny: Atlas) -> None:
    view = tiny.view("all")
    host = replace(view.zones[1], eras=EraRange.parse("e8"))
    layout = place(tiny, replace(view, zones=(view.zones[0], host)), "e5")
    assert [box.id for box in layout.boxes] == ["desk", "client"]


def nested(view: View, title: str) -> View:
    """The tiny view with the host's cards in a zone of their own."""
    host = view.zones[1]
    inner = Zone("inner", title, Cell.parse("r1 c1-2"), host.columns, host.rows, cards=host.cards)
    return replace(view, zones=(view.zones[0], replace(host, cards=(), zones=(inner,))))


def test_inner_frame_comes_after_the_one_around_it(tiny: Atlas) -> None:
    layout = place(tiny, nested(tiny.view("all"), "Inner"), "e8")
    assert [(zone.id, zone.depth) for zone in layout.zones] == [("desk", 0), ("host", 0), ("inner", 1)]
    assert {card.zone for card in layout.cards} == {"desk", "inner"}


def test_zone_without_a_title_has_no_frame_and_takes_no_room(tiny: Atlas) -> None:
    plain, wrapped = tiny.view("all"), nested(tiny.view("all"), "")
    assert [zone.id for zone in place(tiny, wrapped, "e8").zones] == ["desk", "host"]
    assert [card.rect for card in place(tiny, wrapped, "e8").cards] == [
        card.rect for card in place(tiny, plain, "e8").cards
    ]


def test_frame_knows_the_component_it_stands_for(tiny: Atlas) -> None:
    desk, host = place(tiny, tiny.view("all"), "e8").zones
    assert (desk.component, desk.kind) == (None, None)
    assert (host.component, host.kind) == ("kernel", tiny.component("kernel").kind)


def test_texts_come_from_the_card_or_else_from_the_component(tiny: Atlas) -> None:
    view = tiny.view("all")
    named_card = Card("client", Cell.parse("r1 c1"), "desk-1", "My desk", "here", "The one at the window.")
    desk = replace(view.zones[0], cards=(named_card,))
    box = place(tiny, replace(view, zones=(desk,)), "e8").cards[0]
    assert (box.id, box.name, box.subtitle, box.note) == ("desk-1", "My desk", "here", "The one at the window.")
    agent = only_card(place(tiny, view, "e8"), "agent")
    component = tiny.component("agent")
    assert (agent.id, agent.name, agent.subtitle, agent.summary) == (
        component.id,
        component.name,
        component.subtitle,
        component.summary,
    )
    assert (agent.kind, agent.note) == (component.kind, "")
