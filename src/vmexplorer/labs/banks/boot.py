"""What the loader does at a power-on: scan, choice, Shift+R and its question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from vmexplorer.atlas.bank_rule import BankRule
from vmexplorer.atlas.system_image import Loader
from vmexplorer.labs.banks.bank import Bank, BootState, Write
from vmexplorer.labs.banks.reason import Reason, about
from vmexplorer.labs.banks.scan import Found, Scan, changeable, scan

COUNTDOWN = 5
RESUME = 10
"""Seconds of the two countdowns: before every start, and after a message. [code:S2]"""


class Answer(StrEnum):
    """What is answered when the loader asks whether to roll back."""

    YES = "yes"
    NO = "no"


class Recovery(NamedTuple):
    """What Shift+R led to.

    ``rule`` is NO_ALTERNATE, ROLLED_BACK, CANCELLED or ROLLBACK_FAILED; ``default`` is the bank that the second
    scan chose and ``wrote`` what the answer made the loader write.
    """

    rule: BankRule
    default: Found
    wrote: Write | None = None

    @property
    def reason(self) -> Reason:
        """Why it came to that."""
        return about(self.rule, self.default.bank)

    @property
    def asked(self) -> bool:
        """Whether the loader asked its question."""
        return self.rule is not BankRule.NO_ALTERNATE

    @property
    def waits(self) -> bool:
        """Whether the loader counts down 10 s before it goes on."""
        return self.rule in (BankRule.NO_ALTERNATE, BankRule.ROLLBACK_FAILED)


class Boot(NamedTuple):
    """One power-on, from the scan to the bank that is started.

    Attributes:
        first: the scan.
        offered: the bank that the countdown offers; None when no bank is valid.
        offered_why: the reasons of that first choice; none when nobody pressed Shift+R.
        second: the scan after Shift+R; None without it.
        recovery: what Shift+R led to; None without it.
        chosen: the bank that is started; None: "No hypervisor found".
        why: the reasons of the last choice.
        rollback: whether the kernel is told that this is a roll-back.
        banks: what stands on the device afterwards.
    """

    first: Scan
    offered: Found | None
    offered_why: tuple[Reason, ...]
    second: Scan | None
    recovery: Recovery | None
    chosen: Found | None
    why: tuple[Reason, ...]
    rollback: bool
    banks: tuple[Bank, ...]

    @property
    def wrote(self) -> tuple[Write, ...]:
        """Everything that the loader wrote, in order."""
        second = self.second.wrote if self.second is not None else ()
        answer = self.recovery.wrote if self.recovery is not None else None
        return (*self.first.wrote, *second, *((answer,) if answer is not None else ()))

    @property
    def title(self) -> Reason | None:
        """Which title the loader shows while it loads; None when there is nothing to load."""
        return None if self.chosen is None else title_of(self.chosen)


def title_of(found: Found) -> Reason:
    """Under which title a bank is loaded, and why."""
    return about(BankRule.INITIALIZING if found.upgrading else BankRule.LOADING, found.bank)


def boot(banks: Sequence[Bank], loader: Loader, shift_r: Answer | None = None) -> Boot:
    """Lets the loader run once.

    Args:
        banks: what stands on the boot device.
        loader: which loader it is.
        shift_r: None: nobody presses Shift+R; else it is pressed in the countdown, and this is the answer if
            the loader asks.
    """
    first = scan(banks, loader)
    offered, why = choose(first.found)
    if shift_r is None or offered is None:
        unpressed = () if shift_r is None else (Reason(BankRule.NO_COUNTDOWN),)
        return Boot(first, offered, (), None, None, offered, (*why, *unpressed), first.rollback, first.banks)
    second = scan(first.banks, loader, again=True)
    default, last = choose(second.found)
    if default is None:
        return Boot(first, offered, why, second, None, None, last, second.rollback, second.banks)
    recovery = _recover(second.found, default, shift_r)
    if recovery.rule is not BankRule.ROLLED_BACK:
        return Boot(first, offered, why, second, recovery, default, last, False, second.banks)
    left = [found for found in second.found if found is not default]
    chosen, last = choose(left)
    after = tuple([_with(bank, recovery.wrote) for bank in second.banks])
    return Boot(first, offered, why, second, recovery, chosen, last, True, after)


def choose(found: Sequence[Found]) -> tuple[Found | None, tuple[Reason, ...]]:
    """The valid bank with the largest counter, of equals the one with the lower partition, and why it is that one."""
    valid = [one for one in found if one.valid]
    if not valid:
        return None, (Reason(BankRule.NONE),)
    best = max(valid, key=_counter)
    others = [one for one in valid if one is not best]
    if not others:
        return best, (about(BankRule.ONLY_ONE, best.bank),)
    second = max(others, key=_counter)
    rule = BankRule.EQUAL if second.bank.updated == best.bank.updated else BankRule.LARGEST
    return best, (about(rule, best.bank, second.bank),)


def _recover(found: Sequence[Found], default: Found, answer: Answer) -> Recovery:
    if sum(one.valid for one in found) < 2:
        return Recovery(BankRule.NO_ALTERNATE, default)
    if answer is Answer.NO:
        return Recovery(BankRule.CANCELLED, default)
    bank = default.bank
    if not changeable(bank):
        return Recovery(BankRule.ROLLBACK_FAILED, default)
    wrote = Write(bank.partition, bank.bootstate, BootState.INVALID) if bank.writable else None
    return Recovery(BankRule.ROLLED_BACK, default, wrote)


def _with(bank: Bank, wrote: Write | None) -> Bank:
    concerned = wrote is not None and wrote.partition == bank.partition
    return replace(bank, bootstate=BootState.INVALID) if concerned else bank


def _counter(found: Found) -> tuple[int, int]:
    return found.bank.updated, -found.bank.partition
