"""What lies over the whole window for a moment: a veil with a card on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import Shiboken

_VEIL = 0.62
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Overlay(QFrame):
    """Covers its parent; Esc or a click beside the card closes it and the focus goes back to where it was.

    While it is open, keys without Ctrl, Alt or Meta stay with it, so that no
    command of the window runs behind it; function keys and the others go on.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.setObjectName("overlay")
        self.card = QFrame(self)
        self.card.setObjectName("sheet")
        self._window = parent
        self._back: QWidget | None = None

    def open(self) -> None:
        """Shows itself over everything and takes the focus."""
        if not self.isVisible():
            self._back = QApplication.focusWidget()
            self._window.installEventFilter(self)
        self.setGeometry(self._window.rect())
        self.arrange()
        self.show()
        self.raise_()
        self.take_focus()

    def arrange(self) -> None:
        """Gives the card its place; each overlay has its own."""

    def take_focus(self) -> None:
        """Puts the focus where typing begins."""
        self.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Gives the focus back."""
        if self.isVisible():
            self._window.removeEventFilter(self)
            back, self._back = self._back, None
            focused = QApplication.focusWidget()
            inside = focused is None or focused is self or self.isAncestorOf(focused)
            self.hide()
            if inside and back is not None and Shiboken.isValid(back):
                back.setFocus()
            self.closed.emit()
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Goes along with the size of the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return False

    def event(self, event: QEvent) -> bool:
        """Keeps plain keys from the shortcuts of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self.keeps(event):
            event.accept()
            return True
        return super().event(event)

    def keeps(self, event: QKeyEvent) -> bool:
        """Whether a key stays here; function keys and those with Ctrl, Alt or Meta go on."""
        plain = not event.modifiers() & _COMMANDS
        return plain and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; every other plain key ends here."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif not self.keeps(event):
            event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab does not leave the card."""
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The map behind does not scroll."""
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the card in its place."""
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The veil, in the colour of the map's ground."""
        # The application's palette follows the theme; that of a widget is bent by the style sheet.
        veil = QColor(QGuiApplication.palette().color(QPalette.ColorRole.Base))
        veil.setAlphaF(_VEIL)
        QPainter(self).fillRect(event.rect(), veil)
