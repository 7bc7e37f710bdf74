"""``export``: draws a picture into a file."""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from vmexplorer.cli.arguments import add_pack, add_picture, check_moment
from vmexplorer.cli.output import write_lines
from vmexplorer.cli.usage import Subparsers, unknown
from vmexplorer.errors import UsageError, VmexplorerError

if TYPE_CHECKING:
    from vmexplorer.atlas.atlas import Atlas

_FORMS = (".png", ".svg")
_SIZE = re.compile(r"(\d{1,6})[x×](\d{1,6})")
_SMALLEST, _LARGEST = 16, 16384
_MAP_SIZE = (1920, 1080)
_SEQUENCE_SCALE = 2.0  # pixels for each scene unit
_OF_THE_MAP = ("view", "flow", "at")


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "export",
        help="draw a picture into a file",
        description="Draws a view, a moment of a flow, or the sequence diagram of a flow, into a PNG or SVG file."
        " No window is opened.",
    )
    parser.add_argument("out", type=_picture_file, metavar="OUT", help="the file to write, OUT.png or OUT.svg")
    add_picture(parser)
    parser.add_argument("--sequence", metavar="FLOW", help="draw the sequence diagram of this flow instead of a view")
    parser.add_argument(
        "--size",
        type=_size,
        metavar="WIDTHxHEIGHT",
        help=f"in pixels, each from {_SMALLEST} to {_LARGEST}; 1920x1080 if left out. A sequence diagram takes"
        " the proportions and fits inside; left out, it is as large as it needs to be to read it",
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
    from vmexplorer.app.packs import load_pack

    _check(arguments)
    theme = _theme(arguments.theme)
    draw = _draw_map if arguments.sequence is None else _draw_sequence
    try:
        drawn = draw(arguments, load_pack(arguments.pack), theme)
    except OSError as error:
        raise VmexplorerError(f"{str(arguments.out)!r} cannot be written: {error.strerror or error}") from error
    write_lines([f"{arguments.out}: {drawn}"])
    return 0


def _check(arguments: argparse.Namespace) -> None:
    """Raises UsageError for options that do not go together."""
    for name in _OF_THE_MAP if arguments.sequence is not None else ():
        if getattr(arguments, name) is not None:
            raise UsageError(f"--{name} does not go with --sequence, which draws a whole flow without the map")
    check_moment(arguments)


def _theme(name: str | None) -> str:
    from vmexplorer import resources
    from vmexplorer.drawing.theme import theme_names

    theme = (name or "dark").casefold()
    themes = theme_names(resources.root() / "themes")
    if theme not in themes:
        raise unknown("theme", name or "", themes)
    return theme


def _draw_map(arguments: argparse.Namespace, atlas: Atlas, theme: str) -> str:
    """Draws a view, perhaps with a flow; returns the size."""
    from vmexplorer.app.choice import chosen
    from vmexplorer.app.request import ExportRequest
    from vmexplorer.cli.screen import qt_required

    choice = chosen(atlas, view=arguments.view, era=arguments.era, flow=arguments.flow)
    at = arguments.at if arguments.at is not None or choice.flow is None else 0.0
    width, height = arguments.size or _MAP_SIZE
    with qt_required():
        from vmexplorer.ui.export import export_picture
    export_picture(
        ExportRequest(arguments.out, arguments.pack, choice.view, choice.era, theme, choice.flow, at, width, height)
    )
    return f"{width}x{height}"


def _draw_sequence(arguments: argparse.Namespace, atlas: Atlas, theme: str) -> str:
    """Draws a sequence diagram; returns how many steps it has."""
    from vmexplorer import resources
    from vmexplorer.app.choice import chosen
    from vmexplorer.cli.screen import qt_required
    from vmexplorer.drawing.theme import find_theme
    from vmexplorer.stage.sequence_layout import sequence_layout, widened

    flow = atlas.flow(arguments.sequence)
    steps = atlas.steps_in(flow, chosen(atlas, era=arguments.era, flow=flow.id).era)
    layout, scale = sequence_layout(steps, atlas), _SEQUENCE_SCALE
    if arguments.size is not None:
        width, height = arguments.size
        layout = widened(layout, layout.scene.height * width / height)
        scale = min(width / layout.scene.width, height / layout.scene.height)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with qt_required():
        from vmexplorer.ui.app import application
        from vmexplorer.ui.canvas.ink import Ink
        from vmexplorer.ui.export_sequence import export_sequence_png, export_sequence_svg
    made = application()
    ink = Ink(find_theme(resources.root() / "themes", theme))
    if arguments.out.suffix.lower() == ".svg":
        export_sequence_svg(arguments.out, layout, ink)
    else:
        export_sequence_png(arguments.out, layout, ink, scale)
    del made
    return f"{len(steps)} step{'s' if len(steps) != 1 else ''}"
