"""Plays what the explorer tells, and the traffic that runs by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from vmexplorer.app.explorer import Explorer
from vmexplorer.atlas.link import Plane
from vmexplorer.playback.clock import Clock
from vmexplorer.playback.motion import Motion
from vmexplorer.playback.player import Player
from vmexplorer.stage.ambient import Stream, Traffic, dots
from vmexplorer.ui.player_controller import PlayerController


class PlayController(PlayerController):
    """The explorer's player, its ways of moving, and its regular traffic."""

    flow_changed = Signal()
    dots_changed = Signal(list)
    motion_changed = Signal()

    def __init__(self, explorer: Explorer, clock: Clock | None = None, parent: QObject | None = None) -> None:
        super().__init__(clock, parent)
        self.explorer = explorer
        self._flowing = 0.0  # seconds that regular traffic has been shown
        self._streams: tuple[Stream, ...] = ()

    @property
    def player(self) -> Player:
        """The explorer's player."""
        return self.explorer.player

    # What runs by itself

    def show_traffic(self, traffic: Traffic) -> None:
        """Shows a sort of regular traffic, or none; none costs nothing."""
        if self.explorer.show_traffic(traffic):
            self._restream()
            self.state_changed.emit()
            self.modes_changed.emit()

    def show_plane(self, plane: Plane | None) -> None:
        """Shows one plane apart, the data plane with its traffic; None shows both."""
        if self.explorer.show_plane(plane):
            self.show_traffic(Traffic.DATA if plane is Plane.DATA else Traffic.NONE)
            self.state_changed.emit()
            self.modes_changed.emit()

    def set_motion(self, motion: Motion) -> None:
        """Moves in another way, such as without movement."""
        self.explorer.set_motion(motion)
        self._restream()
        self._flow_reloaded(self.explorer.flow is not None)
        self.state_changed.emit()
        self.motion_changed.emit()

    @Slot(object)
    def set_ratio(self, ratio: float | None) -> None:
        """Plays in the real ratio, or (None) in times that can be followed."""
        self.explorer.set_ratio(ratio)
        self._flow_reloaded(self.explorer.flow is not None)
        self.state_changed.emit()
        self.modes_changed.emit()

    def _restream(self) -> None:
        """Takes the streams of the present view; without movement there are none."""
        moving = self.explorer.motion.travels
        self._streams = self.explorer.streams() if moving else ()
        self.dots_changed.emit(dots(self._streams, self._flowing))
        self._run()

    def _flow_reloaded(self, had: bool) -> None:
        if had:
            self._run()
            self.flow_changed.emit()
            self.step_changed.emit()
            self.position_changed.emit(self.explorer.player.position)
            self.playing_changed.emit(self.explorer.player.playing)

    def _pass(self, elapsed: float) -> None:
        super()._pass(elapsed)
        if self._streams:
            self._flowing += elapsed
            self.dots_changed.emit(dots(self._streams, self._flowing))

    def _moves(self) -> bool:
        return super()._moves() or bool(self._streams)
