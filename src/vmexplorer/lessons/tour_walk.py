"""A walk along a tour: at which stop one is, and how far its message path has been shown. Pure, without time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class StepSpan(NamedTuple):
    """The steps that a stop plays: index of the first and of the last, both from 0 and both played."""

    first: int
    last: int


class TourPlace(NamedTuple):
    """A place on a tour.

    ``stop`` is the index of the stop. ``step`` is the index, in the flow of the stop, of
    the last step that has been shown there; None before the first one, and at a stop that
    plays no flow.
    """

    stop: int
    step: int | None = None


START = TourPlace(0)


class TourWalk:
    """Where one is on a tour; ``next`` and ``previous`` undo each other.

    Args:
        spans: what each stop plays, None for one without a flow; at least one stop.
        start: where it begins; a place that the tour does not have becomes the nearest one.
    """

    def __init__(self, spans: Sequence[StepSpan | None], start: TourPlace = START) -> None:
        if not spans:
            raise ValueError("a tour without stops cannot be walked")
        self._spans = tuple(spans)
        self._now = self._nearest(start)
        self._history = [self._now.stop]

    @property
    def now(self) -> TourPlace:
        """Where one is."""
        return self._now

    @property
    def stops(self) -> int:
        """How many stops there are."""
        return len(self._spans)

    @property
    def span(self) -> StepSpan | None:
        """What the present stop plays."""
        return self._spans[self._now.stop]

    @property
    def history(self) -> tuple[int, ...]:
        """The stops in the order in which one came to them, the present one last; never the same twice in a row."""
        return tuple(self._history)

    @property
    def seen(self) -> frozenset[int]:
        """The stops at which one has been."""
        return frozenset(self._history)

    @property
    def at_start(self) -> bool:
        """Whether nothing lies behind."""
        return self._now == START

    @property
    def at_end(self) -> bool:
        """Whether nothing lies ahead."""
        return self._now == self._last(len(self._spans) - 1)

    @property
    def at_last_step(self) -> bool:
        """Whether the present stop has shown all that it plays, so that ``next`` leaves it."""
        return self._now == self._last(self._now.stop)

    def next(self) -> bool:
        """Shows the next step of the stop or, after its last, goes to the next stop; False at the end."""
        if not self.at_last_step:
            span = self._spans[self._now.stop]
            shown = self._now.step
            self._become(TourPlace(self._now.stop, span.first if span and shown is None else (shown or 0) + 1))
            return True
        return self.next_stop()

    def previous(self) -> bool:
        """Takes the last step back or, before the first, returns to the end of the stop before; False at the start."""
        stop, shown = self._now
        span = self._spans[stop]
        if span is not None and shown is not None:
            self._become(TourPlace(stop, shown - 1 if shown > span.first else None))
            return True
        if stop == 0:
            return False
        self._become(self._last(stop - 1))
        return True

    def next_stop(self) -> bool:
        """Leaves what the stop still plays and goes to the next one; False at the last."""
        if self._now.stop + 1 == len(self._spans):
            return False
        self._become(TourPlace(self._now.stop + 1))
        return True

    def go_to(self, stop: int) -> bool:
        """Goes to the beginning of a stop, beyond the ends to the nearest; False when one is there."""
        before = self._now
        self._become(self._nearest(TourPlace(stop)))
        return self._now != before

    def show_step(self, step: int | None) -> bool:
        """Follows a step that was shown by other means, such as the player; False when the stop does not play it."""
        wanted = TourPlace(self._now.stop, step)
        if self._nearest(wanted) != wanted:
            return False
        self._become(wanted)
        return True

    def _become(self, now: TourPlace) -> None:
        if now.stop != self._now.stop:
            self._history.append(now.stop)
        self._now = now

    def _last(self, stop: int) -> TourPlace:
        span = self._spans[stop]
        return TourPlace(stop, span.last if span else None)

    def _nearest(self, wanted: TourPlace) -> TourPlace:
        stop = min(max(wanted.stop, 0), len(self._spans) - 1)
        span = self._spans[stop]
        if span is None or wanted.step is None or stop != wanted.stop or wanted.step < span.first:
            return TourPlace(stop)
        return TourPlace(stop, min(wanted.step, span.last))
