"""A window of the show: all its keys go to the show, and closing it ends the show."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QWidget


class ShowWindow(QWidget):
    """Hands its keys on, those that are held with their release."""

    key_pressed = Signal(QKeyEvent)
    key_released = Signal(QKeyEvent)
    left = Signal()  # keys that are held are let go elsewhere
    closed = Signal()

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab is a key of the show."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """All keys."""
        self.key_pressed.emit(event)
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A key that was held."""
        self.key_released.emit(event)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Another window gets the keys."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.left.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Someone has closed the window by the means of the system."""
        self.closed.emit()
        super().closeEvent(event)
