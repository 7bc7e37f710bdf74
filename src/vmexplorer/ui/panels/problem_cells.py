"""How a cell of the problem table looks: all of its text, over as many lines as it takes."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from vmexplorer.ui.canvas import fonts

_ACROSS, _ABOVE = 12, 9

Index = QModelIndex | QPersistentModelIndex


class ProblemCells(QStyledItemDelegate):
    """Paints places in the code font and sentences in the text font."""

    def __init__(self, table: QTableView, code_columns: tuple[int, ...]) -> None:
        super().__init__(table)
        self._table = table
        self._code_columns = code_columns
        self._scale = 1.0

    def set_scale(self, scale: float) -> None:
        """Makes the text larger or smaller."""
        self._scale = scale

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the whole text at the width of the column."""
        width = self._table.columnWidth(index.column())
        height = self._laid_out(index, width).boundingRect().height()
        return QSize(width, ceil(height) + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground of a chosen row, text, line below."""
        painter.save()
        palette, rect = option.palette, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.alternateBase())
        painter.setPen(palette.color(palette.ColorRole.Text))
        self._laid_out(index, rect.width()).draw(painter, QPointF(rect.left() + _ACROSS, rect.top() + _ABOVE))
        if index.row() + 1 < index.model().rowCount():
            painter.setPen(palette.color(palette.ColorRole.AlternateBase))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _laid_out(self, index: Index, width: int) -> QTextLayout:
        """The text of a cell in lines; a path has no spaces, so it may break anywhere."""
        layout = QTextLayout(index.data() or " ", self._font(index))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(1, width - 2 * _ACROSS))
            line.setPosition(QPointF(0.0, top))
            top += line.height()
            line = layout.createLine()
        layout.endLayout()
        return layout

    def _font(self, index: Index) -> QFont:
        if index.column() in self._code_columns:
            return fonts.code_font(13.0 * self._scale)
        return fonts.font(14.0 * self._scale)
