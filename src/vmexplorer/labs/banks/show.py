"""The show of an event: all its pieces in order, made from the reports of the loader and the host."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from vmexplorer.atlas.bank_rule import BankRule
from vmexplorer.labs.banks.account import reason_lines, recovery_line, scan_line
from vmexplorer.labs.banks.bank import Bank, Write
from vmexplorer.labs.banks.beat import Beat, BeatKind
from vmexplorer.labs.banks.boot import Boot, title_of
from vmexplorer.labs.banks.host import Host, Moment, Phase
from vmexplorer.labs.banks.reason import Reason, Reasons
from vmexplorer.labs.banks.scan import Found, Scan
from vmexplorer.labs.banks.screen import LoaderScreen, Screens, dark

PRESSED_AFTER = 2.0
"""Seconds into the countdown at which Shift+R is pressed in a show."""

_ASIDES = {
    Phase.OFF: "The host is off.",
    Phase.RUNNING: "The loader has gone: image {image} runs.",
    Phase.STARTING: "The loader has gone: the kernel of image {image} starts.",
    Phase.CRASHED: "The loader has gone: image {image} has crashed.",
    Phase.NOTHING_FOUND: "The host is off.",
}


class Show(NamedTuple):
    """What leads from one moment to the next: the banks before it, and its pieces."""

    before: tuple[Bank, ...]
    beats: tuple[Beat, ...]


class Director:
    """Makes shows, with the sentences and screens of a pack."""

    def __init__(self, reasons: Reasons, screens: Screens) -> None:
        self._reasons = reasons
        self._screens = screens

    def show(self, before: Host, moment: Moment) -> Show:
        """The show of the event that led from a host to a moment."""
        if moment.boot is None:
            return Show(before.banks, (self._host_beat(moment),))
        return Show(before.banks, tuple(self._power_on(before, moment, moment.boot)))

    def editing(self, moment: Moment) -> LoaderScreen:
        """The boot options of the bank that the countdown offers."""
        boot = moment.boot
        if boot is None or boot.offered is None:
            return dark("")
        return self._screens.editing(self._title(boot.offered), boot.offered.bank.partition, boot.first.rollback)

    def _host_beat(self, moment: Moment) -> Beat:
        wrote = moment.host_wrote[0] if moment.host_wrote else None
        bank = moment.host.running_bank
        partition = wrote.partition if wrote is not None else moment.host.booted
        screen = dark(_ASIDES[moment.host.phase].format(image=bank.image if bank is not None else ""))
        lines = reason_lines(moment.why, self._reasons)
        return Beat(BeatKind.HOST, moment.host.banks, screen, lines, partition, wrote)

    def _power_on(self, before: Host, moment: Moment, boot: Boot) -> Iterator[Beat]:
        lines = reason_lines(moment.why, self._reasons)
        yield Beat(BeatKind.POWER, before.banks, dark("The firmware starts the boot loader."), lines)
        yield from self._boot_beats(boot, before.banks)

    def _boot_beats(self, boot: Boot, banks: tuple[Bank, ...]) -> Iterator[Beat]:
        yield from self._scan_beats(boot.first, banks)
        said = self._said(boot.first)
        if boot.second is not None and boot.offered is not None:
            yield self._choice(boot.first.banks, boot.offered_why, boot.offered, said)
            yield self._countdown(boot.first.banks, boot.offered)._replace(seconds=PRESSED_AFTER)
            yield from self._scan_beats(boot.second, boot.first.banks)
            said = self._said(boot.second)
            yield from self._recovery_beats(boot, boot.second, said)
        yield self._choice(boot.banks, boot.why, boot.chosen, said)
        if boot.chosen is not None:
            yield self._countdown(boot.banks, boot.chosen)
            yield self._load(boot.banks, boot.chosen)

    def _scan_beats(self, scan: Scan, banks: tuple[Bank, ...]) -> Iterator[Beat]:
        said: tuple[str, ...] = ()
        yield Beat(BeatKind.SCAN, banks, self._screens.scanning(said), reason_lines(scan.head, self._reasons))
        for line in scan.lines:
            said = (*said, *self._messages(line.reasons))
            banks = tuple([_written(bank, line.wrote) for bank in banks])
            told = (scan_line(line, self._reasons),)
            screen = self._screens.scanning(said)
            yield Beat(BeatKind.READ, banks, screen, told, line.read.partition, line.wrote)
            if line.stops:
                yield Beat(BeatKind.RESUME, banks, self._screens.resuming(said), (), line.read.partition)

    def _recovery_beats(self, boot: Boot, scan: Scan, said: tuple[str, ...]) -> Iterator[Beat]:
        recovery = boot.recovery
        if recovery is None:
            return
        default = recovery.default
        line = recovery_line(recovery, self._reasons)
        partition = default.bank.partition
        body = (*said, *self._screens.listed(scan.found, default))
        if recovery.asked:
            asking = self._screens.asking(said, scan.found, default)
            yield Beat(BeatKind.QUESTION, scan.banks, asking, (), partition)
            answered = self._screens.scanning(asking.body)
            yield Beat(BeatKind.ANSWER, boot.banks, answered, (line,), partition, recovery.wrote)
        if recovery.waits:
            told = (*body, *self._messages((recovery.reason,)))
            lines = () if recovery.asked else (line,)
            yield Beat(BeatKind.RESUME, boot.banks, self._screens.resuming(told), lines, partition)

    def _choice(
        self, banks: tuple[Bank, ...], why: tuple[Reason, ...], chosen: Found | None, said: tuple[str, ...]
    ) -> Beat:
        lines = reason_lines(why, self._reasons)
        if chosen is None:
            return Beat(BeatKind.NOTHING, banks, self._screens.scanning((*said, *self._messages(why))), lines)
        return Beat(BeatKind.CHOICE, banks, self._screens.scanning(said), lines, chosen.bank.partition)

    def _countdown(self, banks: tuple[Bank, ...], chosen: Found) -> Beat:
        lines = reason_lines((title_of(chosen),), self._reasons)
        screen = self._screens.counting(self._title(chosen))
        return Beat(BeatKind.COUNTDOWN, banks, screen, lines, chosen.bank.partition)

    def _load(self, banks: tuple[Bank, ...], chosen: Found) -> Beat:
        screen = self._screens.loading(self._title(chosen), 0.0)
        return Beat(BeatKind.LOAD, banks, screen, (), chosen.bank.partition)

    def _title(self, found: Found) -> str:
        return self._reasons.on_screen(title_of(found))

    def _said(self, scan: Scan) -> tuple[str, ...]:
        return self._messages([reason for line in scan.lines for reason in line.reasons])

    def _messages(self, why: tuple[Reason, ...] | list[Reason]) -> tuple[str, ...]:
        titles = (BankRule.LOADING, BankRule.INITIALIZING)
        said = [self._reasons.on_screen(reason) for reason in why if reason.rule not in titles]
        return tuple([line for line in said if line])


def _written(bank: Bank, wrote: Write | None) -> Bank:
    concerned = wrote is not None and wrote.partition == bank.partition
    return replace(bank, bootstate=wrote.after) if concerned and wrote is not None else bank
