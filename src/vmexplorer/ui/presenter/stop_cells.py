"""The stops of a tour as cells with a thumbnail: in a strip, and in the grid of the overview."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.texts import wrapped
from vmexplorer.ui.presenter.thumbnails import Thumbnails

_GAP = 7
_TITLE = 0.05  # font size of titles as a share of the width of a cell
_SMALLEST = 11.0
_LINES = 2
_Index = QModelIndex | QPersistentModelIndex


class StopModel(QAbstractListModel):
    """Titles and thumbnails of the stops."""

    def __init__(self, titles: Sequence[str], thumbnails: Thumbnails) -> None:
        super().__init__(thumbnails)
        self._titles = tuple(titles)
        self._thumbnails = thumbnails
        thumbnails.painted.connect(self._renew)

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many stops there are."""
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, or the picture when there is one."""
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{index.row() + 1}  {self._titles[index.row()]}"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.picture(index.row())
        return None

    @Slot(int)
    def _renew(self, stop: int) -> None:
        index = self.index(stop)
        self.dataChanged.emit(index, index)


class CellPainter(QStyledItemDelegate):
    """Paints a stop: its picture with a frame, and its number and title below."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self.ink = ink
        self.current = -1
        self.marked = -1
        self.width = 160

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """A picture of 16 to 9 and a line of text."""
        return QSize(self.width, self.height)

    @property
    def height(self) -> int:
        """The height of a cell."""
        return round((self.width - 2 * _GAP) * 9 / 16 + self._band()) + 2 * _GAP

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The present stop has a filled title, the marked one a thick frame."""
        cell = QRectF(option.rect).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        line = self._band()
        room = QRectF(cell.x(), cell.y(), cell.width(), cell.height() - line)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if picture is None:
            painter.fillRect(room, self.ink.role(Role.CHIP))
        else:
            painter.drawPixmap(room, picture, QRectF(picture.rect()))
        self._paint_title(painter, QRectF(cell.x(), room.bottom(), cell.width(), line), index)
        self._paint_frame(painter, cell, index.row())
        painter.restore()

    def _paint_title(self, painter: QPainter, room: QRectF, index: _Index) -> None:
        here = index.row() == self.current
        painter.fillRect(room, self.ink.role(Role.ACCENT if here else Role.CHIP))
        painter.setFont(fonts.font(self._letters(), QFont.Weight.DemiBold))
        painter.setPen(self.ink.role(Role.ON_ACCENT if here else Role.TEXT))
        inner = room.adjusted(6.0, 2.0, -4.0, -2.0)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        lines = wrapped(text, painter.fontMetrics(), round(inner.width()), _LINES)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))

    def _band(self) -> float:
        """The height of the titles."""
        return self._letters() * (_LINES * 1.25 + 0.5)

    def _letters(self) -> float:
        """The font size of the titles."""
        return max(_SMALLEST, self.width * _TITLE)

    def _paint_frame(self, painter: QPainter, cell: QRectF, row: int) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if row == self.marked:
            painter.setPen(QPen(self.ink.role(Role.TEXT), 4.0))
            painter.drawRect(cell.adjusted(-3.0, -3.0, 3.0, 3.0))
        else:
            painter.setPen(QPen(self.ink.role(Role.ACCENT if row == self.current else Role.CARD_LINE), 1.5))
            painter.drawRect(cell)


class StopCells(QListView):
    """The cells of all stops; a click chooses one. Keys go to the show."""

    stop_chosen = Signal(int)

    def __init__(self, name: str, model: StopModel, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.cells = CellPainter(ink, self)
        self.setModel(model)
        self.setItemDelegate(self.cells)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._choose)

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self.cells.ink = ink
        self.viewport().update()

    def set_cell_width(self, width: int) -> None:
        """Makes the cells larger or smaller."""
        if width != self.cells.width:
            self.cells.width = width
            self.scheduleDelayedItemsLayout()

    def mark(self, current: int, marked: int = -1) -> None:
        """Shows which stop is on, and which one is marked to go to."""
        if (current, marked) != (self.cells.current, self.cells.marked):
            self.cells.current, self.cells.marked = current, marked
            self._bring_into_sight()
            self.viewport().update()

    def doItemsLayout(self) -> None:
        """In another size too the stop that counts is seen."""
        super().doItemsLayout()
        self._bring_into_sight()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The same where more or fewer stops have room."""
        super().resizeEvent(event)
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        row = self.cells.marked if self.cells.marked >= 0 else self.cells.current
        self.scrollTo(self.model().index(row, 0), QListView.ScrollHint.PositionAtCenter)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.stop_chosen.emit(index.row())
