"""The diagram widget: shows a stage state, moves the camera, says what the person points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from vmexplorer.drawing.geometry import Point, Rect
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas.camera_widget import CameraWidget
from vmexplorer.ui.canvas.ink import Ink

# What only a live picture needs is imported where it is used: the first picture of a start
# is a kept one and must not wait for it.
if TYPE_CHECKING:
    from vmexplorer.drawing.layout import CardBox, ZoneBox
    from vmexplorer.stage.camera import Camera
    from vmexplorer.stage.state import StageState
    from vmexplorer.ui.canvas.crowd import Crowd
    from vmexplorer.ui.canvas.gestures import Gestures
    from vmexplorer.ui.canvas.ground import Ground
    from vmexplorer.ui.canvas.hits import Hit
    from vmexplorer.ui.canvas.minimap import Minimap


class Canvas(CameraWidget):
    """Cached tiles of the still picture; the live parts are painted on top.

    ``token_size`` is the size of a message in window units, None for the usual one. ``wheel_pans``
    lets the wheel of the mouse move the map, and zoom only with Ctrl.
    """

    component_chosen = Signal(str, str)  # component id, box id
    link_chosen = Signal(str)
    message_chosen = Signal()
    background_chosen = Signal()
    component_opened = Signal(str)
    pointed_at = Signal(str)  # component id, "" for nothing
    painted = Signal()  # once, after the first picture
    menu_wanted = Signal(object, QPoint)  # what lies there, as a Hit; where on the screen
    back_wanted = Signal()
    forward_wanted = Signal()
    dragged = Signal()  # once, when a drag of the mouse begins

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName("Map")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._ink = ink
        self._texts = ink.texts
        self._state: StageState | None = None
        self._kept: QImage | None = None
        self._ground: Ground | None = None
        self._focus_box = ""
        self._band = QRectF()
        self._shown = False
        self.token_size: float | None = None
        self.wheel_pans = False
        self._gestures: Gestures | None = None
        self._minimap: Minimap | None = None
        self._crowd: Crowd | None = None
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
        self.camera_moved.connect(self._minimap.follow)
        if self._state is not None:
            self._minimap.show_state(self._state, self._ink)

    def set_gripped(self, gripped: bool) -> None:
        """Lets the mouse only move the map, for as long as a key is held; or lets it choose again."""
        if self._gestures is not None:
            self._gestures.set_gripped(gripped)

    # What is shown

    @property
    def state(self) -> StageState | None:
        """The state on the screen."""
        return self._state

    @property
    def focus_box(self) -> str:
        """The box that has the keyboard's ring, or ""."""
        return self._focus_box

    def sizeHint(self) -> QSize:
        """As large as the design's."""
        return QSize(1240, 870)

    @property
    def crowd(self) -> Crowd:
        """The messages that are not told one by one."""
        from vmexplorer.ui.canvas.crowd import Crowd

        if self._crowd is None:
            self._crowd = Crowd()
        return self._crowd

    @property
    def ground(self) -> Ground:
        """What paints all but the messages."""
        from vmexplorer.ui.canvas.ground import Ground

        if self._ground is None:
            self._ground = Ground()
        return self._ground

    def show_kept(self, picture: QImage) -> None:
        """Shows a picture painted earlier until there is a state to show."""
        self._kept = picture
        self.update()

    def show_state(self, state: StageState) -> None:
        """Shows a state; another view is fitted to the window."""
        self._kept = None
        moved = self._state is None or self._state.layout.view != state.layout.view
        self._state = state
        self.ground.show(state, self._ink)
        if moved:
            self._focus_box = ""
            self.fit(animated=False)
        elif self._focus_box and self.box(self._focus_box) is None:
            # A ring that nobody sees must not keep the arrow keys.
            self._focus_box = ""
        if self._minimap is not None:
            self._minimap.show_state(state, self._ink)
        self.update()

    @property
    def ink(self) -> Ink:
        """What it paints with: the theme, for texts of its size."""
        return self._ink

    def set_text_scale(self, scale: float) -> None:
        """Makes the least size of names, and messages, as much larger as the window makes its texts."""
        if scale != self._texts:
            self._texts = scale
            self.set_ink(self._ink)

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink if ink.texts == self._texts else Ink(ink.theme, self._texts)
        if self._crowd is not None:
            self._crowd.clear()
        if self._state is not None:
            self.ground.show(self._state, self._ink)
            if self._minimap is not None:
                self._minimap.show_state(self._state, self._ink)
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

    @property
    def scene(self) -> Rect:
        """The whole scene."""
        return self._state.layout.scene if self._state else Rect(0.0, 0.0, 1.0, 1.0)

    @property
    def sharp(self) -> bool:
        """Whether nothing of the still picture is left to paint."""
        return not self.ground.pending

    def _go(self, camera: Camera, animated: bool) -> None:
        super()._go(camera, animated)
        if self.flight is not None and self.flight.flying:
            self.ground.expect(camera, self.size(), self.devicePixelRatioF())

    def _land(self) -> None:
        super()._land()
        if self._ground is not None:
            self._ground.expect(None, self.size(), self.devicePixelRatioF())

    # Pointing

    def box(self, box_id: str) -> CardBox | ZoneBox | None:
        """The card or frame with an id."""
        if self._state is None or not box_id:
            return None
        return next((box for box in self._state.layout.boxes if box.id == box_id), None)

    def message_at(self, place: QPointF) -> bool:
        """Whether a message under way is at a place of the window."""
        from vmexplorer.ui.canvas.hits import message_at

        return self._state is not None and message_at(self._state, self._camera, Point(place.x(), place.y()))

    def hit(self, place: QPointF) -> Hit:
        """The card, line or frame under a place of the window."""
        from vmexplorer.ui.canvas.hits import Hit, hit_at

        if self._state is None:
            return Hit()
        return hit_at(self._state, self._camera.to_scene(Point(place.x(), place.y())), 6.0 / self._camera.scale)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tiles, then veil, looks and messages, then the keyboard's ring."""
        painter = QPainter(self)
        state = self._state
        if state is None:
            self._paint_kept(painter)
            return
        camera = self._camera
        to_screen = QTransform(camera.scale, 0, 0, camera.scale, camera.x, camera.y)
        if not self.ground.paint(painter, camera, self.size(), self.devicePixelRatioF()):
            self._tile_timer.start()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_on_ground(painter, to_screen)
        if self._crowd is not None:
            self._crowd.paint(painter, self._ink, camera)
        if state.tokens:
            from vmexplorer.ui.canvas.scene_painter import SIZE, paint_live

            paint_live(painter, self._ink, state.messages(), to_screen, self.token_size or SIZE * self._texts)
        self._paint_marks(painter, to_screen)
        self._say_painted()

    def paint_on_ground(self, painter: QPainter, to_screen: QTransform) -> None:
        """What a subclass paints between the map and the messages."""

    def _paint_kept(self, painter: QPainter) -> None:
        """The kept picture, stretched if the window has another size; without one the bare canvas."""
        if self._kept is None:
            painter.fillRect(self.rect(), self._ink.role(Role.CANVAS))
            return
        painter.drawImage(self.rect(), self._kept)
        self._say_painted()

    def _say_painted(self) -> None:
        if not self._shown:
            self._shown = True
            self.painted.emit()

    def _paint_marks(self, painter: QPainter, to_screen: QTransform) -> None:
        from vmexplorer.ui.canvas.marks_painter import paint_band, paint_ring

        box = self.box(self._focus_box) if self.hasFocus() else None
        if box is not None:
            paint_ring(painter, self._ink, to_screen.mapRect(QRectF(*box.rect)))
        if not self._band.isEmpty():
            paint_band(painter, self._ink, self._band)

    @Slot()
    def _paint_more(self) -> None:
        if self.ground.work(self.devicePixelRatioF()):
            self.update()
        elif self.ground.busy:
            self._tile_timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps a fitted scene fitted, and the small map in its corner."""
        super().resizeEvent(event)
        if self._minimap is not None:
            self._minimap.place()
