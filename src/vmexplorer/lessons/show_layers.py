"""What lies open over a show, and its watch: entered, left again, and never in the way of the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vmexplorer.lessons.show_state import RIVALS, Layer, ShowState
from vmexplorer.lessons.timing import Timing
from vmexplorer.lessons.tour_walk import StepSpan, TourPlace
from vmexplorer.playback.clock import Clock

END_WITHIN = 2.0  # seconds in which the second Esc ends the show


class ShowLayers:
    """Everything of a show that does not move through the tour.

    Args:
        spans: for each stop the steps of a message path that it plays one by one, or None.
        clock: the time.
        stop: the index of the stop to begin with.
        screens: how many screens there are.

    Raises:
        ValueError: there are no stops, or the first is none of them.
    """

    def __init__(self, spans: Sequence[StepSpan | None], clock: Clock, stop: int = 0, screens: int = 2) -> None:
        if not 0 <= stop < len(spans):
            raise ValueError(f"a show of {len(spans)} stops cannot begin at index {stop}")
        self._spans = tuple(spans)
        self._clock = clock
        self._screens = screens
        self.state = ShowState(TourPlace(stop))
        self.timing = Timing.of(len(spans), stop)

    @property
    def stops(self) -> int:
        """How many stops there are."""
        return len(self._spans)

    @property
    def alone(self) -> bool:
        """Whether speaker and audience share one screen."""
        return self._screens < 2

    def ending(self) -> bool:
        """Whether Esc now ends the show."""
        asked = self.state.asked
        return asked is not None and self._clock.now() - asked <= END_WITHIN

    # What lies open

    def toggle(self, layer: Layer) -> None:
        """Enters a layer, or leaves it; of tools and covers one at a time is open."""
        if layer is Layer.FROZEN and self.alone:
            self.say("With one screen there is no other picture to keep.")
        elif layer in self.state:
            self._leave(layer)
        else:
            self._enter(layer)
            if layer is Layer.OVERVIEW:
                self.choose(self.state.place.stop)

    def open(self, layer: Layer) -> None:
        """Enters a layer if it is not open."""
        if layer not in self.state:
            self.toggle(layer)

    def close(self, layer: Layer) -> None:
        """Leaves a layer if it is open."""
        if layer in self.state:
            self._leave(layer)

    def choose(self, stop: int) -> None:
        """Marks a stop in the overview."""
        self._become(replace(self.state, choice=min(max(stop, 0), self.stops - 1)))

    def swap(self) -> None:
        """Swaps the screens; with one screen it shows the speaker's page, or the picture again."""
        if self.alone:
            self.toggle(Layer.NOTES)
        else:
            self._become(replace(self.state, swapped=not self.state.swapped))

    def escape(self) -> None:
        """Leaves what was entered last; with nothing open it asks, and ends the show when asked twice."""
        innermost = self.state.innermost
        if innermost is not None:
            self._leave(innermost)
        elif self.ending():
            self.state = replace(self.state, ended=True, said="")
        else:
            self.state = replace(self.state, asked=self._clock.now(), said="Esc again to end.")

    def go_on(self) -> None:
        """The show is not about to end: something else was asked for."""
        self._become(self.state)

    def set_screens(self, screens: int) -> None:
        """Takes up how many screens there are now; the place in the tour stays."""
        self._screens = screens
        if self.alone:
            self.close(Layer.FROZEN)
            self.state = replace(self.state, swapped=False)
        else:
            self.close(Layer.NOTES)

    # The watch

    def toggle_timer(self) -> None:
        """Stops the watch, or lets it run."""
        self.timing = self.timing.toggled(self._clock.now())
        self.say("The timer stands." if self.timing.paused else "The timer runs.")

    def reset_timer(self) -> None:
        """Sets the watch to zero; it starts with the next step."""
        self.timing = Timing.of(self.stops, self.state.place.stop)
        self.say("The timer starts with the next step.")

    # How the state changes

    def _enter(self, layer: Layer) -> None:
        rivals = next((group for group in RIVALS if layer in group), (layer,))
        layers = (*[known for known in self.state.layers if known not in rivals], layer)
        self._become(replace(self.state, layers=layers, said=""))

    def _leave(self, layer: Layer) -> None:
        layers = tuple([known for known in self.state.layers if known is not layer])
        digits = "" if layer is Layer.NUMBER else self.state.digits
        self._become(replace(self.state, layers=layers, digits=digits, said=""))

    def say(self, text: str) -> None:
        """Says something to the speaker; "" for nothing."""
        self._become(replace(self.state, said=text))

    def _become(self, state: ShowState) -> None:
        """Takes another state; whatever is done, the show is no longer about to end."""
        self.state = replace(state, asked=None)
