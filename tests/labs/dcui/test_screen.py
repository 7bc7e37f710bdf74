"""What is drawn where, beyond what the golden screens show."""

from __future__ import annotations

import pytest

from tests.helpers.console import fresh, inside, log_in, to, typed
from vmexplorer.atlas.console import Behaviour
from vmexplorer.labs.dcui.cells import Run, Shade
from vmexplorer.labs.dcui.screen import screen
from vmexplorer.labs.dcui.state import ConsoleState


def shade_of(state: ConsoleState, text: str) -> Shade:
    """The shade of the first cell of a text."""
    shown = screen(state)
    row = next(row for row, line in enumerate(shown.rows) if text in line)
    return shown.shades[row][shown.rows[row].index(text)]


def test_the_welcome_screen_is_grey_above_and_yellow_below() -> None:
    shown = screen(fresh())
    assert set(shown.shades[0]) == {Shade.GREY}
    assert set(shown.shades[11]) == {Shade.GREY}
    assert set(shown.shades[12]) == {Shade.YELLOW}
    assert set(shown.shades[24]) == {Shade.YELLOW}


def test_the_chosen_row_is_marked_and_named() -> None:
    state = typed(inside(), "Down").state
    assert set(screen(state).shades[3][:30]) == {Shade.CHOSEN}
    assert Shade.CHOSEN not in screen(state).shades[2]
    assert screen(state).focus == "Configure Lockdown Mode"
    assert screen(state).cursor is None


def test_the_cursor_stands_behind_what_is_typed() -> None:
    first = screen(typed(fresh(), 'F2 "abc"').state)
    second = screen(typed(fresh(), 'F2 "abcd"').state)
    assert first.cursor is not None
    assert second.cursor is not None
    assert second.cursor == (first.cursor[0], first.cursor[1] + 1)
    assert second.focus == "Password, 4 characters"


@pytest.mark.parametrize(
    ("row", "keys", "focus"),
    [
        (Behaviour.LOCKDOWN, "", "Enable Lockdown Mode, off"),
        (Behaviour.LOCKDOWN, "Space", "Enable Lockdown Mode, on"),
        (Behaviour.KEYBOARD, "", "US Default, chosen"),
        (Behaviour.TEST_NETWORK, "", "Ping Address #1: 192.0.2.1"),
    ],
)
def test_a_field_is_told_in_words(row: Behaviour, keys: str, focus: str) -> None:
    assert screen(typed(to(inside(), row), keys).state).focus == focus


def test_an_error_stands_out() -> None:
    state = typed(fresh(), 'F2 "abc" Enter').state
    assert shade_of(state, "! Wrong user name") is Shade.DIALOG_ERROR


def test_a_long_text_shows_its_end() -> None:
    long = "a" * 20 + "b" * 25
    state = typed(to(inside(), Behaviour.NETWORK_MENU, Behaviour.SUFFIXES), f'Backspace x40 "{long}"').state
    shown = screen(state)
    assert any("b" * 25 in row for row in shown.rows)
    assert shown.cursor is not None


def test_what_was_searched_for_stands_out() -> None:
    state = typed(fresh(), f'{log_in()} Down x8 Enter 4 / "event" Enter').state
    assert shade_of(state, "Event") is Shade.FOUND


def test_runs_put_neighbours_together() -> None:
    shown = screen(inside())
    assert list(shown.runs(1)) == [Run(0, " " * 80, Shade.GREY)]
    chosen, *rest = shown.runs(2)
    assert (chosen.column, chosen.shade) == (0, Shade.CHOSEN)
    assert len(rest) == 1
