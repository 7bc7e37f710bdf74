"""Keeps the play head of a sequence diagram in sight by moving scroll bars smoothly."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QScrollBar

from vmexplorer.playback.clock import Clock, MonotonicClock
from vmexplorer.playback.easing import ease_in_out_cubic
from vmexplorer.playback.motion import EXPLORE

_ASIDE = 20.0  # pixels kept free beside an arrow
_AT_ONCE = 30.0  # pixels; so short a way is one frame of a movement that goes on already


def in_middle_third(value: float, place: float, length: float) -> float:
    """The scroll value nearest to ``value`` at which a place stands in the middle third of the sight.

    Args:
        value: the present scroll value, in pixels.
        place: what must be seen, in pixels from the start of the content.
        length: how much of the content is seen at once, in pixels.
    """
    return min(max(value, place - length * 2 / 3), place - length / 3)


def in_sight(value: float, first: float, last: float, length: float) -> float:
    """The scroll value nearest to ``value`` at which a stretch is seen, its start before its end."""
    return min(max(value, last - length), first)


class Glide(QObject):
    """Moves one scroll bar; its timer runs only while it does."""

    def __init__(self, bar: QScrollBar, clock: Clock | None = None, seconds: float = EXPLORE.camera_move) -> None:
        super().__init__(bar)
        self.seconds = seconds
        self._bar = bar
        self._clock = clock or MonotonicClock()
        self._begin, self._end, self._since = 0.0, 0.0, 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(16)
        self._timer.timeout.connect(self._advance)

    @property
    def gliding(self) -> bool:
        """Whether the bar is on its way."""
        return self._timer.isActive()

    def go(self, value: float) -> None:
        """Sets off for a value, which may change under way; a short way is done at once."""
        value = min(max(value, self._bar.minimum()), self._bar.maximum())
        if self.gliding:
            self._end = value
        elif self.seconds <= 0.0 or abs(value - self._bar.value()) <= _AT_ONCE:
            self._bar.setValue(round(value))
        else:
            self._begin, self._end, self._since = self._bar.value(), value, self._clock.now()
            self._timer.start()

    def jump(self, value: float) -> None:
        """Goes to a value at once."""
        self.stop()
        self._bar.setValue(round(value))

    def stop(self) -> None:
        """Stays where it is."""
        self._timer.stop()

    @Slot()
    def _advance(self) -> None:
        share = (self._clock.now() - self._since) / self.seconds
        if share >= 1.0:
            self._timer.stop()
        done = ease_in_out_cubic(share)
        self._bar.setValue(round(self._begin + (self._end - self._begin) * done))


class Follower(QObject):
    """Follows the play head with two scroll bars; scrolling by hand suspends it until it is resumed."""

    def __init__(self, down: QScrollBar, across: QScrollBar, parent: QObject) -> None:
        super().__init__(parent)
        self.down, self.across = Glide(down), Glide(across)
        self._bars = (down, across)
        self._suspended = False
        for bar in self._bars:
            # Sent for what a person does, not for values that are set.
            bar.actionTriggered.connect(self._suspend)

    @property
    def following(self) -> bool:
        """Whether the play head is kept in sight."""
        return not self._suspended

    def set_seconds(self, seconds: float) -> None:
        """How long a move takes; none at all with 0, for people who want no motion."""
        self.down.seconds = self.across.seconds = seconds

    def restart(self) -> None:
        """Goes to the start of another diagram and follows again."""
        self._suspended = False
        self.down.jump(0.0)
        self.across.jump(0.0)

    def resume(self) -> None:
        """Follows again."""
        self._suspended = False

    def follow(self, y: float, first: float, last: float, covered: float, *, at_once: bool = False) -> None:
        """Brings the play head into the middle third and an arrow into sight.

        Args:
            y: the play head, in pixels from the top of the content.
            first: the left end of the arrow, in pixels from the left of the content.
            last: its right end.
            covered: how much of the top of the sight is covered by heads, in pixels.
            at_once: without a movement.
        """
        if self._suspended:
            return
        down, across = self._bars
        wanted = (
            in_middle_third(down.value(), y - covered, down.pageStep() - covered),
            in_sight(across.value(), first - _ASIDE, last + _ASIDE, across.pageStep()),
        )
        for glide, value in zip((self.down, self.across), wanted, strict=True):
            if at_once:
                glide.jump(value)
            else:
                glide.go(value)

    @Slot(int)
    def _suspend(self, _action: int) -> None:
        """What a person has scrolled to must not move away again."""
        self._suspended = True
        self.down.stop()
        self.across.stop()
