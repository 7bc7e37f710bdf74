"""Plays a comparison: owns the one timer, which runs only while something moves."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from vmexplorer.app.comparing import Comparing
from vmexplorer.playback.change import Change
from vmexplorer.playback.clock import Clock, MonotonicClock
from vmexplorer.playback.player import Player
from vmexplorer.ui.play_controller import FRAME


class CompareController(QObject):
    """Turns wishes about the player into changes of it, and those into signals; the slots of PlayController."""

    state_changed = Signal()
    position_changed = Signal(float)
    step_changed = Signal()
    playing_changed = Signal(bool)
    modes_changed = Signal()

    def __init__(self, comparing: Comparing, clock: Clock | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparing = comparing
        self._clock = clock or MonotonicClock()
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self.tick)

    @property
    def comparing(self) -> Comparing:
        """What is played."""
        return self._comparing

    @property
    def running(self) -> bool:
        """Whether the timer runs."""
        return self._timer.isActive()

    def load(self, comparing: Comparing) -> None:
        """Goes on with another comparison at rest; the modes of the player stay."""
        keep_modes(self._comparing.player, comparing.player)
        self._comparing = comparing
        after = comparing.player
        self._run(after.playing)
        self.playing_changed.emit(after.playing)
        self.step_changed.emit()
        self.position_changed.emit(after.position)
        self.state_changed.emit()

    @Slot()
    def toggle(self) -> None:
        """Plays or pauses."""
        self._announce(self._comparing.player.toggle())

    @Slot()
    def pause(self) -> None:
        """Stays where it is."""
        self._announce(self._comparing.player.pause())

    @Slot()
    def next(self) -> None:
        """Finishes the pair or plays the next one."""
        self._announce(self._comparing.player.next())

    @Slot()
    def previous(self) -> None:
        """Goes one pair back."""
        self._announce(self._comparing.player.previous())

    @Slot()
    def first(self) -> None:
        """Goes to the start."""
        self._announce(self._comparing.player.first())

    @Slot()
    def last(self) -> None:
        """Goes to the end."""
        self._announce(self._comparing.player.last())

    @Slot(float)
    def scrub(self, seconds: float) -> None:
        """Goes to a moment and pauses there."""
        self._announce(self._comparing.player.seek(seconds))

    @Slot(float)
    def set_speed(self, speed: float) -> None:
        """Plays at another speed."""
        self._announce(self._comparing.player.set_speed(speed))

    @Slot()
    def slower(self) -> None:
        """Takes the next lower speed."""
        self._announce(self._comparing.player.slower())

    @Slot()
    def faster(self) -> None:
        """Takes the next higher speed."""
        self._announce(self._comparing.player.faster())

    @Slot(bool)
    def set_loop(self, loop: bool) -> None:
        """Plays round and round, or not."""
        self._announce(self._comparing.player.set_loop(loop))

    @Slot()
    def toggle_loop(self) -> None:
        """Plays round and round, or stops doing so."""
        self.set_loop(not self._comparing.player.loop)

    @Slot(bool)
    def set_stepping(self, stepping: bool) -> None:
        """Pauses after each pair, or not."""
        self._announce(self._comparing.player.set_stop_at_each_step(stepping))

    @Slot()
    def tick(self) -> None:
        """Lets the time since the last picture pass."""
        now = self._clock.now()
        elapsed, self._last = now - self._last, now
        self._announce(self._comparing.player.advance(elapsed))

    def _announce(self, change: Change) -> None:
        player = self._comparing.player
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
        if playing and not self._timer.isActive():
            self._last = self._clock.now()
            self._timer.start()
        elif not playing:
            self._timer.stop()


def keep_modes(before: Player, after: Player) -> None:
    """Lets a player go on in the modes of another: speed, repetition, stops."""
    after.set_speed(before.speed)
    after.set_loop(before.loop)
    after.set_stop_at_each_step(before.stop_at_each_step)
