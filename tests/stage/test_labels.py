"""Labels of messages stand still beside their line and cover no text that they need not cover."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.shipped import hops_of, picture
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.geometry import Path, Point, Rect
from vmexplorer.drawing.layout import CardBox, Layout, ZoneBox
from vmexplorer.stage.card_texts import card_texts
from vmexplorer.stage.labels import GAP, LABELS_FROM, REACH, label_place, label_size

TOKEN = 16.0
WIDTH, HEIGHT = 120.0, 24.0
ACROSS = Path([Point(100.0, 300.0), Point(700.0, 300.0)])
DOWN = Path([Point(400.0, 100.0), Point(400.0, 500.0)])

Placed = tuple[str, Layout, Path, Rect]


def scene(*cards: CardBox, zones: tuple[ZoneBox, ...] = ()) -> Layout:
    return Layout("sample", "e1", 800.0, 600.0, zones, cards)


def card(x: float, y: float, width: float, height: float, style: CardStyle = CardStyle.ROW) -> CardBox:
    rect = Rect(x, y, width, height)
    return CardBox(f"{x}/{y}", "part", Kind.KERNEL, style, "A part", "with a subtitle", "", "", rect, "")


def texts(layout: Layout) -> Iterator[Rect]:
    for zone in layout.zones:
        yield zone.title_rect
    for box in layout.cards:
        for pixel in (1.0, 1.0 / LABELS_FROM):
            yield from card_texts(box, pixel).texts


def on_text(layout: Layout, label: Rect) -> bool:
    return any(label.overlaps(text) for text in texts(layout))


def apart(rect: Rect, path: Path) -> float:
    """The distance between a rectangle and an axis-parallel path."""
    found = []
    for start, end in path.segments():
        left, right = sorted((start.x, end.x))
        top, bottom = sorted((start.y, end.y))
        aside = max(rect.x - right, left - rect.right, 0.0)
        above = max(rect.y - bottom, top - rect.bottom, 0.0)
        found.append((aside**2 + above**2) ** 0.5)
    return min(found)


@pytest.fixture(scope="module")
def placed(atlas: Atlas) -> list[Placed]:
    """The label of every message of every flow on its own view in every era."""
    found = []
    for flow in atlas.flows.values():
        for era in atlas.eras_of(flow):
            layout = picture(flow.view, era).layout
            for number, hop in enumerate(hops_of(flow.id, flow.view, era), start=1):
                if hop.path is not None:
                    place = label_place(layout, hop.path, *label_size(hop.step.message, TOKEN))
                    found.append((f"{flow.id} in {era}, step {number}: {hop.title}", layout, hop.path, place))
    return found


def avoidable(layout: Layout, path: Path, label: Rect) -> bool:
    """Whether there is a place on no text, and not on the line, within reach; found by trying all."""
    lanes = [
        Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)).inflated(GAP) for a, b in path.segments()
    ]
    steps = range(-round(REACH), round(REACH) + 1, 10)
    for share, dx, dy in product((1 / 2, 1 / 3, 2 / 3), steps, steps):
        at = path.at(share)[0]
        tried = Rect(at.x + dx - label.width / 2, at.y + dy - label.height / 2, label.width, label.height)
        inside = tried.x >= 0 and tried.y >= 0 and tried.right <= layout.width and tried.bottom <= layout.height
        if inside and not on_text(layout, tried) and not any(tried.overlaps(lane) for lane in lanes):
            return True
    return False


# The shipped pack


def test_label_covers_a_text_only_where_there_is_no_free_place(placed: list[Placed]) -> None:
    assert len(placed) > 500
    covering = [one for one in placed if on_text(one[1], one[3])]
    assert [name for name, layout, path, place in covering if avoidable(layout, path, place)] == []


def test_few_labels_have_no_free_place(placed: list[Placed]) -> None:
    covering = [name for name, layout, _, place in placed if on_text(layout, place)]
    assert len(covering) < 0.02 * len(placed), covering


def test_label_lies_inside_the_scene(placed: list[Placed]) -> None:
    outside = [
        name
        for name, layout, _, place in placed
        if place.x < 0 or place.y < 0 or place.right > layout.width or place.bottom > layout.height
    ]
    assert outside == []


def test_label_is_beside_its_line_and_not_far_away(placed: list[Placed]) -> None:
    distances = {name: apart(place, path) for name, _, path, place in placed}
    assert [name for name, distance in distances.items() if not GAP / 2 < distance <= REACH] == []
    close = [distance for distance in distances.values() if distance <= 60.0]
    assert len(close) > 0.8 * len(distances)


def test_label_is_near_the_middle_of_its_line(placed: list[Placed]) -> None:
    astray = []
    for name, _, path, place in placed:
        middle = path.at(0.5)[0]
        aside, above = abs(place.centre.x - middle.x), abs(place.centre.y - middle.y)
        if max(aside - place.width / 2, above - place.height / 2) > path.length / 6 + REACH:
            astray.append(name)
    assert astray == []


def test_same_message_always_has_the_same_place(placed: list[Placed]) -> None:
    for name, layout, path, place in placed[::7]:
        assert label_place(layout, path, place.width, place.height) == place, name


def test_place_is_found_in_less_than_a_millisecond(placed: list[Placed]) -> None:
    start = process_time()
    for _, layout, path, place in placed:
        label_place(layout, path, place.width, place.height)
    assert (process_time() - start) / len(placed) < 0.001


# In detail


def test_label_stands_above_the_middle_of_a_free_line() -> None:
    assert label_place(scene(), ACROSS, WIDTH, HEIGHT) == Rect(340.0, 300.0 - GAP - HEIGHT, WIDTH, HEIGHT)


def test_label_stands_at_the_right_of_a_free_line_that_runs_down() -> None:
    assert label_place(scene(), DOWN, WIDTH, HEIGHT) == Rect(400.0 + GAP, 288.0, WIDTH, HEIGHT)


def test_label_gives_way_to_a_name_but_may_lie_on_the_empty_part_of_its_card() -> None:
    large = card(150.0, 20.0, 500.0, 270.0, CardStyle.HERO)
    layout = scene(large)
    text = Rect(350.0, 200.0, 100.0, 85.0)
    place = label_place(layout, ACROSS, WIDTH, HEIGHT)
    assert place == Rect(340.0, 300.0 + GAP, WIDTH, HEIGHT)
    wall = card(0.0, 310.0, 800.0, 290.0)
    place = label_place(scene(large, wall), ACROSS, WIDTH, HEIGHT)
    assert not on_text(scene(large, wall), place)
    assert place.overlaps(large.rect) or place.overlaps(wall.rect)
    assert not place.overlaps(Rect(text.x, 290.0, text.width, 20.0))


def test_label_gives_way_to_the_caption_of_a_frame() -> None:
    caption = Rect(300.0, 250.0, 200.0, 40.0)
    frame = ZoneBox("frame", "A frame", None, None, Rect(200.0, 240.0, 500.0, 300.0), caption, 0)
    layout = scene(zones=(frame,))
    place = label_place(layout, ACROSS, WIDTH, HEIGHT)
    assert not place.overlaps(caption)
    assert place.y == 300.0 + GAP


def test_label_takes_the_only_free_place_within_reach() -> None:
    zones = []
    for number, (y, left) in enumerate(product(range(0, 600, 20), (0.0, 420.0))):
        # Captions everywhere but for a hole above the line at a third of its way.
        width = 200.0 if y in (180, 200) and not left else 420.0
        title = Rect(left, float(y), width, 20.0)
        zones.append(ZoneBox(f"z{number}", "x", None, None, title, title, 0))
    layout = scene(zones=tuple(zones))
    place = label_place(layout, ACROSS, WIDTH, HEIGHT)
    assert not on_text(layout, place)
    assert place.y >= 180.0
    assert place.bottom <= 220.0


def test_label_of_a_crowded_line_still_has_a_place() -> None:
    everywhere = Rect(0.0, 0.0, 800.0, 600.0)
    layout = scene(zones=(ZoneBox("z", "x", None, None, everywhere, everywhere, 0),))
    assert label_place(layout, ACROSS, WIDTH, HEIGHT) == Rect(340.0, 300.0 - GAP - HEIGHT, WIDTH, HEIGHT)


def test_label_keeps_off_its_own_line_where_that_turns() -> None:
    turning = Path([Point(100.0, 300.0), Point(400.0, 300.0), Point(400.0, 260.0), Point(700.0, 260.0)])
    place = label_place(scene(), turning, WIDTH, HEIGHT)
    assert apart(place, turning) >= GAP - 1.0


def test_label_that_is_larger_than_the_scene_begins_in_its_corner() -> None:
    assert label_place(scene(), ACROSS, 900.0, 700.0) == Rect(0.0, 0.0, 900.0, 700.0)


places = st.floats(0.0, 600.0)


@given(
    st.lists(st.tuples(places, places, st.floats(40.0, 300.0), st.floats(20.0, 200.0)), max_size=12),
    st.lists(st.tuples(places, places), min_size=1, max_size=4),
    st.floats(10.0, 300.0),
)
def test_every_line_among_any_cards_has_a_label_inside_the_scene(
    cards: list[tuple[float, float, float, float]], turns: list[tuple[float, float]], width: float
) -> None:
    points = [Point(0.0, 0.0)]
    for x, y in turns:
        points += [Point(x, points[-1].y), Point(x, y)]
    layout = scene(*(card(*rect) for rect in cards))
    place = label_place(layout, Path(points), width, HEIGHT)
    assert (place.width, place.height) == (width, HEIGHT)
    assert 0.0 <= place.x <= 800.0 - width
    assert 0.0 <= place.y <= 600.0 - HEIGHT


def test_size_grows_with_the_text_and_with_the_message() -> None:
    short, long = label_size("stop", TOKEN), label_size("stop everything at once", TOKEN)
    assert short[0] < long[0]
    assert short[1] == long[1]
    large = label_size("stop", 2 * TOKEN)
    assert large == pytest.approx((2 * short[0], 2 * short[1]), rel=0.05)
