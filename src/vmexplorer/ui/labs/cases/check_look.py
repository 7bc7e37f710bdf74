"""Paints the rows of the list of checks: places as captions, checks with what is typed."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.row_painter import RowPainter

Index = QModelIndex | QPersistentModelIndex

_ROW, _CAPTION = 30.0, 34.0  # pixels at scale 1, as are all lengths here
_INSET, _TICK, _GAP = 14.0, 22.0, 16.0
_NAME_SHARE = 0.48  # of the width
_RADIUS = 7.0
_FLAT = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter


class CheckData(IntEnum):
    """What an item holds."""

    CHECK = Qt.ItemDataRole.UserRole  # id; "" for the caption of a place
    COMMAND = Qt.ItemDataRole.UserRole + 1
    MADE = Qt.ItemDataRole.UserRole + 2


class CheckLook(RowPainter):
    """A check is one line: its question, and behind it the command, cut where the room ends."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the line needs."""
        height = _ROW if index.data(CheckData.CHECK) else _CAPTION
        return QSize(0, round(height * self._scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, tick, question and command; or the name of a place."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if index.data(CheckData.CHECK):
            self._paint_check(painter, rect, option, index)
        else:
            self._paint_caption(painter, rect, str(index.data(Qt.ItemDataRole.DisplayRole)))
        painter.restore()

    def _paint_caption(self, painter: QPainter, rect: QRectF, text: str) -> None:
        painter.setFont(fonts.font(12.0 * self._scale, fonts.STRONG, 1.1 * self._scale))
        painter.setPen(self._ink.role(Role.SOFT))
        room = rect.adjusted(_INSET * self._scale, 6.0 * self._scale, 0.0, 0.0)
        painter.drawText(room, int(_FLAT), text.upper())

    def _paint_check(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        scale, state = self._scale, option.state
        lit = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if lit or focused:
            painter.setPen(QPen(self._ink.role(Role.ACCENT), 2.0) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(self._ink.role(Role.CHIP))
            painter.drawRoundedRect(rect.adjusted(4.0, 1.0, -4.0, -1.0), _RADIUS * scale, _RADIUS * scale)
        made = bool(index.data(CheckData.MADE))
        place = rect.adjusted(_INSET * scale, 0.0, -_INSET * scale, 0.0)
        if made:
            painter.setFont(fonts.font(14.0 * scale, fonts.STRONG))
            painter.setPen(self._ink.role(Role.RUNNING))
            painter.drawText(place, int(_FLAT), "✓")
        place.setLeft(place.left() + _TICK * scale)
        width = place.width()
        named = QRectF(place.left(), place.top(), width * _NAME_SHARE, place.height())
        painter.setFont(fonts.font(14.0 * scale))
        painter.setPen(self._ink.role(Role.SOFT if made else Role.TEXT))
        _draw(painter, named, str(index.data(Qt.ItemDataRole.DisplayRole)))
        left = named.right() + _GAP * scale
        painter.setFont(fonts.code_font(12.0 * scale))
        painter.setPen(self._ink.role(Role.SOFT))
        _draw(
            painter, QRectF(left, place.top(), place.right() - left, place.height()), str(index.data(CheckData.COMMAND))
        )


def _draw(painter: QPainter, room: QRectF, text: str) -> None:
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, int(_FLAT), shown)
