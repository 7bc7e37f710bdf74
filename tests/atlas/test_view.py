"""Places on a grid."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.atlas.view import Cell


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        ("r1 c2", Cell(1, 1, 2, 2)),
        ("r1-2 c3-5", Cell(1, 2, 3, 5)),
        ("r9 c1-9", Cell(9, 9, 1, 9)),
        ("r99 c99", Cell(99, 99, 99, 99)),
    ],
)
def test_cell(written: str, cell: Cell) -> None:
    assert Cell.parse(written) == cell


@pytest.mark.parametrize(
    "written", ["", "1 2", "c1 r1", "r1c1", "r1  c1", "r c", "r1 c1 ", "r1-2-3 c1", "R1 C1", "r-1 c1"]
)
def test_text_that_is_no_place(written: str) -> None:
    with pytest.raises(ValueError, match="is not a place on the grid such as"):
        Cell.parse(written)


@pytest.mark.parametrize("written", ["r0 c1", "r1 c0", "r2-1 c1", "r1 c5-3", "r100 c1", "r1 c1-100"])
def test_place_off_every_grid(written: str) -> None:
    with pytest.raises(ValueError, match="runs backwards, or a number outside 1 to 99"):
        Cell.parse(written)


@given(*[st.integers(1, 99)] * 4)
def test_spans_read_back(row: int, last_row: int, column: int, last_column: int) -> None:
    cell = Cell(min(row, last_row), max(row, last_row), min(column, last_column), max(column, last_column))
    assert Cell.parse(f"r{cell.row}-{cell.last_row} c{cell.column}-{cell.last_column}") == cell
