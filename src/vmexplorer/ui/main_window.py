"""The main window: it only arranges the panels around the map."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from vmexplorer.ui.canvas.canvas import Canvas
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.breadcrumb import Breadcrumb
from vmexplorer.ui.panels.inspector import Inspector
from vmexplorer.ui.panels.message_bar import MessageBar
from vmexplorer.ui.panels.player_bar import PlayerBar
from vmexplorer.ui.panels.rail import Rail
from vmexplorer.ui.panels.top_bar import TopBar

RAIL = 272
INSPECTOR = 384
_DESIGN_WIDTH = 1920
_SMALLEST = 0.8


class MainWindow(QMainWindow):
    """Top bar, rail, map with breadcrumb, inspector and player, as the design has them."""

    key_pressed = Signal(QKeyEvent)
    closed = Signal()

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = Canvas(ink, self)
        self.inspector = Inspector(ink, self)
        self.top_bar = TopBar(ink, self)
        self.rail = Rail(ink, self)
        self.breadcrumb = Breadcrumb(self)
        self.message_bar = MessageBar(self)
        self.player_bar = PlayerBar(ink, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self._map())
        self.setCentralWidget(self._centre())
        self.setMinimumSize(900, 600)
        self.resize(1600, 940)

    def set_ink(self, ink: Ink) -> None:
        """Paints every part with another theme."""
        for part in (self.canvas, self.inspector, self.player_bar, self.rail, self.top_bar):
            part.set_ink(ink)

    def show_instead(self, page: QWidget) -> None:
        """Puts a page in the place of the map."""
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def show_map(self) -> None:
        """Brings the map back and drops the page that stood there."""
        page = self.stack.currentWidget()
        self.stack.setCurrentIndex(0)
        if page is not None and page is not self.stack.widget(0):
            self.stack.removeWidget(page)
            page.deleteLater()

    def _map(self) -> QWidget:
        area = QWidget(self)
        area.setObjectName("centre")
        column = QVBoxLayout(area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.breadcrumb)
        column.addWidget(self.message_bar)
        column.addWidget(self.canvas, 1)
        return area

    def _centre(self) -> QWidget:
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.stack, 1)
        row.addWidget(self.inspector)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(middle, 1)
        column.addWidget(self.player_bar)
        below = QWidget(self)
        below_row = QHBoxLayout(below)
        below_row.setContentsMargins(0, 0, 0, 0)
        below_row.setSpacing(0)
        below_row.addWidget(self.rail)
        below_row.addWidget(right, 1)
        whole = QWidget(self)
        whole.setObjectName("centre")
        whole_column = QVBoxLayout(whole)
        whole_column.setContentsMargins(0, 0, 0, 0)
        whole_column.setSpacing(0)
        whole_column.addWidget(self.top_bar)
        whole_column.addWidget(below, 1)
        return whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side panels take the share of the width that they have in the design, within reason."""
        share = min(1.25, max(_SMALLEST, self.width() / _DESIGN_WIDTH))
        self.rail.setFixedWidth(round(RAIL * share))
        self.inspector.setFixedWidth(round(INSPECTOR * share))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no panel wanted."""
        self.key_pressed.emit(event)
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Says that the window goes."""
        self.closed.emit()
        super().closeEvent(event)


