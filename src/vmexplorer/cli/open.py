"""``open``: opens the window."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

from vmexplorer.app.labs import LABS, lab_named
from vmexplorer.app.request import OpenRequest
from vmexplorer.cli.arguments import add_picture, check_moment, pack_folder
from vmexplorer.cli.usage import Subparsers
from vmexplorer.cli.window import open_window
from vmexplorer.errors import UsageError, VmexplorerError

_SCHEME = "vmexplorer:"
_LABS = ", ".join(lab.id for lab in LABS)
_SAID_BY_LINK = ("view", "era", "flow", "at", "select", "tour", "stop")
_SAID_BY_TOUR = ("view", "era", "flow", "at", "select", "lab")


class _Link(NamedTuple):
    text: str


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "open",
        help="open the window; the default",
        description="Opens the window, at the start or at a chosen view, component, flow and moment."
        " A link copied from the program opens what it was copied from.",
    )
    parser.add_argument(
        "pack",
        nargs="?",
        type=_pack_or_link,
        metavar="PACK|LINK",
        help=f"a content pack, the usual one if left out; or a link, which begins with {_SCHEME}",
    )
    add_picture(parser)
    parser.add_argument("--select", metavar="ID", help="id of a component or link to select")
    parser.add_argument("--lab", metavar="ID", help=f"a lab to open beside the map: {_LABS}")
    parser.add_argument("--tour", metavar="TOUR", help="id or name of a tour; 'vmexplorer show tours' lists them")
    parser.add_argument("--stop", metavar="STOP", help="id, title or number of the stop to begin at; needs --tour")
    parser.add_argument(
        "--fresh", action="store_true", help="begin with the overview, whatever the window showed when it was closed"
    )
    parser.set_defaults(run=run)


def _pack_or_link(text: str) -> Path | _Link:
    """An existing folder, or a link that can be read; raises UsageError."""
    if not text.casefold().startswith(_SCHEME):
        return pack_folder(text)
    from vmexplorer.app.deep_link_text import read

    try:
        read(text)
    except VmexplorerError as error:
        raise UsageError(str(error)) from None
    return _Link(text)


def run(arguments: argparse.Namespace) -> int:
    """Opens the window and returns its exit code; most names are looked up there, so that it appears at once."""
    if arguments.lab is not None:
        arguments.lab = lab_named(arguments.lab).id
    if isinstance(arguments.pack, _Link):
        for name in _SAID_BY_LINK:
            if getattr(arguments, name) is not None:
                raise UsageError(f"--{name} does not go with a link, which says itself what to show; leave one out")
        return open_window(
            OpenRequest(theme=arguments.theme, link=arguments.pack.text, lab=arguments.lab, fresh=arguments.fresh)
        )
    check_moment(arguments)
    _check_tour(arguments)
    return open_window(
        OpenRequest(
            pack=arguments.pack,
            view=arguments.view,
            select=arguments.select,
            flow=arguments.flow,
            at=arguments.at,
            era=arguments.era,
            theme=arguments.theme,
            lab=arguments.lab,
            tour=arguments.tour,
            stop=arguments.stop,
            fresh=arguments.fresh,
        )
    )


def _check_tour(arguments: argparse.Namespace) -> None:
    """Raises UsageError for a stop without a tour, and for what a stop decides itself."""
    if arguments.stop is not None and arguments.tour is None:
        raise UsageError("--stop needs --tour, the tour to which the stop belongs")
    for name in _SAID_BY_TOUR if arguments.tour is not None else ():
        if getattr(arguments, name) is not None:
            raise UsageError(f"--{name} does not go with --tour, whose stops say what to show; leave one out")
