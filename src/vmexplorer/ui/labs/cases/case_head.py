"""The head of a case: its name, the points, and the buttons that lead through it."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.texts import ShortLabel, font_sizes, plain_label, scaled

_MARGINS = (16, 10, 16, 4)
_SIZES = {"#steptitle": 17.0, "#pill": 14.0, "QPushButton": 14.0}


class Pane(IntEnum):
    """The panes of a case, in the order of their tabs."""

    SYMPTOM = 0
    LOOK = 1
    CAUSE = 2
    DEBRIEF = 3


_TABS = {
    Pane.SYMPTOM: ("Symptom", "What was reported"),
    Pane.LOOK: ("Look", "Make checks and see what they show"),
    Pane.CAUSE: ("Cause", "The notebook, the suspicions and what may help"),
    Pane.DEBRIEF: ("Debrief", "What it was, on the map"),
}


class CaseHead(QWidget):
    """Says what was pressed; ``pane_chosen`` tells a tab."""

    list_wanted = Signal()
    pane_chosen = Signal(int)
    hint_wanted = Signal()
    solution_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = BarButton("‹ All cases", "Go back to the list; the case stays as it is")
        self.title = ShortLabel("steptitle")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.points = plain_label("pill")
        self.hint = BarButton("Hint", "One step of help; it costs points")
        self.solution = BarButton("Solution", "Give up and see what it was")
        self.again = BarButton("Start again", "Forget everything that was done in this case")
        self.tabs = QButtonGroup(self)
        self.back.clicked.connect(self.list_wanted)
        self.hint.clicked.connect(self.hint_wanted)
        self.solution.clicked.connect(self.solution_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.tabs.idClicked.connect(self.pane_chosen)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._column.addLayout(self._first_row())
        self._column.addLayout(self._second_row())
        self.set_scale(1.0)

    def show_case(self, title: str, points: int, hints: int, *, over: bool) -> None:
        """Shows a case.

        Args:
            title: its name.
            points: what it is worth so far.
            hints: how many hints are left.
            over: whether it is solved or given up.
        """
        self.title.set_text(title)
        self.points.setText(f"{points} points" if points != 1 else "1 point")
        self.hint.setText(f"Hint ({hints})")
        self.hint.setEnabled(hints > 0 and not over)
        self.solution.setEnabled(not over)
        self.tabs.button(Pane.DEBRIEF).setEnabled(over)

    def show_pane(self, pane: Pane) -> None:
        """Marks a tab."""
        self.tabs.button(pane).setChecked(True)

    def set_scale(self, scale: float) -> None:
        """Makes letters larger or smaller."""
        self.setStyleSheet(font_sizes(_SIZES, scale))
        self._column.setContentsMargins(*scaled(_MARGINS, scale))

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        row.addWidget(self.points)
        return row

    def _second_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for pane, (name, tip) in _TABS.items():
            button = BarButton(name, tip, checkable=True)
            self.tabs.addButton(button, pane)
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.hint, self.solution, self.again):
            row.addWidget(button)
        return row
