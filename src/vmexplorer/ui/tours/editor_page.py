"""The page of the tour editor: a tour, its stops, and the words of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vmexplorer.atlas.tour import CAPTION_LIMIT, MOST_MINUTES
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.texts import ShortLabel, font_sizes, plain_label
from vmexplorer.ui.panels.wrap_layout import WrapLayout
from vmexplorer.ui.side_part import SidePart

_SIZES = {"QLineEdit, QPlainTextEdit, QComboBox, QDoubleSpinBox, QListWidget, QPushButton, #steptext, #soft": 14.0}
_SIZES |= {"#caption": 12.0}
_TITLE, _NAME, _SUMMARY = 48, 48, 199  # characters
_CAPTION_LINES, _NOTES_LINES, _LIST_LINES = 3, 5, 5
_WISHES = (
    ("add", "Add what I see", "A new stop behind this one, with the map as it is now"),
    ("replace", "Show this instead", "This stop shows the map as it is now and keeps its words"),
    ("light", "Light the part", "Lights the selected part at this stop, or puts it out"),
    ("up", "Up", "Moves the stop towards the start"),
    ("down", "Down", "Moves the stop towards the end"),
    ("delete", "Delete", "Takes the stop out of the tour"),
    ("undo", "Undo", "Takes the last change back"),
    ("walk", "Walk it", "Walks the tour from this stop"),
)


class StopWords(NamedTuple):
    """The words of a stop as they are edited, and its time in minutes."""

    title: str
    caption: str
    notes: str
    minutes: float


class EditorPage(SidePart):
    """Fields and buttons; every one only says what the person wants."""

    tour_chosen = Signal(str)
    stop_chosen = Signal(int)
    wanted = Signal(str)  # add, replace, light, up, down, delete, undo or walk
    menu_wanted = Signal(QPoint)
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("editor")
        self.tours = QComboBox(self)
        self.more = BarButton("More", "New tours, copies, files")
        self.name = _line("Name of the tour", _NAME)
        self.summary = _line("What one knows at its end", _SUMMARY)
        self.stops = QListWidget(self)
        self.title = _line("Title of the stop", _TITLE)
        self.caption = _text("Caption for the audience")
        self.count = plain_label("soft")
        self.notes = _text("Notes for the speaker, a line for each thought")
        self.minutes = QDoubleSpinBox(self)
        self.shown = plain_label("soft", wrap=True)
        self.status = ShortLabel("soft", lines=2)
        self.buttons = {wish: BarButton(text, tip) for wish, text, tip in _WISHES}
        self._heights: list[tuple[QWidget, int]] = [
            (self.caption, _CAPTION_LINES),
            (self.notes, _NOTES_LINES),
            (self.stops, _LIST_LINES),
        ]
        self._arrange()
        self._join()
        self.set_scale(1.0)

    # What is shown

    def show_tours(self, tours: Sequence[tuple[str, str]], chosen: str) -> None:
        """Lists tours as (id, name), one of them chosen."""
        with QSignalBlocker(self.tours):
            self.tours.clear()
            for id, name in tours:
                self.tours.addItem(name, id)
            self.tours.setCurrentIndex(self.tours.findData(chosen))

    def show_tour(self, name: str, summary: str, titles: Sequence[str], stop: int) -> None:
        """Shows a tour and which of its stops is being edited."""
        for field, text in ((self.name, name), (self.summary, summary)):
            with QSignalBlocker(field):
                if field.text() != text:
                    field.setText(text)
        with QSignalBlocker(self.stops):
            self.stops.clear()
            self.stops.addItems([f"{number}.  {title}" for number, title in enumerate(titles, start=1)])
            self.stops.setCurrentRow(stop)
        alone = len(titles) < 2
        self.buttons["up"].setEnabled(stop > 0)
        self.buttons["down"].setEnabled(stop + 1 < len(titles))
        self.buttons["delete"].setEnabled(not alone)

    def show_words(self, words: StopWords, shown: str) -> None:
        """Shows the words of a stop, and says what its picture is."""
        with QSignalBlocker(self.title), QSignalBlocker(self.minutes):
            self.title.setText(words.title)
            self.minutes.setValue(words.minutes)
        for field, text in ((self.caption, words.caption), (self.notes, words.notes)):
            with QSignalBlocker(field):
                field.setPlainText(text)
        self.show_shown(shown)

    def show_shown(self, shown: str) -> None:
        """Says what the picture of the stop is."""
        self.shown.setText(shown)

    def show_count(self, letters: int) -> None:
        """Says how many letters the caption has."""
        self.count.setText(f"{letters} of {CAPTION_LIMIT}")

    def show_status(self, text: str, *, wrong: bool = False) -> None:
        """Says whether the tour is saved; what went wrong stands out."""
        self.status.setObjectName("unsaved" if wrong else "soft")
        self.status.style().polish(self.status)
        self.status.set_text(text)

    def words(self) -> StopWords:
        """The words as they stand in the fields."""
        return StopWords(self.title.text(), self.caption.toPlainText(), self.notes.toPlainText(), self.minutes.value())

    def set_ink(self, ink: Ink) -> None:
        """Everything here follows the style sheet."""

    def set_scale(self, scale: float) -> None:
        """Makes texts and fields larger or smaller."""
        self.setStyleSheet(font_sizes(_SIZES, scale))
        self.minutes.setMinimumHeight(self.title.sizeHint().height())
        for field, lines in self._heights:
            field.ensurePolished()
            field.setFixedHeight(field.fontMetrics().lineSpacing() * lines + 22)

    # How it is made

    def _arrange(self) -> None:
        self.minutes.setRange(0.05, MOST_MINUTES)
        self.minutes.setSingleStep(0.25)
        self.minutes.setDecimals(2)
        self.minutes.setSuffix(" min")
        self.minutes.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.PlusMinus)
        self.minutes.setAccessibleName("Planned minutes")
        self.tours.setAccessibleName("Tours of your own")
        self.tours.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.stops.setAccessibleName("Stops of the tour")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 14, 14, 14)
        column.setSpacing(8)
        column.addLayout(_row(self.tours, self.more))
        for widget in (self.name, self.summary, self.stops):
            column.addWidget(widget)
        wishes = QWidget(self)
        wrapped = WrapLayout(wishes, gap=4)
        wrapped.setContentsMargins(0, 0, 0, 0)
        for button in self.buttons.values():
            wrapped.addWidget(button)
        column.addWidget(wishes)
        column.addWidget(self.shown)
        column.addLayout(_row(self.title, self.minutes))
        column.addLayout(_row(plain_label("caption", "CAPTION"), self.count))
        column.addWidget(self.caption)
        column.addWidget(plain_label("caption", "NOTES"))
        column.addWidget(self.notes)
        column.addStretch(1)
        self._put_in_place(body)

    def _put_in_place(self, body: QWidget) -> None:
        """Everything scrolls where there is little room; what is said of the saving stays in sight."""
        scroll = QScrollArea(self)
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 6, 20, 10)
        foot.addWidget(self.status)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)

    def _join(self) -> None:
        self.tours.activated.connect(self._choose_tour)
        self.stops.currentRowChanged.connect(self._choose_stop)
        self.more.clicked.connect(self._want_menu)
        for button in self.buttons.values():
            button.clicked.connect(self._want)
        for field in (self.name, self.summary, self.title):
            field.textEdited.connect(self._say_edited)
        for text in (self.caption, self.notes):
            text.textChanged.connect(self.edited)
        self.minutes.valueChanged.connect(self._say_edited)

    @Slot()
    def _say_edited(self) -> None:
        self.edited.emit()

    @Slot(int)
    def _choose_tour(self, row: int) -> None:
        self.tour_chosen.emit(self.tours.itemData(row))

    @Slot(int)
    def _choose_stop(self, row: int) -> None:
        if row >= 0:
            self.stop_chosen.emit(row)

    @Slot()
    def _want(self) -> None:
        for wish, button in self.buttons.items():
            if button is self.sender():
                self.wanted.emit(wish)

    @Slot()
    def _want_menu(self) -> None:
        self.menu_wanted.emit(self.more.mapToGlobal(QPoint(0, self.more.height())))


def _line(name: str, most: int) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    field.setMaxLength(most)
    return field


def _text(name: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    field.setTabChangesFocus(True)
    field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return field


def _row(first: QWidget | QLabel, last: QWidget | QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(first, 1)
    row.addWidget(last)
    return row
