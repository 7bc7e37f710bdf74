"""Plays: owns the one timer, which runs only while something moves."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from vmexplorer.app.explorer import Explorer
from vmexplorer.atlas.link import Plane
from vmexplorer.playback.change import Change
from vmexplorer.playback.clock import Clock, MonotonicClock
from vmexplorer.playback.motion import Motion
from vmexplorer.stage.ambient import Stream, Traffic, dots

FRAME = 16  # milliseconds between two pictures while something plays


class PlayController(QObject):
    """Turns wishes about the player into changes of it, and those into signals."""

    state_changed = Signal()
    flow_changed = Signal()
    position_changed = Signal(float)
    step_changed = Signal()
    playing_changed = Signal(bool)
    modes_changed = Signal()
    dots_changed = Signal(list)

    def __init__(self, explorer: Explorer, clock: Clock | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.explorer = explorer
        self._clock = clock or MonotonicClock()
        self._last = 0.0
        self._flowing = 0.0  # seconds that regular traffic has been shown
        self._streams: tuple[Stream, ...] = ()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self.tick)

    @property
    def running(self) -> bool:
        """Whether the timer runs."""
        return self._timer.isActive()

    @Slot()
    def toggle(self) -> None:
        """Plays or pauses."""
        self._announce(self.explorer.player.toggle())

    @Slot()
    def pause(self) -> None:
        """Stays where it is."""
        self._announce(self.explorer.player.pause())

    @Slot(int)
    def go_to_step(self, index: int) -> None:
        """Goes to the end of a step and pauses there."""
        self._announce(self.explorer.player.go_to_step(index))

    @Slot()
    def next(self) -> None:
        """Finishes the step or plays the next one."""
        self._announce(self.explorer.player.next())

    @Slot()
    def previous(self) -> None:
        """Goes one step back."""
        self._announce(self.explorer.player.previous())

    @Slot()
    def first(self) -> None:
        """Goes to the start."""
        self._announce(self.explorer.player.first())

    @Slot()
    def last(self) -> None:
        """Goes to the end."""
        self._announce(self.explorer.player.last())

    @Slot(float)
    def scrub(self, seconds: float) -> None:
        """Goes to a moment and pauses there."""
        self._announce(self.explorer.player.seek(seconds))

    @Slot(float)
    def set_speed(self, speed: float) -> None:
        """Plays at another speed."""
        self._announce(self.explorer.player.set_speed(speed))

    @Slot()
    def slower(self) -> None:
        """Takes the next lower speed."""
        self._announce(self.explorer.player.slower())

    @Slot()
    def faster(self) -> None:
        """Takes the next higher speed."""
        self._announce(self.explorer.player.faster())

    @Slot(bool)
    def set_loop(self, loop: bool) -> None:
        """Plays round and round, or not."""
        self._announce(self.explorer.player.set_loop(loop))

    @Slot(bool)
    def set_stepping(self, stepping: bool) -> None:
        """Pauses after each step, or not."""
        self._announce(self.explorer.player.set_stop_at_each_step(stepping))

    @Slot()
    def tick(self) -> None:
        """Lets the time since the last picture pass."""
        now = self._clock.now()
        elapsed, self._last = now - self._last, now
        if self.explorer.player.playing:
            self._announce(self.explorer.player.advance(elapsed))
        if self._streams:
            self._flowing += elapsed
            self.dots_changed.emit(dots(self._streams, self._flowing))

    # What runs by itself

    def show_traffic(self, traffic: Traffic) -> None:
        """Shows a sort of regular traffic, or none; none costs nothing."""
        if self.explorer.show_traffic(traffic):
            self._restream()
            self.state_changed.emit()
            self.modes_changed.emit()

    def show_plane(self, plane: Plane | None) -> None:
        """Shows one plane apart, the data plane with its traffic; None shows both."""
        if self.explorer.show_plane(plane):
            self.show_traffic(Traffic.DATA if plane is Plane.DATA else Traffic.NONE)
            self.state_changed.emit()
            self.modes_changed.emit()

    def set_motion(self, motion: Motion) -> None:
        """Moves in another way, such as without movement."""
        self.explorer.set_motion(motion)
        self._restream()
        self._flow_reloaded(self.explorer.flow is not None)
        self.state_changed.emit()

    @Slot(object)
    def set_ratio(self, ratio: float | None) -> None:
        """Plays in the real ratio, or (None) in times that can be followed."""
        self.explorer.set_ratio(ratio)
        self._flow_reloaded(self.explorer.flow is not None)
        self.state_changed.emit()
        self.modes_changed.emit()

    def _restream(self) -> None:
        """Takes the streams of the present view; without movement there are none."""
        moving = self.explorer.motion.travels
        self._streams = self.explorer.streams() if moving else ()
        self.dots_changed.emit(dots(self._streams, self._flowing))
        self._run(self.explorer.player.playing)

    def _flow_reloaded(self, had: bool) -> None:
        if had:
            self._run(self.explorer.player.playing)
            self.flow_changed.emit()
            self.step_changed.emit()
            self.position_changed.emit(self.explorer.player.position)
            self.playing_changed.emit(self.explorer.player.playing)

    def _announce(self, change: Change) -> None:
        player = self.explorer.player
        if change.playing:
            self._run(player.playing)
            self.playing_changed.emit(player.playing)
        if change.step or change.playing:
            self.step_changed.emit()
        if change.position:
            self.position_changed.emit(player.position)
        if change.position or change.playing:
            self.state_changed.emit()
        if change.speed or change.loop or change.stop_at_each_step:
            self.modes_changed.emit()

    def _run(self, playing: bool) -> None:
        """Lets the timer run while something moves."""
        running = playing or bool(self._streams)
        if running and not self._timer.isActive():
            self._last = self._clock.now()
            self._timer.start()
        elif not running:
            self._timer.stop()
