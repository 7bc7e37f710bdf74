"""Where resting lines cross, the later one is cut open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.strategies import walk
from vmexplorer.drawing.crossings import GAP, Piece, pieces
from vmexplorer.drawing.geometry import Path, Point, Segment
from vmexplorer.drawing.wiring import Wiring

LEVEL = Path([Point(0.0, 50.0), Point(200.0, 50.0)])
LEVEL_BELOW = Path([Point(0.0, 58.0), Point(200.0, 58.0)])
STEEP = Path([Point(100.0, 0.0), Point(100.0, 100.0)])


def points(*places: tuple[float, float]) -> tuple[Point, ...]:
    return tuple(Point(*place) for place in places)


def test_later_line_gives_way() -> None:
    assert pieces([LEVEL, STEEP]) == (
        Piece(0, LEVEL.points),
        Piece(1, points((100.0, 0.0), (100.0, 50.0 - GAP))),
        Piece(1, points((100.0, 50.0 + GAP), (100.0, 100.0))),
    )
    assert [piece.wire for piece in pieces([STEEP, LEVEL])] == [0, 1, 1]


def test_line_is_cut_whichever_way_it_runs() -> None:
    back = pieces([LEVEL, STEEP.reversed()])
    assert back[1:] == (
        Piece(1, points((100.0, 100.0), (100.0, 50.0 + GAP))),
        Piece(1, points((100.0, 50.0 - GAP), (100.0, 0.0))),
    )
    there = pieces([STEEP, LEVEL.reversed()])
    assert there[1].points == points((200.0, 50.0), (100.0 + GAP, 50.0))


@pytest.mark.parametrize("turned", [False, True])
def test_openings_come_in_the_order_of_the_line(turned: bool) -> None:
    lower = Path([Point(0.0, 80.0), Point(200.0, 80.0)])
    steep = STEEP.reversed() if turned else STEEP
    marks = [0.0, 50.0 - GAP, 50.0 + GAP, 80.0 - GAP, 80.0 + GAP, 100.0]
    if turned:
        marks.reverse()
    cut = [piece.points for piece in pieces([lower, LEVEL, steep]) if piece.wire == 2]
    assert cut == [points((100.0, marks[i]), (100.0, marks[i + 1])) for i in (0, 2, 4)]


def test_neighbouring_lanes_share_one_opening() -> None:
    """Lanes are 8 units apart: too near for a piece of line between two openings."""
    _, _, above, below = pieces([LEVEL, LEVEL_BELOW, STEEP])
    assert above.points == points((100.0, 0.0), (100.0, 50.0 - GAP))
    assert below.points == points((100.0, 58.0 + GAP), (100.0, 100.0))


def test_three_neighbouring_lanes_are_crossed_in_one_opening() -> None:
    third = Path([Point(0.0, 66.0), Point(200.0, 66.0)])
    found = pieces([LEVEL, LEVEL_BELOW, third, STEEP])
    assert [piece.points for piece in found if piece.wire == 3] == [
        points((100.0, 0.0), (100.0, 50.0 - GAP)),
        points((100.0, 66.0 + GAP), (100.0, 100.0)),
    ]


def test_lines_farther_apart_get_an_opening_each() -> None:
    lower = Path([Point(0.0, 80.0), Point(200.0, 80.0)])
    assert [piece.wire for piece in pieces([LEVEL, lower, STEEP])] == [0, 1, 2, 2, 2]


@pytest.mark.parametrize(
    "touching",
    [
        Path([Point(100.0, 50.0), Point(100.0, 100.0)]),
        Path([Point(100.0, 46.0), Point(100.0, 100.0)]),
        Path([Point(198.0, 0.0), Point(198.0, 100.0)]),
        Path([Point(20.0, 50.0), Point(60.0, 50.0)]),
    ],
    ids=["begins on it", "begins at it", "passes its end", "runs along it"],
)
def test_lines_that_meet_without_crossing_stay_whole(touching: Path) -> None:
    assert pieces([LEVEL, touching]) == (Piece(0, LEVEL.points), Piece(1, touching.points))


def test_corner_stays_in_its_piece() -> None:
    bent = Path([Point(100.0, 0.0), Point(100.0, 100.0), Point(180.0, 100.0)])
    assert pieces([LEVEL, bent])[-1].points == points((100.0, 50.0 + GAP), (100.0, 100.0), (180.0, 100.0))


def test_line_does_not_give_way_to_itself() -> None:
    loop = Path(walk([((1, 0), 100), ((0, 1), 50), ((-1, 0), 50), ((0, -1), 100)]))
    assert pieces([loop]) == (Piece(0, loop.points),)


def crossing(one: Segment, other: Segment) -> Point | None:
    """Where two pieces cross clearly inside both."""
    if one.horizontal == other.horizontal:
        return None
    flat, steep = (one, other) if one.horizontal else (other, one)
    place = Point(steep.start.x, flat.start.y)
    inside = all(
        min(low, high) + GAP < value < max(low, high) - GAP
        for value, low, high in (
            (place.x, flat.start.x, flat.end.x),
            (place.y, steep.start.y, steep.end.y),
        )
    )
    return place if inside else None


def assert_cut_rightly(paths: Sequence[Path]) -> None:
    """Pieces follow their line, miss only openings, and cross no line before theirs."""
    of_wire: dict[int, list[Path]] = defaultdict(list)
    for piece in pieces(paths):
        of_wire[piece.wire].append(Path(piece.points))
    assert list(of_wire) == list(range(len(paths)))
    for wire, path in enumerate(paths):
        found = of_wire[wire]
        earlier = [segment for other in paths[:wire] for segment in other.segments()]
        assert found[0].points[0] == path.points[0]
        assert found[-1].points[-1] == path.points[-1]
        openings = [(before.points[-1], after.points[0]) for before, after in pairwise(found)]
        widths = [abs(a.x - b.x) + abs(a.y - b.y) for a, b in openings]
        assert all(width >= 2 * GAP - 1e-9 for width in widths)
        assert sum(piece.length for piece in found) + sum(widths) == pytest.approx(path.length)
        crossed = [place for mine in path.segments() for other in earlier if (place := crossing(mine, other))]
        assert len(openings) <= len(crossed)
        assert bool(openings) == bool(crossed)
        assert not [1 for piece in found for mine in piece.segments() for other in earlier if crossing(mine, other)]


lines = st.tuples(
    st.integers(0, 120),
    st.integers(0, 120),
    st.lists(st.sampled_from([20, 30, 45, 90, -20, -30, -45, -90]), min_size=1, max_size=5),
)


@given(drawn=st.lists(lines, min_size=1, max_size=5))
def test_pieces_cover_their_line_but_for_the_openings(drawn: list[tuple[int, int, list[int]]]) -> None:
    ways = ((1, 0), (0, 1))
    assert_cut_rightly(
        [Path(walk([(ways[i % 2], far) for i, far in enumerate(fars)], float(x), float(y))) for x, y, fars in drawn]
    )


def test_every_shipped_picture_is_cut_rightly(every_picture: tuple[Wiring, ...]) -> None:
    for wiring in every_picture:
        assert_cut_rightly([wire.path for wire in wiring.rest])
