"""Draws a menu: its rows on the left, values and explanation of the chosen one on the right."""

from __future__ import annotations

import textwrap

from vmexplorer.atlas.console import Menu
from vmexplorer.labs.dcui.cells import COLUMNS, ROWS, Shade, Sheet
from vmexplorer.labs.dcui.frames import MenuFrame
from vmexplorer.labs.dcui.menus import choices, menu_title
from vmexplorer.labs.dcui.pane import pane_lines
from vmexplorer.labs.dcui.state import ConsoleState

_TOP = 2
_RIGHT = 41
_ROOM = COLUMNS - _RIGHT - 1
_LAST = ROWS - 3


def draw_menu(sheet: Sheet, state: ConsoleState, frame: MenuFrame) -> str:
    """Draws the menu on an empty sheet; returns the name of the chosen row."""
    rows = choices(state, frame.menu)
    chosen = rows[frame.row]
    sheet.bar(0, "")
    sheet.put(0, 1, menu_title(state, frame.menu))
    sheet.put(0, _RIGHT, chosen.name[:_ROOM])
    place = _TOP
    for number, row in enumerate(rows):
        place += row.apart
        if number == frame.row:
            sheet.fill(place, 0, 1, _RIGHT - 2, Shade.CHOSEN)
        sheet.put(place, 1, row.name[: _RIGHT - 3])
        place += 1
    _pane(sheet, pane_lines(state, chosen), chosen.help)
    leave = "<Esc> Log Out" if frame.menu is Menu.CUSTOMIZATION else "<Esc> Exit"
    verb = "View" if chosen.log else "Change"
    sheet.bar(ROWS - 2, "<Up/Down> Select", f"<Enter> {verb}   {leave}")
    product = f"{state.book.product.name} ({state.book.product.build})"
    sheet.put(ROWS - 1, (COLUMNS - len(product)) // 2, product, Shade.SOFT)
    return chosen.name


def _pane(sheet: Sheet, values: tuple[str, ...], help: tuple[str, ...]) -> None:
    place = _TOP
    for line in values:
        sheet.put(place, _RIGHT, line[:_ROOM])
        place += 1
    place += bool(values)
    for paragraph in help:
        for line in textwrap.wrap(paragraph, _ROOM):
            if place < _LAST:
                sheet.put(place, _RIGHT, line, Shade.SOFT)
            place += 1
        place += 1
