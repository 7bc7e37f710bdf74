"""The notes of the speaker: what to say at this stop, in letters that can be read standing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from vmexplorer.ui.panels.texts import font_sizes, plain_label

SMALLEST, USUAL, LARGEST = 14, 20, 44
_STEP = 2


class NotesPanel(QWidget):
    """A part that was clicked, if any, above the notes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.size_of_notes = USUAL
        self._scale = 1.0
        self.part = plain_label("showpart", wrap=True)
        self.summary = plain_label("showsummary", wrap=True)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("shownotes")
        self.text.setAccessibleName("Notes")
        self.text.setReadOnly(True)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self._box = QFrame(self)
        self._box.setObjectName("showbox")
        inner = QVBoxLayout(self._box)
        inner.setContentsMargins(14, 10, 14, 12)
        inner.setSpacing(4)
        inner.addWidget(self.part)
        inner.addWidget(self.summary)
        self._box.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._box)
        column.addWidget(self.text, 1)
        self._dress()

    def show_notes(self, paragraphs: Sequence[str]) -> None:
        """Shows the notes of a stop from their beginning."""
        text = "\n\n".join(paragraphs).replace("`", "")
        if text != self.text.toPlainText():
            self.text.setPlainText(text)

    def show_part(self, name: str, summary: str) -> None:
        """Shows what a part is; "" takes it away."""
        self.part.setText(name)
        self.summary.setText(summary)
        self._box.setVisible(bool(name))

    def resize_notes(self, steps: int) -> None:
        """Makes the letters larger (or smaller, when negative)."""
        self.size_of_notes = min(LARGEST, max(SMALLEST, self.size_of_notes + _STEP * steps))
        self._dress()

    def set_scale(self, scale: float) -> None:
        """Makes all letters larger or smaller, whatever size was chosen for them."""
        self._scale = scale
        self._dress()

    def _dress(self) -> None:
        size = float(self.size_of_notes)
        sizes = {"#shownotes": size, "#showpart": size * 1.1, "#showsummary": max(float(SMALLEST), size * 0.85)}
        self.setStyleSheet(font_sizes(sizes, self._scale) + "\n#showpart { font-weight: 600; }")
