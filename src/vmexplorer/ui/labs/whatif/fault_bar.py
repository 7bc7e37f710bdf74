"""The faults that are in force, in sight above the map whatever else is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.texts import font_sizes, plain_label
from vmexplorer.ui.panels.wrap_layout import WrapLayout

MOST = 9  # chips; more of them would leave no room for the map in a small window


class FaultChip(NamedTuple):
    """A fault: how it is written, such as ``stop vpxa``, what people read, and a tool tip."""

    fault: str
    text: str
    tip: str


class FaultBar(QWidget):
    """A chip for each fault, which a click takes away, and the ways back."""

    removed = Signal(str)  # the fault as written
    undo_wanted = Signal()
    redo_wanted = Signal()
    reset_wanted = Signal()
    lab_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("faultbar")
        self.setAccessibleName("Active faults")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._chips: dict[BarButton, str] = {}
        self._row = WrapLayout(self)
        self._row.setContentsMargins(14, 5, 14, 5)
        self._label = plain_label("faultcount")
        self._row.addWidget(self._label)
        self.undo = BarButton("Undo", "Take the last change back")
        self.redo = BarButton("Redo", "Do again what was taken back")
        self.reset = BarButton("Reset", "Take all faults away")
        self.lab = BarButton("Open the lab", "See what fails, why, and what goes on")
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.reset.clicked.connect(self.reset_wanted)
        self.lab.clicked.connect(self.lab_wanted)
        self._buttons = (self.undo, self.redo, self.reset, self.lab)
        for button in self._buttons:
            self._row.addWidget(button)
        self.set_scale(1.0)
        self.hide()

    @property
    def chips(self) -> tuple[BarButton, ...]:
        """The chips in their order."""
        return tuple(self._chips)

    def show_faults(self, faults: Sequence[FaultChip], *, undo: bool, redo: bool, lab_open: bool) -> None:
        """Shows the faults, of very many the last ones; without a fault, and with no lab open, it hides itself."""
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()  # it may be the sender of the click that led here
        self._chips.clear()
        for button in self._buttons:
            self._row.removeWidget(button)
        for fault in faults[-MOST:]:
            self._add_chip(fault)
        for button in self._buttons:
            self._row.addWidget(button)
        count = len(faults)
        last = f", the last {MOST}" if count > MOST else ""
        self._label.setText("No fault yet" if not count else "1 fault" if count == 1 else f"{count} faults{last}")
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)
        self.reset.setEnabled(bool(faults))
        self.lab.setVisible(not lab_open)
        self.setVisible(bool(faults) or lab_open)
        self.updateGeometry()

    def set_scale(self, scale: float) -> None:
        """Makes the texts larger or smaller."""
        self.setStyleSheet(font_sizes({"QPushButton": 14.0, "QLabel": 14.0}, scale))

    def _add_chip(self, fault: FaultChip) -> None:
        chip = BarButton(f"{fault.text}  ✕", f"{fault.tip} A click takes the fault away.", parent=self)
        chip.setObjectName("fault")
        chip.setAccessibleName(f"{fault.text}, take away")
        chip.clicked.connect(self._remove)
        self._chips[chip] = fault.fault
        self._row.addWidget(chip)
        chip.show()

    @Slot()
    def _remove(self) -> None:
        chip = self.sender()
        if isinstance(chip, BarButton):
            self.removed.emit(self._chips[chip])
