"""Paints the screen of the console: grounds first, then letters, each row within its own height."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from vmexplorer.labs.dcui.cells import COLUMNS, ROWS, Screen, Shade
from vmexplorer.labs.dcui.palette import Colours, palette_file, read_palette
from vmexplorer.ui.canvas import fonts

TALLEST, FLATTEST = 1.95, 1.55  # height of a cell over its width
_ADVANCE = 0.6  # width of a letter of the font over its size
_LIGATURES = (QFont.Tag("liga"), QFont.Tag("calt"))  # a console draws every character by itself
_MARGIN = 0.012  # around a screen in a picture, as a share of its height
_LINE = 1.04  # the least height of a cell over the size of its letters


class Cells(NamedTuple):
    """The place of the screen in a room, in pixels: where it begins, and the size of a cell."""

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def within(cls, room: QSize) -> Cells:
        """The largest screen that fits, in the middle of the room."""
        width = min(room.width() / COLUMNS, room.height() / ROWS / FLATTEST)
        height = min(room.height() / ROWS, width * TALLEST)
        left = (room.width() - width * COLUMNS) / 2.0
        return cls(left, (room.height() - height * ROWS) / 2.0, width, height)

    def rect(self, row: int, column: int, columns: int = 1) -> QRect:
        """Some cells of a row, at whole pixels and without gaps to their neighbours."""
        left, right = round(self.left + column * self.width), round(self.left + (column + columns) * self.width)
        top, bottom = round(self.top + row * self.height), round(self.top + (row + 1) * self.height)
        return QRect(left, top, right - left, bottom - top)


class ConsolePainter:
    """Paints screens in the colours of a palette."""

    def __init__(self, palette: Mapping[Shade, Colours]) -> None:
        self._inks = {shade: QColor(colours.ink) for shade, colours in palette.items()}
        self._grounds = {shade: QColor(colours.ground) for shade, colours in palette.items()}

    def paint(self, painter: QPainter, screen: Screen, cells: Cells) -> None:
        """Paints a whole screen."""
        font = self._font(cells)
        metrics = QFontMetricsF(font)
        baseline = (cells.height + metrics.ascent() - metrics.descent()) / 2.0
        painter.setFont(font)
        for row in range(ROWS):
            for run in screen.runs(row):
                painter.fillRect(cells.rect(row, run.column, len(run.text)), self._grounds[run.shade])
        for row in range(ROWS):
            # The frames of boxes are drawn with letters as high as a line of prose and would run into other rows.
            painter.setClipRect(cells.rect(row, 0, COLUMNS))
            for run in screen.runs(row):
                if run.text.strip():
                    painter.setPen(self._inks[run.shade])
                    left = cells.left + run.column * cells.width
                    painter.drawText(QPointF(left, cells.top + row * cells.height + baseline), run.text)
        painter.setClipping(False)

    def paint_cursor(self, painter: QPainter, screen: Screen, cells: Cells) -> None:
        """Paints the block cursor: the cell with its colours exchanged."""
        if screen.cursor is None:
            return
        row, column = screen.cursor
        shade = screen.shades[row][column]
        rect = cells.rect(row, column)
        painter.fillRect(rect, self._inks[shade])
        painter.setFont(self._font(cells))
        painter.setPen(self._grounds[shade])
        metrics = QFontMetricsF(painter.font())
        baseline = (cells.height + metrics.ascent() - metrics.descent()) / 2.0
        place = QPointF(cells.left + column * cells.width, cells.top + row * cells.height + baseline)
        painter.drawText(place, screen.rows[row][column])

    def _font(self, cells: Cells) -> QFont:
        font = fonts.code_font(int(min(cells.width / _ADVANCE, cells.height / _LINE)))
        # Sizes are whole pixels; the rest of a cell goes between the letters.
        for feature in _LIGATURES:
            font.setFeature(feature, 0)
        spare = cells.width - QFontMetricsF(font).horizontalAdvance("M")
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spare)
        return font


def paint_screen(painter: QPainter, screen: Screen, room: QRect) -> None:
    """Paints a screen as large as a room allows, in the middle of it, in the colours of the console."""
    margin = round(room.height() * _MARGIN)
    inner = room.adjusted(margin, margin, -margin, -margin)
    cells = Cells.within(inner.size())
    painter.save()
    painter.translate(inner.topLeft())
    ConsolePainter(_palette()).paint(painter, screen, cells)
    painter.restore()


@cache
def _palette() -> Mapping[Shade, Colours]:
    return read_palette(palette_file())
