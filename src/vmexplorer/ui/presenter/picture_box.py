"""The audience's picture in small, on the speaker's page: map and caption in the shape of the audience's screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.playback.clock import Clock
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.lab_mirror import SHARE, LabMirror, put_in_place
from vmexplorer.ui.presenter.caption_strip import CaptionStrip
from vmexplorer.ui.presenter.show_canvas import ShowCanvas

_EDGE = 3
_KEEP = Qt.AspectRatioMode.KeepAspectRatio


class PictureBox(QWidget):
    """Keeps the shape that it is given; a thick edge tells that the audience sees something else."""

    def __init__(self, ink: Ink, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.canvas = ShowCanvas(ink, clock, self)
        self.canvas.setAccessibleName("Picture of the show")
        self.caption = CaptionStrip(ink, self)
        self.lab: LabMirror | None = None
        self._ink = ink
        self._shape = QSize(16, 9)
        self._warned = False

    def set_shape(self, shape: QSize) -> None:
        """Takes the size of the audience's screen, whose shape it has."""
        if not shape.isEmpty() and shape != self._shape:
            self._shape = shape
            self._arrange()

    def show_lab(self, mirror: LabMirror | None) -> None:
        """Shows a lab beside the map, or the map alone."""
        self.lab = put_in_place(self.lab, mirror, self)
        self._arrange()

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        self.canvas.set_ink(ink)
        self.caption.set_ink(ink)

    def warn(self, warned: bool) -> None:
        """Says by its edge that the audience sees something else."""
        if warned != self._warned:
            self._warned = warned
            self.update()

    def hasHeightForWidth(self) -> bool:
        """The shape is kept."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that belongs to a width."""
        return round(width * self._shape.height() / self._shape.width())

    def sizeHint(self) -> QSize:
        """Something to begin with."""
        return QSize(800, self.heightForWidth(800))

    def minimumSizeHint(self) -> QSize:
        """Any size will do."""
        return QSize(240, 135)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the picture in."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The edge."""
        painter = QPainter(self)
        role = Role.WARNING if self._warned else Role.CARD_LINE
        painter.setPen(QPen(self._ink.role(role), 2 * _EDGE if self._warned else 2))
        painter.drawRect(self._room().adjusted(-1, -1, 1, 1))

    def _room(self) -> QRect:
        width, height = self.width() - 2 * _EDGE, self.height() - 2 * _EDGE
        fitted = self._shape.scaled(width, height, _KEEP)
        return QRect(_EDGE + (width - fitted.width()) // 2, _EDGE, fitted.width(), fitted.height())

    def _arrange(self) -> None:
        room = self._room()
        strip = self.caption.height_on(room.height())
        self.caption.set_screen_height(room.height())
        beside = round(room.width() * SHARE) if self.lab is not None else 0
        self.canvas.setGeometry(room.x(), room.y(), room.width() - beside, room.height() - strip)
        if self.lab is not None:
            self.lab.setGeometry(room.right() + 1 - beside, room.y(), beside, room.height() - strip)
        self.caption.setGeometry(room.x(), room.bottom() + 1 - strip, room.width(), strip)
        self.update()
