"""``show``: lists what a pack holds."""

from __future__ import annotations

import argparse

from vmexplorer.cli.arguments import add_json, add_pack
from vmexplorer.cli.output import write_json, write_table
from vmexplorer.cli.usage import Subparsers, unknown

LISTS = ("components", "links", "flows", "views", "eras")


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "show",
        help="list components, links, flows, views or eras",
        description="Lists what a content pack holds, as aligned columns or as JSON.",
    )
    parser.add_argument("what", type=_list_name, metavar="|".join(LISTS), help="what to list")
    add_json(parser)
    add_pack(parser)
    parser.set_defaults(run=run)


def _list_name(text: str) -> str:
    if text not in LISTS:
        raise unknown("list", text, LISTS)
    return text


def run(arguments: argparse.Namespace) -> int:
    """Writes the list."""
    from vmexplorer.app.packs import load_pack
    from vmexplorer.cli.listing import columns_of, records_of

    atlas = load_pack(arguments.pack)
    if arguments.json:
        write_json(records_of(atlas, arguments.what))
    else:
        write_table(*columns_of(atlas, arguments.what))
    return 0
