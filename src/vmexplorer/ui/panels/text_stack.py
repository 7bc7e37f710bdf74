"""A column of text: entries one below the other, painted by one widget and selectable across all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.panels.copy_button import CopyButton
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.text_entries import Entry
from vmexplorer.ui.panels.text_selection import Selection, Spot

_NARROW = 300.0  # pixels at scale 1 below which a label stands above its text
_LABEL_GAP = 12.0
_COPY_ROOM = 28.0
_BAR = 3.0


class TextStack(QWidget):
    """Paints entries; ``copied`` tells which text a copy button has put on the clipboard."""

    copied = Signal(str)

    def __init__(self, lettering: Lettering, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName("\n".join([_spoken(entry) for entry in entries]))
        self._lettering = lettering
        self._entries = entries
        self._flows = [entry.flow for entry in entries]
        self._selection = Selection()
        self._buttons: dict[int, CopyButton] = {}
        for place, entry in enumerate(entries):
            if entry.copyable:
                button = self._buttons[place] = CopyButton(lettering, entry.copyable, self)
                button.copied.connect(self.copied)

    def arrange(self, width: int) -> int:
        """Breaks all texts to a width; returns the height. Both in pixels."""
        pixels, height = self._lettering.pixels, 0
        stacked = width < pixels(_NARROW)
        for place, entry in enumerate(self._entries):
            height += pixels(entry.above) if place else 0
            indent, start = pixels(entry.indent), height
            if entry.label is not None:
                label_width = width if stacked else indent - pixels(_LABEL_GAP)
                entry.label_place = QRect(0, start, label_width, entry.label.arrange(label_width))
                height += entry.label_place.height() if stacked else 0
            if stacked and not entry.bar:
                indent = 0
            room = width - indent - (pixels(_COPY_ROOM) if entry.copyable else 0)
            entry.place = QRect(indent, height, room, entry.flow.arrange(room))
            height = max(height + entry.place.height(), start + entry.label_place.height())
            if place in self._buttons:
                self._buttons[place].stand(entry.place.topRight(), width)
        return height

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The buttons, from top to bottom."""
        return tuple(self._buttons.values())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the entries that the event asks for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, entry in enumerate(self._entries):
            if not event.rect().intersects(entry.place.united(entry.label_place).adjusted(-8, -8, 8, 8)):
                continue
            if entry.bar:
                self._draw_bar(painter, entry)
            if entry.label is not None:
                entry.label.draw(painter, QPointF(entry.label_place.topLeft()))
            selected = self._selection.range_in(place, entry.flow)
            entry.flow.draw(painter, QPointF(entry.place.topLeft()), selected)

    def _draw_bar(self, painter: QPainter, entry: Entry) -> None:
        width = self._lettering.scale * _BAR
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._lettering.ink.role(Role.ACCENT))
        bar = QRectF(0.0, entry.place.top(), width, entry.place.height())
        painter.drawRoundedRect(bar, width / 2.0, width / 2.0)

    # Tool tips and selection

    def event(self, event: QEvent) -> bool:
        """Shows the tip of the mark under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._spot(QPointF(event.pos())).flow
            entry = self._entries[place]
            tip = entry.flow.tip_at(QPointF(event.pos() - entry.place.topLeft()))
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins a selection."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._selection.start(self._spot(event.position()))
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extends the selection."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._selection.extend(self._spot(event.position()))
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Selects a word."""
        spot = self._spot(event.position())
        start, end = self._flows[spot.flow].word_at(spot.position)
        self._selection.start(Spot(spot.flow, start))
        self._selection.extend(Spot(spot.flow, end))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies the selection, or selects all."""
        if event.matches(QKeySequence.StandardKey.Copy) and not self._selection.empty:
            self._copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_all()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers the same with the mouse."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction("Copy")
        copy.setEnabled(not self._selection.empty)
        copy.triggered.connect(self._copy)
        menu.addAction("Select all").triggered.connect(self._select_all)
        menu.popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Only one text on the page has a selection."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._selection.clear()
            self.update()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.selected_text)

    def _select_all(self) -> None:
        self._selection.start(Spot(0, 0))
        self._selection.extend(Spot(len(self._flows) - 1, self._flows[-1].end))
        self.update()

    @property
    def selected_text(self) -> str:
        """The selected text, a line for each paragraph."""
        return self._selection.text(self._flows)

    def _spot(self, point: QPointF) -> Spot:
        """The nearest position to a point, in the last entry that begins above it."""
        above = [place for place, entry in enumerate(self._entries) if entry.place.top() <= point.y()]
        place = above[-1] if above else 0
        entry = self._entries[place]
        return Spot(place, entry.flow.position_at(point - QPointF(entry.place.topLeft())))


def _spoken(entry: Entry) -> str:
    text = entry.flow.part(0, entry.flow.end)
    return text if entry.label is None else f"{entry.label.text}: {text}"
