"""``open``: opens the window."""

from __future__ import annotations

import argparse

from vmexplorer.app.request import OpenRequest
from vmexplorer.cli.arguments import add_picture, check_moment, pack_folder
from vmexplorer.cli.usage import Subparsers
from vmexplorer.cli.window import open_window


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
    check_moment(arguments)
    return open_window(
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
