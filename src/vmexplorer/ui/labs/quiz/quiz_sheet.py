"""The content of the quiz: parts one below the other, set as large as the room allows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from vmexplorer.app.details import Action, Row
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.quiz.link_row import LinkRow
from vmexplorer.ui.labs.quiz.missed_row import MissedRow
from vmexplorer.ui.labs.quiz.topic_columns import TopicColumns
from vmexplorer.ui.panels.keys import ARROWS
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.row_button import RowButton
from vmexplorer.ui.panels.text_entries import Entry
from vmexplorer.ui.panels.text_stack import TextStack

_MARGIN = 24.0  # pixels at scale 1
_FOOT = 14.0
_SCROLL_STEP = 24
SIZES = (
    1.7,
    1.5,
    1.35,
    1.2,
    1.1,
    1.0,
    0.92,
    0.86,
    0.8,
    0.74,
)  # tried from the largest; the last one may need scrolling


class Part(Protocol):
    """A widget that can say how high it is at a width."""

    def arrange(self, width: int) -> int:
        """Lays itself out; returns the height. Both in pixels."""

    def setGeometry(self, x: int, y: int, width: int, height: int, /) -> None:
        """Moves and resizes the widget."""


class QuizSheet(QWidget):
    """Some parts; ``chosen`` tells the action of a row that leads somewhere."""

    chosen = Signal(Action)

    def __init__(self, lettering: Lettering, parent: QWidget) -> None:
        super().__init__(parent)
        self.lettering = lettering
        self.first: QWidget | None = None  # where the keyboard begins
        self._parts: list[tuple[Part, float]] = []
        self._stops: list[QWidget] = []

    def add(self, part: Part, above: float) -> None:
        """Adds a part below the others, with a space above it in pixels at scale 1."""
        self._parts.append((part, above))
        if isinstance(part, TextStack | MissedRow):
            self._stops += part.stops
        elif isinstance(part, TopicColumns):
            self._stops += part.rows
        elif isinstance(part, RowButton):
            part.chosen.connect(self.chosen)
            self._stops.append(part)
        elif isinstance(part, QWidget):
            self._stops.append(part)

    def add_text(self, entries: list[Entry], above: float) -> None:
        """Adds a column of text."""
        self.add(TextStack(self.lettering, entries, self), above)

    def add_links(self, rows: Sequence[Row], above: float) -> None:
        """Adds buttons that lead somewhere, side by side."""
        links = LinkRow(self.lettering, rows, self)
        links.chosen.connect(self.chosen)
        self._parts.append((links, above))
        self._stops += links.buttons

    def take_turn_after(self, widget: QWidget) -> None:
        """Lets Tab go from a widget through the parts."""
        for stop in self._stops:
            self.setTabOrder(widget, stop)
            widget = stop

    def arrange(self, width: int) -> int:
        """Places everything at a width; returns the height. Both in pixels."""
        pixels, y = self.lettering.pixels, 0
        x = pixels(_MARGIN)
        for part, above in self._parts:
            height = part.arrange(width - 2 * x)
            y += pixels(above)
            part.setGeometry(x, y, width - 2 * x, height)
            y += height
        return y + pixels(_FOOT)


SheetMaker = Callable[[Lettering, QWidget], QuizSheet]


class QuizArea(QScrollArea):
    """Shows a sheet in the largest size in which all of it is seen, and scrolls where none is small enough.

    ``sizes`` are tried from the largest.
    """

    def __init__(self, ink: Ink, parent: QWidget, sizes: Sequence[float] = SIZES) -> None:
        super().__init__(parent)
        self._page = parent
        self._sizes = tuple(sizes)
        self._ink = ink
        self._scale = 1.0
        self._make: SheetMaker | None = None
        self.ground = QWidget()
        self.sheet: QuizSheet | None = None
        self.setWidget(self.ground)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setSingleStep(_SCROLL_STEP)

    def show_sheet(self, make: SheetMaker) -> QuizSheet | None:
        """Shows what a maker makes, from its top."""
        self._make = make
        self.verticalScrollBar().setValue(0)
        return self.fit()

    def set_look(self, ink: Ink, scale: float) -> None:
        """Paints with another theme, at another scale."""
        self._ink, self._scale = ink, scale
        self.fit()

    def height_of(self, make: SheetMaker, width: int) -> int:
        """How high a sheet of a width is in the smallest size; both in pixels."""
        sheet = make(Lettering(self._ink, self._scale * self._sizes[-1]), self.ground)
        height = sheet.arrange(width)
        _drop(sheet)
        return height

    def fit(self) -> QuizSheet | None:
        """Makes the sheet anew in the size that fits."""
        if self._make is None or not self.width():
            return None
        before, self.sheet = self.sheet, None
        focused = QApplication.focusWidget()
        held = before is not None and focused is not None and before.isAncestorOf(focused)
        for size in self._sizes:
            sheet = self._make(Lettering(self._ink, self._scale * size), self.ground)
            height = sheet.arrange(self.width())
            if height <= self.viewport().height() or size == self._sizes[-1]:
                break
            _drop(sheet)
        self.sheet = sheet
        self.ground.resize(self.viewport().width(), max(height, self.viewport().height()))
        sheet.setGeometry(0, 0, self.width(), height)
        if before is not None:
            _drop(before)
        sheet.take_turn_after(self)
        sheet.show()
        if held:
            (sheet.first or self._page).setFocus()
        return sheet

    def show_row(self, row: QWidget) -> None:
        """Scrolls to a row of the sheet."""
        self.ensureWidgetVisible(row, 0, _SCROLL_STEP)

    def scroll_a_step(self, *, up: bool) -> None:
        """Scrolls by a line."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + (-_SCROLL_STEP if up else _SCROLL_STEP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves the arrows to the page, which walks from answer to answer."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the size anew; what was typed or chosen is up to the page."""
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self.fit()


def _drop(sheet: QuizSheet) -> None:
    sheet.hide()
    # It may be the sender of the click that led here, so it must outlive this call.
    sheet.deleteLater()
