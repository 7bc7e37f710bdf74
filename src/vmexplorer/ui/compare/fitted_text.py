"""Text that is as large as its room allows, so that it can be read from far away."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink

SMALLEST = 11.0  # pixels; what does not fit even then is cut short by the room
_STEP = 1.0
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
_LEADING_SLASH = re.compile(r"(?<!\S)/(?=\w)")
_PADDING = 0.55  # of the font size, around the text of a chip
_UNIT = 0.34  # of the size of a number: what it counts


class FittedText(QWidget):
    """A text in at most as many lines as fit; smaller when it is long."""

    def __init__(
        self, ink: Ink, size: float, weight: QFont.Weight = QFont.Weight.Normal, role: Role = Role.TEXT
    ) -> None:
        super().__init__()
        self._ink = ink
        self._size = size
        self._weight = weight
        self._role = role
        self._scale = 1.0
        self._text = ""
        self._align = Qt.AlignmentFlag.AlignTop
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    @property
    def text(self) -> str:
        """What is said."""
        return self._text

    @property
    def role(self) -> Role:
        """The colour."""
        return self._role

    @property
    def pixels(self) -> float:
        """The size of the font in the present room."""
        wanted = self._size * self._scale
        while wanted > SMALLEST and self._height(wanted) > self.height():
            wanted -= _STEP
        return wanted

    def set_text(self, text: str, role: Role | None = None) -> None:
        """Says another text, in another colour when one is given."""
        role = role or self._role
        if (text, role) != (self._text, self._role):
            self._text, self._role = text, role
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def set_align(self, align: Qt.AlignmentFlag) -> None:
        """Stands at the top, in the middle or at the foot of its room."""
        self._align = align

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        self.update()

    def set_scale(self, scale: float) -> None:
        """Makes the text larger or smaller."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line at the wanted size."""
        return QSize(0, QFontMetrics(self._font(self._size * self._scale)).height())

    def minimumSizeHint(self) -> QSize:
        """Likewise."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, wrapped."""
        painter = QPainter(self)
        painter.setFont(self._font(self.pixels))
        painter.setPen(self._ink.role(self._role))
        painter.drawText(self.rect(), _WRAPPED | self._align, self._joined)

    @property
    def _joined(self) -> str:
        """The text for wrapping: a path such as /sdk keeps its slash, after which Qt would break a line."""
        return _LEADING_SLASH.sub("/\N{WORD JOINER}", self._text)

    def _font(self, pixels: float) -> QFont:
        return fonts.font(pixels, self._weight)

    def _height(self, pixels: float) -> int:
        room = QRect(0, 0, self.width(), 10_000)
        return QFontMetrics(self._font(pixels)).boundingRect(room, _WRAPPED, self._joined).height()


class TitleChip(FittedText):
    """A name on a rounded plate that is as wide as the name."""

    def __init__(self, ink: Ink, size: float) -> None:
        super().__init__(ink, size, QFont.Weight.DemiBold, Role.ACCENT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line and the border around it."""
        pixels = self._size * self._scale
        return QSize(0, round(QFontMetrics(self._font(pixels)).height() + 2 * pixels * _PADDING * 0.6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Plate and name; a name that is too long grows smaller."""
        pixels = self._size * self._scale
        while pixels > SMALLEST and self._advance(pixels) + 2 * pixels * _PADDING > self.width():
            pixels -= _STEP
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QRectF(
            0.5, 0.5, min(self.width(), self._advance(pixels) + 2 * pixels * _PADDING) - 1.0, self.height() - 1.0
        )
        painter.setPen(QPen(self._ink.role(Role.ACCENT), 1.4))
        painter.setBrush(self._ink.role(Role.PANEL))
        painter.drawRoundedRect(plate, plate.height() * 0.25, plate.height() * 0.25)
        painter.setFont(self._font(pixels))
        painter.setPen(self._ink.role(self._role))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self._text)

    def _advance(self, pixels: float) -> int:
        return QFontMetrics(self._font(pixels)).horizontalAdvance(self._text)


class Counter(FittedText):
    """A large number and, on the same line, what it counts."""

    def __init__(self, ink: Ink, size: float) -> None:
        super().__init__(ink, size, QFont.Weight.Bold)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The number, then the rest smaller and softer."""
        number, _, unit = self._text.partition(" ")
        large, small = self._font(self._size * self._scale), fonts.font(self._size * self._scale * _UNIT)
        metrics = QFontMetrics(large)
        base = self.height() - metrics.descent()
        painter = QPainter(self)
        painter.setFont(large)
        painter.setPen(self._ink.role(self._role))
        painter.drawText(0, base, number)
        painter.setFont(small)
        painter.setPen(self._ink.role(Role.SOFT))
        painter.drawText(metrics.horizontalAdvance(f"{number} "), base, unit)
