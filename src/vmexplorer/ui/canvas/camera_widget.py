"""A widget that looks at a scene through a camera: fit, zoom, pan, fly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from vmexplorer.drawing.geometry import Point, Rect
from vmexplorer.stage import camera as cameras
from vmexplorer.stage.camera import Camera

if TYPE_CHECKING:
    from vmexplorer.ui.canvas.flight import Flight

_LARGEST_FRAME = 2.5  # times the natural size, that a single card does not fill a window
_USUAL_HEIGHT = 900.0  # of a window; a larger one is looked at from further away


class CameraWidget(QWidget):
    """Owns the camera; what the scene is, the subclass knows."""

    camera_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._camera = Camera(1.0, 0.0, 0.0)
        self._fitted = True
        self._framed: Rect | None = None
        self.flight: Flight | None = None

    @property
    def scene(self) -> Rect:
        """The whole scene."""
        return Rect(0.0, 0.0, 1.0, 1.0)

    @property
    def camera(self) -> Camera:
        """Which part of the scene the window shows."""
        return self._camera

    def seen(self) -> Rect:
        """The part of the scene in the window."""
        return self._camera.seen(self.width(), self.height())

    @property
    def zoomed_in(self) -> bool:
        """Whether the scene is larger than the window."""
        return self._camera.scale > cameras.fit(self.scene, self.width(), self.height()).scale * 1.02

    def chosen_area(self) -> Rect:
        """The part of the scene that the person, or whoever frames for him, has brought into the window."""
        if self._framed is not None:
            return self._framed
        return self.seen() if self.zoomed_in else self.scene

    @property
    def framed(self) -> bool:
        """Whether the window shows what somebody has framed for it."""
        return self._framed is not None

    def set_camera(self, camera: Camera) -> None:
        """Moves the camera at once; the scene cannot be lost."""
        whole = cameras.fit(self.scene, self.width(), self.height())
        # In a window that was never shown even the whole scene does not count as kept inside.
        kept = camera == whole
        self._camera = camera if kept else cameras.kept_inside(camera, self.scene, self.width(), self.height())
        if self.flight is None or not self.flight.flying:
            self._framed = self._framed if self._camera == self._camera_for_area() else None
            self._fitted = self._camera == whole
        self.camera_moved.emit()
        self.update()

    def fit(self, *, animated: bool = True) -> None:
        """Shows the whole scene and keeps it fitted when the window changes."""
        self._fitted, self._framed = True, None
        self._go(cameras.fit(self.scene, self.width(), self.height()), animated)

    def frame_area(self, area: Rect, *, animated: bool = True) -> None:
        """Shows an area as large as possible, with what lies beside it, and keeps it so when the window changes."""
        self._fitted, self._framed = False, area
        self._go(self._camera_for_area(), animated)

    def look_at(self, area: Rect, *, animated: bool = True, largest: float = 2.0) -> None:
        """Brings an area to the middle, at most at so many times the natural size."""
        self._fitted, self._framed = False, None
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

    def _camera_for_area(self) -> Camera:
        """The camera for what is framed; the present one when nothing is."""
        if self._framed is None or self.height() == 0:
            return self._camera
        largest = _LARGEST_FRAME * max(1.0, self.height() / _USUAL_HEIGHT)
        seen = cameras.seen_with(self._framed, self.scene, self.width() / self.height(), self.width() / largest)
        return cameras.fit(seen, self.width(), self.height(), margin=0.0, largest=largest)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps a fitted scene fitted."""
        if self._fitted:
            self.fit(animated=False)
        elif self._framed is not None:
            self.frame_area(self._framed, animated=False)
        else:
            self.set_camera(self._camera)
