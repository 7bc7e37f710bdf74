"""Which slot carries out which command."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from vmexplorer.ui.compare.joints import player_commands
from vmexplorer.ui.labs import shelf
from vmexplorer.ui.modes import MENU
from vmexplorer.ui.side import SEQUENCE, STEPS

if TYPE_CHECKING:
    from vmexplorer.ui.desk import Desk

_ZOOM = 1.25


def command_table(desk: Desk) -> dict[str, Callable[[], None]]:
    """A callable for the id of every command of the main window."""
    canvas, controller = desk.window.canvas, desk.controller
    return {
        "view.fit": canvas.fit,
        "view.zoom-in": partial(canvas.zoom, _ZOOM),
        "view.zoom-out": partial(canvas.zoom, 1 / _ZOOM),
        "view.actual-size": canvas.actual_size,
        "view.zoom-selection": desk.zoom_selection,
        "view.back": controller.back,
        "view.forward": controller.forward,
        "view.up": controller.up,
        **player_commands(controller),
        "play.loop": desk.toggle_loop,
        "flow.clear": desk.clear_flow,
        "search.open": desk.overlays.open_search,
        "era.next": partial(desk.step_era, 1),
        "era.previous": partial(desk.step_era, -1),
        "era.changes": desk.toggle_changes,
        "theme.next": desk.themes.next,
        "route.start": desk.start_route,
        "help.keys": desk.overlays.show_keys,
        "window.fullscreen": desk.toggle_fullscreen,
        "select.clear": desk.clear,
        **{f"lab.{lab}": partial(desk.labs.visit, lab) for lab in shelf.available()},
        **_of_tours(desk),
        "lab.break": partial(desk.labs.visit, "cases", preset="break"),
        "lab.close": desk.labs.leave,
        **{f"whatif.{wish}": partial(desk.labs.carry_out, wish) for wish in ("stop", "undo", "redo", "reset")},
        "side.steps": partial(desk.switch_side, STEPS),
        "side.sequence": partial(desk.switch_side, SEQUENCE),
        "step.open": desk.open_step,
        "link.copy": desk.copy_link,
        **{name: partial(desk.modes.carry_out, name) for name in MENU},
    }


def _of_tours(desk: Desk) -> dict[str, Callable[[], None]]:
    return {
        "tour.next": desk.tours.next,
        "tour.previous": desk.tours.previous,
        "tour.contents": desk.tours.contents,
        "tour.resume": desk.tours.resume,
        "tour.leave": desk.tours.leave,
        "tour.keep": desk.editor.keep,
        "tour.edit": desk.editor.open,
    }
