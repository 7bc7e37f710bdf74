"""The steps of a flow laid out in time: when each starts, launches, arrives and ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.playback.easing import finite
from vmexplorer.playback.motion import Motion


@dataclass(frozen=True, slots=True)
class StepTiming:
    """What decides how long a step takes.

    ``length`` is the drawn path in scene units, 0 for work inside one box;
    ``words`` counts the words of the narration. ``travel`` gives the seconds under way
    outright, for playing in the real ratio; None leaves them to the motion.

    Raises:
        ValueError: a number is not finite or negative, or ``travel`` is 0.
    """

    kind: StepKind
    length: float
    words: int
    travel: float | None = None

    def __post_init__(self) -> None:
        if finite(self.length, "the length of a step") < 0 or self.words < 0:
            raise ValueError(f"a step cannot have length {self.length} and {self.words} words: both count from 0")
        if self.travel is not None and finite(self.travel, "the travel time of a step") <= 0:
            raise ValueError(f"a step cannot travel for {self.travel} seconds: it takes more than 0")


@dataclass(frozen=True, slots=True)
class TimedStep:
    """One step in time; all times are seconds from the start of the flow.

    ``start <= launch < arrive <= settled <= end``. From ``start`` the source glows, from
    ``launch`` the token travels, at ``arrive`` it is there, at ``settled`` the last glow is
    gone and nothing moves any more; until ``end`` there is time to read. ``inside`` marks
    work within one box.
    """

    index: int
    start: float
    launch: float
    arrive: float
    settled: float
    end: float
    inside: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Steps without gaps: each starts at the very float at which the one before it ends.

    A step owns the moments after its start up to and including its end, so a boundary
    belongs to the step that is complete there. The first step owns 0 as well.
    """

    steps: tuple[TimedStep, ...]
    motion: Motion
    ticks: tuple[float, ...] = field(init=False, repr=False, compare=False)
    """Seconds at which each step is complete, one per step: the marks of a scrubber."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "ticks", tuple(step.end for step in self.steps))

    @classmethod
    def of(cls, timings: Sequence[StepTiming], motion: Motion) -> Self:
        """Lays the steps out one after another, the first at 0."""
        steps: list[TimedStep] = []
        start = 0.0
        for index, timing in enumerate(timings):
            steps.append(_timed(index, start, timing, motion))
            start = steps[-1].end
        return cls(tuple(steps), motion)

    @property
    def duration(self) -> float:
        """Seconds from the start of the first step to the end of the last; 0 without steps."""
        return self.ticks[-1] if self.ticks else 0.0

    def step_at(self, seconds: float) -> int | None:
        """Index of the step to show; outside the flow the nearest one, None without steps.

        Raises:
            ValueError: ``seconds`` is infinite or not a number.
        """
        return self._index(bisect_left(self.ticks, finite(seconds, "a time")))

    def step_from(self, seconds: float) -> int | None:
        """Index of the step that plays on from a moment: at a boundary the following one.

        Raises:
            ValueError: ``seconds`` is infinite or not a number.
        """
        return self._index(bisect_right(self.ticks, finite(seconds, "a time")))

    def _index(self, place: int) -> int | None:
        return min(place, len(self.steps) - 1) if self.steps else None


def _timed(index: int, start: float, timing: StepTiming, motion: Motion) -> TimedStep:
    inside = timing.length == 0
    launch = start + motion.lead_in
    arrive = launch + (timing.travel or motion.travel(timing.kind, timing.length))
    end = arrive + motion.dwell(timing.words)
    # A box that worked has swelled already: nothing arrives, so nothing glows afterwards.
    # Any other glow is gone when the step ends, for a finished step is a still picture.
    settled = arrive if inside else min(arrive + motion.arrival_glow, end)
    return TimedStep(index, start, launch, arrive, settled, end, inside)
