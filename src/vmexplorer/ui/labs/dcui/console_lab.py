"""The lab of the direct console: owns its state, lets time pass, and tells the map what the console does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot

from vmexplorer.app.console_faults import (
    NETWORK_OFF,
    faults_left,
    faults_made,
    following,
    own_faults,
    surroundings_without,
)
from vmexplorer.app.console_notes import console_notes
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.labs.dcui.effects import Effect, FlowWanted
from vmexplorer.labs.dcui.machine import advance, is_under_way, press, settle
from vmexplorer.labs.dcui.overlay import overlay
from vmexplorer.labs.dcui.presets import for_part, prepared
from vmexplorer.labs.dcui.screen import screen
from vmexplorer.labs.dcui.state import ConsoleState, Outcome, begin, with_surroundings
from vmexplorer.labs.dcui.surroundings import Surroundings
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.playback.motion import REDUCED, Motion
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.dcui.console_mirror import ConsoleMirror
from vmexplorer.ui.labs.dcui.console_page import ConsolePage
from vmexplorer.ui.labs.lab import Lab

if TYPE_CHECKING:
    from vmexplorer.ui.labs.whatif.bench import Bench

STAGE = 320  # milliseconds that a stage of what is under way stands


class ConsoleLab(Lab):
    """A simulated host for each era that was looked at; ``done`` has the effects of each key."""

    done = Signal(object)

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.page: ConsolePage = ConsolePage(ink)
        self._states: dict[str, ConsoleState] = {}
        self._own: dict[str, frozenset[Fault]] = {}  # by era the faults that were made at its console
        self._atlas: Atlas | None = None
        self._era = ""
        self._motion: Motion | None = None
        self._surroundings = Surroundings()
        self._bench: Bench | None = None
        self._open = False
        self._timer = QTimer(self)
        self._timer.setInterval(STAGE)
        self._timer.timeout.connect(self.tick)
        self.page.key_pressed.connect(self.press)
        self.page.leave_wanted.connect(self.keyboard_left)
        self.page.keys.fresh_wanted.connect(self.start_afresh)
        self.page.notes.component_chosen.connect(self.component_wanted)
        self.page.notes.flow_chosen.connect(self._play)

    @property
    def state(self) -> ConsoleState:
        """The console of the present era."""
        return self._states[self._era]

    @property
    def waiting(self) -> bool:
        """Whether the timer runs, because something is under way."""
        return self._timer.isActive()

    def meet(self, bench: Bench) -> None:
        """Takes the host whose faults the console finds around it."""
        self._bench = bench
        bench.changed.connect(self._look_around)
        self._look_around()

    def enter(self, atlas: Atlas, era: str, motion: Motion) -> None:
        """Shows the console of an era; its host is as it was left."""
        if atlas is not self._atlas:
            self._states.clear()
            self._own.clear()
        if era not in self._states:
            self._states[era] = begin(atlas, era)
        self._atlas, self._era, self._motion, self._open = atlas, era, motion, True
        self._look_around()
        self._take(Outcome(with_surroundings(self.state, self._surroundings)))

    def leave(self) -> None:
        """Nothing goes on while nobody looks."""
        self._open = False
        self._timer.stop()

    def prepare(self, preset: str) -> None:
        """Opens the menus at a row, such as ``restart-agents``; raises as ``prepared``."""
        self._take(Outcome(prepared(self.state, preset)))

    def take_up(self, part: str) -> None:
        """Opens the menus at the row that works on a part."""
        self._take(Outcome(for_part(self.state, part)))

    def mirror(self, ink: Ink) -> ConsoleMirror:
        """The screen alone."""
        made = ConsoleMirror(ink)
        if self._era:
            made.follow(screen(self.state))
        self.shown.connect(made.follow)
        return made

    @Slot(object)
    def set_surroundings(self, surroundings: Surroundings) -> None:
        """Says what is out of order around the console, as a simulation of faults has it."""
        self._surroundings = surroundings
        for era, state in self._states.items():
            self._states[era] = with_surroundings(state, surroundings)
        self._show()

    @Slot(str)
    def press(self, key: str) -> None:
        """Presses a key."""
        self._take(press(self.state, key))

    @Slot()
    def tick(self) -> None:
        """What is under way comes a stage further."""
        self._take(advance(self.state))

    @Slot()
    def start_afresh(self) -> None:
        """Sets the host of this era up anew."""
        if self._atlas is not None:
            fresh = begin(self._atlas, self._era)
            self._forget_own()
            self._take(Outcome(with_surroundings(fresh, self._surroundings)))
            self.said.emit("The simulated host is as fresh as on the first day.")

    def _forget_own(self) -> None:
        """Ends the faults that were made at this console."""
        own = self._own.pop(self._era, frozenset())
        if self._bench is not None:
            for fault in own:
                self._bench.remove(str(fault))

    def _take(self, outcome: Outcome) -> None:
        if self._motion is REDUCED and is_under_way(outcome.state):
            ended = settle(outcome.state)
            outcome = Outcome(ended.state, (*outcome.effects, *ended.effects))
        self._states[self._era] = outcome.state
        self._show()
        if outcome.effects:
            self.done.emit(outcome.effects)
            self._change_host(outcome.effects)
        for effect in outcome.effects:
            if isinstance(effect, FlowWanted):
                self._play(effect.name)

    @Slot()
    def _look_around(self) -> None:
        """Takes the faults around the console, and what has become of those that were made at it."""
        if self._bench is None:
            return
        own, faults = self._own.get(self._era, frozenset()), self._bench.faults
        if self._era in self._states:
            self._states[self._era] = following(self.state, own, faults)
            self._own[self._era] = own_faults(own, faults)
        self.set_surroundings(surroundings_without(self._bench.outcome, self._bench.session, own | {NETWORK_OFF}))

    def _change_host(self, effects: tuple[Effect, ...]) -> None:
        """Makes and ends the faults that follow from what was done; the others are there again after every restart."""
        if self._bench is None or self._atlas is None:
            return
        left = faults_left(self._bench.faults, effects, self.state.book)
        for fault in self._bench.faults:
            if fault not in left:
                self._bench.remove(str(fault))
        for fault in faults_made(effects, self._atlas, self._era):
            self._own[self._era] = self._own.get(self._era, frozenset()) | {fault}
            self._bench.try_add(str(fault))
        self._look_around()

    def _show(self) -> None:
        if self._atlas is None or not self._open:
            return
        now = screen(self.state)
        self.page.show_screen(now, console_notes(self._atlas, self.state))
        self.shown.emit(now)
        self.overlay_changed.emit(overlay(self.state))
        if is_under_way(self.state):
            self._timer.start()
        else:
            self._timer.stop()

    @Slot(str)
    def _play(self, flow: str) -> None:
        """Plays a flow on the map; whoever types here goes on typing here."""
        typing = self.page.view.hasFocus()
        self.flow_wanted.emit(flow)
        if typing:
            self.page.view.setFocus()


def make_lab(ink: Ink) -> ConsoleLab:
    """The lab as it is at its first opening."""
    return ConsoleLab(ink)
