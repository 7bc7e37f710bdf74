"""Mouse, wheel, pinch and keys on the canvas, each turned into one plain wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from vmexplorer.drawing.geometry import Rect
from vmexplorer.ui.canvas.hits import Hit
from vmexplorer.ui.canvas.walking import neighbour, reading_order

if TYPE_CHECKING:
    from vmexplorer.ui.canvas.canvas import Canvas

HOVER_DELAY = 450  # milliseconds; lines must not flicker after the pointer
_ZOOM_STEP = 1.2
_NOTCH = 60.0  # window units by which a notch of the wheel moves the map
_DRAG = 4.0
_SMALLEST_BAND = 8.0  # a frame drawn by a slip of the hand frames nothing
_NEAREST = 4.0  # times the natural size
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Gestures(QObject):
    """Filters a canvas's events; the canvas itself only shows."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._press: QPointF | None = None
        self._button = Qt.MouseButton.NoButton
        self._last = QPointF()
        self._dragging = False
        self._banding = False
        self._gripped = False
        self._hovered = ""
        self._hover_timer = QTimer(self)
        self._hover_timer.setSingleShot(True)
        self._hover_timer.setInterval(HOVER_DELAY)
        self._hover_timer.timeout.connect(self._announce_hover)
        canvas.installEventFilter(self)

    def set_gripped(self, gripped: bool) -> None:
        """Lets the pointer only move the map, or choose again."""
        self._gripped = gripped
        if gripped and not self._dragging:
            self._canvas.setCursor(Qt.CursorShape.OpenHandCursor)
        elif not self._dragging:
            self._canvas.unsetCursor()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the events it understands."""
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QContextMenuEvent):
            # The one of the mouse has been asked for when the button was let go without a drag.
            if event.reason() == QContextMenuEvent.Reason.Keyboard:
                self._ask_for_menu_of_ring()
            return True
        if event.type() == QEvent.Type.WindowDeactivate:
            self.set_gripped(False)  # the key will be let go elsewhere
        if event.type() == QEvent.Type.Leave:
            self._hover_over("")
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            return self._pressed(event)
        if kind == QEvent.Type.MouseMove:
            return self._moved(event)
        if kind == QEvent.Type.MouseButtonRelease:
            return self._released(event)
        if kind == QEvent.Type.MouseButtonDblClick and event.button() == Qt.MouseButton.LeftButton:
            return self._double_clicked(event)
        return False

    def _pressed(self, event: QMouseEvent) -> bool:
        if event.button() == Qt.MouseButton.BackButton:
            self._canvas.back_wanted.emit()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self._canvas.forward_wanted.emit()
        else:
            self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
            self._press = self._last = event.position()
            self._button = event.button()
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._banding = shift and event.button() == Qt.MouseButton.LeftButton
        return True

    def _moved(self, event: QMouseEvent) -> bool:
        place = event.position()
        if self._press is not None and event.buttons() == Qt.MouseButton.NoButton:
            # The button was let go elsewhere, over a menu for instance.
            self._let_go()
        if self._press is None:
            self._hover_over(self._canvas.hit(place).component)
            self._point(place)
            return True
        if not self._dragging and (place - self._press).manhattanLength() < _DRAG:
            return True
        if not self._dragging:
            self._dragging = True
            self._canvas.dragged.emit()
        if self._banding:
            self._canvas.set_band(QRectF(self._press, place).normalized())
        else:
            self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
            moved = place - self._last
            self._canvas.pan(moved.x(), moved.y())
        self._last = place
        return True

    def _released(self, event: QMouseEvent) -> bool:
        if self._press is None:
            return False
        dragged, banded, press = self._dragging, self._banding, self._press
        self._let_go()
        if dragged and banded:
            self._zoom_to(QRectF(press, event.position()).normalized())
        elif not dragged and event.button() == Qt.MouseButton.LeftButton and not self._gripped:
            self._click(event.position())
        elif not dragged and event.button() == Qt.MouseButton.RightButton:
            self._ask_for_menu(event.position(), event.globalPosition().toPoint())
        return True

    def _ask_for_menu(self, place: QPointF, on_screen: QPoint) -> None:
        hit = self._canvas.hit(place)._replace(message=self._canvas.message_at(place))
        self._canvas.menu_wanted.emit(hit, on_screen)

    def _ask_for_menu_of_ring(self) -> None:
        """The menu of the box that has the keyboard's ring, or of the background."""
        found = self._canvas.box(self._canvas.focus_box)
        place = QPointF(self._canvas.rect().center())
        if found is not None:
            middle = self._canvas.camera.to_window(found.rect.centre)
            place = QPointF(middle.x, middle.y)
        hit = Hit(found.component or "", found.id) if found is not None else Hit()
        self._canvas.menu_wanted.emit(hit, self._canvas.mapToGlobal(place.toPoint()))

    def _let_go(self) -> None:
        self._press, self._dragging, self._banding = None, False, False
        self.set_gripped(self._gripped)
        self._canvas.set_band(QRectF())

    def _click(self, place: QPointF) -> None:
        hit = self._canvas.hit(place)
        self._canvas.set_focus_box("")
        if self._canvas.message_at(place):
            self._canvas.message_chosen.emit()
        elif hit.component:
            self._canvas.component_chosen.emit(hit.component, hit.box)
        elif hit.links:
            self._canvas.link_chosen.emit(hit.links[0])
        else:
            self._canvas.background_chosen.emit()

    def _double_clicked(self, event: QMouseEvent) -> bool:
        hit = self._canvas.hit(event.position())
        if hit.component:
            self._canvas.component_opened.emit(hit.component)
        else:
            self._canvas.fit()
        return True

    def _zoom_to(self, band: QRectF) -> None:
        """Shows the part of the scene that was framed."""
        if min(band.width(), band.height()) < _SMALLEST_BAND:
            return
        camera = self._canvas.camera
        x, y = (band.x() - camera.x) / camera.scale, (band.y() - camera.y) / camera.scale
        area = Rect(x, y, band.width() / camera.scale, band.height() / camera.scale)
        self._canvas.look_at(area.inflated(-60.0), largest=_NEAREST)

    def _wheel(self, event: QWheelEvent) -> bool:
        pixels, angle = event.pixelDelta(), event.angleDelta()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not pixels.isNull() and not control:
            # Two fingers on a track pad: they pan, as everywhere else.
            self._canvas.pan(float(pixels.x()), float(pixels.y()))
        elif self._canvas.wheel_pans and not control:
            # Qt itself turns the wheel sideways while Alt is held; people expect it of Shift.
            sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            moved = QPointF(angle) * _NOTCH / 120.0
            self._canvas.pan(moved.y() if sideways else moved.x(), 0.0 if sideways else moved.y())
        elif angle.y():
            self._canvas.zoom(_ZOOM_STEP ** (angle.y() / 120.0), event.position())
        return True

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._canvas.zoom(1.0 + event.value(), event.position())
        return True

    def _key(self, event: QKeyEvent) -> bool:
        """Tab and arrows walk the boxes, Enter chooses, Shift+Enter opens; other keys are not ours."""
        key = Qt.Key(event.key())
        state, box = self._canvas.state, self._canvas.focus_box
        if state is None:
            return False
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._tab(-1 if key == Qt.Key.Key_Backtab else 1)
        return bool(box) and self._key_on(box, key, event.modifiers())

    def _key_on(self, box: str, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """A key while the ring is on a box."""
        plain = held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        state, found = self._canvas.state, self._canvas.box(box)
        if key in _ARROWS and plain and state is not None:
            self._canvas.set_focus_box(neighbour(state.layout, box, _ARROWS[key]) or box)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and found is not None and found.component:
            if held & Qt.KeyboardModifier.ShiftModifier:
                self._canvas.component_opened.emit(found.component)
            else:
                self._canvas.component_chosen.emit(found.component, box)
        elif key == Qt.Key.Key_Escape:
            self._canvas.set_focus_box("")
        else:
            return False
        return True

    def _tab(self, step: int) -> bool:
        """Goes to the next box in reading order; past the last one the focus leaves the map."""
        state, box = self._canvas.state, self._canvas.focus_box
        order = reading_order(state.layout) if state else []
        place = order.index(box) + step if box in order else (0 if step > 0 else len(order) - 1)
        inside = 0 <= place < len(order)
        self._canvas.set_focus_box(order[place] if inside else "")
        return inside

    def _hover_over(self, component: str) -> None:
        if component != self._hovered:
            self._hovered = component
            self._hover_timer.start()

    @Slot()
    def _announce_hover(self) -> None:
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._canvas.pointed_at.emit(self._hovered)

    def _point(self, place: QPointF) -> None:
        hit = self._canvas.hit(place)
        wanted = Qt.CursorShape.PointingHandCursor if hit.component or hit.links else Qt.CursorShape.ArrowCursor
        if not self._gripped and self._canvas.cursor().shape() != wanted:
            self._canvas.setCursor(wanted)
