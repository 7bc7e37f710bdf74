"""The checks that can be made, by the place where they are made, with a field that narrows the list."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from vmexplorer.app.check_rows import CheckGroup, CheckRow
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.cases.check_look import CheckData, CheckLook
from vmexplorer.ui.panels.row_list import RowList
from vmexplorer.ui.panels.texts import font_sizes, plain_label, tool_tip

_NOTHING = "No check has all of these words."


class CheckList(QWidget):
    """``chosen`` tells the id of the check to make."""

    chosen = Signal(str)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Filter: a part, a command, a log")
        self.field.setAccessibleName("Filter the checks")
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(60)
        self.list = RowList("Checks by the place where they are made", self)
        self.list.setObjectName("checks")
        self.nothing = plain_label("emptyhint", _NOTHING, wrap=True)
        self.nothing.hide()
        self._look = CheckLook(ink, self.list)
        self._groups: tuple[CheckGroup, ...] = ()
        self._made: frozenset[str] = frozenset()
        self.list.setItemDelegate(self._look)
        self.list.itemClicked.connect(self._choose)
        self.field.textChanged.connect(self._fill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)

    def set_groups(self, groups: Sequence[CheckGroup]) -> None:
        """Lists other checks; the same ones stay as they are."""
        if tuple(groups) != self._groups:
            self._groups = tuple(groups)
            self.field.clear()
            self._fill()

    def set_made(self, made: Collection[str]) -> None:
        """Ticks the checks that were made."""
        self._made = frozenset(made)
        for row in range(self.list.count()):
            self._tick(self.list.item(row))

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._look.set_ink(ink)
        self.list.viewport().update()

    def set_scale(self, scale: float) -> None:
        """Makes rows and letters larger or smaller."""
        self._look.set_scale(scale)
        self.setStyleSheet(font_sizes({"QLineEdit": 14.0, "QLabel": 14.0}, scale))
        self.list.scheduleDelayedItemsLayout()

    @Slot()
    def _fill(self) -> None:
        wanted = self.field.text().casefold().split()
        self.list.clear()
        for group in self._groups:
            fitting = [row for row in group.checks if _fits(row, group, wanted)]
            if fitting:
                caption = QListWidgetItem(group.name, self.list)
                caption.setFlags(Qt.ItemFlag.NoItemFlags)
                caption.setToolTip(tool_tip(group.how))
            for row in fitting:
                self._add(row)
        self.nothing.setVisible(not self.list.count())

    def _add(self, row: CheckRow) -> None:
        item = QListWidgetItem(row.name, self.list)
        item.setData(CheckData.CHECK, row.id)
        item.setData(CheckData.COMMAND, row.command)
        item.setToolTip(tool_tip(f"{row.command}\n{row.tells}", row.name))
        self._tick(item)

    def _tick(self, item: QListWidgetItem) -> None:
        id = item.data(CheckData.CHECK)
        if not id:
            return
        made = id in self._made
        item.setData(CheckData.MADE, made)
        spoken = f"{item.text()} {item.data(CheckData.COMMAND)}{', made' if made else ''}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        id = item.data(CheckData.CHECK)
        if id:
            self.chosen.emit(id)


def _fits(row: CheckRow, group: CheckGroup, wanted: Sequence[str]) -> bool:
    text = f"{row.name} {row.command} {row.words} {group.name}".casefold()
    return all(word in text for word in wanted)
