"""``case``: tells a troubleshooting case and shows what checks show; suspicions and repairs can be tried."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from vmexplorer.cli.arguments import add_json, add_pack
from vmexplorer.cli.output import page_width, write_json, write_lines
from vmexplorer.cli.usage import Subparsers

if TYPE_CHECKING:
    from vmexplorer.app.inquiry import Inquiry
    from vmexplorer.atlas.atlas import Atlas


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "case",
        help="tell a troubleshooting case and make checks in it",
        description="Tells the symptom of a troubleshooting case and which checks can be made; with --check their"
        " outputs, with --name and --repair whether these are right. 'vmexplorer show cases' lists the cases.",
    )
    parser.add_argument("case", metavar="CASE", help="id or name of a case, such as TS01")
    for option, what in (
        ("--check", "id of a check to make"),
        ("--name", "id of a suspicion to name"),
        ("--repair", "id of a repair to try"),
    ):
        parser.add_argument(option, nargs="+", action="extend", default=[], metavar="ID", help=what)
    add_json(parser)
    add_pack(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Writes the case as far as the moves lead; returns 0, whether it is solved or not."""
    from vmexplorer.app.case_lab import CaseLab
    from vmexplorer.app.case_simulator import WhatIfSimulator
    from vmexplorer.app.packs import load_pack
    from vmexplorer.cli.case_page import case_lines, case_record

    atlas = load_pack(arguments.pack)
    inquiry = CaseLab(atlas, WhatIfSimulator(atlas)).open_case(arguments.case)
    _make_moves(atlas, inquiry, arguments)
    if arguments.json:
        record: dict[str, Any] = case_record(inquiry)
        write_json(record)
    else:
        write_lines(case_lines(inquiry, page_width()))
    return 0


def _make_moves(atlas: Atlas, inquiry: Inquiry, arguments: argparse.Namespace) -> None:
    """Raises UnknownNameError for what the case does not have, UsageError for a move that cannot be made."""
    from vmexplorer.errors import UnknownNameError, UsageError
    from vmexplorer.lessons.session import Move, MoveKind

    riddle = inquiry.session.riddle
    wanted = (
        (MoveKind.CHECK, "check", arguments.check, riddle.checks),
        (MoveKind.NAME, "suspicion", arguments.name, riddle.hypotheses),
        (MoveKind.REPAIR, "repair", arguments.repair, riddle.repairs),
    )
    for kind, what, ids, known in wanted:
        for id in dict.fromkeys(ids):
            if id not in known:
                raise UnknownNameError(what, id, known)
            refusal = inquiry.do(Move(kind, id))
            if refusal:
                raise UsageError(f"{refusal[:1].lower()}{refusal[1:].rstrip('.')}")
