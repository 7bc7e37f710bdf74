"""What each event makes of a host, and which events cannot happen when."""

from __future__ import annotations

import pytest

from tests.helpers.banks import NEWEST, after, bank, rules, shown
from vmexplorer.atlas.bank_event import BankEvent, Happening
from vmexplorer.atlas.bank_rule import BankRule
from vmexplorer.labs.banks.bank import Write
from vmexplorer.labs.banks.host import ImpossibleEventError, Phase, fresh_host, given_host, happen, refusal

R, H = BankRule, Happening
_STAGE = {H.STAGE, H.STAGE_BROKEN}
_END = {H.COMPLETE, H.CRASH}


def test_a_fresh_host_runs_image_a_from_partition_5() -> None:
    moment = fresh_host()
    assert shown(moment.host.banks) == "b5[A u=1 s=0] b6[- u=0 s=3]"
    assert (moment.host.booted, moment.host.phase, moment.event) == (5, Phase.RUNNING, None)
    assert rules(moment) == [R.FRESH]


@pytest.mark.parametrize(
    ("written", "phase", "impossible"),
    [
        ("", Phase.RUNNING, _END),
        ("stage B", Phase.RUNNING, _END),
        ("stage B; reboot", Phase.STARTING, _STAGE),
        ("stage B; reboot; crash", Phase.CRASHED, _STAGE | _END),
        ("stage B; reboot; complete", Phase.RUNNING, _END),
        ("reboot; power-cycle; shift-r no", Phase.STARTING, _STAGE),
    ],
)
def test_which_events_are_possible(written: str, phase: Phase, impossible: set[Happening]) -> None:
    host = after(written).now.host
    assert host.phase is phase
    assert {kind for kind in Happening if refusal(host, kind)} == impossible


def test_a_host_without_a_bank_to_boot_can_only_be_switched_on() -> None:
    off = given_host([bank(5, "A", 1, 3)], None)
    assert off.host.phase is Phase.OFF
    nothing = happen(off.host, BankEvent(H.REBOOT), NEWEST)
    assert (nothing.host.phase, nothing.host.booted) == (Phase.NOTHING_FOUND, None)
    for host in (off.host, nothing.host):
        assert {kind for kind in Happening if refusal(host, kind)} == _STAGE | _END


def test_three_banks_leave_open_where_an_image_would_go() -> None:
    host = given_host([bank(5, "A", 1, 0), bank(6, "B", 2, 0), bank(7, "C", 3, 0)], 7).host
    assert refusal(host, H.STAGE) == "there are 3 banks, and nothing tells which of them the tools would take"


def test_an_impossible_event_is_refused_with_its_reason() -> None:
    with pytest.raises(ImpossibleEventError) as error:
        happen(fresh_host().host, BankEvent(H.COMPLETE), NEWEST)
    assert str(error.value) == (
        "'complete' cannot happen: the start is complete, and what happens after it changes neither bank"
    )


@pytest.mark.parametrize(
    ("verb", "expected", "rule"), [("stage", "B", R.STAGED), ("stage-broken", "-", R.STAGED_BROKEN)]
)
def test_an_image_goes_to_the_other_bank(verb: str, expected: str, rule: BankRule) -> None:
    moment = after(f"{verb} B").now
    assert shown(moment.host.banks) == f"b5[A u=1 s=0] b6[{expected} u=2 s=1]"
    assert moment.host.bank(6).image == "B"
    assert moment.host_wrote == (Write(6, 3, 1),)
    assert rules(moment) == [rule]


def test_staging_again_replaces_the_image_and_raises_the_counter_once() -> None:
    moment = after("stage B; stage C").now
    assert shown(moment.host.banks) == "b5[A u=1 s=0] b6[C u=2 s=1]"
    assert rules(moment) == [R.STAGED, R.REPLACED]
    assert dict(moment.why[1].values)["image"] == "B"


def test_staging_mends_a_bank_whose_boot_cfg_was_spoilt() -> None:
    host = given_host([bank(5, "A", 1, 0), bank(6, "B", 2, 7, readable=False, quick_boot=True)], 5).host
    staged = happen(host, BankEvent(H.STAGE, "C"), NEWEST).host.bank(6)
    assert (staged.readable, staged.quick_boot, staged.bootstate, staged.updated) == (True, False, 1, 2)


def test_the_end_of_the_start_confirms_the_bank_once() -> None:
    first, again = after("stage B; reboot; complete").now, after("stage B; reboot; complete; reboot; complete").now
    assert (first.host_wrote, rules(first)) == ((Write(6, 2, 0),), [R.CONFIRMED])
    assert (again.host_wrote, rules(again)) == ((), [R.NOTHING_TO_CONFIRM])


def test_a_crash_leaves_the_banks_alone() -> None:
    before, crashed = after("stage B; reboot").now, after("stage B; reboot; crash").now
    assert crashed.host.banks == before.host.banks
    assert crashed.host.booted == 6
    assert rules(crashed) == [R.CRASHED]


@pytest.mark.parametrize("verb", ["power-cycle", "reboot", "shift-r yes"])
def test_an_interrupted_first_start_is_told_and_fails(verb: str) -> None:
    moment = after(f"stage B; reboot; {verb}").now
    assert rules(moment)[0] is R.CUT_SHORT
    assert shown(moment.host.banks) == "b5[A u=1 s=0] b6[B u=2 s=3]"


def test_an_interrupted_later_start_does_no_harm() -> None:
    moment = after("stage B; reboot; complete; reboot; power-cycle").now
    assert R.CUT_SHORT not in rules(moment)
    assert shown(moment.host.banks) == "b5[A u=1 s=0] b6[B u=2 s=0]"


def test_reboot_and_power_cycle_are_one_to_the_loader() -> None:
    for story in ("", "stage B; ", "stage-broken B; ", "stage B; reboot; crash; "):
        one, other = after(f"{story}reboot").now, after(f"{story}power-cycle").now
        assert (one.host, one.boot, one.why) == (other.host, other.boot, other.why)
