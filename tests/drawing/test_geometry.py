"""Rectangles, segments, and places on paths."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.strategies import paths, shares, stairs, walk, walks
from vmexplorer.drawing.geometry import Path, Point, Rect, Segment

CARD = Rect(10.0, 20.0, 100.0, 40.0)
CORNER = Path([Point(0.0, 0.0), Point(30.0, 0.0), Point(30.0, 10.0)])
NEARLY = 1e-6


def distance_to(path: Path, place: Point) -> float:
    """How far a place is from the nearest piece of a right-angled path."""
    gaps = []
    for start, end in path.segments():
        x = min(max(place.x, min(start.x, end.x)), max(start.x, end.x))
        y = min(max(place.y, min(start.y, end.y)), max(start.y, end.y))
        gaps.append(abs(place.x - x) + abs(place.y - y))
    return min(gaps)


def test_rectangle_knows_its_sides_and_its_middle() -> None:
    assert (CARD.right, CARD.bottom, CARD.centre) == (110.0, 60.0, Point(60.0, 40.0))


def test_rectangle_grows_and_shrinks_on_every_side() -> None:
    assert CARD.inflated(5.0) == Rect(5.0, 15.0, 110.0, 50.0)
    assert CARD.inflated(5.0).inflated(-5.0) == CARD


@pytest.mark.parametrize(
    ("place", "inside"),
    [
        (Point(60.0, 40.0), True),
        (Point(10.0, 20.0), True),
        (Point(110.0, 60.0), True),
        (Point(110.1, 40.0), False),
        (Point(60.0, 19.9), False),
    ],
)
def test_border_belongs_to_a_rectangle(place: Point, inside: bool) -> None:
    assert CARD.contains(place) is inside


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        (Rect(100.0, 50.0, 50.0, 50.0), True),
        (Rect(40.0, 30.0, 5.0, 5.0), True),
        (Rect(110.0, 20.0, 50.0, 40.0), False),
        (Rect(10.0, 60.0, 100.0, 40.0), False),
        (Rect(200.0, 20.0, 10.0, 40.0), False),
    ],
)
def test_rectangles_that_only_touch_do_not_overlap(other: Rect, shared: bool) -> None:
    assert CARD.overlaps(other) is shared
    assert other.overlaps(CARD) is shared


def test_union_reaches_around_both() -> None:
    assert CARD.united(Rect(0.0, 50.0, 20.0, 100.0)) == Rect(0.0, 20.0, 110.0, 130.0)


@pytest.mark.parametrize(
    ("segment", "crossing"),
    [
        (Segment(Point(0.0, 40.0), Point(200.0, 40.0)), True),
        (Segment(Point(60.0, 200.0), Point(60.0, 59.0)), True),
        (Segment(Point(0.0, 20.0), Point(200.0, 20.0)), False),
        (Segment(Point(60.0, 0.0), Point(60.0, 20.0)), False),
        (Segment(Point(0.0, 40.0), Point(10.0, 40.0)), False),
    ],
)
def test_segment_crosses_a_rectangle_only_when_it_enters_it(segment: Segment, crossing: bool) -> None:
    assert segment.crosses(CARD) is crossing
    assert Segment(segment.end, segment.start).crosses(CARD) is crossing


@pytest.mark.parametrize(
    ("share", "place", "direction"),
    [
        (0.0, Point(0.0, 0.0), Point(1.0, 0.0)),
        (0.5, Point(20.0, 0.0), Point(1.0, 0.0)),
        (0.875, Point(30.0, 5.0), Point(0.0, 1.0)),
        (1.0, Point(30.0, 10.0), Point(0.0, 1.0)),
        (-3.0, Point(0.0, 0.0), Point(1.0, 0.0)),
        (7.0, Point(30.0, 10.0), Point(0.0, 1.0)),
    ],
)
def test_place_and_direction_at_a_share_of_the_way(share: float, place: Point, direction: Point) -> None:
    assert CORNER.at(share) == (place, direction)


@given(path=paths, share=shares)
def test_every_place_lies_on_the_path(path: Path, share: float) -> None:
    place, direction = path.at(share)
    assert distance_to(path, place) < NEARLY
    assert abs(direction.x) + abs(direction.y) == pytest.approx(1.0)


@given(path=paths, one=shares, other=shares)
def test_places_are_no_farther_apart_than_the_way_between_them(path: Path, one: float, other: float) -> None:
    here, there = path.at(one)[0], path.at(other)[0]
    apart = abs(here.x - there.x) + abs(here.y - there.y)
    assert apart <= abs(one - other) * path.length + NEARLY


@given(path=stairs, one=shares, other=shares)
def test_places_move_forward_with_the_share(path: Path, one: float, other: float) -> None:
    first, second = (path.at(share)[0] for share in sorted((one, other)))
    assert first.x <= second.x + NEARLY
    assert first.y <= second.y + NEARLY
    assert first.x + first.y == pytest.approx(min(one, other) * path.length, abs=NEARLY)


def test_doubled_points_do_not_disturb_the_direction() -> None:
    doubled = Path([Point(0.0, 0.0), Point(0.0, 0.0), Point(0.0, 8.0), Point(0.0, 8.0)])
    assert doubled.at(0.0) == (Point(0.0, 0.0), Point(0.0, 1.0))
    assert doubled.at(1.0) == (Point(0.0, 8.0), Point(0.0, 1.0))


def test_a_path_of_one_point_stays_there() -> None:
    spot = Path([Point(3.0, 4.0)])
    assert (spot.length, spot.segments(), spot.at(0.5)[0]) == (0.0, (), Point(3.0, 4.0))


def test_a_slanting_piece_is_as_long_as_it_is_drawn() -> None:
    slant = Path([Point(0.0, 0.0), Point(30.0, 40.0)])
    assert slant.length == 50.0
    assert slant.at(0.5) == (Point(15.0, 20.0), Point(0.6, 0.8))


@given(points=walks)
def test_tidy_path_has_the_same_ends_and_only_corners(points: list[Point]) -> None:
    tidy = Path.through(points)
    assert tidy.points[0] == points[0]
    assert tidy.points[-1] == points[-1]
    for before, after in pairwise(tidy.segments()):
        assert before.horizontal != after.horizontal
    assert all(piece.start != piece.end for piece in tidy.segments())
    assert Path.through(tidy.points) == tidy


@given(path=stairs, data=st.data())
def test_points_in_the_middle_of_a_run_are_left_out(path: Path, data: st.DataObject) -> None:
    more = []
    for start, end in path.segments():
        share = data.draw(shares)
        more += [start, Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share), end]
    assert Path.through(more) == Path.through(path.points)


def test_a_spur_is_left_out_whole() -> None:
    there_and_back = walk([((1, 0), 20), ((0, 1), 15), ((0, -1), 15), ((1, 0), 10)])
    assert Path.through(there_and_back).points == (Point(0.0, 0.0), Point(30.0, 0.0))
    assert Path.through(walk([((1, 0), 20), ((-1, 0), 20)])).points == (Point(0.0, 0.0),)


@given(path=paths)
def test_reversed_path_is_the_same_way_back(path: Path) -> None:
    back = path.reversed()
    assert back.points == path.points[::-1]
    assert back.length == path.length
    assert back.reversed() == path


@given(path=paths, share=shares)
def test_way_back_passes_the_same_places_in_the_other_order(path: Path, share: float) -> None:
    here, there = path.at(share)[0], path.reversed().at(1.0 - share)[0]
    assert abs(here.x - there.x) + abs(here.y - there.y) < NEARLY


@given(one=walks, steps=walks)
def test_joined_paths_are_as_long_as_both(one: list[Point], steps: list[Point]) -> None:
    last = one[-1]
    onward = Path([Point(last.x + point.x, last.y + point.y) for point in steps])
    joined = Path(one).joined(onward)
    assert joined.length == pytest.approx(Path(one).length + onward.length)
    assert (joined.points[0], joined.points[-1]) == (one[0], onward.points[-1])


def test_paths_through_the_same_points_are_equal() -> None:
    same = Path(list(CORNER.points))
    assert same == CORNER
    assert hash(same) == hash(CORNER)
    assert CORNER.reversed() != CORNER
    assert repr(Path([Point(1.0, 2.0)])) == "Path([Point(x=1.0, y=2.0)])"
