"""Outside the tour: the speaker works on the map itself, and a bar above it leads back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from vmexplorer.ui.dialogs.overlay import Overlay
from vmexplorer.ui.labs.dcui.console_view import ConsoleView
from vmexplorer.ui.main_window import MainWindow
from vmexplorer.ui.panels.texts import ShortLabel

# What a clicker sends. Other keys belong to the map while the speaker works on it.
_CLICKER = {Qt.Key.Key_PageDown: "show.next", Qt.Key.Key_PageUp: "show.previous", Qt.Key.Key_Period: "show.black"}


class WaitingBar(QWidget):
    """Says where the tour waits, with the way back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("showwaiting")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = ShortLabel("showwaitingwords")
        self.back = QPushButton("Return (F5)", self)
        self.back.setObjectName("primary")
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 12, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self.back)


class Detour(QObject):
    """Leads from the map back to the show; ``wanted`` asks for a command of the show."""

    wanted = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._bar: WaitingBar | None = None

    def begin(self, words: str) -> None:
        """Puts the bar above the map."""
        if self._bar is None:
            self._bar = WaitingBar(self._window)
            self._bar.back.clicked.connect(self._return)
            self._window.show_above(self._bar)
            # A field that had the keyboard before the show must not take what is meant for the map.
            self._close_sheets()
            self._window.canvas.setFocus()
            self._watch(True)
        self._bar.words.set_text(words)

    def end(self) -> None:
        """Takes the bar away."""
        bar, self._bar = self._bar, None
        if bar is not None:
            self._watch(False)
            self._close_sheets()
            bar.hide()
            bar.deleteLater()

    @Slot()
    def _return(self) -> None:
        self.wanted.emit("live.map")

    def _close_sheets(self) -> None:
        """Closes the search or what else lies over the map: nobody remembers it when the map is shown again."""
        for sheet in self._window.findChildren(Overlay):
            sheet.close()

    def _watch(self, keys: bool) -> None:
        """Begins to see all keys, or ceases to."""
        app = QApplication.instance()
        if app is not None and keys:
            app.installEventFilter(self)
        elif app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the keys of a clicker before lists, scroll areas and the map do, for which they mean something else.

        A window that is closed in the middle of a show leads back to the tour, as its bar does.
        """
        if event.type() == QEvent.Type.Close and watched is self._window:
            event.ignore()
            self._return()
            return True
        if event.type() != QEvent.Type.KeyPress or not isinstance(watched, QWidget) or not isinstance(event, QKeyEvent):
            return False
        command = _CLICKER.get(Qt.Key(event.key()), "")
        if not command or watched.window() is not self._window or _is_typed_into(watched, event):
            return False
        if not event.isAutoRepeat():
            self.wanted.emit(command)
        return True


def _is_typed_into(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether a key is meant for a text or for the console of the simulated host."""
    typed = isinstance(widget, QLineEdit | QPlainTextEdit) and bool(event.text().strip())
    return typed or isinstance(widget, ConsoleView)
