"""Prepared states of the console: the menus open at a row, for tours, links and questions about a part."""

from __future__ import annotations

from dataclasses import replace

from vmexplorer.atlas.console import OPENS, Behaviour, ConsoleItem, Menu, Place
from vmexplorer.errors import UnknownNameError, VmexplorerError
from vmexplorer.labs.dcui.frames import Frame, MenuFrame
from vmexplorer.labs.dcui.state import ConsoleState


def prepared(state: ConsoleState, preset: str) -> ConsoleState:
    """The console logged in with a row chosen, or at the welcome screen.

    Args:
        state: a console of the era, whose host stays as it is.
        preset: what the row does, such as ``restart-agents``, or ``welcome``.

    Raises:
        UnknownNameError: no row of any era does this.
        VmexplorerError: this era has no such row.
    """
    names = [Place.WELCOME.value, *[behaviour.value for behaviour in Behaviour]]
    if preset not in names:
        raise UnknownNameError("row of the direct console", preset, names)
    if preset == Place.WELCOME:
        return replace(state, stack=(), pending=None)
    if not state.book.has(Behaviour(preset)):
        raise VmexplorerError(f"the direct console of {state.book.era_name} has no row {preset!r}")
    return replace(state, stack=_way_to(state, Behaviour(preset)), pending=None)


def for_part(state: ConsoleState, part: str) -> ConsoleState:
    """The console at the row that works on a component or link and on little else; unchanged without such a row."""
    rows = [row.item for rows in state.book.menus.values() for row in rows]
    found = [item for item in rows if part in item.touches[1:] or part in item.links]
    if not found:
        return state
    return prepared(state, min(found, key=_breadth).does)


def _breadth(item: ConsoleItem) -> int:
    return len(item.touches)


def _way_to(state: ConsoleState, behaviour: Behaviour) -> tuple[Frame, ...]:
    """The menus that lead to a row, each with its row chosen."""
    for menu, rows in state.book.menus.items():
        for place, row in enumerate(rows):
            if row.item.does is behaviour:
                frame = MenuFrame(menu, place)
                if menu is Menu.CUSTOMIZATION:
                    return (frame,)
                opener = next(opener for opener, opened in OPENS.items() if opened is menu)
                return (*_way_to(state, opener), frame)
    return ()
