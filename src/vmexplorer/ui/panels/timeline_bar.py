"""The track of a message path: how far it has played, where its steps end, and a head to drag."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QSlider, QToolTip, QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels import timeline_painter as look
from vmexplorer.ui.panels.texts import tool_tip
from vmexplorer.ui.panels.timeline_labels import Label, place_labels

_SIDE = 12.0  # room at both ends for the head and its ring
_SNAP = 7.0  # pixels around a tick within which a press means the tick
_STILL = 0.2  # pixels of movement that nobody sees
_LABEL_GAP = 14.0
_SECOND, _FRAME = 1.0, 1.0 / 30.0  # what an arrow key moves, alone and with Shift
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Down)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Up)
_JUMPS = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class TimelineBar(QSlider):
    """A slider over seconds: ``set_position`` moves the head, ``scrubbed`` says where a person wants it."""

    scrubbed = Signal(float)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName("Timeline, in seconds")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._ink = ink
        self._scale = 1.0
        self._duration = 0.0
        self._ticks: tuple[float, ...] = ()
        self._names: tuple[str, ...] = ()
        self._labels: tuple[Label, ...] = ()
        self._apart = 0.0
        self._position = 0.0
        self._painted = 0.0  # where the head was when a repaint was last asked for, in pixels
        self._told = False  # the value comes from the program, not from the person
        self.valueChanged.connect(self._follow_value)
        self.set_scale(1.0)

    @property
    def position(self) -> float:
        """Seconds from the start."""
        return self._position

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels that are shown."""
        return self._labels

    @property
    def step(self) -> int:
        """The step at the position, from 0; a boundary belongs to the step that ends there."""
        return max(0, min(bisect_left(self._ticks, self._position), len(self._ticks) - 1))

    def set_timeline(self, duration: float, ticks: Sequence[float], labels: Sequence[str]) -> None:
        """Takes another timeline and stands at its start.

        Args:
            duration: seconds in all.
            ticks: seconds at which each step ends.
            labels: a short name for each step.
        """
        self._duration, self._ticks, self._names = duration, tuple(ticks), tuple(labels)
        self._position = 0.0
        self._tell(0, maximum=int(duration))
        self._place_labels()
        self.update()

    def set_position(self, seconds: float) -> None:
        """Moves the head and repaints no more than what changes."""
        step, self._position = self.step, min(max(seconds, 0.0), self._duration)
        head = self.x_of(self._position)
        if self.step != step:
            self._place_labels()
            self.update()
        elif abs(head - self._painted) < _STILL:
            return
        else:
            left, right = sorted((self._painted, head))
            reach = (look.HEAD + 5.0) * self._scale
            strip = QRectF(left - reach, 0.0, right - left + 2 * reach, look.LABEL_TOP * self._scale)
            self.update(strip.toAlignedRect())
        self._painted = head
        # The slider's own value is for assistive programs; once a second is often enough.
        self._tell(int(self._position))

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        self.update()

    def set_scale(self, scale: float) -> None:
        """Makes track and text larger or smaller."""
        self._scale = scale
        self.setFixedHeight(round(look.HEIGHT * scale))
        self.setMinimumWidth(round(160 * scale))
        self._place_labels()
        self.update()

    def x_of(self, seconds: float) -> float:
        """Where a moment lies, in pixels from the left."""
        left, right = self._ends()
        return left + (seconds / self._duration if self._duration else 0.0) * (right - left)

    def seconds_at(self, x: float) -> float:
        """The moment at a place, kept inside the timeline."""
        left, right = self._ends()
        share = (x - left) / (right - left) if right > left else 0.0
        return min(max(share, 0.0), 1.0) * self._duration

    def sizeHint(self) -> QSize:
        """A comfortable width; the layout gives what it has."""
        return QSize(round(600 * self._scale), round(look.HEIGHT * self._scale))

    def event(self, event: QEvent) -> bool:
        """Keeps its keys from the shortcuts and names the step under the pointer."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._wish(event) is not None
        ):
            event.accept()
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._ticks:
            step = bisect_left(self._ticks, self.seconds_at(event.x()))
            step = min(step, len(self._ticks) - 1)
            QToolTip.showText(event.globalPos(), tool_tip(f"{step + 1}. {self._names[step]}"), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move a second, with Shift a frame; Page keys go to the next tick, Home and End to the ends."""
        wish = self._wish(event)
        if wish is None:
            event.ignore()
        else:
            self._scrub(wish)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Goes to the pressed place, or to the tick close to it."""
        if event.button() is Qt.MouseButton.LeftButton and self._duration:
            seconds = self.seconds_at(event.position().x())
            distances = [(abs(self.x_of(tick) - event.position().x()), tick) for tick in (0.0, *self._ticks)]
            distance, tick = min(distances)
            self._scrub(tick if distance <= _SNAP * self._scale else seconds)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags the head along."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._duration:
            self._scrub(self.seconds_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is left to do: the head is there already."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel is for the map."""
        event.ignore()

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Asks for no repaint when the value changes: the position has asked for its own."""
        if change is not QAbstractSlider.SliderChange.SliderValueChange:
            super().sliderChange(change)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the labels anew."""
        super().resizeEvent(event)
        self._place_labels()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only what lies in the strip that is asked for costs anything."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._ink.role(Role.PANEL))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = self._ends()
        strip = event.rect().adjusted(-12, 0, 12, 0)
        ticks = [x for x in map(self.x_of, self._ticks) if strip.left() <= x <= strip.right()]
        track = look.Track(left, right, self.x_of(self._position), ticks, self.step, self._apart, self._scale)
        look.paint_track(painter, self._ink, track)
        if self._duration:
            look.paint_head(painter, self._ink, track, focused=self.hasFocus())
        if event.rect().bottom() >= look.LABEL_TOP * self._scale:
            look.paint_labels(painter, self._ink, track, self._labels, self._names)

    def _wish(self, event: QKeyEvent) -> float | None:
        """The moment a key asks for; None for other keys."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers not in _PLAIN or key not in (*_BACK, *_ON, *_JUMPS):
            return None
        if key in _BACK or key in _ON:
            length = _SECOND if modifiers == Qt.KeyboardModifier.NoModifier else _FRAME
            return self._position + (length if key in _ON else -length)
        before = [tick for tick in (0.0, *self._ticks) if tick < self._position]
        after = [tick for tick in self._ticks if tick > self._position]
        jumps = (0.0, self._duration, before[-1] if before else 0.0, after[0] if after else self._duration)
        return jumps[_JUMPS.index(key)]

    def _scrub(self, seconds: float) -> None:
        """Moves the head at once, so that it sticks to the pointer, and says so."""
        self.set_position(seconds)
        self.scrubbed.emit(self._position)

    def _tell(self, value: int, *, maximum: int | None = None) -> None:
        self._told = True
        if maximum is not None:
            self.setRange(0, maximum)
        self.setValue(value)
        self._told = False

    @Slot(int)
    def _follow_value(self, value: int) -> None:
        if not self._told:
            self._scrub(float(value))

    def _ends(self) -> tuple[float, float]:
        return _SIDE * self._scale, self.width() - _SIDE * self._scale

    def _place_labels(self) -> None:
        metrics = QFontMetricsF(look.label_font(self._scale))
        widths = [metrics.horizontalAdvance(name) for name in self._names]
        places = [self.x_of(tick) for tick in self._ticks]
        self._apart = min((after - before for before, after in pairwise(places)), default=float(self.width()))
        room = (0.0, float(self.width()))
        self._labels = place_labels(places, widths, room, _LABEL_GAP * self._scale, self.step if places else None)
