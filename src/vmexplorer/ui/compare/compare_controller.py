"""Plays a comparison."""

from __future__ import annotations

from PySide6.QtCore import QObject

from vmexplorer.app.comparing import Comparing
from vmexplorer.playback.clock import Clock
from vmexplorer.playback.player import Player
from vmexplorer.ui.player_controller import PlayerController


class CompareController(PlayerController):
    """The player of a comparison; a step of it is a pair."""

    def __init__(self, comparing: Comparing, clock: Clock | None = None, parent: QObject | None = None) -> None:
        super().__init__(clock, parent)
        self._comparing = comparing

    @property
    def comparing(self) -> Comparing:
        """What is played."""
        return self._comparing

    @property
    def player(self) -> Player:
        """The comparison's player."""
        return self._comparing.player

    def load(self, comparing: Comparing) -> None:
        """Goes on with another comparison at rest; the modes of the player stay."""
        keep_modes(self._comparing.player, comparing.player)
        self._comparing = comparing
        after = comparing.player
        self._run()
        self.playing_changed.emit(after.playing)
        self.step_changed.emit()
        self.position_changed.emit(after.position)
        self.state_changed.emit()


def keep_modes(before: Player, after: Player) -> None:
    """Lets a player go on in the modes of another: speed, repetition, stops."""
    after.set_speed(before.speed)
    after.set_loop(before.loop)
    after.set_stop_at_each_step(before.stop_at_each_step)
