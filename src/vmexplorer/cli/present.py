"""``present``: shows a tour to an audience."""

from __future__ import annotations

import argparse

from vmexplorer.app.request import OpenRequest, PresentRequest
from vmexplorer.cli.arguments import add_pack
from vmexplorer.cli.usage import Subparsers
from vmexplorer.cli.window import open_window
from vmexplorer.errors import UsageError


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "present",
        help="show a tour to an audience",
        description="Shows a tour: the picture on the projector, notes, time and the next stop on the other screen."
        " With one screen the key S brings the notes. Esc twice ends the show; ? lists all keys.",
    )
    parser.add_argument("tour", metavar="TOUR", help="id or name of a tour, such as ten-minutes")
    parser.add_argument(
        "--from", dest="stop", type=_counted, default=1, metavar="N", help="the number of the stop to begin with"
    )
    parser.add_argument("--kiosk", action="store_true", help="run by itself, round and round")
    parser.add_argument("--theme", help="id of the theme of the picture; projector if left out")
    parser.add_argument(
        "--screen", type=_counted, metavar="N", help="the number of the screen for the audience, from 1"
    )
    add_pack(parser)
    parser.set_defaults(run=run)


def _counted(text: str) -> int:
    """A whole number from 1; raises UsageError."""
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise UsageError(f"{text!r} is no number to count with; write one from 1")
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Opens the show and returns the exit code of the window; names are looked up there."""
    request = PresentRequest(
        arguments.tour, arguments.stop, arguments.kiosk, screen=arguments.screen, theme=arguments.theme
    )
    return open_window(OpenRequest(pack=arguments.pack, present=request))
