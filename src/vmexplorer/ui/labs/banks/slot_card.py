"""The card of one bank: its image, counter and state, large enough for the last row of a class."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.labs.banks.slot import SlotLook
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.mark_painter import mark_colour, paint_sign
from vmexplorer.ui.panels.contrast import readable
from vmexplorer.ui.panels.lettering import Lettering

_EDGE, _RADIUS, _BAND = 14.0, 10.0, 34.0  # pixels at scale 1, as are all lengths here
_SMALLEST = 11.0
_TITLE, _LINK, _CAPTION, _IMAGE, _NUMBER, _WORD, _FLAW = 18.0, 13.0, 13.0, 54.0, 46.0, 16.0, 14.0
_BAR = 8.0
_GUESS = "your guess"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_STRONG, _BOLD = QFont.Weight.DemiBold, QFont.Weight.Bold
_PLAIN = QFont.Weight.Normal


class SlotCard(QWidget):
    """Paints a bank; narrow and tall, or wide and low where the page is narrow."""

    def __init__(self, lettering: Lettering, look: SlotLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._lettering = lettering
        self._look = look
        self.show_look(look)

    @property
    def look(self) -> SlotLook:
        """What the card shows."""
        return self._look

    def show_look(self, look: SlotLook) -> None:
        """Shows a bank as it is now."""
        if look.text != self.accessibleName():
            self.setAccessibleName(look.text)
        self._look = look
        self.update()

    def dress(self, lettering: Lettering) -> None:
        """Paints with another theme, or larger."""
        self._lettering = lettering
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Card, texts and, where the host uses the bank, a band at the foot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_plate(painter)
        edge, band = self._px(_EDGE), self._px(_BAND)
        room = QRectF(self.rect()).adjusted(edge, edge * 0.7, -edge, -band - edge * 0.4)
        if self._is_wide():
            half = room.width() * 0.42
            self._paint_image(painter, room.adjusted(0.0, 0.0, half - room.width(), 0.0))
            self._paint_values(painter, room.adjusted(half + edge, 0.0, 0.0, 0.0))
        else:
            upper = room.height() * 0.5
            self._paint_image(painter, room.adjusted(0.0, 0.0, 0.0, upper - room.height()))
            self._paint_values(painter, room.adjusted(0.0, upper, 0.0, 0.0))
        self._paint_band(painter)

    def _is_wide(self) -> bool:
        return self.width() > self.height() * 1.2

    def _px(self, length: float) -> float:
        return length * self._lettering.scale

    def _colour(self, role: Role, alpha: float = 1.0) -> QColor:
        return self._lettering.ink.role(role, alpha)

    def _paint_plate(self, painter: QPainter) -> None:
        look, ink = self._look, self._lettering.ink
        pen = QPen(self._colour(Role.CARD_LINE), self._px(1.2))
        if look.watched:
            pen = QPen(self._colour(Role.ACCENT), self._px(3.0), Qt.PenStyle.DashLine)
        elif look.active:
            pen = QPen(mark_colour(ink, look.role), self._px(3.0))
        painter.setPen(pen)
        painter.setBrush(self._colour(Role.CARD))
        inset = self._px(2.0)
        radius = self._px(_RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

    def _paint_image(self, painter: QPainter, room: QRectF) -> None:
        look = self._look
        line = self._px(26.0)
        title = QRectF(room.left(), room.top(), room.width(), line)
        self._text(painter, title, f"Partition {look.partition}", _TITLE, _STRONG, Role.TEXT)
        if look.expected and not self._is_wide():
            self._paint_guess(painter)
        below = QRectF(room.left(), title.bottom(), room.width(), self._px(20.0))
        painter.setPen(self._colour(Role.SOFT))
        painter.setFont(fonts.code_font(self._px(_LINK)))
        painter.drawText(below, _LEFT, look.link)
        image = QRectF(room.left(), below.bottom(), room.width(), self._px(62.0))
        if look.image:
            self._text(painter, image, look.image, _IMAGE, _BOLD, Role.TEXT)
        else:
            self._text(painter, image, "empty", 28.0, _PLAIN, Role.SOFT)
        foot = QRectF(room.left(), image.bottom(), room.width(), self._px(20.0))
        if look.filling is not None:
            self._paint_filling(painter, foot, look.filling)
        elif look.flaw:
            self._text(painter, foot, f"! {look.flaw}", _FLAW, _STRONG, Role.WARNING)

    def _paint_guess(self, painter: QPainter) -> None:
        """A tag in the upper right corner."""
        font = fonts.font(self._px(_LINK), _STRONG)
        width = QFontMetricsF(font).horizontalAdvance(_GUESS) + self._px(16.0)
        tag = QRectF(self.width() - width - self._px(10.0), self._px(10.0), width, self._px(24.0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(Role.ACCENT))
        painter.drawRoundedRect(tag, tag.height() / 2, tag.height() / 2)
        painter.setFont(font)
        painter.setPen(self._colour(Role.ON_ACCENT))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, _GUESS)

    def _paint_filling(self, painter: QPainter, foot: QRectF, share: float) -> None:
        bar = QRectF(foot.left(), foot.center().y() - self._px(_BAR) / 2, foot.width(), self._px(_BAR))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(Role.CHIP))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        painter.setBrush(self._colour(Role.ACCENT))
        bar.setWidth(max(bar.height(), bar.width() * share))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)

    def _paint_values(self, painter: QPainter, room: QRectF) -> None:
        look = self._look
        half = room.width() / 2.0
        line, number = self._px(20.0), self._px(54.0)
        left = QRectF(room.left(), room.top(), half - self._px(4.0), line)
        right = QRectF(room.left() + half, room.top(), half, line)
        self._text(painter, left, "updated", _CAPTION, _STRONG, Role.SOFT)
        self._text(painter, right, "bootstate", _CAPTION, _STRONG, Role.SOFT)
        below = QPointF(0.0, line)
        self._number(painter, left.translated(below), str(look.updated), Role.TEXT)
        state = right.translated(below)
        if look.glow > 0.0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(Role.ACCENT, 0.5 * look.glow))
            plate = QRectF(state.left() - self._px(6.0), state.top(), half, number)
            painter.drawRoundedRect(plate, self._px(6.0), self._px(6.0))
        self._number(painter, state, look.state, Role.TEXT)
        if look.change:
            beside = QRectF(state.left() + self._px(38.0), state.top(), half - self._px(38.0), number)
            self._text(painter, beside, look.change, _WORD, _STRONG, Role.ACCENT)
        self._paint_word(painter, QRectF(room.left(), state.top() + number, room.width(), self._px(28.0)), half)

    def _paint_word(self, painter: QPainter, place: QRectF, half: float) -> None:
        """The name of the state with its sign, below the digit where there is room, else from the left edge."""
        look = self._look
        colour = mark_colour(self._lettering.ink, look.sign)
        colour = readable(colour, self._colour(Role.CARD), self._colour(Role.TEXT))
        sign = self._px(16.0)
        font = self._fitted(look.word, _WORD, _BOLD, place.width() - sign * 1.4)
        width = QFontMetricsF(font).horizontalAdvance(look.word) + sign * 1.4
        left = place.left() + (half if width <= place.width() - half else 0.0)
        paint_sign(painter, colour, QPointF(left + sign / 2, place.center().y()), sign, look.sign)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(place.adjusted(left - place.left() + sign * 1.4, 0.0, 0.0, 0.0), _LEFT, look.word)

    def _number(self, painter: QPainter, place: QRectF, text: str, role: Role) -> None:
        room = QRectF(place.left(), place.top(), place.width(), self._px(54.0))
        self._text(painter, room, text, _NUMBER, _BOLD, role)

    def _paint_band(self, painter: QPainter) -> None:
        look, ink = self._look, self._lettering.ink
        inset, height = self._px(2.0), self._px(_BAND)
        band = QRectF(inset, self.height() - height - inset, self.width() - 2 * inset, height)
        if look.active:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mark_colour(ink, look.role))
            radius = self._px(_RADIUS)
            painter.drawRoundedRect(band, radius, radius)
            painter.drawRect(band.adjusted(0.0, 0.0, 0.0, -radius))
        role = Role.ON_ACCENT if look.active else Role.ACCENT
        said = f"host {look.status}" if look.active else "the loader is here" if look.watched else ""
        if look.expected and self._is_wide():
            # There is no room for a tag beside the captions.
            said = f"{said} · {_GUESS}" if said else _GUESS
        sign = self._px(14.0)
        if not said:
            return
        if look.active:
            middle = QPointF(band.left() + self._px(_EDGE) + sign / 2, band.center().y())
            paint_sign(painter, self._colour(role), middle, sign, look.role)
        text = band.adjusted(self._px(_EDGE) + (sign * 1.5 if look.active else 0.0), 0.0, -self._px(8.0), 0.0)
        self._text(painter, text, said, _WORD, _STRONG, role)

    def _text(
        self, painter: QPainter, place: QRectF, text: str, pixels: float, weight: QFont.Weight, role: Role
    ) -> None:
        painter.setFont(self._fitted(text, pixels, weight, place.width()))
        painter.setPen(self._colour(role))
        painter.drawText(place, _LEFT, text)

    def _fitted(self, text: str, pixels: float, weight: QFont.Weight, width: float) -> QFont:
        """The font in which a text is no wider than its place."""
        size = self._px(pixels)
        font = fonts.font(size, weight)
        while size > _SMALLEST and QFontMetricsF(font).horizontalAdvance(text) > width:
            size -= 1.0
            font = fonts.font(size, weight)
        return font
