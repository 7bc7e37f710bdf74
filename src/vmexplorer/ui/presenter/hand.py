"""The mouse over a picture of the show: it points, draws, moves the picture, chooses parts, or takes a step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QCursor, QMouseEvent, QNativeGestureEvent, QWheelEvent

from vmexplorer.app.showing import Showing
from vmexplorer.drawing.layout import ZoneBox
from vmexplorer.lessons.show_state import Layer
from vmexplorer.ui.presenter.show_canvas import ShowCanvas

PEN = 0.006  # width of the pen as a share of the height of the picture
_DRAG = 4.0
_STEP = 1.2  # of the zoom, for a notch of the wheel


class Hand(QObject):
    """Filters the events of one picture."""

    part_chosen = Signal(str, str)  # component id, box id
    link_chosen = Signal(str)
    step_wanted = Signal()
    looked = Signal()  # the picture was moved or zoomed
    drawn = Signal()  # a pointer or the ink has changed

    def __init__(self, canvas: ShowCanvas, showing: Showing) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._showing = showing
        self._press: QPointF | None = None
        self._last = QPointF()
        self._drawing = False
        self._dragging = False
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the mouse and the wheel."""
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        zooms = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == zooms:
            self.zoom(1.0 + event.value(), event.position())
            return True
        return False

    def zoom(self, factor: float, anchor: QPointF | None = None) -> None:
        """Brings the picture nearer or farther."""
        self._canvas.zoom(factor, anchor)
        self._canvas.release_frame()
        self.looked.emit()

    def point(self) -> None:
        """Points to where the pointer rests, if it is over the picture."""
        state = self._canvas.state
        if state is not None and self._canvas.underMouse():
            place = QPointF(self._canvas.mapFromGlobal(QCursor.pos()))
            self._showing.point(self._canvas.to_scene(place), state.layout)

    def _mouse(self, event: QMouseEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            self._pressed(event)
        elif kind == QEvent.Type.MouseMove:
            self._moved(event)
        elif kind == QEvent.Type.MouseButtonRelease:
            self._released(event)
        # A double click is one click: a nervous finger must not take two steps.
        return kind in (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseMove,
            QEvent.Type.MouseButtonRelease,
            QEvent.Type.MouseButtonDblClick,
        )

    def _pressed(self, event: QMouseEvent) -> None:
        self._press = self._last = event.position()
        self._dragging = False
        left = event.button() == Qt.MouseButton.LeftButton
        self._drawing = left and self._showing.press(self._canvas.to_scene(event.position()), self._pen())
        if self._drawing:
            self.drawn.emit()

    def _moved(self, event: QMouseEvent) -> None:
        place = event.position()
        state = self._canvas.state
        if state is None:
            return
        if self._press is not None and event.buttons() == Qt.MouseButton.NoButton:
            self._let_go()
        if self._drawing:
            self._showing.drag(self._canvas.to_scene(place), self._pen())
            self.drawn.emit()
        elif self._press is not None and (self._dragging or (place - self._press).manhattanLength() >= _DRAG):
            self._dragging = True
            moved = place - self._last
            self._canvas.pan(moved.x(), moved.y())
            self._canvas.release_frame()
            self.looked.emit()
        elif self._showing.point(self._canvas.to_scene(place), state.layout):
            self.drawn.emit()
        self._last = place

    def _released(self, event: QMouseEvent) -> None:
        drew, dragged, pressed = self._drawing, self._dragging, self._press is not None
        self._let_go()
        if drew:
            self.drawn.emit()
        elif pressed and not dragged and event.button() == Qt.MouseButton.LeftButton:
            self._click(event.position())

    def _let_go(self) -> None:
        if self._drawing:
            self._showing.lift()
        self._press, self._drawing, self._dragging = None, False, False

    def _click(self, place: QPointF) -> None:
        """Chooses a part; beside all parts it takes a step. The ground inside a frame is beside them."""
        hit = self._canvas.hit(place)
        box = self._canvas.box(hit.box)
        if isinstance(box, ZoneBox) and not box.title_rect.contains(self._canvas.to_scene(place)):
            self.step_wanted.emit()
        elif hit.component:
            self.part_chosen.emit(hit.component, hit.box)
        elif hit.links:
            self.link_chosen.emit(hit.links[0])
        else:
            self.step_wanted.emit()

    def _wheel(self, event: QWheelEvent) -> bool:
        notches = event.angleDelta().y() / 120.0
        if not notches:
            return True
        if Layer.LENS in self._showing.show.state:
            self._showing.do("picture.closer" if notches > 0 else "picture.farther")
            self.drawn.emit()
        else:
            self.zoom(_STEP**notches, event.position())
        return True

    def _pen(self) -> float:
        """The width of the pen in scene units."""
        return PEN * self._canvas.height() / self._canvas.camera.scale
