"""The board on a screen of its own: what an audience sees of a question, and nothing to press."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.drawing.theme import Role
from vmexplorer.lessons.quiz.board import Board
from vmexplorer.lessons.quiz.classroom import Stage
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.quiz.board_sheet import AudienceSheet
from vmexplorer.ui.labs.quiz.quiz_sheet import QuizArea, QuizSheet
from vmexplorer.ui.labs.quiz.quiz_styles import LEAST
from vmexplorer.ui.panels.lettering import Lettering

_HEIGHT = 1080.0  # of a screen on which the smallest letters have the least size that is read from the last row
_SIZES = (1.5, 1.35, 1.2, 1.1, 1.0)
_SHARES = (0.48, 0.62, 0.8, 1.0)  # of the width of a screen
_ALL = 99  # reasons


class BoardCard(QWidget):
    """Shows a board as large as its room allows; hidden without one.

    A board that has too much to say for a part of the screen takes more of it, and of the
    reasons it then tells only the first.
    """

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ink = ink
        self._shown: tuple[Atlas, Board] | None = None
        self._reasons = _ALL
        self.area = QuizArea(ink, self, _SIZES)
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
        before, self._shown = self._shown, None if board is None else (atlas, board)
        self.setVisible(board is not None)
        if (before, self._shown) != (None, None):
            self.area.show_sheet(self._make)

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        self.area.set_look(ink, LEAST * self.height() / _HEIGHT)
        self.update()

    def take_room(self, width: int, height: int) -> int:
        """Takes the right part of a window; returns how wide it is, 0 without a board. All in pixels."""
        board = self.board
        if board is None:
            return 0
        scale = LEAST * height / _HEIGHT
        self.area.set_look(self._ink, scale)
        ways = [(share, reasons) for reasons in (_ALL, 1) for share in _SHARES[:2]]
        ways += [(share, 1) for share in _SHARES[2:]]
        if board.stage is Stage.OVER:
            # There is nothing to look at on the map any more.
            ways = ways[-1:]
        for share, self._reasons in ways:
            beside = round(width * share)
            if self.area.height_of(self._make, beside) <= height:
                break
        self.setGeometry(width - beside, 0, beside, height)
        self.area.fit()
        return beside

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground: an audience's screen has a theme of its own."""
        QPainter(self).fillRect(event.rect(), self._ink.role(Role.PANEL))

    def _make(self, lettering: Lettering, parent: QWidget) -> QuizSheet:
        if self._shown is None:
            return QuizSheet(lettering, parent)
        atlas, board = self._shown
        return AudienceSheet(lettering, atlas, board, parent, self._reasons)
