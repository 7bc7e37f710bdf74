"""Runs a show without a speaker: from stop to stop by the clock, round and round."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from vmexplorer.app.explorer import Explorer
from vmexplorer.app.touring import situate, span_of
from vmexplorer.atlas.tour import Tour
from vmexplorer.lessons.kiosk import kiosk_moment, reading_time
from vmexplorer.lessons.script import Script
from vmexplorer.lessons.tour_walk import StepSpan
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.ui.presenter.presenter import Presenter

_TICK = 200  # milliseconds


class KioskRunner(QObject):
    """Steps a presenter through its tour; a visitor who takes a step is followed."""

    def __init__(self, presenter: Presenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._controller = presenter.desk.controller
        spare = Explorer(self._controller.explorer.atlas, EXPLORE, presenter.desk.book)
        self._stays = stays(spare, presenter.tour, presenter.showing.script)
        self._stop = presenter.showing.show.state.place.stop
        self._begun = presenter.clock.now() - sum(self._stays[: self._stop])
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.tick)
        presenter.ended.connect(self._timer.stop)
        self._controller.position_changed.connect(self._end_with_the_stop)

    def begin(self) -> None:
        """Lets the first stop play."""
        if self._controller.explorer.motion.travels:
            self._controller.set_motion(EXPLORE)
            self._presenter.picture.jump(self._presenter.showing.show.state.place, animated=False)
        self._play()
        self._timer.start()

    @Slot()
    def tick(self) -> None:
        """Looks at the clock."""
        shown = self._presenter.showing.show.state.place.stop
        now = self._presenter.clock.now()
        if shown != self._stop:
            self._stop = shown
            self._begun = now - sum(self._stays[:shown])
            return
        moment = kiosk_moment(self._stays, now - self._begun)
        if moment.stop != shown:
            self._stop = moment.stop
            self._presenter.go_to(moment.stop)
            self._play()

    def _play(self) -> None:
        """Plays what the stop plays, all of it."""
        if self._span() is not None and not self._controller.player.playing:
            self._controller.toggle()

    def _span(self) -> StepSpan | None:
        return self._presenter.showing.script.stops[self._stop].span

    @Slot(float)
    def _end_with_the_stop(self, position: float) -> None:
        """The path may go on after the last step of the stop; the stop does not."""
        span, steps = self._span(), self._controller.player.timeline.steps
        if span is None or not self._controller.player.playing or span.last >= len(steps):
            return
        if position >= steps[span.last].settled and span.last + 1 < len(steps):
            self._controller.go_to_step(span.last)


def stays(explorer: Explorer, tour: Tour, script: Script) -> tuple[float, ...]:
    """How many seconds each stop of a tour is shown without a speaker; the explorer goes through all of them."""
    found = []
    for stop, words in zip(tour.stops, script.stops, strict=True):
        situate(explorer, stop)
        span, steps = span_of(explorer.atlas, stop), explorer.player.timeline.steps
        playing = steps[span.last].end - steps[span.first].start if span is not None else 0.0
        found.append(reading_time(words.caption) + playing)
    return tuple(found)
