"""Which keys of the keyboard the console takes, and under which names."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from vmexplorer.labs.dcui import keys
from vmexplorer.labs.dcui.state import Terminal

_Key = Qt.Key
_NAMES = {
    _Key.Key_F2: "F2",
    _Key.Key_F11: "F11",
    _Key.Key_F12: "F12",
    _Key.Key_Return: keys.ENTER,
    _Key.Key_Enter: keys.ENTER,
    _Key.Key_Escape: keys.ESC,
    _Key.Key_Up: keys.UP,
    _Key.Key_Down: keys.DOWN,
    _Key.Key_Left: keys.LEFT,
    _Key.Key_Right: keys.RIGHT,
    _Key.Key_Tab: keys.TAB,
    _Key.Key_Backspace: keys.BACKSPACE,
    _Key.Key_PageUp: keys.PAGE_UP,
    _Key.Key_PageDown: keys.PAGE_DOWN,
    _Key.Key_Home: keys.HOME,
    _Key.Key_End: keys.END,
}
_TERMINALS = {terminal.value: terminal for terminal in Terminal}
_FUNCTION = {_Key.Key_F1: "F1", _Key.Key_F2: "F2", _Key.Key_F11: "F11", _Key.Key_F12: "F12"}
# What may be held while a letter is typed; both together are the third level of many keyboards.
_THIRD_LEVEL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
# Held down they go on; the others do one thing at a time.
_REPEATED = (keys.UP, keys.DOWN, keys.LEFT, keys.RIGHT, keys.PAGE_UP, keys.PAGE_DOWN, keys.BACKSPACE)


def console_key(event: QKeyEvent) -> str:
    """The name of a key as the console knows it; "" for one that stays with the window.

    The window keeps F1, the function keys that no console has, everything with Ctrl, and Shift
    with Esc or Tab, which lead out.
    """
    key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held == Qt.KeyboardModifier.AltModifier:
        name = f"Alt+{_FUNCTION.get(key, '')}"
        return name if name in _TERMINALS else ""
    if not held:
        name = _NAMES.get(key, "")
        if name:
            return "" if event.isAutoRepeat() and name not in _REPEATED else name
    typed = event.text()
    is_letter = len(typed) == 1 and typed.isprintable()
    plain = not held & _THIRD_LEVEL or held & _THIRD_LEVEL == _THIRD_LEVEL
    return typed if is_letter and plain else ""


def leads_out(event: QKeyEvent) -> bool:
    """Whether a key gives the keyboard back to the window: Shift+Esc."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == _Key.Key_Escape and held == Qt.KeyboardModifier.ShiftModifier
