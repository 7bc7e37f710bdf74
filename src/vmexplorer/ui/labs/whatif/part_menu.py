"""The menu of the map: what can be done to the part, line or message under the hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from vmexplorer.app.fault_choices import FaultChoice


class PartMenu(QObject):
    """Opens a menu and says what was chosen on it."""

    fault_chosen = Signal(str)  # a fault to add
    fault_ended = Signal(str)  # a fault to take away
    command_chosen = Signal(str)  # the id of a command
    lab_chosen = Signal(str, str)  # the id of a lab and the part to begin with

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent

    def open(
        self,
        place: QPoint,
        title: str,
        faults: Sequence[FaultChoice],
        active: Collection[str],
        labs: Sequence[tuple[str, str, str]],
        commands: Sequence[tuple[str, str]],
    ) -> QMenu:
        """Opens the menu.

        Args:
            place: where on the screen.
            title: what the menu is about, or "".
            faults: what can be done.
            active: faults that are in force already, as written; choosing one again ends it.
            labs: id of a lab, the part to begin with, and what the menu says.
            commands: id of a command and what the menu says.
        """
        menu = QMenu(self._parent)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setAccessibleName(title or "Map")
        if title:
            menu.addAction(title).setEnabled(False)
        for choice in faults:
            action = menu.addAction(choice.text)
            action.setCheckable(True)
            action.setChecked(choice.fault in active)
            action.setData(("fault", choice.fault))
        _add_group(menu, [(("lab", (lab, part)), text) for lab, part, text in labs])
        _add_group(menu, [(("command", command), text) for command, text in commands])
        menu.triggered.connect(self._choose)
        menu.popup(place)
        return menu

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        kind, data = action.data()
        if kind == "fault":
            (self.fault_chosen if action.isChecked() else self.fault_ended).emit(data)
        elif kind == "lab":
            self.lab_chosen.emit(*data)
        else:
            self.command_chosen.emit(data)


def _add_group(menu: QMenu, rows: Sequence[tuple[object, str]]) -> None:
    """Actions with their data, apart from those before them."""
    if rows and not menu.isEmpty():
        menu.addSeparator()
    for data, text in rows:
        menu.addAction(text).setData(data)
