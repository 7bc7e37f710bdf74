"""How long a show takes: the time on each stop, against what was planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

TOLERANCE = 20.0  # seconds before or after the plan that are still in time


class Pace(StrEnum):
    """How a show keeps to its plan."""

    WAITING = "not started"
    EARLY = "early"
    IN_TIME = "in time"
    LATE = "late"
    OVER = "over"


class PaceNow(NamedTuple):
    """A pace and by how many seconds it misses the plan; 0 in time."""

    pace: Pace
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Timing:
    """The seconds spent on each stop so far.

    ``first`` is the stop at which the watch began: what lies before it was not planned.
    ``since`` is the moment from which the present stop is counted, None while the watch
    stands; ``begun`` tells a watch that was stopped from one that has not started yet.
    """

    spent: tuple[float, ...]
    stop: int = 0
    since: float | None = None
    begun: bool = False
    first: int = 0

    @classmethod
    def of(cls, stops: int, stop: int = 0) -> Timing:
        """A watch for so many stops that has not started."""
        return cls((0.0,) * stops, stop, first=stop)

    @property
    def paused(self) -> bool:
        """Whether the watch was stopped by hand."""
        return self.begun and self.since is None

    def elapsed(self, now: float) -> float:
        """Seconds since the start without the pauses."""
        return sum(self.spent) + (now - self.since if self.since is not None else 0.0)

    def moved(self, stop: int, now: float) -> Timing:
        """The watch after a step of the show; the first one starts it."""
        if not self.begun:
            return replace(self, stop=stop, since=now, begun=True)
        return replace(self._settled(now), stop=stop)

    def toggled(self, now: float) -> Timing:
        """The watch stopped, or running again; one that has not started starts."""
        if self.since is None:
            return replace(self, since=now, begun=True)
        return replace(self._settled(now), since=None)

    def times(self, now: float) -> tuple[float, ...]:
        """The seconds spent on each stop, with the present one up to now."""
        return self._settled(now).spent

    def _settled(self, now: float) -> Timing:
        """The same watch with the running time booked on the present stop."""
        if self.since is None:
            return self
        spent = list(self.spent)
        spent[self.stop] += now - self.since
        return replace(self, spent=tuple(spent), since=now)


def planned_from(first: int, planned: Sequence[float]) -> float:
    """The seconds that are planned from a stop to the end."""
    return sum(planned[first:])


def pace(timing: Timing, planned: Sequence[float], now: float) -> PaceNow:
    """Whether the present stop is shown when the plan has it; ``planned`` is in seconds for each stop."""
    if not timing.begun:
        return PaceNow(Pace.WAITING)
    elapsed, total = timing.elapsed(now), planned_from(timing.first, planned)
    begin = sum(planned[timing.first : timing.stop])
    end = begin + planned[timing.stop]
    if elapsed > total + TOLERANCE:
        return PaceNow(Pace.OVER, elapsed - total)
    if elapsed > end + TOLERANCE:
        return PaceNow(Pace.LATE, elapsed - end)
    if elapsed < begin - TOLERANCE:
        return PaceNow(Pace.EARLY, begin - elapsed)
    return PaceNow(Pace.IN_TIME)
