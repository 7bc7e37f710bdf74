"""Which slot of whoever plays answers which wish of the player bar, and which command."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from vmexplorer.app.commands import STEPS

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from vmexplorer.ui.panels.player_bar import PlayerBar
    from vmexplorer.ui.player_controller import PlayerController


def player_joints(
    bar: PlayerBar, controller: PlayerController
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


def player_commands(controller: PlayerController) -> dict[str, Callable[[], None]]:
    """The commands that mean the same to everyone who plays."""
    return {
        "play.toggle": controller.toggle,
        "play.next": controller.next,
        "play.previous": controller.previous,
        "play.first": controller.first,
        "play.last": controller.last,
        "play.slower": controller.slower,
        "play.faster": controller.faster,
        "play.frame-on": controller.frame_on,
        "play.frame-back": controller.frame_back,
        **{id: partial(controller.jump, place) for place, id in enumerate(STEPS)},
    }
