"""The loader's scan: it reads every partition in turn, writes what it must and notes why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from vmexplorer.atlas.bank_rule import BankRule
from vmexplorer.atlas.system_image import Loader
from vmexplorer.labs.banks.bank import Bank, BootState, Write
from vmexplorer.labs.banks.reason import Reason, about

_PLAIN = {
    BootState.VALID: BankRule.VALID,
    BootState.UPGRADING: BankRule.UPGRADING,
    BootState.DIRTY: BankRule.DIRTY,
    BootState.INVALID: BankRule.INVALID,
}
_BOOTABLE = (BootState.VALID, BootState.DIRTY)


class Found(NamedTuple):
    """A bank in the loader's memory: as it is after the scan, whether it is being upgraded, whether it is valid."""

    bank: Bank
    upgrading: bool
    valid: bool


class ScanLine(NamedTuple):
    """What became of one partition.

    ``read`` is the bank as the loader found it; ``wrote`` what reached the device, if anything; ``found`` is
    None for what the loader does not remember as a bank. ``stops`` says that the loader waits 10 s here.
    """

    read: Bank
    reasons: tuple[Reason, ...]
    wrote: Write | None = None
    found: Found | None = None
    stops: bool = False
    rollback: bool = False


class Scan(NamedTuple):
    """One look at all partitions; ``banks`` is what stands on the device afterwards."""

    head: tuple[Reason, ...]
    lines: tuple[ScanLine, ...]
    banks: tuple[Bank, ...]

    @property
    def found(self) -> tuple[Found, ...]:
        """The banks that the loader remembers, in the order of their partitions."""
        return tuple([line.found for line in self.lines if line.found is not None])

    @property
    def wrote(self) -> tuple[Write, ...]:
        """What was written, in order."""
        return tuple([line.wrote for line in self.lines if line.wrote is not None])

    @property
    def rollback(self) -> bool:
        """Whether the loader has noted a failed upgrade."""
        return any(line.rollback for line in self.lines)


def scan(banks: Sequence[Bank], loader: Loader, *, again: bool = False) -> Scan:
    """Scans the banks in ascending order of their partitions.

    Args:
        banks: what stands on the boot device.
        loader: which partitions it looks at, and how many banks it remembers.
        again: whether Shift+R has led to this scan.
    """
    partitions = " and ".join(map(str, loader.partitions))
    span = Reason(BankRule.SCAN_ALL, (("most", str(loader.most)),))
    if loader.partitions:
        span = Reason(BankRule.SCAN_SOME, (("partitions", partitions),))
    lines: list[ScanLine] = []
    after: list[Bank] = []
    for bank in sorted(banks, key=_place):
        remembered = sum(line.found is not None for line in lines)
        if loader.partitions and bank.partition not in loader.partitions:
            values = (("partition", str(bank.partition)), ("partitions", partitions))
            line = ScanLine(bank, (Reason(BankRule.OUT_OF_SIGHT, values),))
        elif remembered >= loader.most:
            values = (("partition", str(bank.partition)), ("most", str(loader.most)))
            line = ScanLine(bank, (Reason(BankRule.NO_ROOM, values),))
        else:
            line = _look_at(bank, loader)
        lines.append(line)
        after.append(bank if line.wrote is None else replace(bank, bootstate=line.wrote.after))
    head = (Reason(BankRule.SCAN_AGAIN), span) if again else (span,)
    return Scan(head, tuple(lines), tuple(after))


def _look_at(bank: Bank, loader: Loader) -> ScanLine:
    """Steps 1 to 5: what the bank is, and which state it must get."""
    if not bank.marked:
        return ScanLine(bank, (about(BankRule.NO_MARK, bank),))
    if not bank.readable:
        return ScanLine(bank, (about(BankRule.NO_CONFIG, bank),))
    rules: list[BankRule] = []
    if bank.updated <= 0:
        rules.append(BankRule.NO_COUNTER)
    if not bank.build:
        rules.append(BankRule.NO_BUILD)
    fit = not rules
    # A missing key reads as 0: the header comment of the loader says otherwise, its code does not.
    state = BootState.VALID if bank.bootstate is None else bank.bootstate
    upgrading = state in (BootState.UPGRADING, BootState.DIRTY)
    if state not in list(BootState):
        rules.append(BankRule.GARBLED)
        fit, new = False, BootState.INVALID
    else:
        rules.append(BankRule.NO_STATE if bank.bootstate is None else _PLAIN[BootState(state)])
        new = {BootState.UPGRADING: BootState.DIRTY, BootState.DIRTY: BootState.INVALID}.get(
            BootState(state), BootState(state)
        )
    if bank.quick_boot and loader.quick_boot:
        rules.append(BankRule.QUICK_BOOT)
        fit, upgrading, new = False, False, BootState.INVALID
    rollback = upgrading and not fit
    if rollback:
        rules.append(BankRule.FAILED_UPGRADE)
        new = BootState.INVALID
    if new is BootState.DIRTY:
        rules.append(BankRule.FIRST_TRY)
    return _settled(bank, rules, new, ScanLine(bank, (), found=Found(bank, upgrading, fit), rollback=rollback))


def _settled(bank: Bank, rules: list[BankRule], new: BootState, line: ScanLine) -> ScanLine:
    """Steps 6 and 7: writes the new state, and says whether the bank is valid."""
    state = BootState.VALID if bank.bootstate is None else bank.bootstate
    changed = new != state
    if changed and not changeable(bank):
        stopped = [*rules, BankRule.STATE_STAYS]
        return line._replace(reasons=_told(stopped, bank), found=None, stops=True)
    if changed and not bank.writable:
        rules = [*rules, BankRule.WRITE_IGNORED]
    wrote = Write(bank.partition, bank.bootstate, new) if changed and bank.writable else None
    found = line.found
    if found is not None:
        # What could not be written counts all the same, until the next scan.
        known = replace(bank, bootstate=new) if changed else bank
        found = Found(known, found.upgrading, found.valid and new in _BOOTABLE)
    return line._replace(reasons=_told(rules, bank), wrote=wrote, found=found)


def changeable(bank: Bank) -> bool:
    """Whether the loader can change the state: it replaces one digit from 0 to 3, and where there is none it stops."""
    return bank.bootstate in list(BootState)


def _told(rules: Sequence[BankRule], bank: Bank) -> tuple[Reason, ...]:
    return tuple([about(rule, bank) for rule in rules])


def _place(bank: Bank) -> int:
    return bank.partition
