"""``show``: lists what a pack holds, or the steps of one flow."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from vmexplorer.cli.arguments import add_era, add_json, add_pack
from vmexplorer.cli.output import write_json, write_lines, write_table
from vmexplorer.cli.usage import Subparsers, unknown
from vmexplorer.errors import UsageError

if TYPE_CHECKING:
    from vmexplorer.atlas.atlas import Atlas

LISTS = ("components", "links", "flows", "views", "eras", "conditions", "cases", "tours", "commands")
_TOURS, _COMMANDS = "tours", "commands"
_ONE_FLOW = "flow"


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "show",
        help="list components, links, flows, views, eras, conditions, cases, tours, commands or the steps of a flow",
        description="Lists what a content pack holds, or with 'flow FLOW' the steps of one flow in an era,"
        " as aligned columns or as JSON.",
    )
    parser.add_argument("what", type=_list_name, metavar="|".join(LISTS), help="what to list; or flow, with its name")
    parser.add_argument("flow", nargs="?", metavar="FLOW", help="after flow: the id or name of one, such as F01")
    add_era(parser)
    add_json(parser)
    add_pack(parser)
    parser.set_defaults(run=run)


def _list_name(text: str) -> str:
    if text not in (*LISTS, _ONE_FLOW):
        raise unknown("list", text, LISTS)
    return text


def run(arguments: argparse.Namespace) -> int:
    """Writes the list."""
    _check(arguments)
    from vmexplorer.app.packs import load_pack
    from vmexplorer.cli.listing import columns_of, records_of

    if arguments.what == _ONE_FLOW:
        return _show_flow(arguments)
    if arguments.what == _COMMANDS:
        return _show_commands(arguments.json)
    atlas = load_pack(arguments.pack)
    if arguments.what == _TOURS:
        _show_tours(atlas, arguments.json)
    elif arguments.json:
        write_json(records_of(atlas, arguments.what))
    else:
        write_table(*columns_of(atlas, arguments.what))
    return 0


def _show_commands(as_json: bool) -> int:
    """Lists the commands that have ids for the settings file."""
    from vmexplorer.cli.command_listing import command_columns, command_records

    if as_json:
        write_json(command_records())
    else:
        write_table(*command_columns())
    return 0


def _show_tours(atlas: Atlas, as_json: bool) -> None:
    """Lists the tours of the pack and those of the user."""
    from vmexplorer.app.tour_library import TourLibrary
    from vmexplorer.cli.tour_listing import tour_columns, tour_records

    tours = TourLibrary.of_user(atlas).tours
    if as_json:
        write_json(tour_records(atlas, tours))
    else:
        write_table(*tour_columns(tours))


def _check(arguments: argparse.Namespace) -> None:
    """Raises UsageError when a flow is missing, or given to a list of everything."""
    if arguments.what == _ONE_FLOW:
        if arguments.flow is None:
            raise UsageError("'vmexplorer show flow' also needs FLOW, such as F01; 'vmexplorer show flows' lists them")
    elif arguments.flow is not None:
        advice = "'vmexplorer show --help' shows what belongs there"
        raise UsageError(f"{arguments.flow!r} is one argument too many; {advice}")
    elif arguments.era is not None:
        raise UsageError(f"--era belongs to 'vmexplorer show flow'; the list of {arguments.what} is for all eras")


def _show_flow(arguments: argparse.Namespace) -> int:
    from vmexplorer.app.choice import chosen
    from vmexplorer.app.packs import load_pack
    from vmexplorer.cli.listing import flow_columns, flow_record

    atlas = load_pack(arguments.pack)
    flow = atlas.flow(arguments.flow)
    era = chosen(atlas, era=arguments.era, flow=flow.id).era
    if arguments.json:
        write_json(flow_record(atlas, flow, era))
    else:
        write_lines([f"{flow.id} {flow.name}, {atlas.era(era).name}", ""])
        write_table(*flow_columns(atlas, flow, era))
    return 0
