"""Owns the lab of the boot banks at work, and turns what happens in it into signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.bank_event import BankEvent, Happening
from vmexplorer.errors import VmexplorerError
from vmexplorer.labs.banks.overlay import flow_in, laid_over
from vmexplorer.labs.banks.play import BanksPlay, Key
from vmexplorer.playback.clock import Clock
from vmexplorer.playback.motion import Motion
from vmexplorer.playback.player import Player
from vmexplorer.stage.overlay import Overlay
from vmexplorer.ui.player_controller import PlayerController


class BanksController(PlayerController):
    """The lab and its one timer; ``session_changed`` tells of events, ``overlay_changed`` of the map."""

    session_changed = Signal()
    overlay_changed = Signal(object)
    flow_wanted = Signal(str)
    component_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, play: BanksPlay, clock: Clock | None = None, parent: QObject | None = None) -> None:
        super().__init__(clock, parent)
        self.play = play
        self._laid: Overlay | None = None
        self.step_changed.connect(self.lay_over)

    @property
    def player(self) -> Player:
        """The lab's player."""
        return self.play.player

    def adopt(self, atlas: Atlas, era: str, motion: Motion) -> None:
        """Goes on in an era and with a motion; another pack begins anew."""
        if self.play.atlas is not atlas:
            self.play = BanksPlay(atlas, era, motion)
        self.play.show_era(era)
        self.play.set_motion(motion)
        self._changed()

    @Slot(str)
    def act(self, event: str) -> None:
        """Lets an event happen, written as for the command line; one that cannot happen is told."""
        try:
            self.play.act(BankEvent.parse(event))
        except VmexplorerError as error:
            self.said.emit(f"{error}.")
            return
        self._changed()

    def happen(self, kind: Happening, image: str = "") -> None:
        """Lets an event of a kind happen."""
        self.act(str(BankEvent(kind, image)))

    @Slot(object)
    def predict(self, partition: int | None) -> None:
        """Expects a partition, or None for no bank."""
        self.play.predict(partition)
        self.session_changed.emit()

    @Slot()
    def undo(self) -> None:
        """Goes one event back."""
        self.play.undo()
        self._changed()

    @Slot()
    def redo(self) -> None:
        """Goes one event forward and plays it."""
        self.play.redo()
        self._changed()

    @Slot(int)
    def go_to(self, place: int) -> None:
        """Goes to the moment after so many events."""
        self.play.go_to(place)
        self._changed()

    @Slot()
    def start_fresh(self) -> None:
        """Begins with a fresh host."""
        self.play.start_fresh()
        self._changed()

    @Slot(str)
    def start_story(self, name: str) -> None:
        """Begins a story; raises as ``BanksPlay.start_story``."""
        self.play.start_story(name)
        self._changed()

    @Slot(str)
    def choose_loader(self, id: str) -> None:
        """Plays the same events with another loader."""
        self.play.show_loader(id)
        self._changed()

    def press(self, key: Key) -> None:
        """Presses a key of the loader's screen."""
        self.play.press(key)
        self._changed()

    @Slot()
    def skip(self) -> None:
        """Goes to the end of the show."""
        self._announce(self.play.skip())

    @Slot()
    def tell_path(self) -> None:
        """Asks for the message path that tells what has just happened."""
        flow = flow_in(self.play.atlas, self.play.era, self.play.moment)
        if flow:
            self.flow_wanted.emit(flow)

    @Slot()
    def lay_over(self) -> None:
        """Lays the present picture over the map, when that makes a difference."""
        play = self.play
        overlay = laid_over(play.atlas, play.era, play.session, play.moment, play.picture)
        if overlay != self._laid:
            self._laid = overlay
            self.overlay_changed.emit(overlay)

    def forget_overlay(self) -> None:
        """The map has dropped what was laid over it."""
        self._laid = None

    def _pass(self, elapsed: float) -> None:
        if self.player.playing:
            beat = self.play.picture.kind, self.play.picture.wrote
            self._announce(self.play.advance(elapsed))
            if (self.play.picture.kind, self.play.picture.wrote) != beat:
                self.lay_over()

    def _changed(self) -> None:
        """Something other than time has changed."""
        self._run()
        self.session_changed.emit()
        self.playing_changed.emit(self.player.playing)
        self.step_changed.emit()
        self.state_changed.emit()
