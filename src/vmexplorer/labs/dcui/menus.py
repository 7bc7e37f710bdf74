"""The rows of the menu on top, and what keys do there."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from vmexplorer.atlas.console import Behaviour, Menu
from vmexplorer.atlas.console_log import Happening
from vmexplorer.labs.dcui import keys
from vmexplorer.labs.dcui.frames import MenuFrame
from vmexplorer.labs.dcui.handbook import MenuRow
from vmexplorer.labs.dcui.networking import leave_network_menu
from vmexplorer.labs.dcui.pager import open_log
from vmexplorer.labs.dcui.state import ConsoleState, Outcome
from vmexplorer.labs.dcui.tasks import open_row

MENU_TITLES = {Menu.CUSTOMIZATION: "System Customization"}
_OPENED_BY = {
    Menu.NETWORK: Behaviour.NETWORK_MENU,
    Menu.RESTORE: Behaviour.RESTORE_MENU,
    Menu.TROUBLESHOOTING: Behaviour.TROUBLESHOOTING_MENU,
    Menu.LOGS: Behaviour.LOGS_MENU,
}


class Choice(NamedTuple):
    """A row as it stands on the screen: of an item, or of a log."""

    name: str
    apart: bool
    help: tuple[str, ...]
    item: MenuRow | None = None
    log: str = ""


def menu_title(state: ConsoleState, menu: Menu) -> str:
    """The title of a menu: that of the row that opens it."""
    return MENU_TITLES.get(menu) or state.book.row(_OPENED_BY[menu]).name


def choices(state: ConsoleState, menu: Menu) -> tuple[Choice, ...]:
    """The rows of a menu in their order; there is at least one."""
    if menu is Menu.LOGS:
        return tuple(
            [
                Choice(f"<{number}> {book.log.name}", False, _texts(book.log.help), log=book.log.id)
                for number, book in enumerate(state.book.logs, start=1)
            ]
        )
    return tuple([_choice(state, row) for row in state.book.menus[menu]])


def chosen(state: ConsoleState, frame: MenuFrame) -> Choice:
    """The chosen row of a menu."""
    return choices(state, frame.menu)[frame.row]


def press_in_menu(state: ConsoleState, frame: MenuFrame, key: str) -> Outcome:
    """Moves, opens a row or leaves the menu."""
    rows = choices(state, frame.menu)
    last = len(rows) - 1
    moves = {
        keys.UP: (frame.row - 1) % len(rows),
        keys.DOWN: (frame.row + 1) % len(rows),
        keys.TAB: (frame.row + 1) % len(rows),
        keys.HOME: 0,
        keys.PAGE_UP: 0,
        keys.END: last,
        keys.PAGE_DOWN: last,
    }
    if key in moves:
        return Outcome(state.swap(replace(frame, row=moves[key])))
    if key == keys.ESC:
        return _leave(state, frame)
    if key == keys.ENTER:
        return _open(state, rows[frame.row])
    if frame.menu is Menu.LOGS and key.isascii() and key.isdigit() and 1 <= int(key) <= len(rows):
        at_row = state.swap(replace(frame, row=int(key) - 1))
        return _open(at_row, rows[int(key) - 1])
    return Outcome(state)


def _open(state: ConsoleState, row: Choice) -> Outcome:
    if row.item is None:
        return open_log(state, row.log)
    return open_row(state, row.item.item.does)


def _leave(state: ConsoleState, frame: MenuFrame) -> Outcome:
    if frame.menu is Menu.NETWORK:
        return leave_network_menu(state)
    if frame.menu is Menu.CUSTOMIZATION:
        return Outcome(state.pop().note(Happening.LOGGED_OUT))
    return Outcome(state.pop())


def _choice(state: ConsoleState, row: MenuRow) -> Choice:
    on = bool(row.name_when_on) and state.is_switched_on(row.item.does)
    return Choice(row.name_when_on if on else row.name, row.item.apart, _texts(row.item.help), row)


def _texts(statements: tuple[object, ...]) -> tuple[str, ...]:
    return tuple([str(statement) for statement in statements])
