"""``export``: draws a picture into a file."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from vmexplorer.cli.arguments import add_pack, add_picture, check_moment
from vmexplorer.cli.output import write_lines
from vmexplorer.cli.usage import Subparsers, unknown
from vmexplorer.errors import UsageError, VmexplorerError

_FORMS = (".png", ".svg")
_SIZE = re.compile(r"(\d{1,6})[x×](\d{1,6})")
_SMALLEST, _LARGEST = 16, 16384


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "export",
        help="draw a picture into a file",
        description="Draws a view, or a moment of a flow, into a PNG or SVG file. No window is opened.",
    )
    parser.add_argument("out", type=_picture_file, metavar="OUT", help="the file to write, OUT.png or OUT.svg")
    add_picture(parser)
    parser.add_argument(
        "--size",
        type=_size,
        default=(1920, 1080),
        metavar="WIDTHxHEIGHT",
        help=f"in pixels, each from {_SMALLEST} to {_LARGEST}; 1920x1080 if left out",
    )
    add_pack(parser)
    parser.set_defaults(run=run)


def _picture_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in _FORMS:
        raise unknown("picture format", path.suffix or text, _FORMS)
    if path.is_dir():
        raise UsageError(f"{text!r} is a folder; add the name of a file, such as {str(path / 'map.png')!r}")
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {str(path.parent)!r} to write {path.name!r} into")
    return path


def _size(text: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(text.lower())
    if found is None:
        raise UsageError(f"{text!r} is no size in pixels; write width and height such as 1920x1080")
    width, height = int(found[1]), int(found[2])
    if not (_SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST):
        raise UsageError(f"the size {text!r} is out of range; width and height go from {_SMALLEST} to {_LARGEST}")
    return width, height


def run(arguments: argparse.Namespace) -> int:
    """Looks up every name, so that a wrong one is told before Qt is loaded, then draws."""
    from vmexplorer import resources
    from vmexplorer.app.choice import chosen
    from vmexplorer.app.packs import load_pack
    from vmexplorer.app.request import ExportRequest
    from vmexplorer.cli.screen import qt_required
    from vmexplorer.drawing.theme import theme_names

    check_moment(arguments)
    theme = (arguments.theme or "dark").casefold()
    themes = theme_names(resources.root() / "themes")
    if theme not in themes:
        raise unknown("theme", arguments.theme, themes)
    choice = chosen(load_pack(arguments.pack), view=arguments.view, era=arguments.era, flow=arguments.flow)
    at = arguments.at if arguments.at is not None or choice.flow is None else 0.0
    width, height = arguments.size
    with qt_required():
        from vmexplorer.ui.export import export_picture
    try:
        export_picture(
            ExportRequest(arguments.out, arguments.pack, choice.view, choice.era, theme, choice.flow, at, width, height)
        )
    except OSError as error:
        raise VmexplorerError(f"{str(arguments.out)!r} cannot be written: {error.strerror or error}") from error
    write_lines([f"{arguments.out}: {width}x{height}"])
    return 0
