"""Names a part and what is the matter with it: the answer to a hidden fault."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QWidget

from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.texts import font_sizes, plain_label, scaled

_MARGINS = (24, 8, 24, 14)


class GuessForm(QWidget):
    """``guessed`` tells the id of a part and of a kind of fault."""

    guessed = Signal(str, str)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = QComboBox()
        self.part.setEditable(True)
        self.part.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.part.setAccessibleName("The part that is out of order")
        self.part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        completer = QCompleter(self.part.model(), self.part)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.part.setCompleter(completer)
        self.kind = QComboBox()
        self.kind.setAccessibleName("What is the matter with it")
        self.button = BarButton("That is it", "Name this part and this kind of fault")
        self.button.setObjectName("primary")
        self.button.clicked.connect(self._guess)
        row = self._row = QHBoxLayout(self)
        row.setSpacing(10)
        row.addWidget(plain_label("soft", "It is"))
        row.addWidget(self.part, 1)
        row.addWidget(self.kind)
        row.addWidget(self.button)

    def set_choices(self, parts: Sequence[tuple[str, str]], kinds: Sequence[tuple[str, str]]) -> None:
        """Offers parts and kinds of faults, each as id and name."""
        for box, choices in ((self.part, parts), (self.kind, kinds)):
            known = [(box.itemData(place), box.itemText(place)) for place in range(box.count())]
            if known != list(choices):
                box.clear()
                for id, name in choices:
                    box.addItem(name, id)
        self.part.setCurrentIndex(-1)
        self.part.setEditText("")

    def choose_part(self, id: str) -> None:
        """Takes a part, if it is one of those offered."""
        place = self.part.findData(id)
        if place >= 0:
            self.part.setCurrentIndex(place)

    def set_scale(self, scale: float) -> None:
        """Makes letters larger or smaller."""
        self.setStyleSheet(font_sizes({"QComboBox": 14.0, "QLabel": 14.0, "QPushButton": 14.0}, scale))
        self._row.setContentsMargins(*scaled(_MARGINS, scale))

    @Slot()
    def _guess(self) -> None:
        place = self.part.findText(self.part.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        if place < 0:
            self.refused.emit("Choose a part from the list, or type enough of its name.")
            return
        self.guessed.emit(str(self.part.itemData(place)), str(self.kind.currentData()))
