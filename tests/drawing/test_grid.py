"""Cells of a grid as rectangles."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.atlas.view import Cell
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.grid import Grid

ROOM = Rect(100.0, 50.0, 420.0, 230.0)
weights = st.lists(st.floats(0.5, 4.0), min_size=1, max_size=6)


def cell(text: str) -> Cell:
    return Cell.parse(text)


def test_only_cell_fills_the_room() -> None:
    assert Grid(ROOM, [1], [1], 12.0).rect(cell("r1 c1")) == ROOM


def test_cells_share_the_room_by_weight_with_gaps_between() -> None:
    grid = Grid(ROOM, [1, 3], [1, 1], 20.0)
    assert grid.rect(cell("r1 c1")) == Rect(100.0, 50.0, 100.0, 105.0)
    assert grid.rect(cell("r2 c2")) == Rect(220.0, 175.0, 300.0, 105.0)


def test_span_takes_the_gaps_it_bridges() -> None:
    grid = Grid(ROOM, [1, 3], [1, 1], 20.0)
    assert grid.rect(cell("r1-2 c1-2")) == ROOM
    assert grid.rect(cell("r1-2 c1")) == Rect(100.0, 50.0, 100.0, 230.0)


@given(
    columns=weights, rows=weights, gap=st.integers(0, 30), width=st.integers(400, 1300), height=st.integers(300, 900)
)
def test_cells_have_crisp_edges_and_stay_apart_and_inside(
    columns: list[float], rows: list[float], gap: int, width: int, height: int
) -> None:
    room = Rect(7.0, 3.0, float(width), float(height))
    grid = Grid(room, columns, rows, float(gap))
    across = [grid.rect(Cell(1, 1, place, place)) for place in range(1, len(columns) + 1)]
    down = [grid.rect(Cell(place, place, 1, 1)) for place in range(1, len(rows) + 1)]
    for rect in (*across, *down):
        assert all(edge == int(edge) for edge in (rect.x, rect.y, rect.right, rect.bottom))
        assert room.united(rect) == room
    # Rounding moves each edge by half a unit at most.
    assert all(abs(after.x - before.right - gap) <= 1.0 for before, after in pairwise(across))
    assert all(abs(after.y - before.bottom - gap) <= 1.0 for before, after in pairwise(down))
    assert (across[-1].right, down[-1].bottom) == (room.right, room.bottom)
