"""The page of the direct console: the screen, its keys, and what is known of what is on it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent

from vmexplorer.app.details_page import Page
from vmexplorer.labs.dcui.cells import Screen
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.dcui.console_view import ConsoleView
from vmexplorer.ui.labs.dcui.key_strip import KeyStrip
from vmexplorer.ui.panels.inspector import Inspector
from vmexplorer.ui.side_part import SidePart

_MARGIN, _GAP = 10, 6  # pixels
_LEAST_NOTES = 0.24  # of the height of the page


class ConsolePage(SidePart):
    """Shows screen and notes; says which keys were pressed."""

    key_pressed = Signal(str)
    leave_wanted = Signal()

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.view = ConsoleView(ink, self)
        self.keys = KeyStrip(self)
        self.notes = Inspector(ink, self)
        self.notes.setObjectName("panel")
        self.notes.setAccessibleName("Notes on the console")
        self.setFocusProxy(self.view)
        self.keys.lines_changed.connect(self._arrange)
        self.view.key_pressed.connect(self.key_pressed)
        self.keys.key_pressed.connect(self.key_pressed)
        self.view.leave_wanted.connect(self.leave_wanted)
        self.keys.leave_wanted.connect(self.leave_wanted)
        self.keys.enter_wanted.connect(self._enter)
        self.view.focus_changed.connect(self.keys.set_inside)

    def show_screen(self, screen: Screen, notes: Page) -> None:
        """Shows what is on the console now."""
        self.view.show_screen(screen)
        self.notes.show_page(notes)

    def set_ink(self, ink: Ink) -> None:
        """Paints the notes with another theme; the screen keeps the colours of the host."""
        self.view.set_ink(ink)
        self.notes.set_ink(ink)

    def set_scale(self, scale: float) -> None:
        """Makes keys and notes larger or smaller; the screen fills the width anyway."""
        self.keys.set_scale(scale)
        self.notes.set_scale(scale)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The screen fills the width, as far as the notes keep some room."""
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        # By hand: a layout would keep the window from becoming smaller than the screen once was.
        width = self.width() - 2 * _MARGIN
        keys = self.keys.heightForWidth(width)
        room = self.height() - keys - 3 * _GAP - round(self.height() * _LEAST_NOTES)
        screen = max(self.view.minimumHeight(), min(self.view.height_for(width), room))
        self.view.setGeometry(_MARGIN, _GAP, width, screen)
        self.keys.setGeometry(_MARGIN, 2 * _GAP + screen, width, keys)
        top = 3 * _GAP + screen + keys
        self.notes.setGeometry(0, top, self.width(), max(0, self.height() - top))

    @Slot()
    def _enter(self) -> None:
        self.view.setFocus()
