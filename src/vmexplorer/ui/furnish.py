"""Builds everything beside the map: atlas, explorer, controller, panels, and joins them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from vmexplorer.app.choice import chosen
from vmexplorer.app.deep_link import apply
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.packs import load_last_good, load_pack
from vmexplorer.app.request import OpenRequest
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.tour import STOP_MARK
from vmexplorer.drawing.route_book import RouteBook
from vmexplorer.errors import PackError
from vmexplorer.ui import style
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.explore_controller import ExploreController
from vmexplorer.ui.main_window import MainWindow
from vmexplorer.ui.presenter.presenting import Presenting
from vmexplorer.ui.problem_guide import ProblemGuide


def furnish(app: QApplication, window: MainWindow, ink: Ink, request: OpenRequest, cache: Path | None) -> Desk:
    """The desk as requested.

    Raises:
        UnknownNameError: the request names something that does not exist.
        PackError: the shipped pack is broken.
    """
    atlas, error = _atlas(request.pack)
    book = RouteBook(cache / "routes.json" if cache else None)
    explorer = Explorer(atlas, book=book)
    complaints = prepare(explorer, request) if error is None else ()
    fonts.load()
    fonts.load_rest()
    app.setStyleSheet(style.sheet(ink.theme))
    window.furnish(ink)
    window.canvas.enliven()
    desk = Desk(app, window, ExploreController(explorer), ink, book)
    desk.open()
    presenting = Presenting(desk)
    presenting.join()
    if request.lab is not None and error is None:
        desk.labs.open_or_say(request.lab)
    if request.present is not None and error is None:
        presenting.follow(request.present)
    if request.tour is not None and error is None:
        desk.tours.open(request.tour if request.stop is None else f"{request.tour}{STOP_MARK}{request.stop}")
    if complaints:
        window.message_bar.say_lasting(" ".join(complaints))
    if error is not None:
        ProblemGuide(desk, request, error).show()
    return desk


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
