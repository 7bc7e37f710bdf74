"""``describe``: everything a pack says of one component, link or flow."""

from __future__ import annotations

import argparse

from vmexplorer.cli.arguments import add_json, add_pack
from vmexplorer.cli.output import page_width, write_json, write_lines
from vmexplorer.cli.usage import Subparsers


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "describe",
        help="tell everything about a component, link or flow",
        description="Tells everything a content pack says of a component, link or flow, and how it is known.",
    )
    parser.add_argument("id", metavar="ID", help="id or name of a component or flow, or id of a link: hostd, F01, L08")
    add_json(parser)
    add_pack(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Writes the description."""
    from vmexplorer.app.choice import anything_named
    from vmexplorer.app.packs import load_pack

    atlas = load_pack(arguments.pack)
    thing = anything_named(atlas, arguments.id)
    if arguments.json:
        from vmexplorer.cli.encoding import full_record

        write_json(full_record(atlas, thing))
    else:
        from vmexplorer.cli.description import described_lines

        write_lines(described_lines(atlas, thing, page_width()))
    return 0
