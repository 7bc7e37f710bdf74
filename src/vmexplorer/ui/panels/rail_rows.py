"""How a row of the rail looks: captions in tracked capitals, names, and the bar beside the chosen path."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.texts import wrapped
from vmexplorer.ui.row_painter import RowPainter

_EDGE, _INDENT, _CORNER = 10, 16, 7
_ROW, _CAPTION, _FIRST_CAPTION = 35, 43, 50
_CAPTION_LINE = 36  # the height at the foot of a caption's row in which its text is centred
_LINES = 2
_ARROW_ROOM = 16  # beside a caption, at its right
CLOSEST = 0.75  # how close together rows may move, against the design


class RowKind(IntEnum):
    """What a row is."""

    CAPTION = 0
    VIEW = 1
    FLOW = 2
    LAB = 3
    TOUR = 4


class RowData(IntEnum):
    """Where a row keeps what is known of it."""

    ID = Qt.ItemDataRole.UserRole
    KIND = Qt.ItemDataRole.UserRole + 1
    MARKED = Qt.ItemDataRole.UserRole + 2
    SECTION = Qt.ItemDataRole.UserRole + 3  # the caption it stands under, or is
    UNFOLDED = Qt.ItemDataRole.UserRole + 4  # of a caption: whether its rows are shown
    SIGN = Qt.ItemDataRole.UserRole + 5  # of a folded caption: what stands for its rows


Index = QModelIndex | QPersistentModelIndex


class RailRows(RowPainter):
    """Paints rows; a name that is too long for one line takes two."""

    def __init__(self, ink: Ink, rows: QAbstractItemView) -> None:
        super().__init__(ink, rows)
        self._list = rows
        self._closeness = 1.0

    def set_closeness(self, closeness: float) -> None:
        """Makes rows lower; 1.0 is the design, ``CLOSEST`` the lowest that can be hit and read with ease."""
        self._closeness = max(CLOSEST, min(closeness, 1.0))

    def lines(self, name: str, width: int) -> list[str]:
        """A name as it is broken in a list of this width."""
        return wrapped(
            name, QFontMetrics(self._font(strong=True)), width - self._text_left() - 2 * self._edge(), _LINES
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of a row; the list decides the width."""
        if index.data(RowData.KIND) == RowKind.CAPTION:
            return QSize(0, self._height(_CAPTION if index.row() else _FIRST_CAPTION))
        more = len(self.lines(index.data(), self._list.viewport().width())) - 1
        return QSize(0, self._height(_ROW) + more * self._line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(RowData.KIND) == RowKind.CAPTION:
            self._paint_caption(painter, option, index)
        else:
            self._paint_row(painter, option, index)
        painter.restore()

    def _paint_caption(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Its text, what stands for its rows while they are folded, and an arrow that tells which it is."""
        whole = QRectF(option.rect)
        room = whole.adjusted(2 * self._edge(), whole.height() - self._height(_CAPTION_LINE), -2 * self._edge(), 0)
        lit = bool(option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus))
        colour = self._ink.role(Role.SOFT if lit else Role.FAINT)
        font = fonts.font(12.0 * self._scale, QFont.Weight.DemiBold, 1.2 * self._scale)
        self._paint_arrow(painter, room, colour, unfolded=bool(index.data(RowData.UNFOLDED)))
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, index.data())
        if index.data(RowData.SIGN):
            left = QFontMetrics(font).horizontalAdvance(index.data()) + 12 * self._scale
            self._paint_sign(painter, room.adjusted(left, 0, -_ARROW_ROOM * self._scale, 0), index.data(RowData.SIGN))
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_ring(painter, room.adjusted(-self._edge(), 2, self._edge(), -2))

    def _paint_sign(self, painter: QPainter, room: QRectF, sign: str) -> None:
        font = fonts.font(12.0 * self._scale)
        painter.setFont(font)
        painter.setPen(self._ink.role(Role.SOFT))
        shown = QFontMetrics(font).elidedText(sign, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_arrow(self, painter: QPainter, room: QRectF, colour: QColor, *, unfolded: bool) -> None:
        """Down for what is unfolded, to the right for what is folded."""
        size = 3.5 * self._scale
        painter.save()
        painter.translate(room.right() - size, room.center().y())
        painter.rotate(90 if unfolded else 0)
        painter.setPen(QPen(colour, 1.5 * self._scale))
        painter.drawPolyline([QPointF(-size / 2, -size), QPointF(size / 2, 0), QPointF(-size / 2, size)])
        painter.restore()

    def _paint_ring(self, painter: QPainter, plate: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._ink.role(Role.ACCENT), 2.0))
        painter.drawRoundedRect(plate.adjusted(1, 1, -1, -1), _CORNER, _CORNER)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offered = bool(option.state & QStyle.StateFlag.State_Enabled)
        pointed = offered and bool(option.state & QStyle.StateFlag.State_MouseOver)
        marked = bool(index.data(RowData.MARKED))
        plate = QRectF(option.rect).adjusted(self._edge(), 0.5, -self._edge(), -0.5)
        if marked or pointed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ink.role(Role.CHIP, 1.0 if marked else 0.55))
            painter.drawRoundedRect(plate, _CORNER, _CORNER)
        if marked and index.data(RowData.KIND) == RowKind.FLOW:
            bar = QRectF(plate.left(), plate.top() + 6.0, 4.0, plate.height() - 12.0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ink.kind(Kind.VCENTER))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_ring(painter, plate)
        painter.setFont(self._font(strong=marked))
        painter.setPen(self._colour(offered, marked or pointed))
        self._paint_name(painter, option, index.data())

    def _paint_name(self, painter: QPainter, option: QStyleOptionViewItem, name: str) -> None:
        shown = self.lines(name, option.rect.width())
        room = QRectF(option.rect).adjusted(self._text_left(), 0, -self._edge(), 0)
        top = room.center().y() - len(shown) * self._line_height() / 2
        for number, line in enumerate(shown):
            place = QRectF(room.left(), top + number * self._line_height(), room.width(), self._line_height())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)

    def _colour(self, offered: bool, lit: bool) -> QColor:
        if not offered:
            return self._ink.role(Role.FAINT, 0.6)
        return self._ink.role(Role.TEXT if lit else Role.SOFT)

    def _font(self, *, strong: bool) -> QFont:
        return fonts.font(fonts.BODY * self._scale, QFont.Weight.DemiBold if strong else QFont.Weight.Normal)

    def _height(self, pixels: int) -> int:
        return int(pixels * self._scale * self._closeness)

    def _edge(self) -> int:
        return round(_EDGE * self._scale)

    def _line_height(self) -> int:
        return round(18 * self._scale)

    def _text_left(self) -> int:
        return self._edge() + round(_INDENT * self._scale)
