"""The direct console of the shipped pack, typed at from tests."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.console import OPENS, Behaviour, Menu
from vmexplorer.labs.dcui.keys import parse_keys
from vmexplorer.labs.dcui.machine import press_all
from vmexplorer.labs.dcui.menus import choices
from vmexplorer.labs.dcui.screen import screen
from vmexplorer.labs.dcui.state import ConsoleState, Outcome, begin, with_surroundings
from vmexplorer.labs.dcui.surroundings import Surroundings

if TYPE_CHECKING:
    from vmexplorer.ui.labs.dcui.console_lab import ConsoleLab

ERAS = shipped_atlas().era_ids
GOLDEN = Path(__file__).parents[1] / "labs" / "dcui" / "golden"
_MARK = "=== "


@cache
def fresh(era: str = "e8") -> ConsoleState:
    """The console of a fresh host."""
    return begin(shipped_atlas(), era)


def log_in(era: str = "e8") -> str:
    """The keys from the welcome screen into the menus."""
    password = fresh(era).book.product.password
    return f'F2 "{password}" Enter' if password else "F2 Enter"


def inside(era: str = "e8") -> ConsoleState:
    """The console with the main menu open."""
    return typed(fresh(era), log_in(era)).state


def typed(state: ConsoleState, keys: str) -> Outcome:
    """The outcome of keys, written as the command line takes them."""
    return press_all(state, parse_keys(keys))


def type_at(lab: ConsoleLab, keys: str) -> None:
    """Presses keys at the console of the window."""
    for key in parse_keys(keys):
        lab.press(key)


def among(state: ConsoleState, surroundings: Surroundings) -> ConsoleState:
    """The same console among faults."""
    return with_surroundings(state, surroundings)


def text(state: ConsoleState) -> str:
    """The screen as text."""
    return "\n".join(screen(state).lines())


def flat(state: ConsoleState) -> str:
    """The words of the screen in one line, without the frames of its boxes."""
    return " ".join(text(state).replace("│", " ").split())


def to(state: ConsoleState, *behaviours: Behaviour) -> ConsoleState:
    """Chooses rows of the menus one after the other and opens them."""
    menu = Menu.CUSTOMIZATION
    for behaviour in behaviours:
        row = row_of(state, menu, behaviour)
        state = typed(state, f"Home {'Down ' * row} Enter").state
        menu = OPENS.get(behaviour, menu)
    return state


def row_of(state: ConsoleState, menu: Menu, behaviour: Behaviour) -> int:
    """The place of a row in its menu."""
    rows = choices(state, menu)
    return next(place for place, row in enumerate(rows) if row.item and row.item.item.does is behaviour)


def walks(era: str) -> Iterator[str]:
    """Keys that lead to every screen of the console that an era has, each at least once."""
    begun, state = log_in(era), inside(era)
    yield from ("", "F2", 'F2 "wrong" Enter', "F2 Up", "Alt+F1", "Alt+F11", "Alt+F12")
    yield f"F12{begun.removeprefix('F2')}"
    yield f"F12{begun.removeprefix('F2')} F2 Wait"
    for place, row in enumerate(choices(state, Menu.CUSTOMIZATION)):
        there = f"{begun} {_down(place)}".rstrip()
        yield there
        assert row.item is not None
        opened = OPENS.get(row.item.item.does)
        if opened is None:
            yield f"{there} Enter"
            continue
        for inner in range(len(choices(state, opened))):
            below = f"{there} Enter {_down(inner)}".rstrip()
            yield below
            yield f"{below} Enter"
    yield f"{begun} {_down(row_of(state, Menu.CUSTOMIZATION, Behaviour.RESET))} Enter F11 Wait"


def golden_text(era: str) -> str:
    """What ``golden/<era>.txt`` must hold: every walk with its screen."""
    shown = [f"{_MARK}{keys}\n{text(typed(fresh(era), keys).state)}\n" for keys in walks(era)]
    return "".join(shown)


def _down(times: int) -> str:
    return f"Down x{times}" if times > 1 else "Down" if times else ""
