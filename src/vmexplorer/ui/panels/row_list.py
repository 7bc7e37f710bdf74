"""A list at the side of the map: a click leaves the keyboard with the map, arrow keys walk, Enter acts as a click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QWidget

from vmexplorer.ui.panels.keys import ENTER, WALK, keep


class RowList(QListWidget):
    """Rows that go somewhere; ``itemClicked`` tells of Enter as well."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """A list under a name for assistive technology."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    def event(self, event: QEvent) -> bool:
        """Keeps the keys that walk the list from the shortcuts."""
        return keep(event, (*WALK, *ENTER)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter acts on the row with the focus; what does not walk the list goes on to the window."""
        if event.key() in WALK:
            super().keyPressEvent(event)
        elif event.key() not in ENTER:
            event.ignore()
        elif not event.isAutoRepeat() and self.currentItem() is not None:
            self.itemClicked.emit(self.currentItem())

    def minimumSizeHint(self) -> QSize:
        """Short windows scroll."""
        return QSize(0, 120)
