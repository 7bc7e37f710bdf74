"""Which keys go to the console and which stay with the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from vmexplorer.labs.dcui.keys import NAMED
from vmexplorer.ui.labs.dcui.console_keys import console_key, leads_out

Key, Held = Qt.Key, Qt.KeyboardModifier


def event(key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier, text: str = "", repeat: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text, repeat)


@pytest.mark.parametrize(
    ("key", "held", "text", "name"),
    [
        (Key.Key_F2, Held.NoModifier, "", "F2"),
        (Key.Key_F11, Held.NoModifier, "", "F11"),
        (Key.Key_Escape, Held.NoModifier, "\x1b", "Esc"),
        (Key.Key_Enter, Held.KeypadModifier, "\r", "Enter"),
        (Key.Key_Tab, Held.NoModifier, "\t", "Tab"),
        (Key.Key_Backspace, Held.NoModifier, "\x08", "Backspace"),
        (Key.Key_F12, Held.AltModifier, "", "Alt+F12"),
        (Key.Key_F1, Held.AltModifier, "", "Alt+F1"),
        (Key.Key_Space, Held.NoModifier, " ", " "),
        (Key.Key_A, Held.ShiftModifier, "A", "A"),
        (Key.Key_Exclam, Held.ShiftModifier, "!", "!"),
        (Key.Key_At, Held.ControlModifier | Held.AltModifier, "@", "@"),
    ],
)
def test_keys_of_the_console(key: Qt.Key, held: Qt.KeyboardModifier, text: str, name: str) -> None:
    assert console_key(event(key, held, text)) == name
    assert len(name) == 1 or name in NAMED


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (Key.Key_F1, Held.NoModifier, ""),
        (Key.Key_F5, Held.NoModifier, ""),
        (Key.Key_K, Held.ControlModifier, "\x0b"),
        (Key.Key_F4, Held.AltModifier, ""),
        (Key.Key_Left, Held.AltModifier, ""),
        (Key.Key_Escape, Held.ShiftModifier, "\x1b"),
        (Key.Key_Backtab, Held.ShiftModifier, ""),
        (Key.Key_Shift, Held.ShiftModifier, ""),
    ],
)
def test_keys_of_the_window(key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> None:
    assert console_key(event(key, held, text)) == ""


def test_a_key_that_is_held_down_moves_but_confirms_nothing_twice() -> None:
    assert console_key(event(Key.Key_Down, repeat=True)) == "Down"
    assert console_key(event(Key.Key_Return, text="\r", repeat=True)) == ""
    assert console_key(event(Key.Key_F11, repeat=True)) == ""


def test_shift_and_escape_lead_out() -> None:
    assert leads_out(event(Key.Key_Escape, Held.ShiftModifier))
    assert not leads_out(event(Key.Key_Escape))
