"""Hidden faults: the same number hides the same fault, and nothing gives it away."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.lessons.breaking import (
    LARGEST_SEED,
    PAR,
    FaultKind,
    HiddenFault,
    guess_at,
    in_order_of,
    riddle_of,
    without_giving_away,
)

FAULTS = [HiddenFault(f"part{number}", kind, f"{kind} part{number}") for number in range(9) for kind in FaultKind]
seeds = st.integers(0, LARGEST_SEED)


@given(seeds)
def test_a_seed_tries_every_fault_once_and_always_in_the_same_order(seed: int) -> None:
    first = in_order_of(FAULTS, seed)
    assert in_order_of(iter(FAULTS), seed) == first
    assert sorted(first) == sorted(FAULTS)


def test_many_faults_come_up() -> None:
    assert len({in_order_of(FAULTS, seed)[0] for seed in range(300)}) == len(FAULTS)


def test_the_order_of_a_seed_is_fixed_for_ever() -> None:
    assert [fault.written for fault in in_order_of(FAULTS, 4711)[:2]] == FIRST_OF_4711


FIRST_OF_4711 = ["special part3", "hung part7"]


def test_any_part_may_have_any_kind_and_all_alike_are_right() -> None:
    right = [FAULTS[0], FAULTS[5]]
    riddle = riddle_of(right, ["part0", "part1", "part2"], ["check"], 2)
    assert {guess for guess, is_right in riddle.hypotheses.items() if is_right} == {one.guess for one in right}
    assert len(riddle.hypotheses) == 3 * len(FaultKind)
    assert (riddle.repairs, riddle.hints, riddle.par) == ({}, 2, PAR)
    assert guess_at("part0", FAULTS[0].kind) == FAULTS[0].guess


def test_sentences_with_a_name_are_left_out() -> None:
    text = "The host is grey. An event says that HOSTD is silent! Its page fails? L1 is cut. hostd-probe is well."
    assert without_giving_away(text, ("hostd", "L1")) == "The host is grey. Its page fails? hostd-probe is well."
    assert without_giving_away("Only vpxa.", ("vpxa",)) == ""
    assert without_giving_away(text, ()) == text
