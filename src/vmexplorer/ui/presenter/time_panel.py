"""Times of the show: a large one, the pace in words and colour, and the clock."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vmexplorer.app.show_words import TimeWords
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.texts import font_sizes, plain_label

_SIZES = {"#showtime": 40.0, "#showmeaning": 15.0, "#showpace": 22.0, "#showclock": 28.0, "#showplanned": 15.0}


class TimePanel(QWidget):
    """Shows the words that it is given."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink = ink
        self._words: TimeWords | None = None
        self.time = plain_label("showtime")
        self.meaning = plain_label("showmeaning")
        self.planned = plain_label("showplanned")
        self.pace = plain_label("showpace")
        self.clock = plain_label("showclock")
        self.clock.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addStretch(1)
        beside.addWidget(self.meaning)
        beside.addWidget(self.planned)
        beside.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 14, 2)
        row.setSpacing(12)
        row.addWidget(self.time)
        row.addLayout(beside)
        row.addSpacing(18)
        row.addWidget(self.pace)
        row.addStretch(1)
        row.addWidget(self.clock)
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        """Makes the texts larger or smaller."""
        self.setStyleSheet(font_sizes(_SIZES, scale) + "\n#showtime, #showpace, #showclock { font-weight: 600; }")

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        if self._words is not None:
            self.show_words(self._words)

    def show_words(self, words: TimeWords) -> None:
        """Shows the times."""
        self._words = words
        self.time.setText(words.large)
        self.meaning.setText("standing" if words.stands else words.meaning)
        self.planned.setText(f"of {words.planned}")
        self.pace.setText(words.pace)
        self.clock.setText(words.clock)
        self._colour(self.pace, words.role)
        self._colour(self.time, Role.SOFT if words.stands else Role.TEXT)

    def _colour(self, label: QWidget, role: Role) -> None:
        # Only when it changes: a style sheet costs more than a text.
        sheet = f"color: {self._ink.role(role).name()};"
        if label.styleSheet() != sheet:
            label.setStyleSheet(sheet)
