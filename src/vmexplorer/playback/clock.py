"""Where real time comes from; passed in, so that tests and exports can drive it."""

from __future__ import annotations

import time
from typing import Protocol

from vmexplorer.playback.easing import finite


class Clock(Protocol):
    """Gives seconds that never run backwards; only differences mean anything."""

    def now(self) -> float:
        """Seconds since a moment of the clock's own choosing."""
        ...


class MonotonicClock:
    """The computer's own time, untouched when someone sets its wall clock."""

    def now(self) -> float:
        """Seconds since an arbitrary moment, finer than a frame."""
        # time.monotonic moves in steps of 16 ms on some systems, a whole frame.
        return time.perf_counter()


class ManualClock:
    """A clock that stands still until it is told to move."""

    def __init__(self, start: float = 0.0) -> None:
        self._now = finite(start, "the start of a clock")

    def now(self) -> float:
        """Seconds set at the start plus all that was added since."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Moves the clock on.

        Raises:
            ValueError: ``seconds`` is negative, infinite or not a number.
        """
        if finite(seconds, "the time to add") < 0:
            raise ValueError(f"a clock cannot run backwards by {-seconds} seconds")
        self._now += seconds
