"""What a moment is told as: one line for each thing that happened, with its reasons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vmexplorer.atlas.evidence import Evidence
from vmexplorer.labs.banks.bank import Bank, Write, word
from vmexplorer.labs.banks.boot import Boot, Recovery, title_of
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
    lines = reason_lines(moment.why, reasons)
    return lines if moment.boot is None else (*lines, *_boot_lines(moment.boot, reasons))


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


def reason_lines(why: Iterable[Reason], reasons: Reasons) -> tuple[AccountLine, ...]:
    """A line for each reason that concerns no single partition."""
    return tuple([_line(None, "", (reason,), reasons) for reason in why])


def recovery_line(recovery: Recovery, reasons: Reasons) -> AccountLine:
    """What Shift+R led to."""
    wrote = recovery.wrote
    head = f"Partition {wrote.partition}, {written_as(wrote)}" if wrote is not None else ""
    return _line(recovery.default.bank.partition, head, (recovery.reason,), reasons)


def _boot_lines(boot: Boot, reasons: Reasons) -> list[AccountLine]:
    lines = _scan_lines(boot.first, reasons)
    if boot.second is not None and boot.offered is not None:
        lines += reason_lines((*boot.offered_why, title_of(boot.offered)), reasons)
        lines += _scan_lines(boot.second, reasons)
    if boot.recovery is not None:
        lines.append(recovery_line(boot.recovery, reasons))
    lines += reason_lines(boot.why, reasons)
    return [*lines, *reason_lines(() if boot.title is None else (boot.title,), reasons)]


def _scan_lines(scan: Scan, reasons: Reasons) -> list[AccountLine]:
    return [*reason_lines(scan.head, reasons), *(scan_line(line, reasons) for line in scan.lines)]


def _line(partition: int | None, head: str, why: Iterable[Reason], reasons: Reasons) -> AccountLine:
    statements = [reasons.statement(reason) for reason in why]
    evidence = dict.fromkeys(mark for statement in statements for mark in statement.evidence)
    return AccountLine(partition, head, tuple([statement.text for statement in statements]), tuple(evidence))
