"""A view: which components are drawn, and where, on nested grids."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.fields import described

_CELL = re.compile(r"r(\d+)(?:-(\d+))? c(\d+)(?:-(\d+))?")


@dataclass(frozen=True, slots=True)
class Cell:
    """A place on a grid, written ``r1 c2`` or, with spans, ``r1-2 c3-5``; counts from 1."""

    PATTERN: ClassVar[str] = r"r\d+(-\d+)? c\d+(-\d+)?"
    FORM: ClassVar[str] = "a place on the grid such as r1 c2, or r1-2 c3-5 with spans"

    row: int
    last_row: int
    column: int
    last_column: int

    @classmethod
    def parse(cls, written: str) -> Self:
        """Reads a place.

        Raises:
            ValueError: the text has another form or a span runs backwards.
        """
        found = _CELL.fullmatch(written)
        if found is None:
            raise ValueError(f"is not {cls.FORM}")
        row, column = int(found[1]), int(found[3])
        last_row, last_column = int(found[2] or row), int(found[4] or column)
        if not 1 <= row <= last_row <= 99 or not 1 <= column <= last_column <= 99:
            raise ValueError("has a span that runs backwards, or a number outside 1 to 99")
        return cls(row, last_row, column, last_column)


@dataclass(frozen=True, slots=True)
class Card:
    """One box of a component on a view; a component may have several."""

    component: str = described("the component it shows", ref="component")
    at: Cell = described("its place on the zone's grid")
    id: str = described("id of this box, needed when the view shows the component twice", default="")
    name: str = described("name on this box, when not the component's own", default="", max_length=40)
    subtitle: str = described("subtitle on this box, when not the component's own", default="", max_length=28)
    note: str = described("what this box in particular shows; the details open with it", default="")
    style: CardStyle = described("row, stack, hero or bar", default=CardStyle.ROW)
    eras: EraRange | None = described("the eras in which the view shows it; left out: all it exists in", default=None)


@dataclass(frozen=True, slots=True)
class Zone:
    """A titled frame around cards or around other zones."""

    id: str = described("id, unique in the view")
    title: str = described('caption of the frame; "" for a frame without one', max_length=40, may_be_empty=True)
    at: Cell = described("its place on the grid of what surrounds it")
    columns: tuple[float, ...] = described("relative widths of its columns")
    rows: tuple[float, ...] = described("relative heights of its rows")
    component: str | None = described("the component the frame itself stands for", default=None, ref="component")
    gap: float = described("space between its cells, in scene units", default=12.0)
    zones: tuple[Zone, ...] = described("frames inside it", default=())
    cards: tuple[Card, ...] = described("cards inside it", default=())
    eras: EraRange | None = described("the eras in which the view shows it; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class View:
    """A picture of some components."""

    id: str = described("id, unique in the pack")
    name: str = described("name in the list of views", max_length=40)
    summary: str = described("one sentence: what it shows", max_length=200)
    width: float = described("width of the scene in scene units; the window fits it")
    height: float = described("height of the scene in scene units")
    columns: tuple[float, ...] = described("relative widths of the top grid's columns")
    rows: tuple[float, ...] = described("relative heights of the top grid's rows")
    zones: tuple[Zone, ...] = described("the top frames")
    gap: float = described("space between the top frames, in scene units", default=16.0)
    parent: str | None = described("the view one level up, for the breadcrumb", default=None, ref="view")
    opens: tuple[str, ...] = described(
        "the components that this view shows from the inside; a double click on one opens it",
        default=(),
        ref="component",
    )
    at_rest: tuple[str, ...] = described("links drawn at rest; others appear on demand", default=(), ref="link")
    spine: tuple[str, ...] = described("links drawn with weight even at rest", default=(), ref="link")
