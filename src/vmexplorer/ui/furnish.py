"""Builds everything beside the map: atlas, explorer, controller, panels, and joins them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from vmexplorer.app.choice import chosen
from vmexplorer.app.commands import Command
from vmexplorer.app.deep_link import apply
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.packs import load_last_good, load_pack
from vmexplorer.app.place import return_to
from vmexplorer.app.request import OpenRequest
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.tour import STOP_MARK
from vmexplorer.drawing.route_book import RouteBook
from vmexplorer.errors import PackError
from vmexplorer.ui import style
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.chosen_keys import show_commands, window_commands
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.explore_controller import ExploreController
from vmexplorer.ui.main_window import MainWindow
from vmexplorer.ui.presenter.presenting import Presenting
from vmexplorer.ui.problem_guide import ProblemGuide
from vmexplorer.ui.recollection import Recollection

_MOST_COMPLAINTS = 2


def furnish(
    app: QApplication,
    window: MainWindow,
    ink: Ink,
    request: OpenRequest,
    cache: Path | None,
    recollection: Recollection,
) -> Desk:
    """The desk as requested.

    Raises:
        UnknownNameError: the request names something that does not exist.
        PackError: the shipped pack is broken.
    """
    atlas, error = _atlas(request.pack)
    book = RouteBook(cache / "routes.json" if cache else None)
    explorer = Explorer(atlas, book=book)
    complaints = _brought(explorer, request, recollection) if error is None else ()
    fonts.load()
    fonts.load_rest()
    app.setStyleSheet(style.sheet(ink.theme))
    window.furnish(ink)
    window.rail.set_folding(recollection.rail)
    window.canvas.enliven()
    desk = Desk(app, window, ExploreController(explorer), ink, book, _commands(recollection))
    desk.open()
    _settle(desk, recollection)
    presenting = Presenting(desk)
    presenting.keep_ink = recollection.settings.keep_ink
    presenting.commands = show_commands(recollection.file, recollection.settings.presenter_keys)
    presenting.join()
    if error is None:
        _begin(desk, presenting, request, recollection)
    complaints = (*complaints, *recollection.complaints, *desk.tours.complaints)
    if complaints:
        window.message_bar.say_lasting(_in_short(complaints))
    if error is not None:
        ProblemGuide(desk, request, error).show()
    return desk


def _settle(desk: Desk, recollection: Recollection) -> None:
    """Lets the window move and answer as the user has set it."""
    if recollection.settings.reduced_motion and not desk.modes.is_on("motion.reduced"):
        desk.modes.switch_motion()
    desk.window.canvas.wheel_pans = recollection.settings.wheel == "pan"


def _commands(recollection: Recollection) -> tuple[Command, ...]:
    """The commands of the window with the keys that the user wants."""
    return window_commands(recollection.file, recollection.settings.keys)


def _begin(desk: Desk, presenting: Presenting, request: OpenRequest, recollection: Recollection) -> None:
    """Opens the lab, begins the show or walks the tour that is wanted, or that was on last."""
    if request.lab is not None:
        placed = request.view or request.flow or request.select or request.link
        (desk.labs.open_or_say if placed else desk.labs.visit)(request.lab)
    if request.present is not None:
        presenting.follow(request.present)
    if request.tour is not None:
        desk.tours.open(request.tour if request.stop is None else f"{request.tour}{STOP_MARK}{request.stop}")
    if recollection.tour:
        desk.tours.go_on(recollection.tour)


def _in_short(complaints: Sequence[str]) -> str:
    """The first complaints; a bar that fills the window tells nothing."""
    more = len(complaints) - _MOST_COMPLAINTS
    said = " ".join(complaints[:_MOST_COMPLAINTS])
    return f"{said} There are {more} more like that." if more > 0 else said


def _brought(explorer: Explorer, request: OpenRequest, recollection: Recollection) -> tuple[str, ...]:
    """Brings an explorer where the request wants it or, without a wish, where it was last."""
    place = recollection.place()
    if place is None:
        return prepare(explorer, request)
    return_to(explorer, place)
    return ()


def prepare(explorer: Explorer, request: OpenRequest) -> tuple[str, ...]:
    """Brings an explorer where the request wants it; returns what a link asked for in vain."""
    if request.link is not None:
        return apply(explorer, request.link)
    choice = chosen(explorer.atlas, view=request.view, era=request.era, flow=request.flow, select=request.select)
    explorer.show_era(choice.era)
    explorer.show_view(choice.view)
    if choice.flow:
        explorer.tell(choice.flow)
        explorer.player.seek(request.at or 0.0)
    if choice.select and choice.select in explorer.atlas.components:
        if not request.view and not request.flow:
            explorer.show_view(explorer.best_view(choice.select))
        explorer.select_component(choice.select)
    elif choice.select:
        explorer.select_link(choice.select)
    return ()


def _atlas(pack: Path | None) -> tuple[Atlas, PackError | None]:
    """The atlas and, when the pack is broken, what is wrong with it.

    A broken pack gives its last good state or, without one, the shipped pack.
    """
    try:
        return load_pack(pack), None
    except PackError as error:
        if pack is None:
            raise
        return load_last_good(pack) or load_pack(None), error
