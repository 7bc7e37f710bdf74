"""The column at the left: the views, the message paths that can be played, the labs, the tours and the quiz."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.rail_rows import RailRows, RowData, RowKind
from vmexplorer.ui.panels.row_list import RowList
from vmexplorer.ui.panels.texts import tool_tip

WIDTH = 272
_LAST = "QUIZ"  # the heading that stands below the tours


class Rail(QWidget):
    """One list of several sections; arrow keys walk it, Enter or a click chooses."""

    view_chosen = Signal(str)
    flow_chosen = Signal(str)
    lab_chosen = Signal(str)
    tour_chosen = Signal(str)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._views: tuple[tuple[str, str], ...] = ()
        self._flows: tuple[tuple[str, str, bool, str], ...] = ()
        self._labs: tuple[tuple[str, str, str, str], ...] = ()
        self._tours: tuple[tuple[str, str, str], ...] = ()
        self._marked: dict[RowKind, str | None] = {}
        self.list = _RowList(self)
        self._rows = RailRows(ink, self.list)
        self.list.setItemDelegate(self._rows)
        self.list.chosen.connect(self._choose)
        self.list.resized.connect(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.addWidget(self.list)
        self.set_scale(1.0)

    def set_views(self, views: Sequence[tuple[str, str]]) -> None:
        """Lists views as (id, name)."""
        self._views = tuple(views)
        self._fill()

    def set_flows(self, flows: Sequence[tuple[str, str, bool, str]]) -> None:
        """Lists message paths as (id, name, whether this version offers it, tool tip)."""
        self._flows = tuple(flows)
        self._fill()

    def set_labs(self, labs: Sequence[tuple[str, str, str, str]]) -> None:
        """Lists labs as (id, name, tool tip, heading)."""
        self._labs = tuple(labs)
        self._fill()

    def set_tours(self, tours: Sequence[tuple[str, str, str]]) -> None:
        """Lists tours as (id, name, tool tip)."""
        self._tours = tuple(tours)
        self._fill()

    def mark_tour(self, tour: str | None) -> None:
        """Shows which tour is being walked."""
        self._mark(RowKind.TOUR, tour)

    def mark_lab(self, lab: str | None) -> None:
        """Shows which lab is open."""
        self._mark(RowKind.LAB, lab)

    def mark_view(self, view: str | None) -> None:
        """Shows which view is on the map."""
        self._mark(RowKind.VIEW, view)

    def mark_flow(self, flow: str | None) -> None:
        """Shows which message path is played."""
        self._mark(RowKind.FLOW, flow)

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._rows.set_ink(ink)
        self.list.viewport().update()

    def set_scale(self, scale: float) -> None:
        """Makes column and text larger or smaller."""
        self._rows.set_scale(scale)
        self.setFixedWidth(round(WIDTH * scale))
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Moves the rows closer together where that may spare scrolling."""
        self._rows.set_closeness(1.0)
        needed = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self._rows.set_closeness(self.list.viewport().height() / needed if needed else 1.0)
        self.list.scheduleDelayedItemsLayout()

    def _fill(self) -> None:
        """Lists everything anew; the row with the focus and the scrolled place stay."""
        current = self.list.currentItem()
        kept = (current.data(RowData.KIND), current.data(RowData.ID)) if current else None
        place = self.list.verticalScrollBar().value()
        self.list.clear()
        self._add_caption("VIEWS", bool(self._views))
        for view, name in self._views:
            self._add(RowKind.VIEW, view, name)
        self._add_caption("MESSAGE PATHS", bool(self._flows))
        for flow, name, offered, tip in self._flows:
            self._add(RowKind.FLOW, flow, name, offered=offered, tip=tip)
        captions = dict.fromkeys(caption for *_, caption in self._labs)
        self._add_labs([caption for caption in captions if caption != _LAST])
        self._add_caption("TOURS", bool(self._tours))
        for tour, name, tip in self._tours:
            self._add(RowKind.TOUR, tour, name, tip=tip)
        self._add_labs([caption for caption in captions if caption == _LAST])
        for row in range(self.list.count()):
            item = self.list.item(row)
            if kept == (item.data(RowData.KIND), item.data(RowData.ID)):
                self.list.setCurrentItem(item)
        self._fit()
        self.list.verticalScrollBar().setValue(place)

    def _add_labs(self, captions: Sequence[str]) -> None:
        for caption in captions:
            self._add_caption(caption, True)
            for lab, name, tip, heading in self._labs:
                if heading == caption:
                    self._add(RowKind.LAB, lab, name, tip=tip)

    def _add_caption(self, text: str, wanted: bool) -> None:
        if wanted:
            item = QListWidgetItem(text, self.list)
            item.setData(RowData.KIND, RowKind.CAPTION)
            item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _add(self, kind: RowKind, id: str, name: str, *, offered: bool = True, tip: str = "") -> None:
        item = QListWidgetItem(name, self.list)
        item.setData(RowData.ID, id)
        item.setData(RowData.KIND, kind)
        item.setToolTip(tool_tip(tip))
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, tip)
        item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled if offered else Qt.ItemFlag.NoItemFlags)
        self._show_mark(item, self._marked.get(kind) == id)

    def _mark(self, kind: RowKind, id: str | None) -> None:
        self._marked[kind] = id
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(RowData.KIND) == kind:
                self._show_mark(item, item.data(RowData.ID) == id)
                if item.data(RowData.MARKED) and self.list.isVisible():
                    self.list.scrollToItem(item)

    def _show_mark(self, item: QListWidgetItem, marked: bool) -> None:
        item.setData(RowData.MARKED, marked)
        # Qt tells assistive programs of neither mark nor disabled rows, so the name does.
        offered = bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)
        state = "not in this version" if not offered else "shown" if marked else ""
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {state}" if state else item.text())

    @Slot(int, str)
    def _choose(self, kind: int, id: str) -> None:
        signals = {
            RowKind.VIEW: self.view_chosen,
            RowKind.FLOW: self.flow_chosen,
            RowKind.LAB: self.lab_chosen,
            RowKind.TOUR: self.tour_chosen,
        }
        signals[RowKind(kind)].emit(id)


class _RowList(RowList):
    """The list itself."""

    chosen = Signal(int, str)
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Views, message paths, labs and tours", parent)
        self.itemClicked.connect(self._announce)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says so: names may need another number of lines now."""
        super().resizeEvent(event)
        self.resized.emit()

    @Slot(QListWidgetItem)
    def _announce(self, item: QListWidgetItem) -> None:
        if item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.chosen.emit(item.data(RowData.KIND), item.data(RowData.ID))
