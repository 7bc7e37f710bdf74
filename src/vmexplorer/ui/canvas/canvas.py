"""The diagram widget: shows a stage state, moves the camera, says what the person points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from vmexplorer.drawing.geometry import Point, Rect
from vmexplorer.drawing.layout import CardBox, ZoneBox
from vmexplorer.drawing.theme import Role
from vmexplorer.stage import camera as cameras
from vmexplorer.stage.camera import Camera
from vmexplorer.stage.state import StageState
from vmexplorer.ui.canvas.card_painter import qrect
from vmexplorer.ui.canvas.crowd import Crowd
from vmexplorer.ui.canvas.ground import Ground
from vmexplorer.ui.canvas.hits import Hit, hit_at
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.scene_painter import paint_live

if TYPE_CHECKING:
    from vmexplorer.ui.canvas.flight import Flight
    from vmexplorer.ui.canvas.gestures import Gestures
    from vmexplorer.ui.canvas.minimap import Minimap

_MESSAGE_REACH = 26.0  # window units around a message in which a click means it


class Canvas(QWidget):
    """A plain widget with its own camera over cached tiles; the live parts are painted on top."""

    component_chosen = Signal(str, str)  # component id, box id
    link_chosen = Signal(str)
    message_chosen = Signal()
    background_chosen = Signal()
    component_opened = Signal(str)
    pointed_at = Signal(str)  # component id, "" for nothing
    camera_moved = Signal()
    painted = Signal()  # once, after the first picture
    back_wanted = Signal()
    forward_wanted = Signal()

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName("Map")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._ink = ink
        self._state: StageState | None = None
        self._ground = Ground()
        self._camera = Camera(1.0, 0.0, 0.0)
        self._fitted = True
        self._focus_box = ""
        self._band = QRectF()
        self._shown = False
        self.flight: Flight | None = None
        self._gestures: Gestures | None = None
        self._minimap: Minimap | None = None
        self.crowd = Crowd()
        self._tile_timer = QTimer(self)
        self._tile_timer.setSingleShot(True)
        self._tile_timer.setInterval(0)
        self._tile_timer.timeout.connect(self._paint_more)

    def enliven(self) -> None:
        """Makes it answer to mouse and keys, fly, and have its small map.

        Apart from the constructor, because the first picture must not wait for it.
        """
        from vmexplorer.ui.canvas.flight import Flight
        from vmexplorer.ui.canvas.gestures import Gestures
        from vmexplorer.ui.canvas.minimap import Minimap

        self.flight = Flight(self)
        self._gestures = Gestures(self)
        self._minimap = Minimap(self)
        if self._state is not None:
            self._minimap.show_state(self._state, self._ink)

    # What is shown

    @property
    def state(self) -> StageState | None:
        """The state on the screen."""
        return self._state

    @property
    def camera(self) -> Camera:
        """Which part of the scene the window shows."""
        return self._camera

    @property
    def focus_box(self) -> str:
        """The box that has the keyboard's ring, or ""."""
        return self._focus_box

    def sizeHint(self) -> QSize:
        """As large as the design's."""
        return QSize(1240, 870)

    def show_state(self, state: StageState) -> None:
        """Shows a state; another view is fitted to the window."""
        moved = self._state is None or self._state.layout.view != state.layout.view
        self._state = state
        self._ground.show(state, self._ink)
        if moved:
            self._focus_box = ""
            self.fit(animated=False)
        elif self._focus_box and self.box(self._focus_box) is None:
            # A ring that nobody sees must not keep the arrow keys.
            self._focus_box = ""
        if self._minimap is not None:
            self._minimap.show_state(state, self._ink)
        self.update()

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        self.crowd.clear()
        if self._state is not None:
            self._ground.show(self._state, ink)
            if self._minimap is not None:
                self._minimap.show_state(self._state, ink)
        self.update()

    def set_focus_box(self, box: str) -> None:
        """Puts the keyboard's ring on a box and brings it into sight."""
        self._focus_box = box
        found = self.box(box)
        if found is not None and not self.seen().contains(found.rect.centre):
            self.look_at(found.rect)
        self.update()

    def set_band(self, band: QRectF) -> None:
        """Shows the rubber band of a zoom rectangle; an empty one hides it."""
        self._band = band
        self.update()

    # Camera

    @property
    def scene(self) -> Rect:
        """The whole scene."""
        return self._state.layout.scene if self._state else Rect(0.0, 0.0, 1.0, 1.0)

    def seen(self) -> Rect:
        """The part of the scene in the window."""
        return self._camera.seen(self.width(), self.height())

    @property
    def sharp(self) -> bool:
        """Whether nothing of the still picture is left to paint."""
        return not self._ground.pending

    @property
    def zoomed_in(self) -> bool:
        """Whether the scene is larger than the window."""
        return self._camera.scale > cameras.fit(self.scene, self.width(), self.height()).scale * 1.02

    def set_camera(self, camera: Camera) -> None:
        """Moves the camera at once; the scene cannot be lost."""
        self._camera = cameras.kept_inside(camera, self.scene, self.width(), self.height())
        if self.flight is None or not self.flight.flying:
            self._fitted = self._camera == cameras.fit(self.scene, self.width(), self.height())
        if self._minimap is not None:
            self._minimap.follow()
        self.camera_moved.emit()
        self.update()

    def fit(self, *, animated: bool = True) -> None:
        """Shows the whole scene and keeps it fitted when the window changes."""
        self._fitted = True
        self._go(cameras.fit(self.scene, self.width(), self.height()), animated)

    def look_at(self, area: Rect, *, animated: bool = True, largest: float = 2.0) -> None:
        """Brings an area to the middle, at most at so many times the natural size."""
        self._fitted = False
        self._go(cameras.fit(area.inflated(60.0), self.width(), self.height(), largest=largest), animated)

    def actual_size(self) -> None:
        """One scene unit for each window unit, around the middle."""
        self.zoom(1.0 / self._camera.scale)

    def zoom(self, factor: float, anchor: QPointF | None = None) -> None:
        """Zooms by a factor around a place of the window (its middle when left out)."""
        place = Point(anchor.x(), anchor.y()) if anchor is not None else Point(self.width() / 2, self.height() / 2)
        self._land()
        self.set_camera(cameras.zoomed(self._camera, factor, place, self.scene, self.width(), self.height()))

    def pan(self, dx: float, dy: float) -> None:
        """Shifts the picture by window units."""
        self._land()
        self.set_camera(self._camera.moved(dx, dy))

    def _go(self, camera: Camera, animated: bool) -> None:
        if animated and self.isVisible() and self.flight is not None:
            self.flight.start(self._camera, camera)
        else:
            self._land()
            self.set_camera(camera)

    def _land(self) -> None:
        """Ends a flight where it is."""
        if self.flight is not None:
            self.flight.stop()

    # Pointing

    def box(self, box_id: str) -> CardBox | ZoneBox | None:
        """The card or frame with an id."""
        if self._state is None or not box_id:
            return None
        return next((box for box in self._state.layout.boxes if box.id == box_id), None)

    def message_at(self, place: QPointF) -> bool:
        """Whether a message under way is at a place of the window."""
        for token in self._state.tokens if self._state else ():
            at = self._camera.to_window(token.path.at(token.progress)[0])
            if abs(at.x - place.x()) + abs(at.y - place.y()) < _MESSAGE_REACH:
                return True
        return False

    def hit(self, place: QPointF) -> Hit:
        """What lies under a place of the window."""
        if self._state is None:
            return Hit()
        return hit_at(self._state, self._camera.to_scene(Point(place.x(), place.y())), 6.0 / self._camera.scale)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tiles, then veil, looks and messages, then the keyboard's ring."""
        painter = QPainter(self)
        state = self._state
        if state is None:
            painter.fillRect(self.rect(), self._ink.role(Role.CANVAS))
            return
        camera = self._camera
        to_screen = QTransform(camera.scale, 0, 0, camera.scale, camera.x, camera.y)
        if not self._ground.paint(painter, camera, self.size(), self.devicePixelRatioF()):
            self._tile_timer.start()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.crowd.paint(painter, self._ink, camera)
        if state.tokens:
            paint_live(painter, self._ink, state.messages(), to_screen)
        self._paint_marks(painter, to_screen)
        if not self._shown:
            self._shown = True
            self.painted.emit()

    def _paint_marks(self, painter: QPainter, to_screen: QTransform) -> None:
        box = self.box(self._focus_box) if self.hasFocus() else None
        if box is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._ink.role(Role.TEXT), 2.5, Qt.PenStyle.SolidLine))
            painter.drawRoundedRect(to_screen.mapRect(qrect(box.rect.inflated(5.0))), 13.0, 13.0)
        if not self._band.isEmpty():
            painter.setBrush(self._ink.role(Role.ACCENT, 0.15))
            painter.setPen(QPen(self._ink.role(Role.ACCENT), 1.5))
            painter.drawRect(self._band)

    @Slot()
    def _paint_more(self) -> None:
        if self._ground.work(self.devicePixelRatioF()):
            self.update()
        elif self._ground.pending:
            self._tile_timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps a fitted scene fitted."""
        if self._fitted:
            self.fit(animated=False)
        else:
            self.set_camera(self._camera)
        if self._minimap is not None:
            self._minimap.place()
