"""The page of the troubleshooting lab: the list of cases, or one case with its panes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vmexplorer.app.details import Action
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.cases.break_form import BreakForm
from vmexplorer.ui.labs.cases.case_head import CaseHead, Pane
from vmexplorer.ui.labs.cases.guess_form import GuessForm
from vmexplorer.ui.labs.cases.look_pane import LookPane
from vmexplorer.ui.panels.page_pane import PagePane
from vmexplorer.ui.side_part import SidePart


class CasesPage(SidePart):
    """Knows nothing of cases: it shows pages and tells what was chosen on them."""

    chosen = Signal(Action)
    pane_changed = Signal(int)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cases")
        self.setAccessibleName("Troubleshooting cases")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list, self.symptom, self.cause, self.debrief = (PagePane(ink) for _ in range(4))
        self.look = LookPane(ink)
        self.head = CaseHead()
        self.break_form = BreakForm()
        self.guess_form = GuessForm()
        self._panes = QStackedWidget()
        for pane in (self.symptom, self.look, _below(self.cause, self.guess_form), self.debrief):
            self._panes.addWidget(pane)
        self._whole = QStackedWidget()
        self._whole.addWidget(_below(self.list, self.break_form))
        self._whole.addWidget(_below(self.head, self._panes))
        for page in (self.list, self.symptom, self.cause, self.debrief):
            page.chosen.connect(self.chosen)
        self.head.pane_chosen.connect(self.show_pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._whole)
        self.set_scale(1.0)

    @property
    def shows_list(self) -> bool:
        """Whether the list of cases is shown."""
        return self._whole.currentIndex() == 0

    @property
    def pane(self) -> Pane:
        """The pane of the case."""
        return Pane(self._panes.currentIndex())

    def show_list(self) -> None:
        """Shows the list."""
        self._whole.setCurrentIndex(0)

    def show_case(self) -> None:
        """Shows the case."""
        self._whole.setCurrentIndex(1)

    @Slot(int)
    def show_pane(self, pane: int) -> None:
        """Turns to a pane of the case."""
        self.head.show_pane(Pane(pane))
        self._panes.setCurrentIndex(pane)
        self.pane_changed.emit(pane)

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        for part in (self.list, self.symptom, self.look, self.cause, self.debrief):
            part.set_ink(ink)

    def set_scale(self, scale: float) -> None:
        """Makes all texts larger or smaller."""
        for part in (self.list, self.symptom, self.cause, self.debrief):
            part.set_scale(scale)
        for other in (self.look, self.head, self.break_form, self.guess_form):
            other.set_scale(scale)


def _below(*parts: QWidget) -> QWidget:
    """Parts one below the other; the pages and panes among them take the room."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, PagePane | QStackedWidget) else 0)
    return whole
