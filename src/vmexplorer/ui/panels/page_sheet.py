"""One page of details as widgets: columns of text, pills and rows, one below the other."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vmexplorer.app.details import Action, Item, Page, Row
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.pill_row import PillRow
from vmexplorer.ui.panels.row_button import RowButton
from vmexplorer.ui.panels.text_entries import Entry, Told, caption_entry, entries, title_entry
from vmexplorer.ui.panels.text_stack import TextStack

_MARGIN = 24.0  # pixels at scale 1, as are all lengths here
_TOP = 26.0
_BOTTOM = 32.0
_BLEED = 4.0  # rows reach further out than text, so that their words line up better
_AFTER_TITLE = 10.0
_AFTER_PILLS = 18.0
_SECTION = 30.0
_AFTER_CAPTION = 8.0
_BEFORE_ROWS = 10.0
_BETWEEN_ROWS = 7.0


class Part(Protocol):
    """A widget that can say how high it is at a width."""

    def arrange(self, width: int) -> int:
        """Lays itself out; returns the height. Both in pixels."""

    def setGeometry(self, x: int, y: int, width: int, height: int, /) -> None:
        """Moves and resizes the widget."""


class PageSheet(QWidget):
    """The widgets of a page; ``chosen`` tells a row's action and ``copied`` what was copied."""

    chosen = Signal(Action)
    copied = Signal(str)

    def __init__(self, lettering: Lettering, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(page.title)
        self._lettering = lettering
        self._parts: list[tuple[Part, float, float]] = []  # widget, space above, bleed
        self._stops: list[QWidget] = []
        self._add_text([title_entry(lettering, page.title)], _TOP)
        self._add(PillRow(lettering, page.pills, self), _AFTER_TITLE)
        for place, section in enumerate(page.sections):
            self._add_section(section.caption, section.items, _SECTION if place else _AFTER_PILLS)

    def _add_section(self, caption: str, items: Iterable[Item], above: float) -> None:
        head = [caption_entry(self._lettering, caption)] if caption else []
        for are_rows, group in groupby(items, _is_row):
            if are_rows:
                if head:
                    self._add_text(head, above)
                    head, above = [], _BEFORE_ROWS
                for item in group:
                    self._add_row(item, above)
                    above = _BETWEEN_ROWS
            else:
                items_told: Iterable[Told] = (item for item in group if not isinstance(item, Row))
                told = list(entries(self._lettering, items_told))
                told[0].above = _AFTER_CAPTION
                self._add_text([*head, *told], above)
                head, above = [], _BEFORE_ROWS

    def _add_row(self, item: Item, above: float) -> None:
        if isinstance(item, Row):
            button = RowButton(self._lettering, item, self)
            button.chosen.connect(self.chosen)
            self._stops.append(button)
            self._add(button, above, _BLEED)

    def _add_text(self, told: list[Entry], above: float) -> None:
        stack = TextStack(self._lettering, told, self)
        stack.copied.connect(self.copied)
        self._stops += stack.stops
        self._add(stack, above)

    def _add(self, part: Part, above: float, bleed: float = 0.0) -> None:
        self._parts.append((part, above, bleed))

    def take_turn_after(self, widget: QWidget) -> None:
        """Lets Tab go from a widget through the buttons of the page."""
        # Qt puts every new widget at the end of the whole window.
        for stop in self._stops:
            self.setTabOrder(widget, stop)
            widget = stop

    def arrange(self, width: int) -> int:
        """Places everything at a width; returns the height. Both in pixels."""
        pixels, y = self._lettering.pixels, 0
        for part, above, bleed in self._parts:
            x = round(_MARGIN - bleed)
            room = width - 2 * x
            height = part.arrange(room)
            y += pixels(above)
            part.setGeometry(x, y, room, height)
            y += height
        return y + pixels(_BOTTOM)


def _is_row(item: Item) -> bool:
    return isinstance(item, Row)
