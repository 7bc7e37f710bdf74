"""What comes next: the picture and the title of the stop after this one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.texts import font_sizes, plain_label

_SIZES = {"#shownextword": 13.0, "#shownexttitle": 18.0, "#shownextsteps": 14.0}


class NextPanel(QWidget):
    """A thumbnail beside a title."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = Picture(ink, self)
        self.word = plain_label("shownextword", "NEXT")
        self.title = plain_label("shownexttitle", wrap=True)
        self.steps = plain_label("shownextsteps", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(3)
        for label in (self.word, self.title, self.steps):
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.picture)
        row.addLayout(words, 1)
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        """Makes picture and texts larger or smaller."""
        self.picture.setFixedSize(QSize(round(208 * scale), round(117 * scale)))
        self.setStyleSheet(font_sizes(_SIZES, scale) + "\n#shownexttitle { font-weight: 600; }")

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self.picture.ink = ink
        self.picture.update()

    def show_next(self, title: str, steps: str, picture: QPixmap | None) -> None:
        """Shows a stop, and what is still to be played before it."""
        self.title.setText(title)
        self.steps.setText(steps)
        self.picture.show_pixmap(picture)


class Picture(QWidget):
    """A pixmap that fills the widget; an even ground while there is none."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self.ink = ink
        self._pixmap: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_pixmap(self, pixmap: QPixmap | None) -> None:
        """Shows another picture."""
        self._pixmap = pixmap
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture in a frame."""
        painter = QPainter(self)
        room = QRectF(self.rect())
        if self._pixmap is None:
            painter.fillRect(room, self.ink.role(Role.CHIP))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(room, self._pixmap, QRectF(self._pixmap.rect()))
        painter.setPen(self.ink.role(Role.CARD_LINE))
        painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
