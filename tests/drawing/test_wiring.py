"""Lines between boxes: how they lie on every shipped picture, and which there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

import pytest

from tests.helpers.shipped import fresh_picture, pictures, some_eras
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.drawing.geometry import Path, Point, Rect, Segment
from vmexplorer.drawing.wire import Wire
from vmexplorer.drawing.wiring import Wiring

NEAREST_LANES = 7.0
MOST_BENDS = 6

Pictures = tuple[Wiring, ...]


@pytest.fixture(scope="module")
def some_pictures(atlas: Atlas) -> Pictures:
    """Every view in a few eras, for what costs more time."""
    return tuple(pictures(some_eras()))


def named(wiring: Wiring, wire: Wire) -> str:
    return f"{wiring.layout.view} in {wiring.layout.era}: {wire.source} to {wire.target} ({', '.join(wire.links)})"


def offenders(pictures: Pictures, offends: Callable[[Wiring, Wire], object]) -> list[str]:
    """The resting lines of which something is true that must not be."""
    return [named(wiring, wire) for wiring in pictures for wire in wiring.rest if offends(wiring, wire)]


def slanting(path: Path) -> bool:
    return any(start.x != end.x and start.y != end.y for start, end in path.segments())


def on_border(place: Point, rect: Rect) -> bool:
    return rect.contains(place) and (place.x in (rect.x, rect.right) or place.y in (rect.y, rect.bottom))


def in_middle_part(place: Point, rect: Rect) -> bool:
    """Whether a path may end here: the middle third of a side, or nearly all of a long side."""

    def usable(value: float, low: float, length: float) -> bool:
        margin = length / 3 if length < 300 else length * 0.06
        return low + margin - 0.1 <= value <= low + length - margin + 0.1

    level = place.x in (rect.x, rect.right) and usable(place.y, rect.y, rect.height)
    return level or (place.y in (rect.y, rect.bottom) and usable(place.x, rect.x, rect.width))


def leaves_outwards(path: Path, rect: Rect) -> bool:
    """Whether the first piece of a path leads away from the rectangle it starts at."""
    first = path.segments()[0]
    return not first.crosses(rect)


def crosses(path: Path, rect: Rect) -> bool:
    return any(piece.crosses(rect) for piece in path.segments())


def too_close(one: Segment, other: Segment) -> bool:
    """Whether two parallel pieces run beside each other nearer than lanes may."""
    if one.horizontal != other.horizontal:
        return False
    along, across = (0, 1) if one.horizontal else (1, 0)
    low = max(min(one.start[along], one.end[along]), min(other.start[along], other.end[along]))
    high = min(max(one.start[along], one.end[along]), max(other.start[along], other.end[along]))
    return high > low and abs(one.start[across] - other.start[across]) < NEAREST_LANES


# How lines at rest lie


def test_every_picture_has_lines_at_rest(every_picture: Pictures) -> None:
    assert [wiring.layout.view for wiring in every_picture if not wiring.rest] == []


def test_resting_lines_are_right_angled(every_picture: Pictures) -> None:
    assert offenders(every_picture, lambda _, wire: slanting(wire.path)) == []


def test_resting_lines_leave_and_arrive_in_the_middle_part_of_a_side(every_picture: Pictures) -> None:
    def astray(wiring: Wiring, wire: Wire) -> bool:
        source, target = wiring.box(wire.source).rect, wiring.box(wire.target).rect
        ends = ((wire.path, source), (wire.path.reversed(), target))
        return not all(in_middle_part(path.points[0], rect) and leaves_outwards(path, rect) for path, rect in ends)

    assert offenders(every_picture, astray) == []


def test_resting_lines_cross_no_card(every_picture: Pictures) -> None:
    def crossing(wiring: Wiring, wire: Wire) -> bool:
        return any(crosses(wire.path, card.rect) for card in wiring.layout.cards)

    assert offenders(every_picture, crossing) == []


def test_resting_lines_cross_no_caption(every_picture: Pictures) -> None:
    def crossing(wiring: Wiring, wire: Wire) -> bool:
        return any(crosses(wire.path, zone.title_rect) for zone in wiring.layout.zones)

    assert offenders(every_picture, crossing) == []


def test_resting_lines_bend_seldom(every_picture: Pictures) -> None:
    assert offenders(every_picture, lambda _, wire: len(wire.path.segments()) - 1 > MOST_BENDS) == []


def test_resting_lines_stay_in_the_scene(every_picture: Pictures) -> None:
    def outside(wiring: Wiring, wire: Wire) -> bool:
        return not all(wiring.layout.scene.contains(point) for point in wire.path.points)

    assert offenders(every_picture, outside) == []


def test_resting_lines_keep_a_lane_apart(every_picture: Pictures) -> None:
    found = [
        f"{named(wiring, one)} and {named(wiring, other)}"
        for wiring in every_picture
        for one, other in combinations(wiring.rest, 2)
        if any(too_close(mine, yours) for mine in one.path.segments() for yours in other.path.segments())
    ]
    assert found == []


# Which lines there are at rest


def test_two_boxes_are_joined_by_one_line(every_picture: Pictures) -> None:
    for wiring in every_picture:
        pairs = [frozenset((wire.source, wire.target)) for wire in wiring.rest]
        assert len(set(pairs)) == len(pairs)
        assert all(len(pair) == 2 for pair in pairs)


def test_links_at_rest_are_those_of_the_view_that_exist(atlas: Atlas, every_picture: Pictures) -> None:
    for wiring in every_picture:
        view = atlas.view(wiring.layout.view)
        drawn = {name for wire in wiring.rest for name in wire.links}
        assert drawn <= {*view.at_rest, *view.spine}
        assert all(atlas.exists(name, wiring.layout.era) for name in drawn)


def test_spine_is_the_first_part_of_what_rests(atlas: Atlas, every_picture: Pictures) -> None:
    for wiring in every_picture:
        spine = set(atlas.view(wiring.layout.view).spine)
        assert wiring.spine == tuple(wire for wire in wiring.rest if spine.intersection(wire.links))
        assert wiring.spine == wiring.rest[: len(wiring.spine)]


# Lines of one component


def drawable(atlas: Atlas, wiring: Wiring, component: str) -> list[str]:
    """The links of a component that have two different boxes here."""
    found = []
    for link in atlas.links_of(component, wiring.layout.era):
        ends = wiring.anchor(link.source), wiring.anchor(link.target)
        if ends[0] is not None and ends[1] is not None and ends[0].component != ends[1].component:
            found.append(link.id)
    return found


def components_of(wiring: Wiring) -> list[str]:
    return sorted({box.component for box in wiring.layout.boxes if box.component})


def test_a_component_has_a_line_for_each_of_its_drawable_links(atlas: Atlas, some_pictures: Pictures) -> None:
    missing = []
    for wiring in some_pictures:
        for component in components_of(wiring):
            drawn = {name for wire in wiring.of_component(component) for name in wire.links}
            lost = [name for name in drawable(atlas, wiring, component) if name not in drawn]
            missing += [f"{wiring.layout.view} in {wiring.layout.era}: {name} of {component}" for name in lost]
    assert missing == []


def test_lines_of_a_component_are_drawn_properly(some_pictures: Pictures) -> None:
    wrong = []
    for wiring in some_pictures:
        for component in components_of(wiring):
            for wire in wiring.of_component(component):
                ends = on_border(wire.path.points[0], wiring.box(wire.source).rect) and on_border(
                    wire.path.points[-1], wiring.box(wire.target).rect
                )
                crossed = any(crosses(wire.path, card.rect) for card in wiring.layout.cards)
                if not ends or crossed or slanting(wire.path):
                    wrong.append(named(wiring, wire))
    assert wrong == []


def test_lines_of_a_component_keep_the_resting_ones_in_place(some_pictures: Pictures) -> None:
    for wiring in some_pictures:
        resting = {wire[:2]: wire.path for wire in wiring.rest}
        for component in components_of(wiring):
            star = wiring.of_component(component)
            assert all(resting.get(wire[:2], wire.path) == wire.path for wire in star)
            assert not any(wire[1::-1] in resting for wire in star)
            assert len({frozenset(wire[:2]) for wire in star}) == len(star)


def test_line_of_a_link_leads_from_its_source_to_its_target(atlas: Atlas, some_pictures: Pictures) -> None:
    for wiring in some_pictures:
        for component in components_of(wiring):
            for name in drawable(atlas, wiring, component):
                link, wires = atlas.link(name), wiring.of_link(name)
                assert all(name in wire.links for wire in wires)
                first, last = wiring.box(wires[0].source), wiring.box(wires[-1].target)
                assert first.component in (link.source, *atlas.ancestors(link.source))
                assert last.component in (link.target, *atlas.ancestors(link.target))
                assert all(one.target == other.source for one, other in pairwise(wires))
                for wire in wires:
                    assert on_border(wire.path.points[0], wiring.box(wire.source).rect)
                    assert on_border(wire.path.points[-1], wiring.box(wire.target).rect)


def test_same_question_gets_the_same_paths(atlas: Atlas) -> None:
    for view in atlas.views:
        one, other = fresh_picture(view, atlas.era_ids[-1]), fresh_picture(view, atlas.era_ids[-1])
        components = components_of(one)[:6]
        hops = [wire[:2] for wire in one.rest[:3]] + [(one.layout.cards[0].id, one.layout.cards[-1].id)]
        # In another order, for nothing may depend on what was asked before.
        asked = one.rest, one.along(hops), [one.of_component(component) for component in components]
        stars = [other.of_component(component) for component in reversed(components)]
        other.along([(other.layout.cards[1].id, other.layout.cards[-1].id), hops[-1][::-1]])
        answered = other.along(hops), stars[::-1]
        assert asked == (other.rest, *answered)


# Paths of a flow


def resting_pairs(pictures: Pictures) -> Iterator[tuple[Wiring, Wire]]:
    for wiring in pictures:
        yield from ((wiring, wire) for wire in wiring.rest)


def test_hop_runs_on_the_resting_line_and_back_on_the_same(every_picture: Pictures) -> None:
    for wiring, wire in resting_pairs(every_picture):
        there, back = wiring.along([(wire.source, wire.target), (wire.target, wire.source)])
        assert there is wire.path
        assert back == wire.path.reversed()


def test_new_path_is_reused_within_a_flow(some_pictures: Pictures) -> None:
    for wiring in some_pictures:
        resting = {frozenset(wire[:2]) for wire in wiring.rest}
        ids = [card.id for card in wiring.layout.cards]
        one, other = next(pair for pair in combinations(ids, 2) if frozenset(pair) not in resting)
        there, back, again = wiring.along([(one, other), (other, one), (one, other)])
        assert back == there.reversed()
        assert again is there
        assert on_border(there.points[0], wiring.box(one).rect)
        assert on_border(there.points[-1], wiring.box(other).rect)


def test_world_beyond_the_view_is_reached_over_its_upper_border(some_pictures: Pictures) -> None:
    for wiring in some_pictures:
        card = wiring.layout.cards[-1]
        come, go = wiring.along([("", card.id), (card.id, "")])
        assert come.points[0].y <= 8.0
        assert on_border(come.points[-1], card.rect)
        assert go == come.reversed()


# Boxes that stand for components


def test_box_of_a_component_is_its_own_or_that_of_its_nearest_ancestor(atlas: Atlas, every_picture: Pictures) -> None:
    for wiring in every_picture:
        drawn = set(components_of(wiring))
        for component in atlas.components:
            line = [name for name in (component, *atlas.ancestors(component)) if name in drawn]
            box = wiring.anchor(component)
            assert (box.component if box else None) == (line[0] if line else None)


def test_of_several_cards_the_nearest_is_meant(every_picture: Pictures) -> None:
    wiring = next(each for each in every_picture if each.layout.view == "overview")
    first, second = wiring.layout.boxes_of("vmx")
    assert wiring.anchor("vmx") == first
    assert wiring.anchor("vmx", second.rect) == second
    assert wiring.anchor("vmx", first.rect.inflated(-5.0)) == first


def test_frame_stands_for_a_component_even_when_a_card_is_nearer(every_picture: Pictures) -> None:
    wiring = next(each for each in every_picture if each.layout.view == "overview")
    frame, card = wiring.layout.boxes_of("vmkernel")[:2]
    assert frame in wiring.layout.zones
    assert wiring.anchor("vmkernel", card.rect) == frame


def test_box_that_the_view_lacks_is_an_error(every_picture: Pictures) -> None:
    with pytest.raises(KeyError, match="nowhere"):
        every_picture[0].box("nowhere")
