"""A show with all that belongs to it: the machine, the script, the pointers and the ink; carries out commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial

from vmexplorer.app.show_commands import DIGITS, LEAVE
from vmexplorer.drawing.geometry import Point
from vmexplorer.drawing.layout import Layout
from vmexplorer.lessons.pointer import Lens, Spot, Trail, spot_at
from vmexplorer.lessons.script import Script, Seen, seen_by_audience
from vmexplorer.lessons.show import Going, Show
from vmexplorer.lessons.show_state import Layer
from vmexplorer.lessons.sketch import Sketch, Stroke
from vmexplorer.playback.clock import Clock

_LAYERS = {
    "show.overview": Layer.OVERVIEW,
    "show.black": Layer.BLACK,
    "show.white": Layer.WHITE,
    "show.freeze": Layer.FROZEN,
    "show.hide": Layer.HIDDEN,
    "show.help": Layer.HELP,
    "tool.laser": Layer.LASER,
    "tool.spotlight": Layer.SPOTLIGHT,
    "tool.lens": Layer.LENS,
    "tool.pen": Layer.PEN,
    "tool.eraser": Layer.ERASER,
    "live.map": Layer.DETOUR,
}
_WALKS = ("next", "previous", "down", "up", "enter", "first", "last", "back", "forward", "replay")


class TimerMode(StrEnum):
    """What the large time of the speaker says."""

    SO_FAR = "so far"
    LEFT = "left"
    CLOCK = "clock"


class Showing:
    """Everything of a show that needs no screen.

    ``live`` is what is told while the speaker has left the tour, None when he has not.
    ``keep_ink`` lets the ink of a stop come back with the stop.
    """

    def __init__(self, script: Script, clock: Clock, stop: int = 0, screens: int = 2) -> None:
        self.script = script
        self.show = Show(script.spans, clock, stop, screens)
        self.timer_mode = TimerMode.SO_FAR
        self.trail = Trail()
        self.spot: Spot | None = None
        self.lens: Lens | None = None
        self.sketch = Sketch()
        self.keep_ink = False
        self.live: str | None = None
        self._clock = clock
        self._sketches: dict[int, Sketch] = {}
        self._seen = seen_by_audience(self.show, script)
        self._held = False  # the laser is on for as long as a key is held
        self._walks: dict[str, Callable[[], Going]] = {
            f"show.{name}": getattr(self.show, name) for name in _WALKS if name not in _MOVING
        }
        self._acts = self._table()

    @property
    def seen(self) -> Seen:
        """What the audience sees."""
        return self._seen

    @property
    def pointing(self) -> bool:
        """Whether the pointer is a laser."""
        return self._held or Layer.LASER in self.show.state

    @property
    def restless(self) -> bool:
        """Whether something of what is drawn changes by itself."""
        now = self._clock.now()
        return self.trail.fades(now) or self.sketch.fades(now)

    def do(self, command: str, *, moving: bool = False) -> Going:
        """Carries out a command; those that only concern windows do nothing here.

        Args:
            command: its id.
            moving: a message is under way.
        """
        before = self.show.state.place.stop
        going = Going.NOWHERE
        if command != LEAVE:
            self.show.go_on()
        if command in _MOVING:
            going = _MOVING[command](self.show, moving=moving)
        elif command in self._walks:
            going = self._walks[command]()
        elif command in self._acts:
            self._acts[command]()
        self._follow(before)
        return going

    def go_to(self, stop: int) -> Going:
        """Jumps to a stop by its index."""
        before = self.show.state.place.stop
        going = self.show.go_to(stop)
        self._follow(before)
        return going

    def refresh(self) -> None:
        """Takes up what has changed beside the commands: screens, and what is told live."""
        self._follow(self.show.state.place.stop)

    # The hand

    def hold_laser(self, held: bool) -> None:
        """Turns the pointer into a laser for as long as a key is held."""
        self._held = held

    def point(self, place: Point, layout: Layout) -> bool:
        """The pointer is at a place of the scene; returns whether something is drawn there."""
        tool = self.show.state.tool
        if self.pointing:
            self.trail.add(place, self._clock.now())
        elif tool is Layer.SPOTLIGHT:
            self.spot = spot_at(place, layout)
        elif tool is Layer.LENS:
            self.lens = self.lens._replace(place=place) if self.lens else Lens(place)
        return self.pointing or tool in (Layer.SPOTLIGHT, Layer.LENS)

    def press(self, place: Point, width: float) -> bool:
        """The pen or the eraser is put down; returns whether one of them is in the hand."""
        tool = self.show.state.tool
        if tool is Layer.PEN and not self._held:
            self.sketch.begin(place, width)
        return self.drag(place, width) or tool is Layer.PEN

    def drag(self, place: Point, width: float) -> bool:
        """The pen or the eraser moves while it is down; ``width`` is that of the pen in scene units."""
        tool = self.show.state.tool
        if tool is Layer.ERASER:
            self.sketch.erase(place, width * 4)
        elif tool is Layer.PEN:
            self.sketch.draw(place)
        return tool in (Layer.PEN, Layer.ERASER) and not self._held

    def lift(self) -> None:
        """The pen or the eraser is taken off the picture."""
        self.sketch.lift(self._clock.now())

    # Ink that is kept

    def ink(self) -> dict[int, tuple[Stroke, ...]]:
        """What is drawn, by the indexes of the stops."""
        sketches = {**self._sketches, self.show.state.place.stop: self.sketch}
        return {stop: sketch.strokes for stop, sketch in sketches.items() if sketch.strokes}

    def bring_ink(self, ink: Mapping[int, Sequence[Stroke]]) -> None:
        """Takes up what was drawn in an earlier show, by the indexes of the stops; from now on ink is kept."""
        self.keep_ink = True
        self._sketches = {stop: Sketch(strokes) for stop, strokes in ink.items()}
        self.sketch = self._sketches.pop(self.show.state.place.stop, self.sketch)

    # How commands are carried out

    def _table(self) -> dict[str, Callable[[], object]]:
        show = self.show
        return {
            **{id: partial(show.toggle, layer) for id, layer in _LAYERS.items()},
            **{id: partial(show.digit, str(digit)) for digit, id in enumerate(DIGITS)},
            LEAVE: show.escape,
            "show.number": show.ask_number,
            "show.swap": show.swap,
            "live.break": partial(show.open, Layer.DETOUR),
            "live.ask": partial(show.open, Layer.DETOUR),
            "timer.mode": self._next_timer_mode,
            "timer.reset": show.reset_timer,
            "timer.pause": show.toggle_timer,
            "ink.undo": self._undo,
            "ink.redo": self._redo,
            "ink.clear": self._clear_ink,
            "ink.colour": self._next_colour,
            "ink.fade": self._toggle_fading,
            "ink.keep": self._toggle_keeping,
            "picture.closer": partial(self._strengthen, 1),
            "picture.farther": partial(self._strengthen, -1),
        }

    def _next_timer_mode(self) -> None:
        modes = list(TimerMode)
        self.timer_mode = modes[(modes.index(self.timer_mode) + 1) % len(modes)]

    def _undo(self) -> None:
        self.sketch.undo()

    def _redo(self) -> None:
        self.sketch.redo()

    def _clear_ink(self) -> None:
        self.sketch.clear()

    def _next_colour(self) -> None:
        self.sketch.next_colour()

    def _toggle_fading(self) -> None:
        self.sketch.fading = not self.sketch.fading

    def _toggle_keeping(self) -> None:
        self.keep_ink = not self.keep_ink
        said = "Ink is kept: it comes back with its stop, in the next show too."
        self.show.say(said if self.keep_ink else "Ink is not kept: it is gone on the next stop.")

    def _strengthen(self, steps: int) -> None:
        if self.lens is not None:
            self.lens = self.lens.stronger(steps)

    def _follow(self, before: int) -> None:
        """Puts away what belonged to another picture, and says what the audience sees."""
        state = self.show.state
        if state.place.stop != before:
            self._change_sketch(before, state.place.stop)
            self.trail.clear()
        if state.tool is not Layer.SPOTLIGHT:
            self.spot = None
        if state.tool is not Layer.LENS:
            self.lens = None
        if Layer.DETOUR not in state:
            self.live = None
        self._seen = seen_by_audience(self.show, self.script, self._seen, self.live)

    def _change_sketch(self, before: int, stop: int) -> None:
        """Another stop has ink of its own: none, unless ink is kept."""
        old = self.sketch
        old.lift(self._clock.now())
        if self.keep_ink:
            self._sketches[before] = old
        else:
            self._sketches.clear()
        self.sketch = self._sketches.pop(stop, Sketch())
        self.sketch.colour, self.sketch.fading = old.colour, old.fading


_MOVING = {"show.next": Show.next, "show.down": Show.down, "show.enter": Show.enter}
