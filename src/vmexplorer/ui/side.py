"""The right side: details, and while a path is told its steps and its sequence diagram."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.inspector import Inspector
from vmexplorer.ui.panels.sequence_panel import SequencePanel
from vmexplorer.ui.panels.step_list import StepList
from vmexplorer.ui.panels.texts import font_sizes

DETAILS, STEPS, SEQUENCE = range(3)
_TABS = (
    ("Details", "What is selected, or what the path is about"),
    ("Steps", "Every step of the path, in sync with the map"),
    ("Sequence", "The path as a sequence diagram, in sync with the map"),
)


class Side(QWidget):
    """Three pages with a row of tabs that shows itself only while a path is told."""

    page_changed = Signal(int)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.inspector = Inspector(ink, self)
        self.steps = StepList(ink, self)
        self.sequence = SequencePanel(ink, self)
        self._pages = QStackedWidget(self)
        for page in (self.inspector, self.steps, self.sequence):
            self._pages.addWidget(page)
        self._tabs = QWidget(self)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self._tabs)
        row.setContentsMargins(14, 8, 14, 0)
        for place, (name, tip) in enumerate(_TABS):
            button = BarButton(name, tip, checkable=True)
            self._group.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        self._group.button(DETAILS).setChecked(True)
        self._group.idClicked.connect(self.show_page)
        self.sequence.closed.connect(self.show_details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._pages, 1)
        self._tabs.hide()

    @property
    def page(self) -> int:
        """Which page is shown: DETAILS, STEPS or SEQUENCE."""
        return self._pages.currentIndex()

    def set_told(self, told: bool) -> None:
        """Shows the tabs while a path is told; without one there are only details."""
        self._tabs.setVisible(told)
        if not told:
            self.show_details()

    @Slot(int)
    def show_page(self, page: int) -> None:
        """Shows a page."""
        self._group.button(page).setChecked(True)
        if page != self._pages.currentIndex():
            self._pages.setCurrentIndex(page)
            self.page_changed.emit(page)

    @Slot()
    def show_details(self) -> None:
        """Shows the details."""
        self.show_page(DETAILS)

    def set_scale(self, scale: float) -> None:
        """Makes the texts of every page larger or smaller."""
        self._tabs.setStyleSheet(font_sizes({"QPushButton": 14.0}, scale))
        for page in (self.inspector, self.steps, self.sequence):
            page.set_scale(scale)

    def set_ink(self, ink: Ink) -> None:
        """Paints every page with another theme."""
        self.inspector.set_ink(ink)
        self.steps.set_ink(ink)
        self.sequence.set_ink(ink)
