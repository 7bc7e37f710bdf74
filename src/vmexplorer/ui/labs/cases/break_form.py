"""Hides a fault for the class: a number that stands for it, and a button."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from vmexplorer.lessons.breaking import LARGEST_SEED
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.texts import font_sizes, plain_label, scaled

_MARGINS = (24, 10, 24, 16)
_TEXT = "Hides one fault in the version that the map shows. The same number hides the same fault again."


class BreakForm(QWidget):
    """``wanted`` tells the number."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setValidator(QIntValidator(0, LARGEST_SEED, self.field))
        self.field.setAccessibleName("Number of the hidden fault")
        self.button = BarButton("Break it for the class", "Hide the fault that this number stands for")
        self.button.setObjectName("primary")
        self.button.clicked.connect(self._want)
        self.field.returnPressed.connect(self._want)
        grid = self._grid = QGridLayout(self)
        grid.setHorizontalSpacing(10)
        grid.addWidget(plain_label("soft", _TEXT, wrap=True), 0, 0, 1, 4)
        grid.addWidget(plain_label("soft", "Number"), 1, 0)
        grid.addWidget(self.field, 1, 1)
        grid.addWidget(self.button, 1, 2)
        grid.setColumnStretch(3, 1)

    def set_seed(self, seed: int) -> None:
        """Puts a number into the field."""
        self.field.setText(str(seed))

    def set_scale(self, scale: float) -> None:
        """Makes letters larger or smaller."""
        self.setStyleSheet(font_sizes({"QLabel": 14.0, "QLineEdit": 14.0, "QPushButton": 14.0}, scale))
        self._grid.setContentsMargins(*scaled(_MARGINS, scale))
        self.field.setFixedWidth(round(84 * scale))

    @Slot()
    def _want(self) -> None:
        if self.field.hasAcceptableInput():
            self.wanted.emit(int(self.field.text()))
