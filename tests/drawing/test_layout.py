"""Finding boxes on a laid-out view."""

from __future__ import annotations

from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.geometry import Point, Rect
from vmexplorer.drawing.layout import CardBox, Layout, ZoneBox


def zone(id: str, component: str | None, rect: Rect, depth: int) -> ZoneBox:
    return ZoneBox(id, id.title(), component, None, rect, Rect(rect.x + 5.0, rect.y + 5.0, 50.0, 10.0), depth)


def card(id: str, component: str, rect: Rect) -> CardBox:
    return CardBox(id, component, Kind.KERNEL, CardStyle.ROW, id, "", "", "", rect, "inner")


OUTER = zone("outer", "host", Rect(0.0, 0.0, 400.0, 300.0), 0)
INNER = zone("inner", "kernel", Rect(20.0, 40.0, 360.0, 120.0), 1)
BARE = zone("bare", None, Rect(30.0, 60.0, 340.0, 80.0), 2)
FIRST = card("first", "kernel", Rect(40.0, 70.0, 100.0, 40.0))
SECOND = card("second", "disk", Rect(200.0, 70.0, 100.0, 40.0))
LAYOUT = Layout("view", "e1", 500.0, 400.0, (OUTER, INNER, BARE), (FIRST, SECOND))


def test_scene_begins_at_the_origin() -> None:
    assert LAYOUT.scene == Rect(0.0, 0.0, 500.0, 400.0)


def test_boxes_are_frames_and_then_cards() -> None:
    assert LAYOUT.boxes == (OUTER, INNER, BARE, FIRST, SECOND)


def test_card_is_found_by_its_id() -> None:
    assert LAYOUT.card("second") is SECOND
    assert LAYOUT.card("inner") is None


def test_frame_goes_before_the_cards_of_a_component() -> None:
    assert LAYOUT.boxes_of("kernel") == (INNER, FIRST)
    assert LAYOUT.boxes_of("disk") == (SECOND,)
    assert LAYOUT.boxes_of("nothing") == ()


def test_card_covers_the_frame_beneath_it() -> None:
    assert LAYOUT.box_at(Point(50.0, 80.0)) is FIRST
    assert LAYOUT.box_at(Point(200.0, 70.0)) is SECOND


def test_innermost_frame_that_stands_for_something_is_meant() -> None:
    assert LAYOUT.box_at(Point(170.0, 80.0)) is INNER
    assert LAYOUT.box_at(Point(10.0, 290.0)) is OUTER
    assert LAYOUT.box_at(Point(450.0, 350.0)) is None
