"""``whatif``: what follows when parts of a host fail."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING

from vmexplorer.cli.arguments import add_era, add_json, add_pack, seconds
from vmexplorer.cli.output import page_width, write_json, write_lines
from vmexplorer.cli.usage import Subparsers
from vmexplorer.errors import UsageError

if TYPE_CHECKING:
    from vmexplorer.labs.whatif.fault import Fault

_TARGETS = {
    "stop": ("COMPONENT", "stopped through its init script, which ends its watchdog first, so it stays stopped"),
    "hang": (
        "COMPONENT",
        "the process is there but answers nobody; no watchdog notices, but hostd-probe notices a hung hostd",
    ),
    "kill": ("COMPONENT", "the process dies; its watchdog starts it again, if it has one in that era that works"),
    "restart": ("COMPONENT", "it goes and comes back by itself after its start time"),
    "cut": ("LINK", "nothing passes a link any more, such as L11"),
    "block": (
        "PORT",
        "no link of the era that uses the port works; written as for 'vmexplorer blocked': 902, 'UDP 902', tcp/427,"
        " 'loopback 8307', SNMP",
    ),
    "drop": ("STEP", "one message is lost under way: F01/6 is step 6 of F01 in that era, F04/locked/3 one of a branch"),
    "condition": ("CONDITION", "a special state, such as clock-drift; 'vmexplorer show conditions' lists all"),
}

_DESCRIPTION = """\
Tells what follows when parts of a host fail: which parts and flows suffer and why, what the
client of vCenter shows, what the logs say, what keeps working, what recovers by itself and
what repairs it. Virtual machines stop only where that is known.
"""

_EPILOG = """\
Every option for a fault may be given several times. Behind an @ stands the second at which
a fault begins, 0 when it is left out: --hang 'hostd @ 30'.

Without --at the answer is for the second from which nothing changes any more: the host has
been found Not Responding, a watchdog has brought back what died. The list of moments tells
what happened on the way.

Each part names why it suffers, as ids from the fault to the part: hostd, L11, vpxa.
Components are ok, degraded (they work, but not as they should), unreachable (they work, but
nobody from outside gets through), hung or stopped. Links are ok, degraded (a message was
lost), down (an end or a part on the way is missing), blocked or cut. A flow fails at the
first step whose own ends or way do not work; steps it can do without do not count.

With --json, logs are objects with file and line, times are seconds, and repair has what to
do in order, commands where there are some.
"""


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "whatif",
        help="tell what follows when parts of a host fail",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    for verb, (target, text) in _TARGETS.items():
        read = partial(_fault, verb)
        parser.add_argument(f"--{verb}", dest="faults", action="append", type=read, metavar=target, help=text)
    parser.add_argument("--at", type=seconds, metavar="SECONDS", help="the second to look at")
    add_era(parser)
    add_json(parser)
    add_pack(parser)
    parser.set_defaults(run=run)


def _fault(verb: str, target: str) -> Fault:
    """A fault as an option gives it; raises UsageError."""
    from vmexplorer.labs.whatif.fault import parse_fault

    return parse_fault(f"{verb} {target}")


def run(arguments: argparse.Namespace) -> int:
    """Writes what follows; returns 0, however bad it is."""
    if not arguments.faults:
        raise UsageError(
            "'vmexplorer whatif' needs something that goes wrong, such as --stop vpxa, --cut L11, --block 'UDP 902'"
            " or --condition clock-drift; 'vmexplorer whatif --help' explains all"
        )
    from vmexplorer.app.packs import load_pack
    from vmexplorer.cli.whatif_page import page, record
    from vmexplorer.labs.whatif.simulate import simulate

    atlas = load_pack(arguments.pack)
    outcome = simulate(atlas, arguments.era or atlas.era_ids[-1], arguments.faults, arguments.at)
    if arguments.json:
        write_json(record(outcome))
    else:
        write_lines(page(atlas, outcome, page_width()))
    return 0
