"""What is said beside the two maps: what each side does, how far it is, and what the difference means."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.compare.fitted_text import Counter, FittedText, TitleChip

_STRONG = QFont.Weight.DemiBold
_CHIP, _NOW, _COUNT, _NUMBER, _SAYS = 23.0, 33.0, 70.0, 20.0, 37.0  # pixels at scale 1
_EDGE = 26
_BAR = 6.0


class SideTold(NamedTuple):
    """What one side says: the name of its flow, its step or that it waits, and its messages so far."""

    title: str
    now: str
    rests: bool
    messages: int


class SideWords(QWidget):
    """The words of one side: title chip, what happens, and a large count of messages."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TitleChip(ink, _CHIP)
        self.now = FittedText(ink, _NOW, _STRONG)
        self.count = Counter(ink, _COUNT)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.now, 1)
        self._column.addWidget(self.count)
        self.set_scale(1.0)

    def show_told(self, told: SideTold) -> None:
        """Says what the side does now."""
        self.title.set_text(told.title)
        self.now.set_text(told.now, Role.FAINT if told.rests else Role.TEXT)
        self.count.set_text(f"{told.messages} {'message' if told.messages == 1 else 'messages'} so far")

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        for text in (self.title, self.now, self.count):
            text.set_ink(ink)

    def set_scale(self, scale: float) -> None:
        """Makes the words larger or smaller."""
        for text in (self.title, self.now, self.count):
            text.set_scale(scale)
        edge, gap = round(_EDGE * scale), round(14 * scale)
        self._column.setContentsMargins(edge, gap, edge, gap)
        self._column.setSpacing(gap)


class CaptionCard(QWidget):
    """What is said of the present pair, on a plate that stands over the line between both sides."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._scale = 1.0
        self.number = FittedText(ink, _NUMBER, _STRONG, Role.SOFT)
        self.says = FittedText(ink, _SAYS)
        self.says.set_align(Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.number)
        self._column.addWidget(self.says, 1)
        self.set_scale(1.0)

    def show_caption(self, number: int, count: int, says: str) -> None:
        """Says what a pair means: its number from 1 and how many there are."""
        self.number.set_text(f"{number} / {count}")
        self.says.set_text(says.replace("`", ""))

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        self.number.set_ink(ink)
        self.says.set_ink(ink)
        self.update()

    def set_scale(self, scale: float) -> None:
        """Makes the words larger or smaller."""
        self._scale = scale
        self.number.set_scale(scale)
        self.says.set_scale(scale)
        self.number.setFixedHeight(self.number.sizeHint().height())
        edge, gap = round(_EDGE * scale), round(14 * scale)
        self._column.setContentsMargins(edge, gap, edge, gap)
        self._column.setSpacing(round(4 * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plate, with a bar in the accent colour at its left."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.role(Role.CHIP))
        painter.drawRect(self.rect())
        painter.setBrush(self._ink.role(Role.ACCENT))
        painter.drawRect(QRectF(0.0, 0.0, _BAR * self._scale, self.height()))
