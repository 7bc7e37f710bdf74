"""The screen of the console as an audience sees it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from vmexplorer.labs.dcui.cells import Screen
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.dcui.console_view import ConsoleView
from vmexplorer.ui.labs.lab_mirror import LabMirror

_MARGIN = 0.012  # of the width


class ConsoleMirror(LabMirror):
    """As large as its room allows."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self.view = ConsoleView(ink, self)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_latest(self, shown: object) -> None:
        """Shows a screen."""
        if isinstance(shown, Screen):
            self.view.show_screen(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The screen fills the room but for a margin."""
        super().resizeEvent(event)
        margin = round(_MARGIN * self.width())
        self.view.setGeometry(self.rect().adjusted(margin, margin, -margin, -margin))
