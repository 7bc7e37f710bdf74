"""``open``: opens the window."""

from __future__ import annotations

import argparse
import gc
from types import ModuleType

from vmexplorer.cli.arguments import add_picture, check_moment, pack_folder
from vmexplorer.cli.usage import Subparsers


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "open",
        help="open the window; the default",
        description="Opens the window, at the start or at a chosen view, component, flow and moment.",
    )
    parser.add_argument(
        "pack", nargs="?", type=pack_folder, metavar="PACK", help="a content pack; the usual one if left out"
    )
    add_picture(parser)
    parser.add_argument("--select", metavar="ID", help="id of a component or link to select")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Opens the window and returns its exit code; names are looked up there, so that it appears at once."""
    from vmexplorer.app.request import OpenRequest
    from vmexplorer.cli.screen import qt_required, require_display

    check_moment(arguments)
    require_display()
    with qt_required():
        window = load_window()
    return window.run(
        OpenRequest(
            pack=arguments.pack,
            view=arguments.view,
            select=arguments.select,
            flow=arguments.flow,
            at=arguments.at,
            era=arguments.era,
            theme=arguments.theme,
        )
    )


def load_window() -> ModuleType:
    """The module that runs the window.

    Start-up makes much and drops nothing, so the garbage collector would only search in
    vain; it rests from here until the window is complete.
    """
    gc.disable()
    from vmexplorer.ui import app

    return app
