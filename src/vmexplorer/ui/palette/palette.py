"""The search over the window: a field, the hits below it, and everything by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QVBoxLayout, QWidget

from vmexplorer.app.search import Hit
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.dialogs.overlay import Overlay
from vmexplorer.ui.palette.hit_model import HIT, HitModel
from vmexplorer.ui.palette.hit_rows import HitRows
from vmexplorer.ui.panels.keys import ENTER
from vmexplorer.ui.panels.texts import font_sizes, plain_label

WIDTH = 640
_TOP, _EDGE, _MOST_ROWS = 72, 24, 8
_SIZES = {"QLineEdit": 17.0, "#emptytitle": 15.0, "#emptyhint": 13.0, "#keyhint": 12.0}
_EMPTY = "Search the pack"
_HINT = "Part of a name, a log file, a command, or a port such as 902."
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_MOST_ROWS, Qt.Key.Key_PageDown: _MOST_ROWS}


class Palette(Overlay):
    """Asks for hits with every letter and shows what the owner finds; the field keeps the focus throughout."""

    queried = Signal(str)
    chosen = Signal(object)  # a Hit

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Search")
        self._scale = 1.0
        self.field = QLineEdit()
        self.field.setAccessibleName("Search parts, paths, ports, commands")
        self.field.setPlaceholderText("Search parts, paths, ports, commands")
        self.field.setMaxLength(100)
        self.list = QListView()
        self.empty_title = plain_label("emptytitle")
        self.empty_hint = plain_label("emptyhint", wrap=True)
        self.key_hint = plain_label("keyhint", "↑ ↓  choose      Enter  open      Esc  close")
        self._model = HitModel(self)
        self._rows = HitRows(ink, self.list)
        self._set_up_list()
        self._arrange_card()
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self.queried)
        self.set_scale(1.0)
        self.set_hits(())

    def open(self) -> None:
        """Opens with an empty field and asks for the hits of nothing; once open it only marks the text."""
        was_open = self.isVisible()
        super().open()
        if was_open:
            self.field.selectAll()
        else:
            self.field.clear()
            self.set_hits(())
            self.queried.emit("")

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Shows the hits of what was asked for; the first is the current one."""
        self._model.set_hits(hits)
        if hits:
            self.list.setCurrentIndex(self._model.index(0))
        text = self.field.text().strip()
        self.empty_title.setText(f"Nothing found for “{text}”" if text else _EMPTY)
        self.empty_hint.setText(f"Try fewer letters. {_HINT}" if text else _HINT)
        self.list.setVisible(bool(hits))
        self.empty_title.setVisible(not hits)
        self.empty_hint.setVisible(not hits)
        self.arrange()

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._rows.set_ink(ink)
        self.list.viewport().update()

    def set_scale(self, scale: float) -> None:
        """Makes card and text larger or smaller."""
        self._scale = scale
        self._rows.set_scale(scale)
        self.setStyleSheet(font_sizes(_SIZES, scale))
        self.list.scheduleDelayedItemsLayout()
        self.arrange()

    def take_focus(self) -> None:
        """Typing begins in the field."""
        self.field.setFocus()

    def arrange(self) -> None:
        """The card stands near the top and is as high as its hits, if there is room."""
        width = min(round(WIDTH * self._scale), self.width() - 2 * _EDGE)
        rows = min(self._model.rowCount(), _MOST_ROWS)
        self.list.setFixedHeight(rows * self._rows.row_height())
        self.card.setFixedWidth(max(1, width))
        top = min(round(_TOP * self._scale), self.height() // 10)
        layout = self.card.layout()
        if layout is not None:
            layout.activate()
        wanted = self.card.sizeHint().height()
        spare = self.height() - top - _EDGE - wanted
        if rows and spare < 0:
            fitting = max(1, rows + spare // self._rows.row_height())
            self.list.setFixedHeight(fitting * self._rows.row_height())
            wanted = self.card.sizeHint().height()
        self.card.setGeometry((self.width() - width) // 2, top, width, wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that walk the list work while the field has the focus."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in _STEPS:
            self._step(_STEPS[Qt.Key(event.key())])
        elif event.key() in ENTER:
            if not event.isAutoRepeat():
                self._choose(self.list.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _step(self, rows: int) -> None:
        """Walks up or down; a single step goes round at the ends, a page stops there."""
        count = self._model.rowCount()
        if count:
            wanted = self.list.currentIndex().row() + rows
            row = wanted % count if abs(rows) == 1 else min(max(wanted, 0), count - 1)
            self.list.setCurrentIndex(self._model.index(row))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            hit = index.data(HIT)
            # Closed first, so that whoever is told can put the focus where it belongs.
            self.close()
            self.chosen.emit(hit)

    def _set_up_list(self) -> None:
        self.list.setObjectName("hits")
        self.list.setAccessibleName("Results")
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._rows)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.list.clicked.connect(self._choose)

    def _arrange_card(self) -> None:
        column = QVBoxLayout(self.card)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        self.key_hint.setContentsMargins(12, 0, 0, 0)
        for widget in (self.field, self.list, self.empty_title, self.empty_hint, self.key_hint):
            column.addWidget(widget)
