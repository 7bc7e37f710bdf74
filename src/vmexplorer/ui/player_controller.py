"""Plays: turns wishes about a player into changes of it, and those into signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from vmexplorer.playback.change import Change
from vmexplorer.playback.clock import Clock, MonotonicClock
from vmexplorer.playback.player import Player

FRAME = 16  # milliseconds between two pictures while something plays


class PlayerController(QObject):
    """Owns the one timer, which runs only while something moves; whose player it is, the subclass knows."""

    state_changed = Signal()
    position_changed = Signal(float)
    step_changed = Signal()
    playing_changed = Signal(bool)
    modes_changed = Signal()

    def __init__(self, clock: Clock | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock or MonotonicClock()
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self.tick)

    @property
    def player(self) -> Player:
        """What is played; each subclass has its own (Qt's metaclass admits no abstract base class)."""
        raise NotImplementedError(f"{type(self).__name__} has no player")

    @property
    def running(self) -> bool:
        """Whether the timer runs."""
        return self._timer.isActive()

    @Slot()
    def toggle(self) -> None:
        """Plays or pauses."""
        self._announce(self.player.toggle())

    @Slot()
    def pause(self) -> None:
        """Stays where it is."""
        self._announce(self.player.pause())

    @Slot(int)
    def go_to_step(self, index: int) -> None:
        """Goes to the end of a step and pauses there."""
        self._announce(self.player.go_to_step(index))

    @Slot(int)
    def jump(self, index: int) -> None:
        """Goes to the end of a step and pauses there; a step that the path does not have changes nothing."""
        if index < len(self.player.timeline.steps):
            self.go_to_step(index)

    @Slot()
    def frame_on(self) -> None:
        """Goes one frame on and pauses there."""
        self._announce(self.player.step_frame(1))

    @Slot()
    def frame_back(self) -> None:
        """Goes one frame back and pauses there."""
        self._announce(self.player.step_frame(-1))

    @Slot()
    def next(self) -> None:
        """Finishes the step or plays the next one."""
        self._announce(self.player.next())

    @Slot()
    def previous(self) -> None:
        """Goes one step back."""
        self._announce(self.player.previous())

    @Slot()
    def first(self) -> None:
        """Goes to the start."""
        self._announce(self.player.first())

    @Slot()
    def last(self) -> None:
        """Goes to the end."""
        self._announce(self.player.last())

    @Slot(float)
    def scrub(self, seconds: float) -> None:
        """Goes to a moment and pauses there."""
        self._announce(self.player.seek(seconds))

    @Slot(float)
    def set_speed(self, speed: float) -> None:
        """Plays at another speed."""
        self._announce(self.player.set_speed(speed))

    @Slot()
    def slower(self) -> None:
        """Takes the next lower speed."""
        self._announce(self.player.slower())

    @Slot()
    def faster(self) -> None:
        """Takes the next higher speed."""
        self._announce(self.player.faster())

    @Slot(bool)
    def set_loop(self, loop: bool) -> None:
        """Plays round and round, or not."""
        self._announce(self.player.set_loop(loop))

    @Slot()
    def toggle_loop(self) -> None:
        """Plays round and round, or stops doing so."""
        self.set_loop(not self.player.loop)

    @Slot(bool)
    def set_stepping(self, stepping: bool) -> None:
        """Pauses after each step, or not."""
        self._announce(self.player.set_stop_at_each_step(stepping))

    @Slot()
    def tick(self) -> None:
        """Lets the time since the last picture pass."""
        now = self._clock.now()
        elapsed, self._last = now - self._last, now
        self._pass(elapsed)

    def _pass(self, elapsed: float) -> None:
        """What happens in so many seconds."""
        if self.player.playing:
            self._announce(self.player.advance(elapsed))

    def _moves(self) -> bool:
        """Whether something moves, so that the timer must run."""
        return self.player.playing

    def _announce(self, change: Change) -> None:
        player = self.player
        if change.playing:
            self._run()
            self.playing_changed.emit(player.playing)
        if change.step or change.playing:
            self.step_changed.emit()
        if change.position:
            self.position_changed.emit(player.position)
        if change.position or change.playing:
            self.state_changed.emit()
        if change.speed or change.loop or change.stop_at_each_step:
            self.modes_changed.emit()

    def _run(self) -> None:
        """Lets the timer run while something moves."""
        running = self._moves()
        if running and not self._timer.isActive():
            self._last = self._clock.now()
            self._timer.start()
        elif not running:
            self._timer.stop()
