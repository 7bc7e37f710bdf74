"""The list of the rail: captions that fold their section, and the rows below them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem, QWidget

from vmexplorer.ui.panels.keys import keep
from vmexplorer.ui.panels.rail_rows import RowData, RowKind
from vmexplorer.ui.panels.row_list import RowList
from vmexplorer.ui.panels.texts import tool_tip

_FOLDS = (Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right)


class Entry(NamedTuple):
    """A row that goes somewhere; ``offered`` is whether the version on the map has it."""

    kind: RowKind
    id: str
    name: str
    tip: str = ""
    offered: bool = True


class RailList(RowList):
    """Enter, Space and a click fold or unfold at a caption, Left folds, Right unfolds; at a row Enter chooses."""

    chosen = Signal(int, str)
    folding_wanted = Signal(str, bool)  # a caption, and whether it shall be unfolded
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Views, message paths, labs and tours", parent)
        self._marked: dict[RowKind, str | None] = {}
        self.itemClicked.connect(self._announce)

    def fill(self, sections: Mapping[str, Sequence[Entry]]) -> None:
        """Lists sections by their captions; the row with the focus keeps it."""
        current = self.currentItem()
        kept = (current.data(RowData.KIND), current.data(RowData.ID)) if current else None
        self.clear()
        for caption, rows in sections.items():
            item = QListWidgetItem(caption, self)
            item.setData(RowData.ID, caption)
            item.setData(RowData.KIND, RowKind.CAPTION)
            item.setData(RowData.SECTION, caption)
            item.setData(RowData.UNFOLDED, True)
            for row in rows:
                self._add(row, caption)
        for item in self._items():
            if kept == (item.data(RowData.KIND), item.data(RowData.ID)):
                self.setCurrentItem(item)

    def _add(self, row: Entry, caption: str) -> None:
        item = QListWidgetItem(row.name, self)
        item.setData(RowData.ID, row.id)
        item.setData(RowData.KIND, row.kind)
        item.setData(RowData.SECTION, caption)
        item.setToolTip(tool_tip(row.tip))
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, row.tip)
        offered = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        item.setFlags(offered if row.offered else Qt.ItemFlag.NoItemFlags)
        self._show_mark(item, self._marked.get(row.kind) == row.id)

    def mark(self, kind: RowKind, id: str | None) -> None:
        """Marks the row of a kind that is shown on the map or at its side, and brings it into sight."""
        self._marked[kind] = id
        for item in self._items():
            if item.data(RowData.KIND) == kind:
                self._show_mark(item, item.data(RowData.ID) == id)
                if item.data(RowData.MARKED) and self.isVisible() and not item.isHidden():
                    self.scrollToItem(item)
        self._show_signs()

    def show_unfolded(self, captions: Collection[str]) -> None:
        """Shows the rows of these sections only; a row that goes hands the keyboard to its caption."""
        current = self.currentItem()
        for item in self._items():
            unfolded = item.data(RowData.SECTION) in captions
            if item.data(RowData.KIND) == RowKind.CAPTION:
                item.setData(RowData.UNFOLDED, unfolded)
                above = item
            else:
                if item is current and not unfolded:
                    self.setCurrentItem(above)
                item.setHidden(not unfolded)
        self._show_signs()

    def heights(self) -> dict[str, int]:
        """For each caption the pixels that the rows of its section take, folded or not."""
        found: dict[str, int] = {}
        for place, item in enumerate(self._items()):
            caption = item.data(RowData.SECTION)
            height = 0 if item.data(RowData.KIND) == RowKind.CAPTION else self.sizeHintForRow(place)
            found[caption] = found.get(caption, 0) + height
        return found

    def height_of_captions(self) -> int:
        """The pixels that all captions take."""
        captions = [item.data(RowData.KIND) == RowKind.CAPTION for item in self._items()]
        return sum(self.sizeHintForRow(place) for place, is_caption in enumerate(captions) if is_caption)

    def needed(self) -> int:
        """The pixels that everything takes that is not folded away."""
        return sum(self.sizeHintForRow(place) for place, item in enumerate(self._items()) if not item.isHidden())

    def reveal(self, caption: str) -> None:
        """Scrolls so that a section is seen from its caption on."""
        section = [item for item in self._items() if item.data(RowData.SECTION) == caption and not item.isHidden()]
        self.executeDelayedItemsLayout()
        for item in section[-1:] + section[:1]:
            self.scrollToItem(item, QAbstractItemView.ScrollHint.EnsureVisible)

    def event(self, event: QEvent) -> bool:
        """Keeps the keys that fold from the shortcuts, while the keyboard is at a caption."""
        return (self._at_caption and keep(event, _FOLDS)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Folds and unfolds at a caption; everywhere else these keys are the player's."""
        item = self.currentItem()
        if self._at_caption and event.key() in _FOLDS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            now = bool(item.data(RowData.UNFOLDED))
            wanted = not now if event.key() == Qt.Key.Key_Space else event.key() == Qt.Key.Key_Right
            if wanted != now and not event.isAutoRepeat():
                self.folding_wanted.emit(item.data(RowData.ID), wanted)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says so: names may need another number of lines now."""
        super().resizeEvent(event)
        self.resized.emit()

    @property
    def _at_caption(self) -> bool:
        item = self.currentItem()
        return item is not None and bool(item.data(RowData.KIND) == RowKind.CAPTION)

    def _items(self) -> Iterator[QListWidgetItem]:
        for place in range(self.count()):
            yield self.item(place)

    def _show_mark(self, item: QListWidgetItem, marked: bool) -> None:
        item.setData(RowData.MARKED, marked)
        # Qt tells assistive programs of neither mark nor disabled rows, so the name does.
        offered = bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)
        state = "not in this version" if not offered else "shown" if marked else ""
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {state}" if state else item.text())

    def _show_signs(self) -> None:
        """Beside a folded caption the name of what is shown, or how many rows there are; the same in words."""
        rows: dict[str, list[QListWidgetItem]] = {}
        for item in self._items():
            rows.setdefault(item.data(RowData.SECTION), []).append(item)
        for caption, *below in rows.values():
            marked = [item.text() for item in below if item.data(RowData.MARKED)]
            folded = not caption.data(RowData.UNFOLDED)
            sign = (marked[0] if marked else str(len(below))) if folded else ""
            caption.setData(RowData.SIGN, sign)
            shown = f"{marked[0]} is shown" if marked else ""
            caption.setToolTip(tool_tip(shown if folded else ""))
            said = [caption.text(), f"section of {len(below)}", "folded" if folded else "unfolded", shown]
            caption.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, said)))
            what = "Enter or Space unfolds it" if folded else "Enter or Space folds it"
            caption.setData(Qt.ItemDataRole.AccessibleDescriptionRole, what)

    @Slot(QListWidgetItem)
    def _announce(self, item: QListWidgetItem) -> None:
        if item.data(RowData.KIND) == RowKind.CAPTION:
            self.folding_wanted.emit(item.data(RowData.ID), not item.data(RowData.UNFOLDED))
        elif item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.chosen.emit(item.data(RowData.KIND), item.data(RowData.ID))
