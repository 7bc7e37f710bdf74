"""Labels for texts from packs, which are always plain, and the font sizes of a panel as a style sheet."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_FEWEST = 8  # characters; a shorter rest of a line tells nothing


def plain_label(name: str, text: str = "", *, wrap: bool = False) -> QLabel:
    """A label that takes its text literally; ``name`` is its object name in the style sheet."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    # With a padding from the style sheet Qt would indent the text by itself.
    label.setIndent(0)
    return label


def tool_tip(text: str, title: str = "") -> str:
    """A tool tip that wraps and takes both texts literally; "" for no text."""
    parts = [f"<b>{html.escape(title)}</b>"] if title else []
    if text:
        parts.append(html.escape(text))
    return f"<p>{'<br>'.join(parts)}</p>" if parts else ""


def font_sizes(sizes: Mapping[str, float], scale: float) -> str:
    """A style sheet that gives each selector its font size in pixels, times the scale."""
    return "\n".join(f"{selector} {{ font-size: {round(size * scale)}px; }}" for selector, size in sizes.items())


def scaled(lengths: Sequence[int], scale: float) -> list[int]:
    """Lengths at scale 1, such as the margins of a layout, in whole pixels at a scale."""
    return [round(length * scale) for length in lengths]


def wrapped(text: str, metrics: QFontMetrics, width: int, lines: int) -> list[str]:
    """The text in at most so many lines of a width in pixels; what does not fit ends in an ellipsis."""
    words, shown = text.split(), list[str]()
    while words and len(shown) < lines:
        count = 1
        while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width:
            count += 1
        if len(shown) == lines - 1:
            count = len(words)
        shown.append(metrics.elidedText(" ".join(words[:count]), Qt.TextElideMode.ElideRight, width))
        words = words[count:]
    return shown


class ShortLabel(QLabel):
    """A label of a few lines; a text that is too long is cut short and stands whole in the tool tip."""

    def __init__(self, name: str, *, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lines = lines
        self._shown: list[str] = []

    @property
    def shown(self) -> tuple[str, ...]:
        """The lines as they are painted."""
        return tuple(self._shown)

    @property
    def cut(self) -> bool:
        """Whether a part of the text is missing."""
        return " ".join(self._shown) != " ".join(self.text().split())

    def set_text(self, text: str) -> None:
        """Shows another text."""
        if text != self.text():
            self.setText(text)
            self._arrange()

    def sizeHint(self) -> QSize:
        """The whole text in one line, and the height of all lines."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(" ".join(self.text().split())) + 1, metrics.height() * self._lines)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, self.fontMetrics().height() * self._lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cuts the text anew."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Cuts the text anew when the font changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines from the top, in the colour of the style sheet."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        height = self.fontMetrics().height()
        across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        for number, line in enumerate(self._shown):
            room = QRect(0, number * height, self.width(), height)
            painter.drawText(room, across | Qt.AlignmentFlag.AlignVCenter, line)

    def _arrange(self) -> None:
        metrics = self.fontMetrics()
        room = self.width() >= min(_FEWEST * metrics.averageCharWidth(), self.sizeHint().width())
        self._shown = wrapped(self.text(), metrics, self.width(), self._lines) if room else []
        self.setToolTip(tool_tip(self.text()) if self.cut else "")
        self.update()
