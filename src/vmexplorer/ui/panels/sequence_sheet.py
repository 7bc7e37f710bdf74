"""The sheet of a sequence diagram: rows that scroll below heads that stay, and a play head it follows."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.stage.sequence import SequenceLayout
from vmexplorer.stage.sequence_state import SequenceState
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.card_painter import CARD_RADIUS
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.sequence_painter import paint_live
from vmexplorer.ui.panels.sequence_bands import Bands
from vmexplorer.ui.panels.sequence_follow import Follower

_SCROLL_STEP = 24
_EMPTY = "Choose a message path to see who says what to whom."


class Part(NamedTuple):
    """What lies under the pointer: a row, a head, or (with neither) nothing."""

    row: int | None = None
    head: int | None = None


class SequenceSheet(QAbstractScrollArea):
    """Shows a layout in a state; repaints only what changed."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._ink = ink
        self._scale = 1.0
        self._given: SequenceLayout | None = None
        self._state: SequenceState | None = None
        self._bands: Bands | None = None
        self._over = Part()
        self._ringed = False
        self.follower = Follower(self.verticalScrollBar(), self.horizontalScrollBar(), self)

    @property
    def state(self) -> SequenceState | None:
        """The moment on show; None while there is nothing to show."""
        return self._state

    @property
    def layout_shown(self) -> SequenceLayout | None:
        """The diagram as it is spread over the width; None while there is nothing to show."""
        return self._bands.layout if self._bands else None

    @property
    def bands(self) -> Bands | None:
        """The painted parts; None before there is anything to show."""
        return self._bands

    def show_layout(self, layout: SequenceLayout, state: SequenceState) -> None:
        """Shows another diagram."""
        self._given, self._state = (layout, state) if layout.rows else (None, None)
        self._over = Part()
        self._arrange()
        self.follower.restart()
        self._follow(at_once=True)

    def show_state(self, state: SequenceState) -> None:
        """Shows another moment; repaints the rows that look different and follows the play head."""
        bands, before = self._bands, self._state
        if bands is None or before is None or state == before:
            return
        if len(state.rows) != len(bands.layout.rows):
            raise ValueError(f"a state of {len(state.rows)} rows does not fit a diagram of {len(bands.layout.rows)}")
        self._state = state
        if state.step != before.step:
            self.follower.resume()
        if self.isVisible():
            self._update_changes(bands, before, state)
            self._follow()

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        self._arrange()

    def set_animated(self, animated: bool) -> None:
        """Whether the sheet glides to the play head or stands there at once."""
        self.follower.set_seconds(EXPLORE.camera_move if animated else 0.0)

    def set_scale(self, scale: float) -> None:
        """Makes everything larger or smaller; at 1.0 a scene unit is a pixel where the width allows it."""
        self._scale = scale
        self._arrange()
        self._follow(at_once=True)

    # Places

    def row_rect(self, row: int) -> QRect:
        """Where a row is in the viewport, in pixels; heads may cover it."""
        corner = self._corner()
        return self._bands.row_rect(row).translated(corner).toAlignedRect() if self._bands else QRect()

    def head_rect(self, lifeline: int) -> QRect:
        """Where the head of a lifeline is in the viewport, in pixels."""
        corner = QPointF(self._corner().x(), 0.0)
        return self._bands.head_rect(lifeline).translated(corner).toAlignedRect() if self._bands else QRect()

    def set_ringed(self, ringed: bool) -> None:
        """Whether the row on show has the ring of the keyboard."""
        if ringed != self._ringed:
            self._ringed = ringed
            self.viewport().update()

    def mark(self, part: Part) -> None:
        """Rings the row or head under the pointer."""
        if part == self._over:
            return
        for one in (self._over, part):
            if one.row is not None:
                self.viewport().update(self.row_rect(one.row))
            if one.head is not None:
                self.viewport().update(self.head_rect(one.head))
        self._over = part

    def part_at(self, place: QPoint) -> Part:
        """What is at a place of the viewport."""
        if self._bands is None:
            return Part()
        if place.y() < self._bands.heads_height:
            heads = range(len(self._bands.layout.lifelines))
            return Part(head=next((head for head in heads if self.head_rect(head).contains(place)), None))
        return Part(row=self._bands.layout.row_at((place.y() - self._corner().y()) / self._bands.factor))

    def _corner(self) -> QPointF:
        """Where the scene's top left corner is in the viewport."""
        return QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _arrange(self) -> None:
        """Fits the diagram to the width as far as it remains readable."""
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        width, height = self.width(), self.height()
        self._bands = self._fitted(width)
        wide, high = self._bands.size if self._bands else (0, 0)
        if high > height or wide > width:
            # Decided by the size of the whole sheet: by that of the viewport, bars could come and go for ever.
            width -= down.sizeHint().width()
            self._bands = self._fitted(width)
            wide, high = self._bands.size if self._bands else (0, 0)
        if wide > width:
            height -= across.sizeHint().height()
        for bar, length, seen in ((across, wide, width), (down, high, height)):
            bar.setRange(0, max(0, length - seen))
            bar.setPageStep(max(1, seen))
            bar.setSingleStep(_SCROLL_STEP)
        self.viewport().update()

    def _fitted(self, width: int) -> Bands | None:
        """The diagram spread over a width in pixels, or made smaller for it."""
        if self._given is None:
            return None
        return Bands.fitted(self._given, self._ink, width, self._scale, self.devicePixelRatioF())

    def _follow(self, *, at_once: bool = False) -> None:
        """Keeps the play head and the arrow of its row in sight."""
        bands, state = self._bands, self._state
        if bands is None or state is None or state.step is None:
            return
        row, factor = bands.layout.rows[state.step], bands.factor
        ends = [end * factor for end in (row.source_x, row.target_x, row.label_box.x, row.label_box.right)]
        self.follower.follow(state.head_y * factor, min(ends), max(ends), bands.heads_height, at_once=at_once)

    def _update_changes(self, bands: Bands, before: SequenceState, state: SequenceState) -> None:
        """Asks for a repaint of the rows that look different, and of those where something moves."""
        for row in bands.changed(before, state):
            self.viewport().update(self.row_rect(row))
        if (before.speaking, before.busy) != (state.speaking, state.busy):
            self.viewport().update(0, 0, self.viewport().width(), bands.heads_height)

    def event(self, event: QEvent) -> bool:
        """Fits the diagram to the sheet's own size, as that of the viewport changes with every scroll bar."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.DevicePixelRatioChange):
            self._arrange()
            self._follow(at_once=True)
        return handled

    def showEvent(self, event: QShowEvent) -> None:
        """Catches up with what happened unseen."""
        super().showEvent(event)
        self._follow(at_once=True)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Everything is copied from pixmaps, so that moving the pixels would spare nothing."""
        self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bands of rows, what moves above them, and the heads over all that scrolls."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._ink.role(Role.CANVAS))
        bands, state = self._bands, self._state
        if bands is None or state is None:
            painter.setFont(fonts.font(fonts.NAME * self._scale))
            painter.setPen(self._ink.role(Role.SOFT))
            room = self.viewport().rect().adjusted(24, 24, -24, -24)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, _EMPTY)
            return
        heads = bands.heads_height
        wanted = event.rect().intersected(self.viewport().rect().adjusted(0, heads, 0, 0))
        if not wanted.isEmpty():
            painter.setClipRect(wanted)
            self._paint_rows(painter, wanted, bands, state)
            painter.setClipping(False)
        if event.rect().top() < heads:
            self._paint_heads(painter, bands, state)

    def _paint_rows(self, painter: QPainter, wanted: QRect, bands: Bands, state: SequenceState) -> None:
        corner = self._corner()
        for row, band in enumerate(bands.layout.rows):
            if self.row_rect(row).intersects(wanted):
                painter.drawPixmap(QPointF(corner.x(), corner.y() + bands.y(band.top)), bands.row(row, state))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._over.row is not None and self._over.row != state.step:
            self._paint_ring(painter, QRectF(self.row_rect(self._over.row)), Role.CARD_LINE, 1.2)
        painter.save()
        painter.translate(corner)
        painter.scale(bands.factor, bands.factor)
        paint_live(painter, self._ink, bands.layout, state)
        painter.restore()
        if self._ringed and state.step is not None:
            self._paint_ring(painter, QRectF(self.row_rect(state.step)), Role.ACCENT, 2.0)

    def _paint_heads(self, painter: QPainter, bands: Bands, state: SequenceState) -> None:
        painter.drawPixmap(QPointF(self._corner().x(), 0.0), bands.heads(state))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._over.head is not None:
            self._paint_ring(painter, QRectF(self.head_rect(self._over.head)), Role.ACCENT, 1.6)
        if self.verticalScrollBar().value():
            painter.setPen(QPen(self._ink.role(Role.ZONE_LINE), 1.0))
            painter.drawLine(0, bands.heads_height - 1, self.viewport().width(), bands.heads_height - 1)

    def _paint_ring(self, painter: QPainter, place: QRectF, role: Role, width: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._ink.role(role), width))
        painter.drawRoundedRect(place.adjusted(width, width, -width, -width), CARD_RADIUS, CARD_RADIUS)
