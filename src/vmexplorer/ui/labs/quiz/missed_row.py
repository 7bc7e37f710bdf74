"""A question that was missed: to its part at the left, to its message path at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from vmexplorer.app.answer_links import part_links, path_link
from vmexplorer.app.details import Action, Row
from vmexplorer.app.details_text import plain
from vmexplorer.app.questions import Questions
from vmexplorer.atlas.question import Question
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.row_button import RowButton
from vmexplorer.ui.panels.texts import font_sizes

_PATH, _GAP = 84.0, 8.0  # pixels at scale 1
_SIZE = 14.0
_LONGEST = 90  # characters of a question in the list


class MissedRow(QWidget):
    """One row; ``chosen`` tells where a press leads."""

    chosen = Signal(Action)

    def __init__(self, lettering: Lettering, questions: Questions, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self._lettering = lettering
        part = part_links(questions, question)
        self._path = path_link(questions, question)
        self.stops: list[QWidget] = []
        short = shortened(question.asks)
        self.row: RowButton | None = None
        if part:
            self.row = RowButton(lettering, Row(short, part[0].title, part[0].action), self)
            self.row.chosen.connect(self.chosen)
            self.stops.append(self.row)
        self.play: BarButton | None = None
        if self._path is not None:
            self.play = BarButton("▸ Path", f"Play {self._path.title.removeprefix('▸ ')}", parent=self)
            self.play.setObjectName("secondary")
            self.play.setAccessibleName(f"{self._path.title}, {self._path.detail}")
            self.play.setStyleSheet(font_sizes({"QPushButton": _SIZE}, lettering.scale))
            self.play.clicked.connect(self._follow)
            self.stops.append(self.play)

    def arrange(self, width: int) -> int:
        """Places both beside each other; returns the height. Both in pixels."""
        pixels = self._lettering.pixels
        beside = pixels(_PATH) + pixels(_GAP) if self.play is not None else 0
        height = self.row.arrange(width - beside) if self.row is not None else pixels(_SIZE) * 2
        if self.row is not None:
            self.row.setGeometry(0, 0, width - beside, height)
        if self.play is not None:
            self.play.setGeometry(width - pixels(_PATH), 0, pixels(_PATH), height)
        return height

    @Slot()
    def _follow(self) -> None:
        if self._path is not None:
            self.chosen.emit(self._path.action)


def shortened(asks: str) -> str:
    """What a question asks, cut to a line."""
    text = plain(asks)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
