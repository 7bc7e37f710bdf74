"""A transcript in terminal letters: each command with what it showed, and the line noted down from it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.lessons.reading import Reading
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.texts import font_sizes

_SIZE = 13.0  # pixels at scale 1, as are all lengths here
_MARGIN = 10.0
_EMPTY = "What you check appears here."
_SCREEN = "▸"  # stands before what is not typed but clicked
_NOTE = "✎"


class Terminal(QPlainTextEdit):
    """Shows readings one below the other, the newest in sight; long lines wrap, nothing is cut."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("terminal")
        self.setAccessibleName("What the checks showed")
        self.setReadOnly(True)
        self.setPlaceholderText(_EMPTY)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        fonts.code_font(_SIZE)  # loads it, for the style sheet only names it
        self._ink = ink
        self._scale = 1.0
        self._readings: tuple[Reading, ...] = ()
        self._dress()

    def show_readings(self, readings: Sequence[Reading]) -> None:
        """Shows these readings; when there are more of them than before, the last one from its command on."""
        grown = len(readings) > len(self._readings)
        if tuple(readings) != self._readings:
            self._readings = tuple(readings)
            self._write()
        if grown:
            self._reveal_last()

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        self._write()

    def set_scale(self, scale: float) -> None:
        """Makes the letters larger or smaller."""
        self._scale = scale
        self._dress()
        self._reveal_last()

    def _dress(self) -> None:
        # The style sheet of the program goes before a font that is set.
        self.setStyleSheet(font_sizes({"#terminal": _SIZE}, self._scale))
        self.document().setDocumentMargin(_MARGIN * self._scale)
        self._write()

    def _write(self) -> None:
        self.clear()
        cursor = self.textCursor()
        plain, command = self._format(Role.TEXT), self._format(Role.ACCENT, bold=True)
        soft, note = self._format(Role.SOFT), self._format(Role.RUNNING)
        for place, reading in enumerate(self._readings):
            if place:
                cursor.insertText("\n\n", plain)
            cursor.insertText(f"{reading.prompt or _SCREEN} ", soft)
            cursor.insertText(f"{reading.command}\n", command)
            cursor.insertText(f"{reading.output}\n", plain)
            cursor.insertText(f"{_NOTE} {reading.shows}", note)

    def _format(self, role: Role, *, bold: bool = False) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._ink.role(role))
        made.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return made

    def _reveal_last(self) -> None:
        if not self._readings:
            return
        last = self._readings[-1]
        lines = 2 + last.output.count("\n")
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)
        # From the end back to the command: where all of it has room, all of it is seen.
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock, n=lines)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
