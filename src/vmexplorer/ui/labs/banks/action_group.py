"""Some buttons under a caption, in two rows; where it is narrow in one row without it."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vmexplorer.ui.labs.banks.button_row import let_go
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.texts import plain_label

_GAP = 6


class ActionGroup(QWidget):
    """Holds buttons; ``short`` is a word before them that stays where the caption goes."""

    def __init__(self, caption: str, short: str = "", *, columns: int = 1) -> None:
        super().__init__()
        self.setAccessibleName(caption)
        self.compact = False
        self._columns = columns
        self._buttons: list[BarButton] = []
        self._caption = plain_label("actcaption", caption)
        self._short = plain_label("actcaption", short)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._short.hide()

    def add(self, button: BarButton) -> None:
        """Puts a button at the end."""
        self._buttons.append(button)
        self._place()

    def clear(self) -> None:
        """Lets go of all buttons."""
        for button in self._buttons:
            self._grid.removeWidget(button)
            let_go(button)
        self._buttons = []

    def set_compact(self, compact: bool) -> None:
        """One row without a caption, or two rows below it."""
        if compact != self.compact:
            self.compact = compact
            self._caption.setVisible(not compact)
            self._place()

    def settle(self) -> None:
        """Takes the sizes of its buttons as they are now."""
        self._grid.invalidate()
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        self.updateGeometry()

    def _place(self) -> None:
        count = len(self._buttons)
        columns = max(self._columns, (count + 1) // 2)
        for place, button in enumerate(self._buttons):
            self._grid.removeWidget(button)
            if self.compact:
                self._grid.addWidget(button, 0, place + 1)
            else:
                self._grid.addWidget(button, place // columns, place % columns)
            button.show()
        self._grid.removeWidget(self._short)
        shown = self.compact and bool(self._short.text())
        if shown:
            self._grid.addWidget(self._short, 0, 0)
        self._short.setVisible(shown)
        self.settle()


def act_button(text: str, tip: str) -> BarButton:
    """A button for something that happens."""
    button = BarButton(text, tip)
    button.setObjectName("act")
    return button
