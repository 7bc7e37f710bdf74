"""Text in several styles, laid out to a width and painted; plain characters only, never markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextLine

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.panels.lettering import Lettering, TextStyle

BREAK = "\u2028"  # starts a new line inside a flow
_JOINER = "\u2060"  # forbids a line end
_LONE_SLASH = re.compile(r"(?<!\S)/(?=\S)")  # a path's first sign, which must not stay behind alone

_PLAIN = str.maketrans({BREAK: "\n", "\u00a0": " ", "\u2002": " ", _JOINER: ""})

_SPACES = str.maketrans(dict.fromkeys("\t\n\v\f\r", " "))

_PLATE_RADIUS = 4.0
_PLATE_MARGIN = 1.5


class Run(NamedTuple):
    """A stretch of text in one style; ``plate`` puts a quiet ground behind it, ``tip`` explains it."""

    text: str
    style: TextStyle
    plate: bool = False
    tip: str = ""


class _Range(NamedTuple):
    start: int
    end: int
    tip: str


class TextFlow:
    """One paragraph. Its first run decides the distance from line to line."""

    def __init__(self, lettering: Lettering, runs: Sequence[Run]) -> None:
        base = runs[0].style
        runs = [run._replace(text=_settable(run.text)) for run in runs]
        self.text = "".join([run.text for run in runs])
        self.height = 0
        self._lettering = lettering
        self._base = base
        self._line = lettering.pixels(base.line)
        self._width = -1.0
        self._plates: list[_Range] = []
        self._tips: list[_Range] = []
        self._layout = QTextLayout(self.text, lettering.font(base))
        self._layout.setTextOption(lettering.wrapping)
        self._layout.setCacheEnabled(True)
        self._layout.setFormats(self._formats(runs))

    def _formats(self, runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
        formats, start = [], 0
        for run in runs:
            # Positions inside Qt count UTF-16 units.
            end = start + len(run.text.encode("utf-16-le")) // 2
            if run.style is not self._base:
                formats.append(_format_range(start, end, self._lettering.format(run.style)))
            if run.plate:
                self._plates.append(_Range(start, end, ""))
            if run.tip:
                self._tips.append(_Range(start, end, run.tip))
            start = end
        return formats

    def arrange(self, width: float) -> int:
        """Breaks the text into lines of at most a width; returns the height. Both in pixels."""
        if width != self._width:
            self._width = width
            place = 0
            self._layout.beginLayout()
            line = self._layout.createLine()
            while line.isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0.0, place + (self._line - line.height()) / 2.0))
                place += self._line
                line = self._layout.createLine()
            self._layout.endLayout()
            self.height = place
        return self.height

    @property
    def used_width(self) -> float:
        """The width of the longest line, in pixels."""
        lines = [self._layout.lineAt(number) for number in range(self._layout.lineCount())]
        return max([line.naturalTextWidth() for line in lines], default=0.0)

    def draw(self, painter: QPainter, place: QPointF, selected: tuple[int, int] | None = None) -> None:
        """Paints the text with its top left corner at a place; ``selected`` is a range of positions."""
        if self._plates:
            self._draw_plates(painter, place)
        painter.setPen(self._lettering.colour(self._base))
        chosen = [] if selected is None else [_format_range(*selected, self._selection())]
        self._layout.draw(painter, place, chosen)

    def _draw_plates(self, painter: QPainter, place: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._lettering.ink.role(Role.CHIP))
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            for start, end, _ in self._plates:
                if start < last and end > first:
                    plate = self._plate(line, start, end).translated(place)
                    painter.drawRoundedRect(plate, _PLATE_RADIUS, _PLATE_RADIUS)

    def _plate(self, line: QTextLine, start: int, end: int) -> QRectF:
        left = _x_of(line, max(start, line.textStart()))
        right = min(_x_of(line, min(end, line.textStart() + line.textLength())), line.naturalTextWidth())
        return QRectF(left, line.y(), right - left, line.height()).adjusted(-_PLATE_MARGIN, 0.0, _PLATE_MARGIN, 0.0)

    def _selection(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setBackground(self._lettering.ink.role(Role.ACCENT))
        made.setForeground(self._lettering.ink.role(Role.ON_ACCENT))
        return made

    def position_at(self, point: QPointF) -> int:
        """The gap between characters nearest to a point."""
        line = self._line_at(point)
        return 0 if line is None else int(line.xToCursor(point.x()))

    def tip_at(self, point: QPointF) -> str:
        """The tip of the run under a point, or ""."""
        line = self._line_at(point)
        if line is None or not self._tips or not 0.0 <= point.x() <= line.naturalTextWidth():
            return ""
        place = int(line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter))
        return next((tip for start, end, tip in self._tips if start <= place < end), "")

    def word_at(self, position: int) -> tuple[int, int]:
        """The range of the word around a position."""
        mode = QTextLayout.CursorMode.SkipWords
        end = self._layout.nextCursorPosition(position, mode)
        return (self._layout.previousCursorPosition(end, mode), end)

    def part(self, start: int, end: int) -> str:
        """The text between two positions, with ordinary line ends and spaces."""
        units = self.text.encode("utf-16-le")[2 * start : 2 * end]
        return units.decode("utf-16-le").translate(_PLAIN)

    @property
    def end(self) -> int:
        """The position behind the last character."""
        return len(self.text.encode("utf-16-le")) // 2

    def _line_at(self, point: QPointF) -> QTextLine | None:
        count = self._layout.lineCount()
        number = min(max(int(point.y() // self._line), 0), count - 1)
        return self._layout.lineAt(number) if count else None


def _settable(text: str) -> str:
    text = text if text.isprintable() else text.translate(_SPACES)
    return _LONE_SLASH.sub(f"/{_JOINER}", text) if "/" in text else text


def _format_range(start: int, end: int, format: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, format
    return made


def _x_of(line: QTextLine, position: int) -> float:
    # PySide returns the place together with the position that Qt settled on.
    found = line.cursorToX(position)
    return float(found[0]) if isinstance(found, tuple) else 0.0
