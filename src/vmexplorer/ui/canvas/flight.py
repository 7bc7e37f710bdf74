"""A camera on its way: short, eased, and given up as soon as the person moves the picture."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from vmexplorer.playback.clock import Clock, MonotonicClock
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.stage.camera import Camera, between


class Flown(Protocol):
    """What a flight moves."""

    def set_camera(self, camera: Camera) -> None:
        """Takes a camera."""

    def width(self) -> int:
        """Width of the window in its units."""

    def height(self) -> int:
        """Height likewise."""


class Flight(QObject):
    """Moves a widget's camera; its timer runs only while it flies."""

    def __init__(self, flown: Flown, clock: Clock | None = None, seconds: float = EXPLORE.camera_move) -> None:
        super().__init__(flown if isinstance(flown, QObject) else None)
        self._flown = flown
        self._clock = clock or MonotonicClock()
        self.seconds = seconds
        self._way: tuple[Camera, Camera, float] | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(16)
        self._timer.timeout.connect(self._advance)

    @property
    def flying(self) -> bool:
        """Whether the camera is on its way."""
        return self._way is not None

    def start(self, begin: Camera, end: Camera) -> None:
        """Sets off; with no time for it (reduced motion) it arrives at once."""
        if begin == end:
            return
        if self.seconds <= 0.0:
            self._flown.set_camera(end)
            return
        self._way = (begin, end, self._clock.now())
        self._timer.start()

    def stop(self) -> None:
        """Stays where it is."""
        self._way = None
        self._timer.stop()

    @Slot()
    def _advance(self) -> None:
        if self._way is None:
            return
        begin, end, since = self._way
        share = (self._clock.now() - since) / self.seconds
        if share >= 1.0:
            self.stop()
            self._flown.set_camera(end)
        else:
            self._flown.set_camera(between(begin, end, share, self._flown.width(), self._flown.height()))
