"""How a row of the list of steps looks: a mark with number, tick or cross, and two lines of text."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from vmexplorer.app.step_rows import StepRow
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.row_painter import RowPainter

_ROW, _EDGE, _CORNER = 52.0, 12.0, 8.0  # pixels at scale 1, as are all lengths here
_RADIUS, _MARK_X, _TEXT_X = 11.5, 30.0, 54.0
_TITLE, _DETAIL, _NUMBER = fonts.BODY, 13.0, 12.0
_TITLE_TOP, _TITLE_LINE, _DETAIL_LINE = 7.0, 20.0, 18.0
_TINT = 0.06  # of a row that is done
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class StepState(IntEnum):
    """Where in its course a step is."""

    PENDING = 0
    DONE = 1
    CURRENT = 2


class StepData(IntEnum):
    """Where a row keeps what is known of it."""

    ROW = Qt.ItemDataRole.UserRole
    STATE = Qt.ItemDataRole.UserRole + 1


Index = QModelIndex | QPersistentModelIndex


class StepLook(RowPainter):
    """Paints steps; a text that is too long ends in an ellipsis."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of a row; the list decides the width."""
        return QSize(0, round(_ROW * self._scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row, state = index.data(StepData.ROW), StepState(index.data(StepData.STATE))
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_plate(painter, rect, option, row, state)
        middle = QPointF(rect.left() + self._px(_MARK_X), rect.center().y())
        self._paint_mark(painter, middle, row, state)
        self._paint_texts(painter, rect, row, state)
        painter.restore()

    def _paint_plate(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, row: StepRow, state: StepState
    ) -> None:
        """The ground of a row that is current, done or pointed at, and the ring of the keyboard."""
        plate = rect.adjusted(_EDGE, 1.5, -_EDGE, -1.5)
        colour = self._colour(row)
        painter.setPen(Qt.PenStyle.NoPen)
        if state is StepState.CURRENT:
            painter.setBrush(self._ink.role(Role.CHIP))
            painter.drawRoundedRect(plate, _CORNER, _CORNER)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._ink.role(Role.CHIP, 0.55))
            painter.drawRoundedRect(plate, _CORNER, _CORNER)
        elif state is StepState.DONE:
            painter.setBrush(_faded(colour, _TINT))
            painter.drawRoundedRect(plate, _CORNER, _CORNER)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._ink.role(Role.ACCENT), 2.0))
            painter.drawRoundedRect(plate.adjusted(1, 1, -1, -1), _CORNER, _CORNER)

    def _paint_mark(self, painter: QPainter, middle: QPointF, row: StepRow, state: StepState) -> None:
        """A ring with the number of what is to come, the number on a disc, a tick, or a cross."""
        radius, colour = self._px(_RADIUS), self._colour(row)
        if state is StepState.PENDING:
            painter.setPen(QPen(self._ink.role(Role.CARD_LINE), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour if state is StepState.CURRENT else _faded(colour, 0.22))
        painter.drawEllipse(middle, radius, radius)
        ground = self._ink.role(Role.ON_ACCENT)
        if state is not StepState.PENDING and row.failed:
            self._paint_cross(painter, middle, ground if state is StepState.CURRENT else colour)
        elif state is StepState.DONE:
            self._paint_tick(painter, middle, colour)
        else:
            painter.setFont(fonts.font(_NUMBER * self._scale, QFont.Weight.DemiBold))
            painter.setPen(ground if state is StepState.CURRENT else self._ink.role(Role.SOFT))
            room = QRectF(middle.x() - 2 * radius, middle.y() - radius, 4 * radius, 2 * radius)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(row.number))

    def _paint_tick(self, painter: QPainter, middle: QPointF, colour: QColor) -> None:
        painter.setPen(self._stroke(colour))
        places = ((-4.8, 0.4), (-1.4, 3.8), (5.0, -3.6))
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) * self._scale for x, y in places]))

    def _paint_cross(self, painter: QPainter, middle: QPointF, colour: QColor) -> None:
        painter.setPen(self._stroke(colour))
        arm = self._px(4.2)
        painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm))
        painter.drawLine(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm))

    def _paint_texts(self, painter: QPainter, rect: QRectF, row: StepRow, state: StepState) -> None:
        left, right = rect.left() + self._px(_TEXT_X), rect.right() - 2 * _EDGE
        top = rect.top() + self._px(_TITLE_TOP)
        current = state is StepState.CURRENT
        weight = QFont.Weight.DemiBold if current else QFont.Weight.Normal
        title = QRectF(left, top, right - left, self._px(_TITLE_LINE))
        tint = Role.SOFT if state is StepState.PENDING else Role.TEXT
        self._paint_line(painter, title, row.title, fonts.font(_TITLE * self._scale, weight), self._ink.role(tint))
        detail = QRectF(left, title.bottom(), right - left, self._px(_DETAIL_LINE))
        self._paint_line(painter, detail, row.detail, fonts.font(_DETAIL * self._scale), self._ink.role(Role.SOFT))

    def _paint_line(self, painter: QPainter, room: QRectF, text: str, font: QFont, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)

    def _colour(self, row: StepRow) -> QColor:
        return self._ink.role(Role.FAULT if row.failed else Role.ACCENT)

    def _stroke(self, colour: QColor) -> QPen:
        return QPen(colour, self._px(2.2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)

    def _px(self, length: float) -> float:
        return length * self._scale


def _faded(colour: QColor, share: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(share)
    return faded
