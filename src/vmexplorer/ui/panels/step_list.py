"""The steps of the told path as a list that keeps in step with the time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from vmexplorer.app.step_rows import StepRow
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.row_list import RowList
from vmexplorer.ui.panels.step_look import Index, StepData, StepLook, StepState
from vmexplorer.ui.panels.texts import tool_tip

_MARGIN = 8  # pixels above and below the rows
_WORDS = {StepState.PENDING: "to come", StepState.DONE: "done", StepState.CURRENT: "current"}


class StepList(QWidget):
    """Shows which step runs and which are done; arrow keys walk, Enter or a click goes to a step."""

    step_chosen = Signal(int)  # its place, from 0

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self._rows: tuple[StepRow, ...] = ()
        self._current: int | None = None
        self._done = 0
        self.list = _Rows(self)
        self._look = StepLook(ink, self.list)
        self.list.setItemDelegate(self._look)
        self.list.chosen.connect(self.step_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        column.addWidget(self.list)

    @property
    def current(self) -> int | None:
        """The place of the step that runs, from 0; None before the start."""
        return self._current

    def set_steps(self, rows: Sequence[StepRow]) -> None:
        """Lists other steps, all of them still to come."""
        self._rows, self._current, self._done = tuple(rows), None, 0
        self.list.clear()
        for place, row in enumerate(self._rows):
            item = QListWidgetItem(row.title, self.list)
            item.setData(StepData.ROW, row)
            item.setToolTip(tool_tip(row.tip, f"{row.title}: {row.detail}"))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, row.tip)
            self._show(place, StepState.PENDING)

    def set_state(self, current: int | None, done: int) -> None:
        """Shows a moment; only rows that look different are painted again.

        Args:
            current: the place of the step that runs, from 0; None when none does.
            done: how many steps are complete.
        """
        if (current, done) == (self._current, self._done):
            return
        moved = current != self._current
        self._current, self._done = current, done
        for place in range(len(self._rows)):
            state = self._state(place)
            if self.list.item(place).data(StepData.STATE) != state:
                self._show(place, state)
        if moved:
            self._reveal()

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._look.set_ink(ink)
        self.list.viewport().update()

    def set_scale(self, scale: float) -> None:
        """Makes rows and text larger or smaller."""
        self._look.set_scale(scale)
        self.list.scheduleDelayedItemsLayout()
        self.list.viewport().update()

    def state_of(self, place: int) -> StepState:
        """Where in its course a step is."""
        return StepState(self.list.item(place).data(StepData.STATE))

    def showEvent(self, event: QShowEvent) -> None:
        """Brings the current step into sight, wherever the time went unseen."""
        super().showEvent(event)
        self._reveal()

    def _state(self, place: int) -> StepState:
        if place == self._current:
            return StepState.CURRENT
        return StepState.DONE if place < self._done else StepState.PENDING

    def _show(self, place: int, state: StepState) -> None:
        item, row = self.list.item(place), self._rows[place]
        item.setData(StepData.STATE, int(state))
        words = _WORDS[state]
        if row.failed and state is not StepState.PENDING:
            words = f"failed, {words}" if state is StepState.CURRENT else "failed"
        # Qt tells assistive programs nothing of what only the picture shows.
        name = f"Step {row.number} of {len(self._rows)}: {row.title}, {row.detail}, {words}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, name)

    def _reveal(self) -> None:
        """Scrolls to the current step; the one after it is seen as well where that is possible."""
        if self._current is None or not self.list.isVisible():
            return
        for place in (self._current + 1, self._current):
            item = self.list.item(place)
            # Qt paints a row again that is asked for, even when it is seen already.
            if item is not None and not self.list.viewport().rect().contains(self.list.visualItemRect(item)):
                self.list.scrollToItem(item)


class _Rows(RowList):
    """The list itself."""

    chosen = Signal(int)

    def __init__(self, steps: StepList) -> None:
        super().__init__("Steps of the message path", steps)
        self._steps = steps
        self.setUniformItemSizes(True)
        self.itemClicked.connect(self._announce)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at the step that runs; a window that comes back goes on where it was."""
        current = self._steps.current
        if self.count() and current is not None and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.setCurrentRow(min(current, self.count() - 1))
        super().focusInEvent(event)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paints the row again that changed; Qt itself would paint all of them."""
        self.viewport().update(self.visualRect(first).united(self.visualRect(last)))

    @Slot(QListWidgetItem)
    def _announce(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self.row(item))
