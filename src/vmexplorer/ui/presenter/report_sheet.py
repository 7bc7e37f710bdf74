"""What the show took: planned and real time of every stop, over the window when the show has ended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from vmexplorer.lessons.script import ReportRow, clock_text, report_csv
from vmexplorer.ui.dialogs.overlay import Overlay
from vmexplorer.ui.panels.texts import font_sizes, plain_label

_WIDTH, _HEIGHT, _EDGE = 760, 620, 24
_SIZES = {"#sheettitle": 22.0, "#reportcell": 15.0, "#reporthead": 13.0, "#keyhint": 12.0}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LATE = 20.0  # seconds that are worth a word


class ReportSheet(Overlay):
    """A table that can be copied; Esc closes it."""

    def __init__(self, name: str, rows: Sequence[ReportRow], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Times of the show")
        self._rows = tuple(rows)
        self.copy_button = QPushButton("Copy as CSV")
        self.copy_button.setObjectName("secondary")
        self.copy_button.setAutoDefault(True)  # so that Enter presses it
        self.copy_button.clicked.connect(self.copy)
        self.setStyleSheet(font_sizes(_SIZES, 1.0))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self._table())
        below = QHBoxLayout()
        below.addWidget(plain_label("keyhint", "Esc  close"))
        below.addStretch(1)
        below.addWidget(self.copy_button)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(28, 22, 28, 16)
        column.setSpacing(14)
        column.addWidget(plain_label("sheettitle", f"{name}: the times"))
        column.addWidget(scroll, 1)
        column.addLayout(below)

    def arrange(self) -> None:
        """In the middle of the window."""
        width = min(_WIDTH, self.width() - 2 * _EDGE)
        wanted = min(_HEIGHT, 190 + 28 * (len(self._rows) + 2))
        height = min(wanted, self.height() - 2 * _EDGE)
        self.card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def take_focus(self) -> None:
        """Enter copies."""
        self.copy_button.setFocus()

    @Slot()
    def copy(self) -> None:
        """Puts the table on the clipboard."""
        QGuiApplication.clipboard().setText(report_csv(self._rows))
        self.copy_button.setText("Copied")

    def _table(self) -> QWidget:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 10, 0)
        grid.setHorizontalSpacing(22)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for column, text in enumerate(("", "Stop", "Planned", "Took", "")):
            head = plain_label("reporthead", text)
            if column > 1:
                head.setAlignment(_RIGHT)
            grid.addWidget(head, 0, column)
        total = ReportRow(0, "Together", sum(row.planned for row in self._rows), sum(row.spent for row in self._rows))
        for line, row in enumerate((*self._rows, total), start=1):
            self._fill_row(grid, line, row)
        grid.setRowStretch(len(self._rows) + 2, 1)
        return body

    def _fill_row(self, grid: QGridLayout, line: int, row: ReportRow) -> None:
        over = row.spent - row.planned
        word = f"▼ {clock_text(over)} more" if over > _LATE else f"▲ {clock_text(-over)} less" if over < -_LATE else "●"
        took = clock_text(row.spent)
        if not row.spent:
            took, word = "–", ""  # not shown, or left before the timer began
        texts = (str(row.number or ""), row.title, clock_text(row.planned), took, word)
        for column, text in enumerate(texts):
            cell = plain_label("reportcell", text)
            if column in (0, 2, 3):
                cell.setAlignment(_RIGHT)
            grid.addWidget(cell, line, column)
