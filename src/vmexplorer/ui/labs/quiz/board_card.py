"""The board on a screen of its own: what an audience sees of a question, and nothing to press."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.drawing.theme import Role
from vmexplorer.lessons.quiz.board import Board
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.quiz.board_sheet import BoardSheet
from vmexplorer.ui.labs.quiz.quiz_sheet import QuizArea, QuizSheet
from vmexplorer.ui.panels.lettering import Lettering

_HEIGHT = 760.0  # of a card whose letters have the size of the design


class BoardCard(QWidget):
    """Shows a board as large as its room allows; hidden without one."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ink = ink
        self._shown: tuple[Atlas, Board] | None = None
        self.area = QuizArea(ink, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self.hide()

    @property
    def board(self) -> Board | None:
        """What is shown."""
        return None if self._shown is None else self._shown[1]

    def show_board(self, atlas: Atlas, board: Board | None) -> None:
        """Shows a board, or (None) hides."""
        self._shown = None if board is None else (atlas, board)
        self.setVisible(board is not None)
        if board is not None:
            self.area.show_sheet(self._make)

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        self.area.set_look(ink, self._scale())
        self.update()

    def set_room(self, x: int, y: int, width: int, height: int) -> None:
        """Takes a place in its window; letters grow with it."""
        self.setGeometry(x, y, width, height)
        self.area.set_look(self._ink, self._scale())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground: an audience's screen has a theme of its own."""
        QPainter(self).fillRect(event.rect(), self._ink.role(Role.PANEL))

    def _scale(self) -> float:
        return max(0.5, self.height() / _HEIGHT)

    def _make(self, lettering: Lettering, parent: QWidget) -> QuizSheet:
        if self._shown is None:
            return QuizSheet(lettering, parent)
        atlas, board = self._shown
        return BoardSheet(lettering, atlas, board, parent, typing=False, notes=None)
