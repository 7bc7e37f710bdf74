"""Outside the tour: the speaker works on the map itself, and a bar above it leads back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

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
            self._window.key_pressed.connect(self._press)
        self._bar.words.set_text(words)

    def end(self) -> None:
        """Takes the bar away."""
        bar, self._bar = self._bar, None
        if bar is not None:
            self._window.key_pressed.disconnect(self._press)
            bar.hide()
            bar.deleteLater()

    @Slot()
    def _return(self) -> None:
        self.wanted.emit("live.map")

    @Slot(QKeyEvent)
    def _press(self, event: QKeyEvent) -> None:
        command = _CLICKER.get(Qt.Key(event.key()))
        if command and not event.isAutoRepeat():
            self.wanted.emit(command)
