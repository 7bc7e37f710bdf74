"""How a hit looks in the list: its kind, title, detail, and why it was found."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from vmexplorer.app.search import Hit
from vmexplorer.app.search_index import HitKind
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.palette.hit_model import HIT
from vmexplorer.ui.palette.kind_icons import paint_kind
from vmexplorer.ui.row_painter import RowPainter

ROW = 54
_PADDING, _TILE, _GAP = 12, 30, 12
_TITLE, _SMALL = 15.0, 12.5
_STUMP = 40  # pixels; what is cut shorter tells nothing
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

_PLAIN_REASONS = ("name", "id", "port")  # what needs no saying
_WORDS = {
    HitKind.PORT: "Port",
    HitKind.COMPONENT: "Part",
    HitKind.LINK: "Link",
    HitKind.FLOW: "Message path",
    HitKind.VIEW: "View",
    HitKind.TOUR: "Tour",
    HitKind.STOP: "Stop of a tour",
    HitKind.ERA: "Version",
    HitKind.COMMAND: "Command",
}

Index = QModelIndex | QPersistentModelIndex


class RowTexts(NamedTuple):
    """The texts of a row as they fit: the title, what stands at its right, and what below it."""

    title: str
    beside: str
    below: str


def reason_text(hit: Hit) -> str:
    """Why a hit was found; its kind when that is plain to see from the title."""
    first, mark, rest = hit.reason.partition(";")
    return (_WORDS[hit.kind] if first in _PLAIN_REASONS else first) + mark + rest


class HitRows(RowPainter):
    """Paints hits; a short detail stands beside the title, a long one below it."""

    def row_height(self) -> int:
        """The height of a row in pixels."""
        return round(ROW * self._scale)

    def texts(self, hit: Hit, width: int) -> RowTexts:
        """What a row of a width shows."""
        strong, small = QFontMetrics(self._title_font()), QFontMetrics(self._small_font())
        room = width - self._text_left() - _PADDING
        title = strong.elidedText(hit.title, Qt.TextElideMode.ElideRight, room)
        rest = room - strong.horizontalAdvance(title) - _GAP
        if small.horizontalAdvance(hit.detail) <= rest:
            beside, below = hit.detail, reason_text(hit)
        else:
            beside, below = small.elidedText(reason_text(hit), Qt.TextElideMode.ElideRight, rest), hit.detail
            if rest < _STUMP:
                beside = ""
        return RowTexts(title, beside, small.elidedText(below, Qt.TextElideMode.ElideRight, room))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of a row; the list decides the width."""
        return QSize(0, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        hit = index.data(HIT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(self._ink.role(Role.ACCENT), 1.5) if current else Qt.PenStyle.NoPen)
            painter.setBrush(self._ink.role(Role.CHIP, 1.0 if current else 0.5))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 8, 8)
        self._paint_icon(painter, hit, rect)
        self._paint_texts(painter, self.texts(hit, option.rect.width()), rect)
        painter.restore()

    def _paint_icon(self, painter: QPainter, hit: Hit, rect: QRectF) -> None:
        side = _TILE * self._scale
        tile = QRectF(rect.left() + _PADDING, rect.center().y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.role(Role.ACCENT, 0.14))
        painter.drawRoundedRect(tile, side * 0.22, side * 0.22)
        inset = side * 0.2
        paint_kind(painter, hit.kind, tile.adjusted(inset, inset, -inset, -inset), self._ink.role(Role.ACCENT))

    def _paint_texts(self, painter: QPainter, texts: RowTexts, rect: QRectF) -> None:
        room = rect.adjusted(self._text_left(), 6.0 * self._scale, -_PADDING, 0)
        first = QRectF(room.left(), room.top(), room.width(), 22.0 * self._scale)
        second = first.translated(0, 21.0 * self._scale)
        painter.setFont(self._title_font())
        painter.setPen(self._ink.role(Role.TEXT))
        painter.drawText(first, _LEFT, texts.title)
        painter.setFont(self._small_font())
        painter.setPen(self._ink.role(Role.SOFT))
        painter.drawText(first, _RIGHT, texts.beside)
        painter.drawText(second, _LEFT, texts.below)

    def _text_left(self) -> int:
        return round(_PADDING + _TILE * self._scale + _GAP)

    def _title_font(self) -> QFont:
        return fonts.font(_TITLE * self._scale, QFont.Weight.DemiBold)

    def _small_font(self) -> QFont:
        return fonts.font(_SMALL * self._scale)
