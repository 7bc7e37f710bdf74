"""Keys that a widget keeps for itself while it has the focus, even where they are shortcuts of the window."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WALK = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


def keep(event: QEvent, keys: Container[int]) -> bool:
    """Takes one of the keys, pressed without modifiers, from the shortcuts; it then arrives as an ordinary key."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    kept = event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if kept:
        event.accept()
    return kept
