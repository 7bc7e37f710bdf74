"""The right side: details, steps and sequence diagram of a path that is told, a lab and an editor that are open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.inspector import Inspector
from vmexplorer.ui.panels.sequence_panel import SequencePanel
from vmexplorer.ui.panels.step_list import StepList
from vmexplorer.ui.panels.texts import font_sizes
from vmexplorer.ui.side_part import SidePart

DETAILS, STEPS, SEQUENCE, LAB, EDITOR = range(5)
_SEQUENCE_SHARE = 0.54  # of the room beside the rail: map and sequence side by side
_TABS = (
    ("Details", "What is selected, or what the path is about"),
    ("Steps", "Every step of the path, in sync with the map"),
    ("Sequence", "The path as a sequence diagram, in sync with the map"),
)


class Side(QWidget):
    """Pages with a row of tabs that shows itself only while there is more than details."""

    page_changed = Signal(int)
    lab_close_wanted = Signal()
    editor_close_wanted = Signal()

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
        self._guests = {LAB: _Guest(self._pages), EDITOR: _Guest(self._pages)}
        self._tabs = QWidget(self)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self._tabs)
        row.setContentsMargins(14, 8, 14, 0)
        for place, (name, tip) in enumerate(_TABS):
            button = BarButton(name, tip, checkable=True)
            self._group.addButton(button, place)
            row.addWidget(button)
        for place in self._guests:
            button = BarButton("", "", checkable=True)
            self._group.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        self.close_button = BarButton("Close", "Close this page; it keeps its state")
        self.close_button.clicked.connect(self._want_to_close)
        row.addWidget(self.close_button)
        self._told = False
        self._scale = 1.0
        self._ink = ink
        self._group.button(DETAILS).setChecked(True)
        self._group.idClicked.connect(self.show_page)
        self.sequence.closed.connect(self.show_details)
        self._head: SidePart | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._tabs)
        self._column.addWidget(self._pages, 1)
        self._show_tabs()

    @property
    def page(self) -> int:
        """Which page is shown: DETAILS, STEPS, SEQUENCE, LAB or EDITOR."""
        return self._pages.currentIndex()

    @property
    def share(self) -> float:
        """How much of the room beside the rail the page wants, 0 to 1; 0 for the width of the details."""
        guest = self._guests.get(self.page)
        return guest.share if guest is not None else _SEQUENCE_SHARE if self.page == SEQUENCE else 0.0

    def set_told(self, told: bool) -> None:
        """Offers steps and sequence while a path is told."""
        self._told = told
        self._show_tabs()
        if not told and self.page in (STEPS, SEQUENCE):
            here = [place for place, guest in self._guests.items() if guest.page is not None]
            self.show_page(here[0] if here else DETAILS)

    def show_head(self, head: SidePart) -> None:
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

    def show_lab(self, page: SidePart, tab: str, tip: str, share: float) -> None:
        """Shows the page of a lab in the place of the one before; it stays until another one comes.

        Args:
            page: what is shown; it goes back to whoever made it when the lab is closed.
            tab: the word on its tab.
            tip: its tool tip.
            share: how much of the room beside the rail it wants, 0 to 1.
        """
        self._show_guest(LAB, page, tab, tip, share)

    def close_lab(self) -> None:
        """Takes the page of the lab away."""
        self._close_guest(LAB)

    def show_editor(self, page: SidePart, tab: str, tip: str, share: float) -> None:
        """Shows an editor beside the lab, if one is open; its page stays until it is closed."""
        self._show_guest(EDITOR, page, tab, tip, share)

    def close_editor(self) -> None:
        """Takes the page of the editor away."""
        self._close_guest(EDITOR)

    def _show_guest(self, place: int, page: SidePart, tab: str, tip: str, share: float) -> None:
        self._guests[place].take(page, share)
        self._group.button(place).setText(tab)
        self._group.button(place).setToolTip(tip)
        page.set_ink(self._ink)
        page.set_scale(self._scale)
        page.show()
        self._show_tabs()
        self.show_page(place)

    def _close_guest(self, place: int) -> None:
        if self._guests[place].page is None:
            return
        if self.page == place:
            self.show_details()
        self._guests[place].take(None)
        self._show_tabs()

    @Slot()
    def _want_to_close(self) -> None:
        """The editor goes when it is on show or alone, else the lab."""
        editor = self._guests[EDITOR].page is not None
        if editor and (self.page == EDITOR or self._guests[LAB].page is None):
            self.editor_close_wanted.emit()
        else:
            self.lab_close_wanted.emit()

    def _show_tabs(self) -> None:
        """Only the tabs that lead somewhere."""
        here = {place: guest.page is not None for place, guest in self._guests.items()}
        self._tabs.setVisible(self._told or any(here.values()))
        for page, shown in {STEPS: self._told, SEQUENCE: self._told, **here}.items():
            self._group.button(page).setVisible(shown)
        self.close_button.setVisible(any(here.values()))

    @Slot(int)
    def show_page(self, page: int) -> None:
        """Shows a page."""
        self._group.button(page).setChecked(True)
        if page != self._pages.currentIndex() or page in self._guests:
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

    def _all(self) -> tuple[Inspector | StepList | SequencePanel | SidePart, ...]:
        guests = [guest.page for guest in self._guests.values() if guest.page is not None]
        return (self.inspector, self.steps, self.sequence, *guests, *([] if self._head is None else [self._head]))


class _Guest:
    """The place of a page that comes and goes; the page goes back to whoever made it."""

    def __init__(self, pages: QStackedWidget) -> None:
        self._holder = QWidget(pages)
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.page: SidePart | None = None
        self.share = 0.0
        pages.addWidget(self._holder)

    def take(self, page: SidePart | None, share: float = 0.0) -> None:
        """Holds another page, or none."""
        if self.page is not None and self.page is not page:
            self._column.removeWidget(self.page)
            self.page.hide()
            self.page.setParent(None)
        self.page, self.share = page, share
        if page is not None:
            self._column.addWidget(page)
