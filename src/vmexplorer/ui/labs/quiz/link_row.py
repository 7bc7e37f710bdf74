"""Where an answer can be looked at: buttons side by side, on further lines where they do not fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from vmexplorer.app.details import Action, Row
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.texts import font_sizes

_HEIGHT, _GAP, _WIDER = 34.0, 8.0, 30.0  # pixels at scale 1
_SIZE = 14.0


class LinkRow(QWidget):
    """Links; ``chosen`` tells the action of the one that was pressed."""

    chosen = Signal(Action)

    def __init__(self, lettering: Lettering, rows: Sequence[Row], parent: QWidget) -> None:
        super().__init__(parent)
        self._lettering = lettering
        self._actions: dict[str, Action] = {}
        self.buttons: list[BarButton] = []
        self.setStyleSheet(font_sizes({"QPushButton": _SIZE}, lettering.scale))
        for row in rows:
            button = BarButton(row.title, row.detail, parent=self)
            button.setObjectName("secondary")
            button.setProperty("place", len(self.buttons))
            button.setAccessibleName(f"{row.title}, {row.detail}")
            button.clicked.connect(self._choose)
            self._actions[str(len(self.buttons))] = row.action
            self.buttons.append(button)

    def arrange(self, width: int) -> int:
        """Places the buttons; returns the height. Both in pixels."""
        pixels, x, y = self._lettering.pixels, 0, 0
        height, gap = pixels(_HEIGHT), pixels(_GAP)
        for button in self.buttons:
            button.ensurePolished()
            wanted = min(button.fontMetrics().horizontalAdvance(button.text()) + pixels(_WIDER), width)
            if x and x + wanted > width:
                x, y = 0, y + height + gap
            button.setGeometry(x, y, wanted, height)
            x += wanted + gap
        return y + height if self.buttons else 0

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._actions[str(self.sender().property("place"))])
