"""Which slot of a controller answers which wish of the player bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from vmexplorer.ui.compare.compare_controller import CompareController
    from vmexplorer.ui.panels.player_bar import PlayerBar
    from vmexplorer.ui.play_controller import PlayController


def player_joints(
    bar: PlayerBar, controller: PlayController | CompareController
) -> tuple[tuple[SignalInstance, Callable[..., Any]], ...]:
    """The signals of the bar and the slots of whoever plays, in pairs."""
    return (
        (bar.toggled, controller.toggle),
        (bar.next_wanted, controller.next),
        (bar.previous_wanted, controller.previous),
        (bar.scrubbed, controller.scrub),
        (bar.speed_chosen, controller.set_speed),
        (bar.loop_toggled, controller.set_loop),
        (bar.stepping_toggled, controller.set_stepping),
    )
