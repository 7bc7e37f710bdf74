"""The screen of the console: 25 rows of 80 characters, each with the colours of a shade."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

ROWS, COLUMNS = 25, 80


class Shade(StrEnum):
    """What a cell is part of; the palette gives each shade its two colours."""

    GREY = "grey"
    SOFT = "soft"
    YELLOW = "yellow"
    CHOSEN = "chosen"
    DIALOG = "dialog"
    DIALOG_SOFT = "dialog soft"
    DIALOG_ERROR = "dialog error"
    DIALOG_KEYS = "dialog keys"
    FIELD = "field"
    FIELD_CHOSEN = "field chosen"
    TERMINAL = "terminal"
    TERMINAL_STRONG = "terminal strong"
    FOUND = "found"
    PURPLE = "purple"
    OFF = "off"


class Run(NamedTuple):
    """Neighbouring cells of one row with the same shade."""

    column: int
    text: str
    shade: Shade


class Screen(NamedTuple):
    """What stands on the screen.

    ``rows`` are 25 texts of 80 characters, ``shades`` the shade of each of their cells. ``cursor``
    is the row and column of the block cursor, when there is one. ``title`` names the screen and
    ``focus`` says what is chosen on it, for those who cannot see it.
    """

    rows: tuple[str, ...]
    shades: tuple[tuple[Shade, ...], ...]
    cursor: tuple[int, int] | None
    title: str
    focus: str

    def runs(self, row: int) -> Iterator[Run]:
        """The cells of a row, put together where their shade is the same."""
        text, shades = self.rows[row], self.shades[row]
        start = 0
        for column in range(1, COLUMNS + 1):
            if column == COLUMNS or shades[column] is not shades[start]:
                yield Run(start, text[start:column], shades[start])
                start = column

    def lines(self) -> tuple[str, ...]:
        """The rows without the blanks at their ends."""
        return tuple([row.rstrip() for row in self.rows])


class Sheet:
    """A screen being drawn; what lies outside it is cut off."""

    def __init__(self, shade: Shade) -> None:
        self._cells = [[" "] * COLUMNS for _ in range(ROWS)]
        self._shades = [[shade] * COLUMNS for _ in range(ROWS)]
        self.cursor: tuple[int, int] | None = None

    def put(self, row: int, column: int, text: str, shade: Shade | None = None) -> None:
        """Writes a text; without a shade the cells keep theirs."""
        if not 0 <= row < ROWS:
            return
        for place, letter in enumerate(text, start=column):
            if 0 <= place < COLUMNS:
                self._cells[row][place] = letter
                if shade is not None:
                    self._shades[row][place] = shade

    def fill(self, top: int, left: int, height: int, width: int, shade: Shade) -> None:
        """Empties a rectangle and gives it a shade."""
        for row in range(top, top + height):
            self.put(row, left, " " * width, shade)

    def bar(self, row: int, left: str, right: str = "", shade: Shade = Shade.YELLOW) -> None:
        """A whole row with a text at each end."""
        self.fill(row, 0, 1, COLUMNS, shade)
        self.put(row, 1, left)
        self.put(row, COLUMNS - 1 - len(right), right)

    def screen(self, title: str, focus: str = "") -> Screen:
        """The finished screen."""
        rows = tuple(["".join(row) for row in self._cells])
        return Screen(rows, tuple([tuple(row) for row in self._shades]), self.cursor, title, focus)
