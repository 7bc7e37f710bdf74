"""From a key press to the id of a command, by the one list of commands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from vmexplorer.app.commands import Command

_FORM = QKeySequence.SequenceFormat.PortableText
# What Shift and a digit give on the keyboards of most countries; elsewhere the digit arrives as it is.
_DIGITS = {Qt.Key.Key_Exclam: Qt.Key.Key_1, Qt.Key.Key_At: Qt.Key.Key_2, Qt.Key.Key_QuoteDbl: Qt.Key.Key_2}

# The keys 1 and 2 on French keyboards, where the digits themselves need Shift and are known by it.
_BARE = {Qt.Key.Key_Ampersand: Qt.Key.Key_1, Qt.Key.Key_Eacute: Qt.Key.Key_2}


class KeyMap:
    """Looks key presses up; of two commands with the same key the first wins."""

    def __init__(self, commands: Sequence[Command]) -> None:
        self._table: dict[str, str] = {}
        for command in commands:
            for key in command.keys:
                self._table.setdefault(QKeySequence(key).toString(_FORM), command.id)

    def command(self, event: QKeyEvent) -> str:
        """The command of a key press, or ""."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        found = self._find(held, key)
        if not found and not held and key in _BARE:
            found = self._find(held, _BARE[key])
        if not found and held & Qt.KeyboardModifier.ShiftModifier:
            # Signs such as ? or + need Shift on many keyboards; the sign is what counts.
            found = self._find(held & ~Qt.KeyboardModifier.ShiftModifier, key)
            if not found and key in _DIGITS:
                found = self._find(held, _DIGITS[key])
        return found

    def _find(self, held: Qt.KeyboardModifier, key: Qt.Key) -> str:
        return self._table.get(QKeySequence(QKeyCombination(held, key)).toString(_FORM), "")
