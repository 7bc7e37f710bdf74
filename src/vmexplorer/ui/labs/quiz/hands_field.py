"""The field into which the hands for an answer are typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

from vmexplorer.lessons.quiz.classroom import MOST_HANDS
from vmexplorer.ui.labs.quiz.quiz_styles import OPTION
from vmexplorer.ui.panels.keys import ENTER
from vmexplorer.ui.panels.lettering import Lettering


class HandsField(QSpinBox):
    """How many hands are up for an answer; ``typed`` tells its place and the number, ``done`` that it is counted."""

    typed = Signal(int, int)
    done = Signal()

    def __init__(self, lettering: Lettering, place: int, hands: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self.setObjectName("quizhands")
        self.setAccessibleName(f"Hands for {name}")
        self.setRange(0, MOST_HANDS)
        self.setValue(hands)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.PlusMinus)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setStyleSheet(f"#quizhands {{ font-size: {lettering.pixels(OPTION.size)}px; }}")
        self.valueChanged.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter says that this one is counted."""
        if event.key() in ENTER:
            if not event.isAutoRepeat():
                self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed takes the place of the number that stands there."""
        super().focusInEvent(event)
        self.selectAll()

    @Slot(int)
    def _tell(self, hands: int) -> None:
        self.typed.emit(self.place, hands)
