"""The loader's scan: each step of it, in each version of the loader."""

from __future__ import annotations

import pytest

from tests.helpers.banks import MIDDLE, NEWEST, OLDEST, bank
from vmexplorer.atlas.bank_rule import BankRule
from vmexplorer.atlas.system_image import Loader
from vmexplorer.labs.banks.bank import Bank, Write
from vmexplorer.labs.banks.scan import Scan, ScanLine, scan

R = BankRule


def line_of(one: Bank, loader: Loader = NEWEST) -> ScanLine:
    (line,) = scan([one], loader).lines
    return line


def rules(line: ScanLine) -> list[BankRule]:
    return [reason.rule for reason in line.reasons]


def looked_at(result: Scan) -> list[int]:
    return [found.bank.partition for found in result.found]


@pytest.mark.parametrize(
    ("image", "updated", "state", "new", "valid", "rollback", "why"),
    [
        ("A", 1, 0, 0, True, False, [R.VALID]),
        ("A", 1, 1, 2, True, False, [R.UPGRADING, R.FIRST_TRY]),
        ("A", 1, 2, 3, False, False, [R.DIRTY]),
        ("A", 1, 3, 3, False, False, [R.INVALID]),
        ("-", 1, 0, 0, False, False, [R.NO_BUILD, R.VALID]),
        ("-", 1, 1, 3, False, True, [R.NO_BUILD, R.UPGRADING, R.FAILED_UPGRADE]),
        ("A", 0, 1, 3, False, True, [R.NO_COUNTER, R.UPGRADING, R.FAILED_UPGRADE]),
        ("-", 0, 2, 3, False, True, [R.NO_COUNTER, R.NO_BUILD, R.DIRTY, R.FAILED_UPGRADE]),
        ("-", 0, 3, 3, False, False, [R.NO_COUNTER, R.NO_BUILD, R.INVALID]),
    ],
)
def test_each_state_of_a_bank(
    image: str, updated: int, state: int, new: int, valid: bool, rollback: bool, why: list[BankRule]
) -> None:
    line = line_of(bank(5, image, updated, state))
    assert line.found is not None
    assert (line.found.bank.bootstate, line.found.valid, line.rollback) == (new, valid, rollback)
    assert line.wrote == (None if new == state else Write(5, state, new))
    assert rules(line) == why


@pytest.mark.parametrize("state", [1, 2])
def test_only_a_bank_on_trial_gets_the_title_of_an_upgrade(state: int) -> None:
    trial, settled = line_of(bank(5, "A", 1, state)), line_of(bank(5, "A", 1, 0))
    assert trial.found is not None
    assert settled.found is not None
    assert trial.found.upgrading
    assert not settled.found.upgrading


@pytest.mark.parametrize(("more", "rule"), [({"marked": False}, R.NO_MARK), ({"readable": False}, R.NO_CONFIG)])
def test_what_is_no_bank_is_skipped(more: dict[str, bool], rule: BankRule) -> None:
    line = line_of(bank(5, "A", 9, 1, **more))
    assert (line.found, line.wrote, line.stops) == (None, None, False)
    assert rules(line) == [rule]


def test_what_is_no_bank_takes_no_place_in_the_memory() -> None:
    banks = [bank(2, "X", 9, 0, marked=False), bank(5, "A", 1, 0), bank(6, "B", 2, 0), bank(7, "C", 3, 0)]
    assert looked_at(scan(banks, NEWEST)) == [5, 6, 7]
    assert looked_at(scan(banks, MIDDLE)) == [5, 6]


def test_a_missing_state_counts_as_zero_and_nothing_is_written() -> None:
    line = line_of(bank(5, "A", 1, None))
    assert line.found is not None
    assert (line.found.valid, line.wrote) == (True, None)
    assert rules(line) == [R.NO_STATE]


@pytest.mark.parametrize("state", [4, 7, 9])
def test_a_garbled_state_stops_the_bank(state: int) -> None:
    line = line_of(bank(5, "A", 1, state))
    assert (line.found, line.wrote, line.stops) == (None, None, True)
    assert rules(line) == [R.GARBLED, R.STATE_STAYS]


def test_a_garbled_bank_leaves_its_place_to_the_next() -> None:
    banks = [bank(5, "A", 1, 7), bank(6, "B", 2, 0), bank(7, "C", 3, 0)]
    assert looked_at(scan(banks, MIDDLE)) == [6, 7]


def test_a_failed_write_counts_in_memory_and_not_on_the_device() -> None:
    result = scan([bank(5, "A", 1, 1, writable=False)], NEWEST)
    (line,) = result.lines
    assert line.found is not None
    assert (line.found.bank.bootstate, line.found.valid, line.wrote) == (2, True, None)
    assert result.banks[0].bootstate == 1
    assert rules(line) == [R.UPGRADING, R.FIRST_TRY, R.WRITE_IGNORED]


@pytest.mark.parametrize(("state", "wrote"), [(0, Write(5, 0, 3)), (1, Write(5, 1, 3)), (3, None)])
def test_quick_boot_makes_the_bank_invalid(state: int, wrote: Write | None) -> None:
    line = line_of(bank(5, "A", 1, state, quick_boot=True))
    assert line.found is not None
    assert (line.found.valid, line.found.upgrading, line.wrote) == (False, False, wrote)
    assert not line.rollback
    assert rules(line)[-1] is R.QUICK_BOOT


def test_quick_boot_without_a_state_cannot_be_written() -> None:
    line = line_of(bank(5, "A", 1, None, quick_boot=True))
    assert (line.found, line.stops) == (None, True)


@pytest.mark.parametrize("loader", [OLDEST, MIDDLE], ids=["oldest", "middle"])
def test_older_loaders_do_not_know_quick_boot(loader: Loader) -> None:
    line = line_of(bank(5, "A", 1, 0, quick_boot=True), loader)
    assert line.found is not None
    assert line.found.valid
    assert rules(line) == [R.VALID]


@pytest.mark.parametrize(
    ("loader", "found", "left"),
    [
        (OLDEST, [5, 6], [R.OUT_OF_SIGHT, R.OUT_OF_SIGHT]),
        (MIDDLE, [4, 5], [R.NO_ROOM, R.NO_ROOM]),
        (NEWEST, [4, 5, 6], [R.NO_ROOM]),
    ],
    ids=["oldest", "middle", "newest"],
)
def test_how_far_each_loader_looks(loader: Loader, found: list[int], left: list[BankRule]) -> None:
    banks = [bank(place, "A", place, 0) for place in (7, 6, 5, 4)]
    result = scan(banks, loader)
    assert looked_at(result) == found
    passed = [line for line in result.lines if line.found is None]
    assert [rule for line in passed for rule in rules(line)] == left


def test_what_is_not_looked_at_is_not_written() -> None:
    result = scan([bank(5, "A", 1, 0), bank(6, "B", 2, 0), bank(7, "C", 3, 1)], MIDDLE)
    assert result.wrote == ()
    assert result.banks[2].bootstate == 1


def test_a_scan_says_how_it_goes() -> None:
    first, again = scan([], NEWEST), scan([], OLDEST, again=True)
    assert [reason.rule for reason in first.head] == [R.SCAN_ALL]
    assert [reason.rule for reason in again.head] == [R.SCAN_AGAIN, R.SCAN_SOME]
    assert dict(first.head[0].values) == {"most": "3"}
    assert dict(again.head[1].values) == {"partitions": "5 and 6"}
