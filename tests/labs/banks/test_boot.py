"""What the loader does at a power-on: choice, title, Shift+R."""

from __future__ import annotations

import pytest

from tests.helpers.banks import NEWEST, bank, shown, wrote
from vmexplorer.atlas.bank_rule import BankRule
from vmexplorer.labs.banks.bank import Bank
from vmexplorer.labs.banks.boot import Answer, Boot, boot

R = BankRule
A, B = bank(5, "A", 1, 0), bank(6, "B", 2, 0)


def started(report: Boot) -> int | None:
    return None if report.chosen is None else report.chosen.bank.partition


def why(report: Boot) -> list[BankRule]:
    return [reason.rule for reason in report.why]


@pytest.mark.parametrize(
    ("banks", "chosen", "rule"),
    [
        ([A, B], 6, R.LARGEST),
        ([bank(5, "A", 3, 0), B], 5, R.LARGEST),
        ([bank(5, "A", 2, 0), B], 5, R.EQUAL),
        ([bank(6, "A", 2, 0), bank(5, "B", 2, 0)], 5, R.EQUAL),
        ([A, bank(6, "B", 9, 3)], 5, R.ONLY_ONE),
        ([A, B, bank(7, "C", 3, 0)], 7, R.LARGEST),
        ([bank(5, "A", 1, 3), bank(6, "-", 2, 0)], None, R.NONE),
        ([], None, R.NONE),
    ],
)
def test_the_largest_counter_among_valid_banks_wins(banks: list[Bank], chosen: int | None, rule: BankRule) -> None:
    report = boot(banks, NEWEST)
    assert started(report) == chosen
    assert why(report) == [rule]


def test_a_choice_names_the_bank_it_was_measured_against() -> None:
    report = boot([A, B, bank(7, "C", 9, 3)], NEWEST)
    values = dict(report.why[0].values)
    assert (values["partition"], values["updated"], values["other"], values["other_updated"]) == ("6", "2", "5", "1")


@pytest.mark.parametrize(("state", "title"), [(0, R.LOADING), (1, R.INITIALIZING)])
def test_the_title_tells_a_first_try(state: int, title: BankRule) -> None:
    report = boot([bank(5, "A", 1, state)], NEWEST)
    assert report.title is not None
    assert report.title.rule is title


def test_without_a_bank_there_is_no_title_and_no_shift_r() -> None:
    report = boot([bank(5, "A", 1, 3)], NEWEST, Answer.YES)
    assert (report.title, report.second, report.recovery) == (None, None, None)
    assert why(report) == [R.NONE, R.NO_COUNTDOWN]


def test_yes_gives_up_the_default_bank() -> None:
    report = boot([A, B], NEWEST, Answer.YES)
    assert report.recovery is not None
    assert report.recovery.rule is R.ROLLED_BACK
    assert report.recovery.default.bank.partition == 6
    assert (started(report), wrote(report), report.rollback) == (5, [(6, 0, 3)], True)
    assert why(report) == [R.ONLY_ONE]
    assert shown(report.banks) == "b5[A u=1 s=0] b6[B u=2 s=3]"


def test_no_changes_nothing() -> None:
    report = boot([A, B], NEWEST, Answer.NO)
    assert report.recovery is not None
    assert (report.recovery.rule, report.recovery.asked, report.recovery.waits) == (R.CANCELLED, True, False)
    assert (started(report), wrote(report), report.rollback) == (6, [], False)


def test_with_three_banks_yes_leaves_two_to_choose_from() -> None:
    report = boot([A, B, bank(7, "C", 3, 0)], NEWEST, Answer.YES)
    assert (started(report), wrote(report), why(report)) == (6, [(7, 0, 3)], [R.LARGEST])


@pytest.mark.parametrize("answer", Answer)
def test_one_bank_is_no_choice(answer: Answer) -> None:
    report = boot([A, bank(6, "B", 2, 3)], NEWEST, answer)
    assert report.recovery is not None
    assert (report.recovery.rule, report.recovery.asked, report.recovery.waits) == (R.NO_ALTERNATE, False, True)
    assert (started(report), wrote(report)) == (5, [])


def test_shift_r_in_a_first_try_without_another_bank_leaves_nothing() -> None:
    report = boot([bank(6, "B", 2, 1)], NEWEST, Answer.NO)
    assert report.offered is not None
    assert (started(report), wrote(report), report.recovery) == (None, [(6, 1, 2), (6, 2, 3)], None)


def test_a_state_that_cannot_be_changed_stops_the_roll_back() -> None:
    report = boot([A, bank(6, "B", 2, None)], NEWEST, Answer.YES)
    assert report.recovery is not None
    assert (report.recovery.rule, report.recovery.waits) == (R.ROLLBACK_FAILED, True)
    assert (started(report), wrote(report), report.rollback) == (6, [], False)


def test_a_roll_back_that_cannot_be_written_lasts_for_one_start() -> None:
    report = boot([A, bank(6, "B", 2, 0, writable=False)], NEWEST, Answer.YES)
    assert (started(report), wrote(report), report.rollback) == (5, [], True)
    assert report.banks[1].bootstate == 0


def test_a_failed_upgrade_tells_the_kernel_unless_shift_r_was_pressed() -> None:
    broken = [A, bank(6, "-", 2, 1)]
    assert boot(broken, NEWEST).rollback
    assert not boot(broken, NEWEST, Answer.YES).rollback
