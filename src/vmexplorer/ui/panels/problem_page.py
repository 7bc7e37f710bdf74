"""What stands in place of the map when a pack is broken, and the slim bar when an older state can stay."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vmexplorer.errors import Problem
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.problem_table import ProblemTable
from vmexplorer.ui.panels.texts import ShortLabel, font_sizes, plain_label

_SIZES = {
    "#problemtitle": 27.0,
    "#problemtext": 15.0,
    "#problembar": 14.0,
    "QPushButton": 14.0,
    "QHeaderView::section": 12.0,
}
_WIDEST = 1100


class ProblemPage(QWidget):
    """Every problem of a pack in a table, and what can be done."""

    retry_wanted = Signal()
    shipped_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = plain_label("problemtitle", wrap=True)
        self.text = plain_label("problemtext", wrap=True)
        self.table = ProblemTable()
        self.retry = BarButton("Try again", "Read the pack once more")
        self.retry.setObjectName("primary")
        self.shipped = BarButton("Open the shipped pack", "Leave this pack and show the one that came with the program")
        self.shipped.setObjectName("secondary")
        self.retry.clicked.connect(self.retry_wanted)
        self.shipped.clicked.connect(self.shipped_wanted)
        self._arrange()
        self.set_scale(1.0)

    def set_problems(self, pack: str, problems: Sequence[Problem]) -> None:
        """Shows the problems of a pack; ``pack`` is its name or folder."""
        self.title.setText(f"“{pack}” cannot be shown")
        self.text.setText(f"{counted(len(problems))} to mend. Correct the files, then try again.")
        self.table.set_problems(problems)

    def set_scale(self, scale: float) -> None:
        """Makes the text larger or smaller."""
        self.setStyleSheet(font_sizes(_SIZES, scale))
        self.table.set_scale(scale)
        self._page.setMaximumWidth(round(_WIDEST * scale))

    def _arrange(self) -> None:
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(24, 40, 24, 32)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(8)
        column.addWidget(self.table, 1000)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.retry)
        buttons.addWidget(self.shipped)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._page, 1000)
        row.addStretch(1)


class ProblemBar(QWidget):
    """One line above the map: what is wrong in the files, while the last good state is still shown."""

    details_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problembar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark = plain_label("problemmark", "!")
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        mark.setFixedSize(20, 20)
        self.text = ShortLabel("problemline")
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.details = BarButton("Show problems", "List everything that is wrong in the pack")
        self.retry = BarButton("Try again", "Read the pack once more")
        self.details.clicked.connect(self.details_wanted)
        self.retry.clicked.connect(self.retry_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(8)
        for widget in (mark, self.text, self.details, self.retry):
            row.addWidget(widget)
        row.setStretch(1, 1)

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Says how many problems there are and names the first."""
        first = f" {problems[0]}." if problems else ""
        self.text.set_text(f"The last good state is still shown: {counted(len(problems))} in the changed files.{first}")

    def set_scale(self, scale: float) -> None:
        """Makes the text larger or smaller."""
        self.setStyleSheet(font_sizes({"QLabel": 14.0, "QPushButton": 14.0}, scale))


def counted(count: int) -> str:
    """How many problems, in words: ``1 problem``, ``3 problems``."""
    return f"{count} problem" if count == 1 else f"{count} problems"
