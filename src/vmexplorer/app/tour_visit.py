"""A tour that is being walked on an explorer: what the next key brings, and the way back to where one was."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto

from vmexplorer.app.explorer import Explorer
from vmexplorer.app.place import Place, place_of, return_to
from vmexplorer.app.situation import Situation
from vmexplorer.app.touring import EMPHASIS, go_after, go_before, situate, span_of
from vmexplorer.atlas.tour import Stop, Tour
from vmexplorer.lessons.tour_walk import START, TourPlace, TourWalk
from vmexplorer.playback.frame import frame_at


class Went(Enum):
    """What a wish has brought about.

    STOP: the explorer is at a stop and rests. STEP: it is at the stop and rests before a
    step, which the player should now play. FINISH: a step is under way, which the player
    should bring to its end. NOWHERE: there is nothing further in that direction.
    """

    STOP = auto()
    STEP = auto()
    FINISH = auto()
    NOWHERE = auto()


class TourVisit:
    """One walk along a tour. Whoever calls it says what has changed on the explorer, and plays.

    Args:
        explorer: it is brought to the stop at once; ``leave`` brings it back to where it was.
        tour: through the atlas of the explorer.
        start: where to begin; beyond the tour it is the nearest place.
    """

    def __init__(self, explorer: Explorer, tour: Tour, start: TourPlace = START) -> None:
        self.tour = tour
        self._explorer = explorer
        self._before = place_of(explorer)
        self.walk = TourWalk([span_of(explorer.atlas, stop) for stop in tour.stops], start)
        self._situated: Situation | None = None
        self._situate()

    @property
    def before(self) -> Place:
        """Where the explorer was before the tour."""
        return self._before

    @property
    def stop(self) -> Stop:
        """The present stop."""
        return self.tour.stops[self.walk.now.stop]

    @property
    def astray(self) -> bool:
        """Whether somebody has moved on the map since, to another view, era, selection or flow."""
        return self._situated != _bare(self._explorer.now)

    @property
    def steps(self) -> tuple[int, int]:
        """How many steps of the stop have been shown, and how many it has; both 0 without a flow."""
        span, shown = self.walk.span, self.walk.now.step
        if span is None:
            return 0, 0
        return (0 if shown is None else shown - span.first + 1), span.last - span.first + 1

    def next(self) -> Went:
        """Shows the next step or stop; a step under way is brought to its end first."""
        if self._explorer.player.playing and not self.astray:
            return Went.FINISH
        before = self.walk.now
        if not self.walk.next():
            return Went.NOWHERE
        step = self.walk.now.step
        if self.walk.now.stop != before.stop or step is None:
            self._situate()
            return Went.STOP
        if self.astray:
            self._situate()
        go_before(self._explorer, step)
        return Went.STEP

    def previous(self) -> Went:
        """Goes one step or stop back, where everything that was shown there is still to be seen."""
        if not self.walk.previous():
            return Went.NOWHERE
        self._situate()
        return Went.STOP

    def go_to(self, stop: int) -> Went:
        """Goes to the beginning of a stop; to the present one again after straying."""
        self.walk.go_to(stop)
        self._situate()
        return Went.STOP

    def follow(self) -> bool:
        """Takes note of steps that were shown by other means than ``next``; True when that makes a difference."""
        player, span = self._explorer.player, self.walk.span
        if span is None or player.playing or self.astray:
            return False
        done = frame_at(player.timeline, player.position).done
        shown = min(done - 1, span.last) if done > span.first else None
        return shown != self.walk.now.step and self.walk.show_step(shown)

    def leave(self) -> TourPlace:
        """Brings the explorer back to where it was before the tour; returns where the tour was left."""
        self._explorer.lay_over(EMPHASIS, None)
        return_to(self._explorer, self._before)
        return self.walk.now

    def _situate(self) -> None:
        situate(self._explorer, self.stop)
        if self.walk.now.step is not None:
            go_after(self._explorer, self.walk.now.step)
        self._situated = _bare(self._explorer.now)


def _bare(now: Situation) -> Situation:
    """A situation without what comes and goes with the pointer, and without what labs lay over the map."""
    return replace(now, hover="", box="", overlays=())
