"""A host with its banks, and what each event makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from vmexplorer.atlas.bank_event import POWER_ON, SHIFT_R, STAGING, BankEvent, Happening
from vmexplorer.atlas.bank_rule import BankRule
from vmexplorer.atlas.system_image import Loader
from vmexplorer.errors import VmexplorerError
from vmexplorer.labs.banks.bank import Bank, BootState, Write, fresh_banks
from vmexplorer.labs.banks.boot import Answer, Boot, boot
from vmexplorer.labs.banks.reason import Reason, about


class Phase(StrEnum):
    """How far a host is."""

    OFF = "off"
    STARTING = "starting"
    RUNNING = "running"
    CRASHED = "crashed"
    NOTHING_FOUND = "no hypervisor found"


@dataclass(frozen=True, slots=True)
class Host:
    """The banks in the order of their partitions, the partition the host was last booted from, and its phase."""

    banks: tuple[Bank, ...]
    booted: int | None
    phase: Phase

    def bank(self, partition: int) -> Bank:
        """The bank of a partition that is there."""
        return next(bank for bank in self.banks if bank.partition == partition)

    @property
    def running_bank(self) -> Bank | None:
        """The bank that the host was booted from; None while it is off or nothing was found."""
        return None if self.booted is None else self.bank(self.booted)

    @property
    def others(self) -> tuple[Bank, ...]:
        """The banks that the host was not booted from."""
        return tuple([bank for bank in self.banks if bank.partition != self.booted])


class Moment(NamedTuple):
    """A host after an event: what the event was (None at the beginning), and what it did.

    ``boot`` is the loader's report where it ran, ``host_wrote`` what the host's own tools wrote.
    """

    event: BankEvent | None
    host: Host
    why: tuple[Reason, ...]
    boot: Boot | None = None
    host_wrote: tuple[Write, ...] = ()


class ImpossibleEventError(VmexplorerError):
    """An event that cannot happen in the present state; says why."""


def fresh_host(image: str = "A") -> Moment:
    """A host that was just installed and runs."""
    banks = fresh_banks(image)
    return Moment(None, Host(banks, banks[0].partition, Phase.RUNNING), (about(BankRule.FRESH, *banks),))


def given_host(banks: Sequence[Bank], runs: int | None) -> Moment:
    """A host with the banks of a story; it runs from a partition, or is off."""
    phase = Phase.OFF if runs is None else Phase.RUNNING
    return Moment(None, Host(tuple(banks), runs, phase), (Reason(BankRule.GIVEN),))


def refusal(host: Host, kind: Happening) -> str:
    """Why an event cannot happen now, as half a sentence; "" when it can."""
    if kind in POWER_ON:
        return ""
    if kind in STAGING:
        return _staging_refusal(host)
    if host.phase is Phase.STARTING:
        return ""
    return {
        Phase.RUNNING: "the start is complete, and what happens after it changes neither bank",
        Phase.CRASHED: "the host has crashed, and only a power cycle or a reboot goes on from here",
        Phase.OFF: "the host is off, so no start is under way",
        Phase.NOTHING_FOUND: "the loader found no hypervisor, so no start is under way",
    }[host.phase]


def _staging_refusal(host: Host) -> str:
    unfit = {
        Phase.STARTING: "the start is still under way",
        Phase.CRASHED: "the host has crashed",
        Phase.OFF: "the host is off",
        Phase.NOTHING_FOUND: "the loader found no hypervisor",
    }
    if host.phase in unfit:
        return f"{unfit[host.phase]}, and only a running host can write an image"
    if len(host.others) != 1:
        return f"there are {len(host.banks)} banks, and nothing tells which of them the tools would take"
    return ""


def happen(host: Host, event: BankEvent, loader: Loader) -> Moment:
    """What an event makes of a host.

    Raises:
        ImpossibleEventError: it cannot happen now.
    """
    refused = refusal(host, event.kind)
    if refused:
        raise ImpossibleEventError(f"{str(event)!r} cannot happen: {refused}")
    if event.kind in POWER_ON:
        return _power_on(host, event, loader)
    if event.kind in STAGING:
        return _stage(host, event)
    return _complete(host, event) if event.kind is Happening.COMPLETE else _crash(host, event)


def _power_on(host: Host, event: BankEvent, loader: Loader) -> Moment:
    answer = None
    if event.kind in SHIFT_R:
        answer = Answer.YES if event.kind is Happening.SHIFT_R_YES else Answer.NO
    report = boot(host.banks, loader, answer)
    left = host.running_bank
    cut = host.phase is Phase.STARTING and left is not None and left.bootstate == BootState.DIRTY
    why = (about(BankRule.CUT_SHORT, left),) if cut and left is not None else ()
    if report.chosen is None:
        return Moment(event, Host(report.banks, None, Phase.NOTHING_FOUND), why, report)
    return Moment(event, Host(report.banks, report.chosen.bank.partition, Phase.STARTING), why, report)


def _stage(host: Host, event: BankEvent) -> Moment:
    (before,) = host.others
    booted = host.running_bank
    if booted is None:
        raise ImpossibleEventError("a host that was booted from nothing stages nothing")
    broken = event.kind is Happening.STAGE_BROKEN
    staged = replace(
        before,
        image=event.image,
        build="" if broken else event.image,
        # Always one more than the bank in use, so staging twice does not raise it twice.
        updated=booted.updated + 1,
        bootstate=BootState.UPGRADING,
        quick_boot=False,
        readable=True,
    )
    why = [about(BankRule.STAGED_BROKEN if broken else BankRule.STAGED, staged, booted)]
    if before.bootstate == BootState.UPGRADING:
        why.append(about(BankRule.REPLACED, before, booted))
    banks = tuple([staged if bank is before else bank for bank in host.banks])
    wrote = Write(staged.partition, before.bootstate, BootState.UPGRADING)
    return Moment(event, replace(host, banks=banks), tuple(why), host_wrote=(wrote,))


def _complete(host: Host, event: BankEvent) -> Moment:
    running = replace(host, phase=Phase.RUNNING)
    booted = host.running_bank
    if booted is None or booted.bootstate == BootState.VALID:
        why = () if booted is None else (about(BankRule.NOTHING_TO_CONFIRM, booted),)
        return Moment(event, running, why)
    confirmed = replace(booted, bootstate=BootState.VALID)
    banks = tuple([confirmed if bank is booted else bank for bank in host.banks])
    wrote = Write(booted.partition, booted.bootstate, BootState.VALID)
    return Moment(event, replace(running, banks=banks), (about(BankRule.CONFIRMED, confirmed),), host_wrote=(wrote,))


def _crash(host: Host, event: BankEvent) -> Moment:
    booted = host.running_bank
    why = () if booted is None else (about(BankRule.CRASHED, booted),)
    return Moment(event, replace(host, phase=Phase.CRASHED), why)
