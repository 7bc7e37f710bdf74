"""``banks``: lets things happen to a host with two boot banks and tells what the loader makes of them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from vmexplorer.cli.arguments import add_era, add_json, add_pack
from vmexplorer.cli.output import page_width, write_json, write_lines, write_table
from vmexplorer.cli.usage import Subparsers
from vmexplorer.errors import UsageError

if TYPE_CHECKING:
    from vmexplorer.atlas.atlas import Atlas
    from vmexplorer.atlas.bank_event import BankEvent
    from vmexplorer.labs.banks.bank import Bank
    from vmexplorer.labs.banks.host import Moment
    from vmexplorer.labs.banks.reason import Reasons
    from vmexplorer.labs.banks.session import BanksSession

_EVENTS = (
    "Events: stage NAME writes an image into the bank that is not in use, stage-broken NAME one without a build;"
    " reboot and power-cycle let the loader choose a bank and start it; complete ends that start well, crash ends it"
    " badly; shift-r yes and shift-r no are reboots in which Shift+R is pressed and the question, if there is one,"
    " answered so."
)
_BETWEEN = ";"


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "banks",
        help="play the two boot banks: upgrades, crashes and Shift+R",
        description="Lets events happen to a freshly installed host and prints after each of them both boot banks and"
        " the reasons of the boot loader. Without --run and --story it lists the stories of the pack.",
        epilog=_EVENTS,
    )
    parser.add_argument(
        "--run",
        dest="events",
        metavar="EVENTS",
        help="events with semicolons between them, such as 'stage B; reboot; crash; power-cycle'",
    )
    parser.add_argument("--story", help="id or name of a story of the pack, such as T8, to play from its beginning")
    add_era(parser)
    add_json(parser)
    add_pack(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Writes each state and why, or the stories."""
    if arguments.events is not None and arguments.story is not None:
        raise UsageError("--run and --story exclude each other; choose events of your own or a story")
    events = None if arguments.events is None else _events(arguments.events)
    from vmexplorer.app.packs import load_pack
    from vmexplorer.labs.banks.eras import image_of
    from vmexplorer.labs.banks.reason import Reasons

    atlas = load_pack(arguments.pack)
    image = image_of(atlas)
    if events is None and arguments.story is None:
        stories = [(preset.id, preset.name, _written(preset.before + preset.events)) for preset in image.presets]
        if arguments.json:
            write_json([{"id": id, "name": name, "events": events} for id, name, events in stories])
        else:
            write_table(("STORY", "NAME", "EVENTS"), stories)
        return 0
    session = _session(atlas, arguments, events)
    reasons = Reasons(image.reasons)
    if arguments.json:
        write_json([_record(moment, reasons) for moment in session.moments])
    else:
        write_lines(_lines(session, reasons))
    return 0


def _events(text: str) -> list[BankEvent]:
    from vmexplorer.atlas.bank_event import BankEvent

    events = []
    for part in text.split(_BETWEEN):
        if part.strip():
            try:
                events.append(BankEvent.parse(part))
            except ValueError as error:
                raise UsageError(str(error)) from None
    return events


def _session(atlas: Atlas, arguments: argparse.Namespace, events: list[BankEvent] | None) -> BanksSession:
    from vmexplorer.labs.banks.eras import loader_for, loader_named, preset_named
    from vmexplorer.labs.banks.session import BanksSession, played

    loader = loader_for(atlas, arguments.era)
    if events is not None:
        return played(loader, events)
    preset = preset_named(atlas, arguments.story)
    if preset.loader is not None and arguments.era is None:
        loader = loader_named(atlas, preset.loader)
    return BanksSession.of(preset, loader)


def _written(events: tuple[BankEvent, ...]) -> str:
    return f"{_BETWEEN} ".join(map(str, events))


def _title(moment: Moment) -> str:
    if moment.event is not None:
        return str(moment.event)
    from vmexplorer.atlas.bank_rule import BankRule

    return "fresh host" if moment.why[0].rule is BankRule.FRESH else "the banks at first"


def _record(moment: Moment, reasons: Reasons) -> dict[str, Any]:
    from vmexplorer.labs.banks.account import account
    from vmexplorer.labs.banks.host import Phase

    wrote = moment.boot.wrote if moment.boot is not None else ()
    return {
        "event": _title(moment),
        "banks": [
            {
                "partition": bank.partition,
                # What has no build cannot be booted, so it is no image.
                "image": bank.image if bank.build else None,
                "updated": bank.updated,
                "bootstate": bank.bootstate,
            }
            for bank in moment.host.banks
        ],
        "booted": moment.host.booted,
        "running": moment.host.phase is Phase.RUNNING,
        "loader_wrote": [{"partition": write.partition, "from": write.before, "to": write.after} for write in wrote],
        "rollback": moment.boot is not None and moment.boot.rollback,
        "why": [line.text for line in account(moment, reasons)],
    }


def _lines(session: BanksSession, reasons: Reasons) -> list[str]:
    from vmexplorer.cli.page import Page
    from vmexplorer.labs.banks.account import account

    page = Page(page_width())
    page.lines.append(f"Boot loader of {session.loader.name}")
    for number, moment in enumerate(session.moments):
        page.heading(f"{number}. {_title(moment)}" if number else _title(moment))
        page.lines += [_bank_line(bank, moment) for bank in moment.host.banks]
        for line in account(moment, reasons):
            page.text(line.text, "  - ", "    ")
        page.text(f"Host: {_host_said(moment)}", "  ", "  ")
    return page.lines


def _bank_line(bank: Bank, moment: Moment) -> str:
    from vmexplorer.labs.banks.bank import word

    image = (bank.image or "(empty)") + ("" if bank.build or not bank.image else " (no build)")
    state = "none" if bank.bootstate is None else str(int(bank.bootstate))
    mark = "*" if bank.partition == moment.host.booted else " "
    config = f"updated={bank.updated}  bootstate={state} {word(bank.bootstate)}"
    return f" {mark} partition {bank.partition}  {image:<12}  {config}"


def _host_said(moment: Moment) -> str:
    host = moment.host
    return str(host.phase) if host.booted is None else f"{host.phase}, booted from partition {host.booted} (*)"
