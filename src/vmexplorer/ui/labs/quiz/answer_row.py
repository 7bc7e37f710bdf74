"""One answer as a row: its number, its text, and what became of it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from vmexplorer.app.details_text import plain, spans
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.labs.quiz.quiz_styles import NEAR, Styles
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.keys import ARROWS, ENTER
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.text_entries import text_runs
from vmexplorer.ui.panels.text_flow import Run, TextFlow

_INSET = 14.0  # pixels at scale 1, as are all lengths here
_PADDING = 9.0
_BADGE = 28.0
_GAP = 12.0
_RADIUS = 9.0
_BAR = 5.0
_FOCUS = 3.0


class AnswerState(Enum):
    """What is known of an answer."""

    PLAIN = auto()
    PICKED = auto()
    RIGHT = auto()
    WRONG = auto()
    MISSED = auto()


_SAID = {
    AnswerState.PLAIN: "",
    AnswerState.PICKED: "chosen",
    AnswerState.RIGHT: "right",
    AnswerState.WRONG: "your answer, wrong",
    AnswerState.MISSED: "right, not chosen",
}
_EDGES = {
    AnswerState.PICKED: Role.ACCENT,
    AnswerState.RIGHT: Role.RUNNING,
    AnswerState.WRONG: Role.FAULT,
    AnswerState.MISSED: Role.RUNNING,
}


class AnswerRow(BarButton):
    """An answer; ``picked`` tells its place, counted from 0 as shown.

    ``note`` stands at the right, such as the place in an order; ``share`` is drawn as a bar at
    the foot, None for none. ``room`` is kept free at the right, in pixels at scale 1.
    """

    picked = Signal(int)

    def __init__(
        self,
        lettering: Lettering,
        place: int,
        text: str,
        parent: QWidget,
        room: float = 0.0,
        styles: Styles = NEAR,
    ) -> None:
        super().__init__("", "", parent=parent)
        self.place = place
        self.state = AnswerState.PLAIN
        self.note = ""
        self.share: float | None = None
        self._lettering = lettering
        self._text = text
        self._room = room
        self._styles = styles
        self._words = TextFlow(lettering, list(text_runs(spans(text), styles.option)))
        self._number = TextFlow(lettering, [Run(str(place + 1), styles.badge)])
        self._noted = TextFlow(lettering, [Run(" ", styles.note)])
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._pick)
        self.show_state(AnswerState.PLAIN)

    def show_state(self, state: AnswerState, note: str = "", share: float | None = None) -> None:
        """Shows what is known of the answer."""
        self.state, self.note, self.share = state, note, share
        self._noted = TextFlow(self._lettering, [Run(note or " ", self._styles.note)])
        self._noted.arrange(1e6)
        said = ", ".join([text for text in (_SAID[state], note) if text])
        self.setAccessibleName(f"{self.place + 1}: {plain(self._text)}{f', {said}' if said else ''}")
        self.update()

    def arrange(self, width: int) -> int:
        """Breaks the text to a width; returns the height. Both in pixels."""
        pixels = self._lettering.pixels
        note = pixels(_GAP) + self._noted.used_width if self.note or self._room == 0.0 else 0.0
        left = pixels(_INSET) + pixels(_BADGE) + pixels(_GAP)
        room = width - left - pixels(_INSET) - max(note, float(pixels(self._room)), float(pixels(_BADGE)))
        return max(self._words.arrange(max(room, 40)), pixels(_BADGE)) + 2 * pixels(_PADDING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves arrows and Enter to the page; the space bar chooses."""
        if event.key() in (*ARROWS, *ENTER):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, edge, number, text, sign and bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pixels = self._lettering.pixels
        self._paint_ground(painter)
        top = (self.height() - self._words.height) / 2.0
        self._words.draw(painter, QPointF(pixels(_INSET) + pixels(_BADGE) + pixels(_GAP), top))
        self._paint_badge(painter)
        if self.note:
            right = self.width() - pixels(_INSET) - self._noted.used_width
            if self.state in (AnswerState.RIGHT, AnswerState.WRONG, AnswerState.MISSED):
                right -= pixels(_BADGE)
            self._noted.draw(painter, QPointF(right, (self.height() - self._noted.height) / 2.0))
        if self.state in (AnswerState.RIGHT, AnswerState.WRONG, AnswerState.MISSED):
            self._paint_sign(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        ink, pixels = self._lettering.ink, self._lettering.pixels
        role = _EDGES.get(self.state)
        lit = self.isEnabled() and (self.hasFocus() or self.underMouse())
        width = 2.0 * self._lettering.scale if role or self.hasFocus() else 1.0
        colour = ink.role(role) if role else ink.role(Role.ACCENT if lit else Role.CARD_LINE)
        style = Qt.PenStyle.DashLine if self.state is AnswerState.MISSED else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, width, style))
        painter.setBrush(ink.role(Role.CHIP))
        place = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(place, pixels(_RADIUS), pixels(_RADIUS))
        if self.hasFocus():
            # An edge of its own, for a chosen answer has the accent colour already.
            painter.setPen(QPen(ink.role(Role.TEXT), self._lettering.scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            gap = _FOCUS * self._lettering.scale
            painter.drawRoundedRect(place.adjusted(gap, gap, -gap, -gap), pixels(_RADIUS) - gap, pixels(_RADIUS) - gap)
        if self.share is not None:
            inset = pixels(_INSET)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.role(role or Role.ACCENT))
            bar = QRectF(
                inset, self.height() - pixels(_BAR) - 3.0, (self.width() - 2 * inset) * self.share, pixels(_BAR)
            )
            painter.drawRoundedRect(bar, pixels(_BAR) / 2.0, pixels(_BAR) / 2.0)

    def _paint_badge(self, painter: QPainter) -> None:
        ink, pixels = self._lettering.ink, self._lettering.pixels
        size = pixels(_BADGE)
        place = QRectF(pixels(_INSET), (self.height() - size) / 2.0, size, size)
        picked = self.state is not AnswerState.PLAIN and self.state is not AnswerState.MISSED
        painter.setPen(QPen(ink.role(Role.ACCENT if picked else Role.SOFT), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place)
        self._number.arrange(size)
        middle = place.center() - QPointF(self._number.used_width / 2.0, self._number.height / 2.0)
        self._number.draw(painter, middle)

    def _paint_sign(self, painter: QPainter) -> None:
        """A tick or a cross: colour alone would not be seen by everybody."""
        pixels = self._lettering.pixels
        size = float(pixels(_BADGE)) * 0.62
        left, top = self.width() - pixels(_INSET) - size, (self.height() - size) / 2.0
        painter.setPen(QPen(self._sign_colour(), 2.6 * self._lettering.scale, c=Qt.PenCapStyle.RoundCap))
        if self.state is AnswerState.WRONG:
            painter.drawLine(QPointF(left, top), QPointF(left + size, top + size))
            painter.drawLine(QPointF(left, top + size), QPointF(left + size, top))
        else:
            middle = QPointF(left + size * 0.38, top + size * 0.88)
            painter.drawPolyline(QPolygonF([QPointF(left, top + size * 0.5), middle, QPointF(left + size, top)]))

    def _sign_colour(self) -> QColor:
        return self._lettering.ink.role(_EDGES[self.state])

    def _pick(self) -> None:
        self.picked.emit(self.place)
