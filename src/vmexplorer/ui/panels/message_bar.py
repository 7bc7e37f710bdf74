"""One line over the upper edge of the map; it goes away by itself or by a click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

_SHOWN = 7000  # milliseconds


class MessageBar(QWidget):
    """Hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # A click on the words must not choose what lies below them on the map.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        close = QToolButton(self)
        close.setText("✕")
        close.setAccessibleName("Close the message")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 8, 6)
        row.addWidget(self._label, 1)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN)
        self._timer.timeout.connect(self.hide)
        if parent is not None:
            parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now, or ""."""
        return self._label.text() if self.isVisible() else ""

    @Slot(str)
    def say(self, text: str) -> None:
        """Shows a sentence for a while."""
        self._label.setText(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def say_lasting(self, text: str) -> None:
        """Shows a sentence until it is closed or another comes."""
        self.say(text)
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays in the middle when the map changes its size."""
        # The window may get its size before anybody sees it.
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _place(self) -> None:
        """Stands in the middle of the upper edge, as wide as its text needs."""
        around = self.parentWidget()
        if around is None:
            return
        # Before it is shown the label does not know the font of the style sheet.
        self._label.ensurePolished()
        metrics = self._label.fontMetrics()
        width = min(around.width() - 40, metrics.horizontalAdvance(self._label.text()) + 90)
        self.resize(max(120, width), max(self.heightForWidth(width), 44))
        self.move((around.width() - self.width()) // 2, 12)
