"""Key presses of the window become commands; Space waits for its release, for with the mouse it moves the map."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from vmexplorer.app.commands import Command
from vmexplorer.ui.canvas.canvas import Canvas
from vmexplorer.ui.key_map import KeyMap

# What a key that is held down goes on doing.
_REPEATED = (
    "view.zoom-in", "view.zoom-out", "play.next", "play.previous", "play.slower", "play.faster",
    "play.frame-on", "play.frame-back",
)  # fmt: skip


class KeyPresses(QObject):
    """Says which command is wanted."""

    wanted = Signal(str)

    def __init__(self, commands: Sequence[Command], canvas: Canvas, parent: QObject) -> None:
        super().__init__(parent)
        self._keys = KeyMap(commands)
        self._canvas = canvas
        self._waiting = ""
        canvas.dragged.connect(self._forget)

    @Slot(QKeyEvent)
    def press(self, event: QKeyEvent) -> None:
        """Takes a key that goes down."""
        command, bar = self._keys.command(event), _is_bar(event)
        if event.isAutoRepeat() and (bar or command not in _REPEATED):
            return
        if bar:
            self._waiting = command
            self._canvas.set_gripped(True)
        elif command:
            self.wanted.emit(command)

    @Slot(QKeyEvent)
    def release(self, event: QKeyEvent) -> None:
        """Takes a key that goes up."""
        if not _is_bar(event) or event.isAutoRepeat():
            return
        waiting = self._waiting
        self._forget()
        self._canvas.set_gripped(False)
        if waiting:
            self.wanted.emit(waiting)

    @Slot()
    def _forget(self) -> None:
        """The map was moved: that was what Space was for."""
        self._waiting = ""


def _is_bar(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier
