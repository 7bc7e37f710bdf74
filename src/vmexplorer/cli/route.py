"""``route``: the shortest way from one component to another along the links."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from vmexplorer.cli.arguments import add_era, add_json, add_pack
from vmexplorer.cli.output import write_json, write_table
from vmexplorer.cli.usage import Subparsers

if TYPE_CHECKING:
    from vmexplorer.atlas.atlas import Atlas
    from vmexplorer.atlas.topology import Hop


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "route",
        help="find the shortest way between two components",
        description="Finds the shortest way from one component to another along the links of an era, a line for each.",
    )
    parser.add_argument("start", metavar="FROM", help="id or name of the component where the route begins")
    parser.add_argument("end", metavar="TO", help="id or name of the component where it ends")
    add_era(parser)
    add_json(parser)
    add_pack(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Writes the route."""
    from vmexplorer.app.packs import load_pack
    from vmexplorer.atlas.naming import component_named
    from vmexplorer.atlas.topology import shortest_route

    atlas = load_pack(arguments.pack)
    start = component_named(atlas, arguments.start).id
    end = component_named(atlas, arguments.end).id
    era = atlas.eras[-1] if arguments.era is None else atlas.era(arguments.era)
    hops = shortest_route(atlas, start, end, era.id)
    if arguments.json:
        write_json({"from": start, "to": end, "era": era.id, "hops": [_record(atlas, hop) for hop in hops]})
    else:
        write_table(("FROM", "TO", "LINK", "PROTOCOL", "PORT", "OPENED BY"), [_row(atlas, hop) for hop in hops])
    return 0


def _record(atlas: Atlas, hop: Hop) -> dict[str, object]:
    from vmexplorer.cli.listing import port_text

    link = atlas.link(hop.link)
    return {
        "from": hop.source,
        "to": hop.target,
        "link": hop.link,
        "forward": hop.forward,
        "protocol": link.protocol,
        "port": port_text(link.ports) or None,
        "plane": link.plane.value,
    }


def _row(atlas: Atlas, hop: Hop) -> tuple[str, ...]:
    from vmexplorer.cli.listing import port_text

    link = atlas.link(hop.link)
    return hop.source, hop.target, hop.link, link.protocol, port_text(link.ports) or "-", link.source
