"""Buttons for what a speaker does most, each with its key, for a hand that is on the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vmexplorer.app.commands import Command
from vmexplorer.lessons.show_state import Layer, ShowState
from vmexplorer.ui.dialogs.key_sheet import key_text
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.texts import font_sizes

_BUTTONS: dict[str, tuple[str, Layer | None]] = {
    "tool.laser": ("Laser", Layer.LASER),
    "tool.spotlight": ("Spotlight", Layer.SPOTLIGHT),
    "tool.lens": ("Lens", Layer.LENS),
    "tool.pen": ("Draw", Layer.PEN),
    "tool.eraser": ("Erase", Layer.ERASER),
    "show.black": ("Black", Layer.BLACK),
    "show.freeze": ("Freeze", Layer.FROZEN),
    "show.overview": ("Overview", Layer.OVERVIEW),
    "live.map": ("Map", Layer.DETOUR),
    "show.help": ("Keys", Layer.HELP),
}


class ToolRow(QWidget):
    """One button for each of some commands; a click asks for the command."""

    wanted = Signal(str)

    def __init__(self, commands: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: dict[str, BarButton] = {}
        table = {command.id: command for command in commands}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for id, (text, layer) in _BUTTONS.items():
            keys = table[id].keys
            tip = f"{table[id].title} ({key_text(keys[0])})" if keys else table[id].title
            button = BarButton(text, tip, checkable=layer is not None)
            button.setObjectName(id)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._want)
            self._buttons[id] = button
            row.addWidget(button)
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        """Makes the texts larger or smaller."""
        self.setStyleSheet(font_sizes({"QPushButton": 14.0}, scale))

    def show_state(self, state: ShowState) -> None:
        """Presses the buttons of what is open."""
        for id, button in self._buttons.items():
            layer = _BUTTONS[id][1]
            button.setChecked(layer is not None and layer in state)

    @Slot()
    def _want(self) -> None:
        button = self.sender()
        if button is not None:
            self.wanted.emit(button.objectName())
