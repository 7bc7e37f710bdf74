"""The show as a machine: what each key of the presenter does, without a screen."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from vmexplorer.lessons.show_layers import ShowLayers
from vmexplorer.lessons.show_state import PUT_AWAY, SET_RIGHT, WAITING, Layer, ShowState
from vmexplorer.lessons.tour_walk import TourPlace, TourWalk

_KEPT = 50  # places to go back to
_LONGEST_NUMBER = 3  # digits
_COLUMNS = 4


class Going(StrEnum):
    """What a wish to move does to the picture."""

    NOWHERE = "nowhere"
    ARRIVE = "arrive"  # what is under way goes to its end at once
    PLAY = "play"  # the next step of the message path plays
    JUMP = "jump"  # the picture of the place appears


class Show(ShowLayers):
    """A tour that is shown; every method is one wish of the speaker.

    ``columns`` is how many thumbnails stand in a row of the overview.
    """

    columns = _COLUMNS

    # Through the tour

    def next(self, *, moving: bool = False) -> Going:
        """One step on; ``moving`` says that a message is under way, which then arrives."""
        if self._choosing():
            return self._choose(1)
        if self._waits():
            return Going.NOWHERE
        if moving:
            self.say("")
            return Going.ARRIVE
        walk = self._walk()
        if not walk.next():
            return self._stay("This is the last stop. Esc ends the show.")
        here = walk.now.stop == self.state.place.stop
        return self._play(walk.now) if here else self._jump(self.state, walk.now)

    def previous(self) -> Going:
        """One step back; to a stop before at its end."""
        if self._choosing():
            return self._choose(-1)
        if self._waits():
            return Going.NOWHERE
        walk = self._walk()
        return self._jump(self.state, walk.now) if walk.previous() else self._stay("This is the first stop.")

    def down(self, *, moving: bool = False) -> Going:
        """A row down in the overview, else one step on."""
        return self._choose(self.columns) if self._choosing() else self.next(moving=moving)

    def up(self) -> Going:
        """A row up in the overview, else one step back."""
        return self._choose(-self.columns) if self._choosing() else self.previous()

    def enter(self, *, moving: bool = False) -> Going:
        """Goes to the number typed or the stop marked in the overview; else one step on."""
        if self.state.digits:
            return self.go_to(int(self.state.digits) - 1)
        if self._choosing():
            return self.go_to(self.state.choice)
        return self.next(moving=moving)

    def first(self) -> Going:
        """To the first stop; in the overview it marks it."""
        return self._choose(-self.stops) if self._choosing() else self.go_to(0)

    def last(self) -> Going:
        """To the last stop; in the overview it marks it."""
        return self._choose(self.stops) if self._choosing() else self.go_to(self.stops - 1)

    def go_to(self, stop: int) -> Going:
        """Jumps to a stop by its index; the place that is left can be returned to."""
        if not 0 <= stop < self.stops:
            self.close(Layer.NUMBER)
            return self._stay(f"There is no stop {stop + 1}; the tour has {self.stops}.")
        past = (*self.state.past, self.state.place)[-_KEPT:]
        return self._jump(replace(self.state, past=past, future=()), TourPlace(stop))

    def back(self) -> Going:
        """Returns to the place before the last jump."""
        state = self.state
        if not state.past:
            return self._stay("There is no place to go back to.")
        before = replace(state, past=state.past[:-1], future=(state.place, *state.future))
        return self._jump(before, state.past[-1])

    def forward(self) -> Going:
        """Takes the last ``back`` back."""
        state = self.state
        if not state.future:
            return self._stay("There is no place to go forward to.")
        after = replace(state, past=(*state.past, state.place), future=state.future[1:])
        return self._jump(after, state.future[0])

    def replay(self) -> Going:
        """Plays the messages of the stop from the first."""
        place = TourPlace(self.state.place.stop)
        walk = TourWalk(self._spans, place)
        if walk.span is None:
            return self._stay("This stop plays no messages.")
        walk.next()
        self._jump(self.state, place)
        return self._play(walk.now)

    # A stop by its number

    def ask_number(self) -> None:
        """Begins a number, or gives it up."""
        self.toggle(Layer.NUMBER)
        if Layer.NUMBER in self.state:
            self.say("Type the number of a stop, then Enter.")

    def digit(self, digit: str) -> None:
        """Adds a digit to the number."""
        digits = (self.state.digits + digit).lstrip("0")[:_LONGEST_NUMBER]
        if digits:
            self._enter(Layer.NUMBER)
            self._become(replace(self.state, digits=digits, said=f"To stop {digits}: Enter"))

    # How the place changes

    def _stay(self, why: str = "") -> Going:
        self.say(why)
        return Going.NOWHERE

    def _waits(self) -> bool:
        """Leaves the innermost layer behind which a step would not be seen; returns whether there was one."""
        waiting = [layer for layer in self.state.layers if layer in WAITING]
        if waiting:
            self._leave(waiting[-1])
        return bool(waiting)

    def _choosing(self) -> bool:
        """Whether the overview is open and nothing that waits lies over it."""
        layers = [layer for layer in self.state.layers if layer is Layer.OVERVIEW or layer in WAITING]
        return bool(layers) and layers[-1] is Layer.OVERVIEW

    def _choose(self, by: int) -> Going:
        self.choose(self.state.choice + by)
        return Going.NOWHERE

    def _walk(self) -> TourWalk:
        """A walk that begins where the show is."""
        return TourWalk(self._spans, self.state.place)

    def _play(self, place: TourPlace) -> Going:
        """The next step of the message path; what is open over the picture stays."""
        self._become(replace(self.state, place=place, said=""))
        self._count()
        return Going.PLAY

    def _jump(self, state: ShowState, place: TourPlace) -> Going:
        """Goes to a place; at another stop what belonged to the old picture is put away."""
        gone = PUT_AWAY if place.stop != self.state.place.stop else SET_RIGHT
        layers = tuple([layer for layer in state.layers if layer not in gone])
        self._become(replace(state, place=place, layers=layers, digits="", said=""))
        self._count()
        return Going.JUMP

    def _count(self) -> None:
        self.timing = self.timing.moved(self.state.place.stop, self._clock.now())
