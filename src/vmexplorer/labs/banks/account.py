"""What a moment is told as: one line for each thing that happened, with its reasons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vmexplorer.atlas.evidence import Evidence
from vmexplorer.labs.banks.bank import Bank, Write, word
from vmexplorer.labs.banks.boot import Boot
from vmexplorer.labs.banks.host import Moment
from vmexplorer.labs.banks.reason import Reason, Reasons
from vmexplorer.labs.banks.scan import Scan, ScanLine


class AccountLine(NamedTuple):
    """One line: which partition it is about (None: no single one), what stands before the reasons, and these."""

    partition: int | None
    head: str
    says: tuple[str, ...]
    evidence: tuple[Evidence, ...]

    @property
    def text(self) -> str:
        """The whole line as plain text."""
        said = " ".join(self.says)
        return (f"{self.head}: {said}" if self.head and said else self.head or said).replace("`", "")


def account(moment: Moment, reasons: Reasons) -> tuple[AccountLine, ...]:
    """Everything that led to a moment, line by line in the order in which it happened."""
    lines = [_line(None, "", (reason,), reasons) for reason in moment.why]
    if moment.boot is not None:
        lines += _boot_lines(moment.boot, reasons)
    return tuple(lines)


def read_as(bank: Bank) -> str:
    """What the loader reads of a bank, such as ``build B, updated=2, bootstate=1 (UPGRADING)``."""
    if not bank.marked:
        return "no VMware mark"
    if not bank.readable:
        return "no readable boot.cfg"
    build = f"build {bank.build}" if bank.build else "no build"
    state = "no bootstate" if bank.bootstate is None else f"bootstate={bank.bootstate} ({word(bank.bootstate)})"
    quick = ", quickboot=1" if bank.quick_boot else ""
    return f"{build}, updated={bank.updated}, {state}{quick}"


def written_as(write: Write) -> str:
    """What was written, such as ``wrote bootstate=2 (DIRTY)``."""
    return f"wrote bootstate={write.after} ({word(write.after)})"


def scan_line(line: ScanLine, reasons: Reasons) -> AccountLine:
    """What was read of a partition, what was written there, and why."""
    wrote = f"; {written_as(line.wrote)}" if line.wrote is not None else ""
    return _line(
        line.read.partition, f"Partition {line.read.partition}, {read_as(line.read)}{wrote}", line.reasons, reasons
    )


def _boot_lines(boot: Boot, reasons: Reasons) -> list[AccountLine]:
    lines = _scan_lines(boot.first, reasons)
    if boot.second is not None:
        lines += _scan_lines(boot.second, reasons)
    if boot.recovery is not None:
        wrote = boot.recovery.wrote
        head = f"Partition {wrote.partition}, {written_as(wrote)}" if wrote is not None else ""
        bank = boot.recovery.default.bank
        lines.append(_line(bank.partition, head, (boot.recovery.reason,), reasons))
    lines += [_line(None, "", (reason,), reasons) for reason in boot.why]
    if boot.title is not None:
        lines.append(_line(None, "", (boot.title,), reasons))
    return lines


def _scan_lines(scan: Scan, reasons: Reasons) -> list[AccountLine]:
    heads = [_line(None, "", (reason,), reasons) for reason in scan.head]
    return [*heads, *(scan_line(line, reasons) for line in scan.lines)]


def _line(partition: int | None, head: str, why: Iterable[Reason], reasons: Reasons) -> AccountLine:
    statements = [reasons.statement(reason) for reason in why]
    evidence = dict.fromkeys(mark for statement in statements for mark in statement.evidence)
    return AccountLine(partition, head, tuple([statement.text for statement in statements]), tuple(evidence))
