"""A line to type an answer into."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from vmexplorer.lessons.quiz.wording import LONGEST
from vmexplorer.ui.labs.quiz.quiz_styles import OPTION
from vmexplorer.ui.panels.keys import ENTER, keep
from vmexplorer.ui.panels.lettering import Lettering

_PADDING = 24.0  # above and below the text together, in pixels at scale 1


class AnswerLine(QLineEdit):
    """Takes a text; ``entered`` tells it at Enter."""

    entered = Signal(str)

    def __init__(self, lettering: Lettering, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._lettering = lettering
        self.setObjectName("quizline")
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setStyleSheet(f"#quizline {{ font-size: {lettering.pixels(OPTION.size)}px; }}")

    def arrange(self, width: int) -> int:
        """The height of the line, in pixels, whatever the width."""
        return self._lettering.pixels(OPTION.line) + self._lettering.pixels(_PADDING)

    def event(self, event: QEvent) -> bool:
        """Keeps Enter from the shortcuts of the window."""
        return keep(event, ENTER) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the answer."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and self.text().strip():
            self.entered.emit(self.text())
