"""The right side: details, while a path is told its steps and its sequence diagram, and a lab while one is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.lab import LabPage
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.inspector import Inspector
from vmexplorer.ui.panels.sequence_panel import SequencePanel
from vmexplorer.ui.panels.step_list import StepList
from vmexplorer.ui.panels.texts import font_sizes

DETAILS, STEPS, SEQUENCE, LAB = range(4)
_SEQUENCE_SHARE = 0.54  # of the room beside the rail: map and sequence side by side
_TABS = (
    ("Details", "What is selected, or what the path is about"),
    ("Steps", "Every step of the path, in sync with the map"),
    ("Sequence", "The path as a sequence diagram, in sync with the map"),
)


class SideHead(QWidget):
    """Something that stands above the tabs."""

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        raise NotImplementedError

    def set_scale(self, scale: float) -> None:
        """Makes texts larger or smaller; 1.0 is the size of the design."""
        raise NotImplementedError


class Side(QWidget):
    """Pages with a row of tabs that shows itself only while there is more than details."""

    page_changed = Signal(int)
    lab_close_wanted = Signal()

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
        self._lab_tab = BarButton("", "", checkable=True)
        self._group.addButton(self._lab_tab, LAB)
        row.addWidget(self._lab_tab)
        row.addStretch(1)
        self.close_button = BarButton("Close", "Close the lab; it keeps its state")
        self.close_button.clicked.connect(self.lab_close_wanted)
        row.addWidget(self.close_button)
        self._told = False
        self._scale = 1.0
        self._ink = ink
        self._lab: LabPage | None = None
        self._lab_share = 0.0
        self._group.button(DETAILS).setChecked(True)
        self._group.idClicked.connect(self.show_page)
        self.sequence.closed.connect(self.show_details)
        self._head: SideHead | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._tabs)
        self._column.addWidget(self._pages, 1)
        self._show_tabs()

    @property
    def page(self) -> int:
        """Which page is shown: DETAILS, STEPS, SEQUENCE or LAB."""
        return self._pages.currentIndex()

    @property
    def share(self) -> float:
        """How much of the room beside the rail the page wants, 0 to 1; 0 for the width of the details."""
        return {SEQUENCE: _SEQUENCE_SHARE, LAB: self._lab_share}.get(self.page, 0.0)

    def set_told(self, told: bool) -> None:
        """Offers steps and sequence while a path is told."""
        self._told = told
        self._show_tabs()
        if not told and self.page in (STEPS, SEQUENCE):
            self.show_page(DETAILS if self._lab is None else LAB)

    def show_head(self, head: SideHead) -> None:
        """Puts something above the tabs, where it stays in sight whatever page is shown."""
        self._head = head
        head.set_ink(self._ink)
        head.set_scale(self._scale)
        self._column.insertWidget(0, head)
        head.show()

    def take_head(self) -> None:
        """Takes away what stands above the tabs; it goes back to whoever made it."""
        if self._head is not None:
            self._head.hide()
            self._column.removeWidget(self._head)
            self._head.setParent(None)
            self._head = None

    def show_lab(self, page: LabPage, tab: str, tip: str, share: float) -> None:
        """Shows the page of a lab in the place of the one before; it stays until another one comes.

        Args:
            page: what is shown; it goes back to whoever made it when the lab is closed.
            tab: the word on its tab.
            tip: its tool tip.
            share: how much of the room beside the rail it wants, 0 to 1.
        """
        self._take_lab()
        self._lab, self._lab_share = page, share
        self._lab_tab.setText(tab)
        self._lab_tab.setToolTip(tip)
        page.set_ink(self._ink)
        page.set_scale(self._scale)
        self._pages.addWidget(page)
        page.show()
        self._show_tabs()
        self.show_page(LAB)

    def close_lab(self) -> None:
        """Takes the page of the lab away."""
        if self._lab is not None:
            self.show_details()
            self._take_lab()
            self._show_tabs()

    def _take_lab(self) -> None:
        if self._lab is not None:
            self._pages.removeWidget(self._lab)
            self._lab.hide()
            self._lab.setParent(None)
            self._lab = None

    def _show_tabs(self) -> None:
        """Only the tabs that lead somewhere."""
        lab = self._lab is not None
        self._tabs.setVisible(self._told or lab)
        for page, shown in ((STEPS, self._told), (SEQUENCE, self._told), (LAB, lab)):
            self._group.button(page).setVisible(shown)
        self.close_button.setVisible(lab)

    @Slot(int)
    def show_page(self, page: int) -> None:
        """Shows a page."""
        self._group.button(page).setChecked(True)
        if page != self._pages.currentIndex() or page == LAB:
            self._pages.setCurrentIndex(page)
            self.page_changed.emit(page)

    @Slot()
    def show_details(self) -> None:
        """Shows the details."""
        self.show_page(DETAILS)

    def set_scale(self, scale: float) -> None:
        """Makes the texts of every page larger or smaller."""
        self._tabs.setStyleSheet(font_sizes({"QPushButton": 14.0}, scale))
        self._scale = scale
        for page in self._all():
            page.set_scale(scale)

    def set_ink(self, ink: Ink) -> None:
        """Paints every page with another theme."""
        self._ink = ink
        for page in self._all():
            page.set_ink(ink)

    def _all(self) -> tuple[Inspector | StepList | SequencePanel | LabPage | SideHead, ...]:
        more = [part for part in (self._lab, self._head) if part is not None]
        return (self.inspector, self.steps, self.sequence, *more)
