"""The search for paths, in small scenes made for it and in scenes made by chance."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vmexplorer.drawing.geometry import Path, Point, Rect
from vmexplorer.drawing.routing import CLEARANCE, LANE, Router

SCENE = Rect(0.0, 0.0, 800.0, 600.0)
LEFT = Rect(60.0, 260.0, 160.0, 80.0)
RIGHT = Rect(580.0, 260.0, 160.0, 80.0)
BETWEEN = Rect(320.0, 200.0, 160.0, 200.0)


def router(*cards: Rect, captions: tuple[Rect, ...] = (), frames: tuple[Rect, ...] = ()) -> Router:
    return Router(SCENE, cards, captions, frames)


def ends_at(path: Path, source: Rect, target: Rect) -> bool:
    """Whether a path leads from one card's border to the other's."""
    pairs = ((path.points[0], source), (path.points[-1], target))
    return all(rect.contains(end) and not rect.inflated(-0.01).contains(end) for end, rect in pairs)


def right_angled(path: Path) -> bool:
    return all(start.x == end.x or start.y == end.y for start, end in path.segments())


def enters(path: Path, rect: Rect) -> bool:
    return any(piece.crosses(rect) for piece in path.segments())


def test_cards_that_face_each_other_are_joined_straight() -> None:
    assert router(LEFT, RIGHT).route(LEFT, RIGHT).points == (Point(220.0, 300.0), Point(580.0, 300.0))


def test_way_round_a_card_in_between_keeps_clear_of_it() -> None:
    path = router(LEFT, RIGHT, BETWEEN).route(LEFT, RIGHT)
    assert right_angled(path)
    assert ends_at(path, LEFT, RIGHT)
    assert not enters(path, BETWEEN.inflated(CLEARANCE))
    assert len(path.segments()) > 1


def test_captions_are_never_crossed() -> None:
    caption = Rect(300.0, 290.0, 120.0, 20.0)
    path = router(LEFT, RIGHT, captions=(caption,)).route(LEFT, RIGHT)
    assert ends_at(path, LEFT, RIGHT)
    assert not enters(path, caption)


def test_second_path_takes_a_lane_of_its_own() -> None:
    scene = router(LEFT, RIGHT)
    first = scene.route(LEFT, RIGHT)
    second = scene.route(LEFT, RIGHT, [first])
    assert ends_at(second, LEFT, RIGHT)
    levels = {piece.start.y for piece in second.segments() if piece.horizontal}
    assert all(abs(level - 300.0) >= LANE - 0.5 for level in levels)


def test_path_leads_round_a_foreign_frame_when_that_costs_little() -> None:
    frame = Rect(300.0, 290.0, 200.0, 300.0)
    straight = router(LEFT, RIGHT).route(LEFT, RIGHT)
    around = router(LEFT, RIGHT, frames=(frame,)).route(LEFT, RIGHT)
    assert enters(straight, frame)
    assert not enters(around, frame)


def test_place_to_stay_in_line_with_decides_where_a_path_leaves() -> None:
    below = Rect(60.0, 450.0, 160.0, 80.0)
    scene = router(LEFT, below)
    assert scene.route(LEFT, below).points[0].x == 140.0
    assert scene.route(LEFT, below, align=Point(155.0, 0.0)).points == (Point(155.0, 340.0), Point(155.0, 450.0))


def test_far_detour_is_found_when_there_is_no_near_one() -> None:
    wall = Rect(380.0, 20.0, 20.0, 560.0)
    gap_below = Rect(380.0, 20.0, 20.0, 550.0)
    assert not enters(router(LEFT, RIGHT, gap_below).route(LEFT, RIGHT), gap_below)
    # Even a wall from edge to edge leaves a path: drawn through it, rather than none.
    whole = wall.united(Rect(380.0, 0.0, 20.0, 600.0))
    path = router(LEFT, RIGHT, whole).route(LEFT, RIGHT)
    assert (path.points[0], path.points[-1]) == (LEFT.centre, RIGHT.centre)
    assert right_angled(path)


def test_same_question_gets_the_same_answer() -> None:
    taken = [router(LEFT, RIGHT, BETWEEN).route(LEFT, RIGHT)]
    answers = {router(LEFT, RIGHT, BETWEEN).route(LEFT, RIGHT, taken) for _ in range(3)}
    assert len(answers) == 1
    once = router(LEFT, RIGHT, BETWEEN)
    assert {once.route(LEFT, RIGHT, taken), once.route(LEFT, RIGHT, taken)} == answers


@pytest.mark.parametrize("turned", [False, True])
def test_lines_see_what_closes_them_and_what_makes_them_dear(turned: bool) -> None:
    def turn(x: float, y: float, width: float, height: float) -> Rect:
        return Rect(y, x, height, width) if turned else Rect(x, y, width, height)

    def spot(x: float, y: float) -> Point:
        return Point(y, x) if turned else Point(x, y)

    scene = Router(turn(0.0, 0.0, 800.0, 600.0), [turn(100.0, 100.0, 100.0, 50.0)], [], [])
    look = scene.spans_down if turned else scene.spans_across
    taken = [
        *Path([spot(300.0, 0.0), spot(300.0, 400.0)]).segments(),
        *Path([spot(400.0, 125.0), spot(500.0, 125.0)]).segments(),
    ]
    closed, crossing, shared = look(120.0, taken, [])
    assert (closed.low, closed.high, closed.flat) == (95.0, 205.0, float("inf"))
    assert crossing.low < 300.0 < crossing.high
    assert shared.low < 400.0
    assert shared.high > 500.0
    assert crossing.flat < shared.flat < closed.flat
    assert look(117.0, taken, [])[-1].low == crossing.low
    assert look(94.0, (), []) == []


cells = st.sets(st.tuples(st.integers(0, 4), st.integers(0, 5)), min_size=2, max_size=18)


@settings(max_examples=40)
@given(places=cells, data=st.data())
def test_paths_of_a_crowded_scene_enter_no_card(places: set[tuple[int, int]], data: st.DataObject) -> None:
    cards = [Rect(20.0 + column * 156.0, 16.0 + row * 98.0, 126.0, 66.0) for column, row in sorted(places)]
    scene = Router(SCENE, cards, (), ())
    pairs = st.lists(st.sampled_from(cards), min_size=2, max_size=2, unique=True)
    taken: list[Path] = []
    for source, target in data.draw(st.lists(pairs, min_size=1, max_size=5)):
        path = scene.route(source, target, taken)
        assert right_angled(path)
        assert ends_at(path, source, target)
        assert not any(enters(path, card) for card in cards)
        taken.append(path)
