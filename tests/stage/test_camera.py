"""Which part of the scene the window shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.drawing.geometry import Point, Rect
from vmexplorer.stage.camera import MARGIN, Camera, between, fit, kept_inside, seen_with, zoomed

SCENE = Rect(0.0, 0.0, 1240.0, 870.0)
NEARLY = 1e-6

cameras = st.builds(Camera, st.floats(0.05, 4.0), st.floats(-5000.0, 5000.0), st.floats(-5000.0, 5000.0))
widths = st.floats(40.0, 4000.0)
heights = st.floats(40.0, 2500.0)
places = st.builds(Point, st.floats(-500.0, 4000.0), st.floats(-500.0, 3000.0))
areas = st.builds(Rect, st.floats(0, 900), st.floats(0, 700), st.floats(20, 1240), st.floats(20, 870))


def near(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) < NEARLY and abs(one.y - other.y) < NEARLY


@given(camera=cameras, place=places)
def test_window_and_scene_places_answer_each_other(camera: Camera, place: Point) -> None:
    assert near(camera.to_window(camera.to_scene(place)), place)


def test_scale_and_offset_decide_where_a_place_is() -> None:
    camera = Camera(2.0, 10.0, -5.0)
    assert camera.to_window(Point(100.0, 50.0)) == Point(210.0, 95.0)
    assert camera.moved(5.0, 5.0) == Camera(2.0, 15.0, 0.0)
    assert camera.seen(400.0, 200.0) == Rect(-5.0, 2.5, 200.0, 100.0)


@given(area=areas, width=widths, height=heights)
def test_fitted_area_is_seen_whole_and_in_the_middle(area: Rect, width: float, height: float) -> None:
    camera = fit(area, width, height)
    seen = camera.seen(width, height).inflated(NEARLY)
    assert seen.contains(Point(area.x, area.y))
    assert seen.contains(Point(area.right, area.bottom))
    assert near(camera.to_window(area.centre), Point(width / 2, height / 2))


@given(width=st.floats(200.0, 4000.0), height=st.floats(200.0, 2500.0))
def test_fitted_scene_fills_the_window_up_to_the_margin(width: float, height: float) -> None:
    scale = fit(SCENE, width, height).scale
    free = width - SCENE.width * scale, height - SCENE.height * scale
    assert min(free) == pytest.approx(2 * MARGIN)


def test_small_area_is_not_enlarged_without_limit() -> None:
    spot = Rect(600.0, 400.0, 10.0, 10.0)
    assert fit(spot, 1000.0, 800.0).scale == 4.0
    assert fit(spot, 1000.0, 800.0, largest=1.5).scale == 1.5


@given(camera=cameras, factor=st.floats(0.1, 10.0), anchor=places, width=widths, height=heights)
def test_zoom_keeps_the_place_under_the_anchor(
    camera: Camera, factor: float, anchor: Point, width: float, height: float
) -> None:
    after = zoomed(camera, factor, anchor, SCENE, width, height)
    assert near(after.to_window(camera.to_scene(anchor)), anchor)


@given(factor=st.floats(0.01, 100.0), width=st.floats(200.0, 4000.0), height=st.floats(200.0, 2500.0))
def test_zoom_has_limits_on_both_sides(factor: float, width: float, height: float) -> None:
    whole = fit(SCENE, width, height)
    scale = zoomed(whole, factor, Point(width / 2, height / 2), SCENE, width, height).scale
    wanted = whole.scale * factor
    assert scale == pytest.approx(min(max(wanted, whole.scale * 0.6), 4.0))


@given(camera=cameras, width=widths, height=heights)
def test_scene_cannot_be_lost(camera: Camera, width: float, height: float) -> None:
    after = kept_inside(camera, SCENE, width, height)
    assert after.seen(width, height).overlaps(SCENE)
    shown = [after.to_window(Point(SCENE.x, SCENE.y)), after.to_window(Point(SCENE.right, SCENE.bottom))]
    for low, high, room in ((shown[0].x, shown[1].x, width), (shown[0].y, shown[1].y, height)):
        kept = min(high, room) - max(low, 0.0)
        assert kept >= min(120.0, room / 2, high - low) - NEARLY
    assert after.scale == camera.scale
    again = kept_inside(after, SCENE, width, height)
    assert near(again.to_window(Point(0.0, 0.0)), after.to_window(Point(0.0, 0.0)))


@given(width=st.floats(300.0, 4000.0), height=st.floats(300.0, 2500.0))
def test_camera_that_shows_enough_stays_where_it_is(width: float, height: float) -> None:
    camera = fit(SCENE, width, height)
    assert kept_inside(camera, SCENE, width, height) == camera


def test_camera_moves_no_farther_than_needed() -> None:
    gone = Camera(1.0, 5000.0, 0.0)
    assert kept_inside(gone, SCENE, 1000.0, 800.0) == Camera(1.0, 880.0, 0.0)
    gone = Camera(1.0, 0.0, -5000.0)
    assert kept_inside(gone, SCENE, 1000.0, 800.0) == Camera(1.0, 0.0, 120.0 - 870.0)


@given(start=cameras, end=cameras, width=widths, height=heights)
def test_flight_starts_and_ends_exactly(start: Camera, end: Camera, width: float, height: float) -> None:
    assert between(start, end, 0.0, width, height) == start
    assert between(start, end, 1.0, width, height) == end
    assert between(start, end, -1.0, width, height) == start
    assert between(start, end, 2.0, width, height) == end


@given(start=cameras, end=cameras, share=st.floats(0.01, 0.99))
def test_flight_passes_between_both(start: Camera, end: Camera, share: float) -> None:
    camera = between(start, end, share, 1000.0, 800.0)
    low, high = sorted((start.scale, end.scale))
    assert low - NEARLY <= camera.scale <= high + NEARLY
    middles = [each.to_scene(Point(500.0, 400.0)) for each in (start, camera, end)]
    for one, here, other in (
        (middles[0].x, middles[1].x, middles[2].x),
        (middles[0].y, middles[1].y, middles[2].y),
    ):
        assert min(one, other) - 1e-3 <= here <= max(one, other) + 1e-3


@given(start=cameras, end=cameras)
def test_flight_has_no_jump_at_its_ends(start: Camera, end: Camera) -> None:
    # Before the very first and last moment only rounding may differ.
    for share, given_one in ((1e-9, start), (1.0 - 1e-9, end)):
        camera = between(start, end, share, 1000.0, 800.0)
        assert camera.scale == pytest.approx(given_one.scale, rel=1e-6)
        assert near(camera.to_window(given_one.to_scene(Point(500.0, 400.0))), Point(500.0, 400.0))


def test_flight_is_half_way_at_half_time() -> None:
    start, end = Camera(1.0, 0.0, 0.0), Camera(4.0, 0.0, 0.0)
    assert between(start, end, 0.5, 1000.0, 800.0).scale == pytest.approx(2.0)


@given(st.floats(0, 900), st.floats(0, 600), st.floats(10, 300), st.floats(10, 200), st.floats(0.3, 4.0))
def test_a_picture_of_an_area_holds_it_and_keeps_to_the_scene(
    x: float, y: float, width: float, height: float, aspect: float
) -> None:
    area, scene = Rect(x, y, width, height), Rect(0.0, 0.0, 1300.0, 900.0)
    seen = seen_with(area, scene, aspect)
    assert seen.width / seen.height == pytest.approx(aspect)
    assert seen.x <= area.x + 1e-6
    assert seen.right >= area.right - 1e-6
    assert seen.y <= area.y + 1e-6
    assert seen.bottom >= area.bottom - 1e-6
    assert max(area.width / seen.width, area.height / seen.height) == pytest.approx(1.0)
    if seen.width <= scene.width:
        assert seen.x >= -1e-6
        assert seen.right <= scene.right + 1e-6
    else:
        assert seen.centre.x == pytest.approx(scene.centre.x)
