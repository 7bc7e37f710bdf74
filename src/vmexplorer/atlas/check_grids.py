"""Checks that the boxes of one grid lie inside it and clear of each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.check_eras import era_names
from vmexplorer.atlas.findings import Findings
from vmexplorer.atlas.view import Cell

LARGEST_MEASURE = 100_000.0

# The key of a box, what to call it, where it lies and the eras in which it is shown.
Box = tuple[str, str, Cell, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid of a view; ``prefix`` is the dotted path of what it divides, with a dot at its end, or empty."""

    file: str
    prefix: str
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    gap: float


def check_measure(file: str, key: str, size: float, findings: Findings) -> None:
    """Notes a measure that is not positive or beyond all reason."""
    if not 0 < size <= LARGEST_MEASURE:
        findings.add(file, key, f"is {size:g} and must be greater than 0 and at most {LARGEST_MEASURE:,.0f}")


def check_grid(grid: Grid, boxes: Iterable[Box], atlas: Atlas, findings: Findings) -> None:
    """Notes bad measures of a grid, boxes beyond its edge and boxes that overlap in some era."""
    for key, sizes in (("columns", grid.columns), ("rows", grid.rows)):
        for place, size in enumerate(sizes):
            check_measure(grid.file, f"{grid.prefix}{key}[{place}]", size, findings)
    check_measure(grid.file, f"{grid.prefix}gap", grid.gap, findings)
    taken: dict[tuple[int, int, str], tuple[str, frozenset[str]]] = {}
    for key, name, cell, eras in boxes:
        if cell.last_row > len(grid.rows) or cell.last_column > len(grid.columns):
            text = f"lies outside its grid of {len(grid.rows)} × {len(grid.columns)} (rows × columns)"
            findings.add(grid.file, f"{key}.at", text)
        else:
            other = _occupy(cell, name, eras, taken)
            if other is not None:
                common = era_names(atlas, eras.intersection(other[1]))
                findings.add(grid.file, f"{key}.at", f"overlaps the {other[0]} in {common}")


def _occupy(
    cell: Cell,
    name: str,
    eras: frozenset[str],
    taken: dict[tuple[int, int, str], tuple[str, frozenset[str]]],
) -> tuple[str, frozenset[str]] | None:
    """Takes the places of a box; the name and eras of the first box that has one of them already."""
    box = (name, eras)
    # Stops at the first: going on would let a pack of many large boxes take minutes.
    for row in range(cell.row, cell.last_row + 1):
        for column in range(cell.column, cell.last_column + 1):
            for era in eras:
                other = taken.setdefault((row, column, era), box)
                if other is not box:
                    return other
    return None
