"""The loader's screen: black, grey and gold, in rows of characters as on a host."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.labs.banks.screen import COLUMNS, ROWS, LoaderScreen, Row, Tone
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.panels.lettering import Lettering

_ROLES = {
    Tone.TITLE: Role.LOADER_TITLE,
    Tone.TEXT: Role.LOADER_TEXT,
    Tone.KEY: Role.LOADER_KEY,
    Tone.INPUT: Role.LOADER_TITLE,
}
_LINE = 2.0  # height of a row, in widths of a character
_MARGIN = 0.5  # around everything, in widths of a character
_BODY = 2  # the row below title and bar
_BAR = 0.55  # height of the bar, in widths of a character


class ScreenView(QWidget):
    """Paints a screen; the letters are as large as the width allows."""

    def __init__(self, lettering: Lettering, parent: QWidget) -> None:
        super().__init__(parent)
        self._lettering = lettering
        self._screen = LoaderScreen()
        self._font = fonts.code_font(12.0)
        self._cell = 8.0

    @property
    def screen_shown(self) -> LoaderScreen:
        """What is on the screen."""
        return self._screen

    @property
    def letter_width(self) -> float:
        """The width of a character, in pixels."""
        return self._cell

    def show_screen(self, screen: LoaderScreen) -> None:
        """Shows another screen."""
        if screen != self._screen:
            self._screen = screen
            self.setAccessibleName(f"Screen of the boot loader\n{screen.text}")
            self.update()

    def dress(self, lettering: Lettering) -> None:
        """Paints the frame with another theme."""
        self._lettering = lettering
        self.update()

    def arrange(self, width: int) -> int:
        """Finds the largest letters for a width; returns the height. Both in pixels."""
        size = 6
        while QFontMetricsF(fonts.code_font(size + 1)).horizontalAdvance("0") * (COLUMNS + 2 * _MARGIN) <= width:
            size += 1
        self._font = fonts.code_font(size)
        self._cell = QFontMetricsF(self._font).horizontalAdvance("0")
        return round((ROWS * _LINE + 2 * _MARGIN) * self._cell)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, header, messages, keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._lettering.ink
        painter.setPen(QPen(ink.role(Role.CARD_LINE), 1.0))
        painter.setBrush(ink.role(Role.LOADER_GROUND))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6.0, 6.0)
        painter.setFont(self._font)
        screen = self._screen
        if not screen.title:
            self._paint_aside(painter, screen.aside)
            return
        self._write(painter, 0, screen.title, Tone.TITLE, Qt.AlignmentFlag.AlignHCenter)
        self._paint_bar(painter, screen.bar)
        for number, line in enumerate(screen.body[: ROWS - 4]):
            self._write(painter, _BODY + number, line, Tone.TEXT, Qt.AlignmentFlag.AlignLeft)
        for number in range(2):
            row = ROWS - 2 + number
            self._write_pieces(painter, row, screen.left[number], 0.0)
            right = screen.right[number]
            length = sum(len(piece.text) for piece in right)
            self._write_pieces(painter, row, right, COLUMNS - length)

    def _paint_aside(self, painter: QPainter, aside: str) -> None:
        """What is to know while the loader shows nothing."""
        font = fonts.font(max(12.0, self._cell * 1.7), QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._lettering.ink.role(Role.LOADER_TEXT))
        room = QRectF(self.rect()).adjusted(self._cell, self._cell, -self._cell, -self._cell)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, aside)

    def _paint_bar(self, painter: QPainter, share: float | None) -> None:
        """The progress of loading, or a thin rule while nothing is loaded."""
        ink = self._lettering.ink
        height = self._cell * (_BAR if share is not None else 0.2)
        bar = QRectF(self._left, self._top(1) + self._cell * 0.5, COLUMNS * self._cell, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.role(Role.LOADER_BAR))
        painter.drawRect(bar)
        if share:
            painter.setBrush(ink.role(Role.LOADER_KEY))
            painter.drawRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()))

    def _write(self, painter: QPainter, row: int, text: str, tone: Tone, align: Qt.AlignmentFlag) -> None:
        painter.setPen(self._lettering.ink.role(_ROLES[tone]))
        place = QRectF(self._left, self._top(row), COLUMNS * self._cell, _LINE * self._cell)
        painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, text)

    def _write_pieces(self, painter: QPainter, row: int, pieces: Row, column: float) -> None:
        for piece in pieces:
            painter.setPen(self._lettering.ink.role(_ROLES[piece.tone]))
            start = QPointF(self._left + column * self._cell, self._top(row))
            room = QRectF(start.x(), start.y(), len(piece.text) * self._cell + 1.0, _LINE * self._cell)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, piece.text)
            column += len(piece.text)

    @property
    def _left(self) -> float:
        return (self.width() - COLUMNS * self._cell) / 2.0

    def _top(self, row: int) -> float:
        return (row * _LINE + _MARGIN) * self._cell
