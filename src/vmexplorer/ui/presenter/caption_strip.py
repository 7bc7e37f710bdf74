"""The caption under a picture of a show, in the size that the last row can read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.tours.stop_painter import BAND, CAPTION_SIZE, DESIGN_HEIGHT, WRAPPED, narrowed

SMALLEST = 28.0  # font size of a caption on a screen 1080 high
_SIDE = 72.0


class CaptionStrip(QWidget):
    """Two lines of text; every measure follows the height of the whole screen."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("showcaption")
        self._ink = ink
        self._text = ""
        self._screen = DESIGN_HEIGHT

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def show_text(self, text: str) -> None:
        """Says something else."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        self.update()

    def set_screen_height(self, height: float) -> None:
        """Takes the height of the screen of which it is the lowest part."""
        self._screen = height
        self.update()

    def height_on(self, height: int) -> int:
        """How high it is on a screen of a height."""
        return round(BAND * height / DESIGN_HEIGHT)

    def letters(self) -> QFont:
        """The font: the largest of the allowed sizes in which the text fits into the strip."""
        room = self._room()
        for size in (CAPTION_SIZE, 34.0, 32.0, 30.0, SMALLEST):
            font = fonts.font(size * self._screen / DESIGN_HEIGHT, QFont.Weight.DemiBold)
            if _bounds(font, self._text, room).height() <= room.height():
                break
        return font

    def fits(self) -> bool:
        """Whether all of the text is in sight."""
        bounds = _bounds(self.letters(), self._text, self._room())
        return bounds.height() <= self._room().height() and bounds.width() <= self._room().width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and the text."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ink.role(Role.PANEL))
        painter.setPen(self._ink.role(Role.ZONE_LINE))
        painter.drawLine(0, 0, self.width(), 0)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(self.letters())
        painter.setPen(self._ink.role(Role.TEXT))
        painter.drawText(narrowed(self._text, self._room(), painter.font()), WRAPPED, self._text)

    def sizeHint(self) -> QSize:
        """As high as on the screen that it was told of."""
        return QSize(400, self.height_on(round(self._screen)))

    def _room(self) -> QRectF:
        side = _SIDE * self._screen / DESIGN_HEIGHT
        return QRectF(self.rect()).adjusted(side, 4.0, -side, -4.0)


def _bounds(font: QFont, text: str, room: QRectF) -> QRectF:
    return QFontMetricsF(font).boundingRect(room, WRAPPED, text)
