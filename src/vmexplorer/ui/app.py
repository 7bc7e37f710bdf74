"""Builds the program and joins its parts; nothing else does."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from vmexplorer import resources
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.packs import cache_folder, load_pack
from vmexplorer.app.request import OpenRequest
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.drawing.route_book import RouteBook
from vmexplorer.drawing.theme import find_theme
from vmexplorer.errors import PackError
from vmexplorer.ui import style
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.explore_controller import ExploreController
from vmexplorer.ui.main_window import MainWindow

_LOG = logging.getLogger(__name__)
DEFAULT_THEME = "dark"


def run(request: OpenRequest) -> int:
    """Opens the window and returns when it is closed.

    Raises:
        UnknownNameError: the request names a view, component, flow, era or theme that does not exist.
    """
    app = application()
    desk = build(app, request)
    desk.window.show()
    code = app.exec()
    desk.finish()
    return code


def build(app: QApplication, request: OpenRequest) -> Desk:
    """The whole desk as requested, not yet shown.

    Raises:
        UnknownNameError: the request names something that does not exist.
    """
    theme = find_theme(resources.root() / "themes", request.theme or DEFAULT_THEME)
    app.setPalette(style.palette(theme))
    app.setStyleSheet(style.sheet(theme))
    atlas, error = _atlas(request.pack)
    cache = cache_folder()
    book = RouteBook(cache / "routes.json" if cache else None)
    explorer = Explorer(atlas, book=book)
    if error is None:
        _prepare(explorer, request)
    ink = Ink(theme)
    window = MainWindow(ink)
    desk = Desk(app, window, ExploreController(explorer), ink, book)
    desk.open()
    return desk


def application() -> QApplication:
    """The Qt application, made ready with the shipped fonts; the same one at every call."""
    running = QApplication.instance()
    made = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    made.setApplicationName("vmexplorer")
    made.setApplicationDisplayName("vmexplorer")
    made.setDesktopFileName("vmexplorer")
    made.setStyle("Fusion")
    fonts.load()
    return made


def _atlas(pack: Path | None) -> tuple[Atlas, PackError | None]:
    """The atlas and, when the pack is broken, what is wrong with it.

    A broken pack gives the last good state of it, or else the shipped pack.
    """
    try:
        return load_pack(pack), None
    except PackError as error:
        _LOG.debug("pack %s is broken: %s", pack, error)
        return load_pack(None), error


def _prepare(explorer: Explorer, request: OpenRequest) -> None:
    """Brings the explorer where the request wants it."""
    if request.era:
        explorer.show_era(request.era)
    if request.flow:
        flow = explorer.atlas.flow(request.flow)
        explorer.show_view(request.view or flow.view)
        explorer.tell(flow.id)
        explorer.player.seek(request.at or 0.0)
    elif request.view:
        explorer.show_view(request.view)
    if request.select:
        component = explorer.atlas.component(request.select).id
        if not request.view and not request.flow:
            explorer.show_view(explorer.best_view(component))
        explorer.select_component(component)
