"""``narrate``: tells a flow in sentences that can be read aloud."""

from __future__ import annotations

import argparse
import textwrap

from vmexplorer.cli.arguments import add_era, add_pack
from vmexplorer.cli.output import terminal_width, write_lines
from vmexplorer.cli.usage import Subparsers

_WIDEST, _NARROWEST = 88, 20


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "narrate",
        help="tell a flow in sentences to read aloud",
        description="Tells a flow in plain sentences, a paragraph for each step. Lines are wrapped for a terminal"
        f" at {_WIDEST} columns; in a file or for another program each paragraph is one line.",
    )
    parser.add_argument("flow", metavar="FLOW", help="id or name of a flow, such as F01")
    add_era(parser)
    add_pack(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Writes the paragraphs, with an empty line between them."""
    from vmexplorer.app.choice import chosen
    from vmexplorer.app.narration import narrated
    from vmexplorer.app.packs import load_pack

    atlas = load_pack(arguments.pack)
    choice = chosen(atlas, era=arguments.era, flow=arguments.flow)
    columns = terminal_width()
    lines: list[str] = []
    for paragraph in narrated(atlas, atlas.flow(arguments.flow), choice.era):
        lines += ["", *_wrapped(paragraph, columns)]
    write_lines(lines[1:])
    return 0


def _wrapped(paragraph: str, columns: int | None) -> list[str]:
    if columns is None:
        return [paragraph]
    width = max(_NARROWEST, min(columns, _WIDEST))
    return textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
