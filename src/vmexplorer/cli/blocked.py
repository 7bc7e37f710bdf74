"""``blocked``: what stops working when a firewall blocks a port."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from vmexplorer.cli.arguments import add_era, add_json, add_pack
from vmexplorer.cli.output import write_json, write_lines, write_table
from vmexplorer.cli.usage import Subparsers

if TYPE_CHECKING:
    from vmexplorer.app.blocked import Blocked, BlockedFlow
    from vmexplorer.atlas.atlas import Atlas


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "blocked",
        help="tell what fails when a port is blocked",
        description="Tells which links use a port, and at which step each flow fails when a firewall blocks it.",
    )
    parser.add_argument(
        "port",
        nargs="+",
        metavar="PORT",
        help="a port such as 902, 'UDP 902', tcp/427 or 'loopback 8307', or a word of a protocol such as SNMP",
    )
    add_era(parser)
    add_json(parser)
    add_pack(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Writes the links and the flows; returns 0, whether flows fail or not."""
    from vmexplorer.app.blocked import blocked
    from vmexplorer.app.packs import load_pack

    atlas = load_pack(arguments.pack)
    found = blocked(atlas, " ".join(arguments.port), arguments.era or atlas.era_ids[-1])
    if arguments.json:
        write_json(_record(found))
    else:
        _write(atlas, found)
    return 0


def _record(found: Blocked) -> dict[str, Any]:
    from vmexplorer.cli.listing import port_text

    return {
        "port": found.port,
        "era": found.era,
        "links": [
            {
                "id": link.id,
                "from": link.source,
                "to": link.target,
                "protocol": link.protocol,
                "port": port_text(link.ports),
            }
            for link in found.links
        ],
        "flows": {
            flow.flow: {
                "name": flow.name,
                "fails_at": flow.fails_at,
                "message": flow.message or None,
                "because": list(flow.because),
            }
            for flow in found.flows
        },
    }


def _write(atlas: Atlas, found: Blocked) -> None:
    from vmexplorer.cli.listing import port_text

    failing = [flow for flow in found.flows if flow.fails_at is not None]
    working = [flow for flow in found.flows if flow.fails_at is None]
    write_lines(
        [f"{found.port} blocked in {atlas.era(found.era).name}: {len(failing)} of {len(found.flows)} flows fail", ""]
    )
    links = [(link.id, link.source, link.target, link.protocol, port_text(link.ports)) for link in found.links]
    write_table(("LINK", "FROM", "TO", "PROTOCOL", "PORT"), links)
    write_lines([""])
    rows = [_row(flow) for flow in (*failing, *working)]
    write_table(("FLOW", "NAME", "FAILS AT", "MESSAGE", "BECAUSE OF"), rows)


def _row(flow: BlockedFlow) -> tuple[str, ...]:
    if flow.fails_at is None:
        return flow.flow, flow.name, "goes on", "-", "-"
    return flow.flow, flow.name, f"step {flow.fails_at}", flow.message, ", ".join(flow.because)
