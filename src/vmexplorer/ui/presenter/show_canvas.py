"""The picture of a show: a map that keeps an area in sight, with what points at it painted on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QWidget

from vmexplorer.drawing.geometry import Point, Rect
from vmexplorer.drawing.theme import Role
from vmexplorer.lessons.pointer import Spot
from vmexplorer.lessons.sketch import Shade
from vmexplorer.playback.clock import Clock
from vmexplorer.stage import camera as cameras
from vmexplorer.stage.camera import Camera, seen_with
from vmexplorer.ui.canvas.canvas import Canvas
from vmexplorer.ui.canvas.frame_veil import FrameVeil
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.presenter.pointer_painter import paint_lens, paint_sketch, paint_spot, paint_trail
from vmexplorer.ui.tours.stop_painter import BAND, DESIGN_HEIGHT

if TYPE_CHECKING:
    from vmexplorer.app.showing import Showing
    from vmexplorer.labs.dcui.cells import Screen
    from vmexplorer.ui.canvas.hits import Hit

_TOKEN = 26 / 1080  # size of a message as a share of the height of a screen
_NAMES = 1.015 / 40  # size of a card's name as a share of the height of a screen: 1/40 after rounding
_NARROWEST = 0.66  # height over width of a picture in which a whole map is as readable as it can be
PICTURE = (DESIGN_HEIGHT - BAND) / DESIGN_HEIGHT  # share of a screen that the picture has above its caption
_FRAME = 16  # milliseconds between two pictures while something fades


class ShowCanvas(Canvas):
    """A map that is framed by an area of its scene and stays so when its size changes."""

    def __init__(self, ink: Ink, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(ink, parent)
        from vmexplorer.ui.canvas.flight import Flight

        self.flight = Flight(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = ink.theme
        self._area: Rect | None = None
        self._focus: Rect | None = None
        self._veil = FrameVeil()
        self._margin = 0.0
        self._asked = False
        self._screen: Screen | None = None
        self.layer = PointerLayer(self, clock)

    @property
    def screen_shown(self) -> Screen | None:
        """The screen of a lab that stands in place of the map."""
        return self._screen

    def show_screen(self, screen: Screen | None) -> None:
        """Shows the screen of a lab in place of the map, or (None) the map again."""
        self._screen = screen
        self.update()

    def hit(self, place: QPointF) -> Hit:
        """What is under a place; nothing of the map while a screen hides it."""
        from vmexplorer.ui.canvas.hits import Hit

        return super().hit(place) if self._screen is None else Hit()

    @property
    def focus(self) -> Rect | None:
        """The part of the scene that is spoken of; what lies outside is paler."""
        return self._focus

    def set_focus(self, area: Rect | None) -> None:
        """Speaks of a part of the scene, or (None) of all of it."""
        self._focus = None if area == self.scene else area
        self.update()

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme, and with names that the last row can read."""
        self._theme = ink.theme
        super().set_ink(Ink(self._theme._replace(names=self._names())))

    def set_asked(self, asked: bool) -> None:
        """Whether a question stands beside the picture."""
        if asked != self._asked:
            self._asked = asked
            self.set_ink(Ink(self._theme))

    def _names(self) -> float:
        # Beside a question all of a map is seen, and small: letters of the usual size would not fit onto its cards.
        screen = self.width() * _NARROWEST if self._asked else self.height()
        return _NAMES * min(self.height(), screen) / PICTURE

    def frame(self, area: Rect, *, animated: bool, margin: float = 0.0) -> None:
        """Shows an area of the scene as large as possible, with a margin in window units."""
        self._area, self._margin = area, margin
        self._fitted = False
        self._go(self._framing(), animated)

    def fit(self, *, animated: bool = True) -> None:
        """Shows the whole scene."""
        self._area = None
        super().fit(animated=animated)

    def paint_on_ground(self, painter: QPainter, to_screen: QTransform) -> None:
        """Pales what is not spoken of; a screen hides all of it."""
        if self._screen is not None:
            self._paint_screen(painter, self._screen, QTransform())
            return
        if self._focus is not None and self._state is not None:
            moving = self.flight is not None and self.flight.flying
            layout = self._state.layout
            self._veil.paint(painter, self._ink, layout, self._focus, to_screen, self.size(), moving)

    def _paint_screen(self, painter: QPainter, screen: Screen, to_window: QTransform) -> None:
        """Paints a screen in place of the map, moved and magnified by a transform."""
        from vmexplorer.ui.labs.dcui.console_painter import paint_screen

        painter.save()
        painter.setTransform(to_window, True)
        painter.fillRect(self.rect(), self._ink.role(Role.CANVAS))
        paint_screen(painter, screen, self.rect())
        painter.restore()

    def release_frame(self) -> None:
        """Keeps what the hand has brought into sight when the size changes."""
        self._area, self._margin = self.seen(), 0.0

    def to_scene(self, place: QPointF) -> Point:
        """The place of the scene under a place of the window."""
        return self._camera.to_scene(Point(place.x(), place.y()))

    def paint_through(self, painter: QPainter, camera: Camera) -> None:
        """Paints the picture through a camera, with nothing of it paled."""
        from vmexplorer.ui.canvas.scene_painter import SIZE, paint_live, paint_still

        if self._state is None:
            return
        if self._screen is not None:
            share = camera.scale / self._camera.scale
            aside = camera.x - self._camera.x * share, camera.y - self._camera.y * share
            self._paint_screen(painter, self._screen, QTransform(share, 0, 0, share, *aside))
            return
        to_screen = QTransform(camera.scale, 0, 0, camera.scale, camera.x, camera.y)
        painter.save()
        painter.setTransform(to_screen, True)
        wanted = painter.clipBoundingRect()
        seen = Rect(wanted.x(), wanted.y(), wanted.width(), wanted.height())
        paint_still(painter, self._ink, self._state, camera.scale * self.devicePixelRatioF(), seen)
        painter.restore()
        paint_live(painter, self._ink, self._state._replace(veil=0.0), to_screen, self.token_size or SIZE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the area framed; messages grow with the screen."""
        super().resizeEvent(event)
        self.token_size = _TOKEN * self.height() / PICTURE
        if abs(self._ink.theme.names - self._names()) > 0.01:
            self.set_ink(Ink(self._theme))
        self.layer.setGeometry(self.rect())
        if self._area is not None:
            self._go(self._framing(), animated=False)

    def _framing(self) -> Camera:
        room = (max(1.0, self.width() - 2 * self._margin), max(1.0, self.height() - 2 * self._margin))
        seen = seen_with(self._area or self.scene, self.scene, room[0] / room[1])
        return cameras.fit(seen, self.width(), self.height(), self._margin)


class PointerLayer(QWidget):
    """Laser, spotlight, lens and ink over a picture; without a show it is empty."""

    def __init__(self, canvas: ShowCanvas, clock: Clock) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._clock = clock
        self._showing: Showing | None = None
        self._held: tuple[Spot | None, tuple[Shade, ...]] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME)
        self._timer.timeout.connect(self._fade)

    def show_pointers(self, showing: Showing | None) -> None:
        """Shows the pointers of a show as they are now; None: none of them."""
        self._showing = showing
        self._fade()

    def hold(self, held: bool) -> None:
        """Keeps spotlight and ink as they are, whatever the show does; or follows it again."""
        showing = self._showing
        self._held = None
        if held and showing is not None:
            self._held = (showing.spot, showing.sketch.at(self._clock.now()))
        self._fade()

    @Slot()
    def _fade(self) -> None:
        """Repaints, and goes on while something fades."""
        self.update()
        if self._held is None and self._showing is not None and self._showing.restless:
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Spotlight, lens, ink, laser: the later ones lie on top."""
        showing = self._showing
        if showing is None:
            return
        now, camera, room, ink = self._clock.now(), self._canvas.camera, QRectF(self.rect()), self._canvas.ink
        spot, shades = self._held or (showing.spot, showing.sketch.at(now))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if spot is not None:
            paint_spot(painter, ink, spot, camera, room, self._canvas.paint_through)
        if showing.lens is not None and self._held is None:
            paint_lens(painter, ink, showing.lens, camera, room, self._canvas.paint_through)
        paint_sketch(painter, ink, shades, camera)
        if self._held is None:
            paint_trail(painter, ink, showing.trail.at(now), camera, room.height())
