"""The table of what is wrong in a pack: where, what, and what may help."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from vmexplorer.errors import Problem
from vmexplorer.ui.panels.keys import ARROWS, WALK, keep
from vmexplorer.ui.panels.problem_cells import ProblemCells

_HEADINGS = ("File and line", "Key", "What is wrong", "What may help")
_SHARES = (0.24, 0.2, 0.34, 0.22)  # of the width
_PLACE, _KEY = 0, 1


class ProblemTable(QTableWidget):
    """A row for each problem; long texts take several lines, Ctrl+C copies the chosen rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_HEADINGS), parent)
        self.setObjectName("problemtable")
        self.setAccessibleName("Problems of the pack")
        self.setHorizontalHeaderLabels(_HEADINGS)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._problems: tuple[Problem, ...] = ()
        self._cells = ProblemCells(self, (_PLACE, _KEY))
        self.setItemDelegate(self._cells)

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Lists problems, in the order in which they are given."""
        self._problems = tuple(problems)
        self.setRowCount(len(self._problems))
        for row, problem in enumerate(self._problems):
            place = problem.file if problem.line is None else f"{problem.file}:{problem.line}"
            for column, text in enumerate((place, problem.key, problem.text, problem.hint)):
                self.setItem(row, column, QTableWidgetItem(text))
        self._fit()

    def set_scale(self, scale: float) -> None:
        """Makes the text larger or smaller."""
        self._cells.set_scale(scale)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width among the columns."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Keeps the keys of the table from the shortcuts."""
        return keep(event, (*ARROWS, *WALK)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies the chosen rows as lines of text; what does not walk the table goes on to the window."""
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.selectedIndexes()})
            QApplication.clipboard().setText("\n".join(str(self._problems[row]) for row in rows))
        elif event.key() in (*ARROWS, *WALK) or event.matches(QKeySequence.StandardKey.SelectAll):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _fit(self) -> None:
        width = self.viewport().width()
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, int(width * share))
        self.resizeRowsToContents()
        # No taller than its rows, so that few problems do not stand in an empty frame.
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setMaximumHeight(self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth() + 4)
