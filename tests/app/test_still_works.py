"""What still works is asked as the simulator answers it."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.still_works import MACHINES, still_works, still_works_ids
from vmexplorer.atlas.fault_words import Verb
from vmexplorer.atlas.question import Question
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.simulate import simulate

ATLAS = shipped_atlas()


def without(part: str, era: str = "e8") -> Question:
    question = still_works(ATLAS, era, f"without-{part}")
    assert question is not None
    return question


def flow_named(label: str) -> str:
    return ATLAS.flow(label.strip("“”")).id


@pytest.mark.parametrize("era", ATLAS.era_ids)
def test_every_option_is_what_the_simulator_says(era: str) -> None:
    asked = [question for id in still_works_ids(ATLAS, era) if (question := still_works(ATLAS, era, id))]
    assert len(asked) >= 5
    for question in asked:
        outcome = simulate(ATLAS, era, [Fault(Verb.STOP, question.components[0])])
        for option in question.options:
            if option.says == MACHINES:
                assert option.right == outcome.machines.running
            else:
                fails_at = outcome.flows[flow_named(option.says)].fails_at
                assert option.right == (fails_at is None), (question.id, option.says)


def test_the_machines_run_on_without_vpxa() -> None:
    options = {option.says: option.right for option in without("vpxa").options}
    assert options[MACHINES]
    assert options["“Power on a VM via vCenter”"] is False


def test_a_wrong_option_says_where_it_fails_and_why() -> None:
    failing = [option for option in without("vpxa").options if not option.right]
    assert failing
    assert all(option.because and "fails at step" in option.because.text for option in failing)


def test_a_right_and_a_wrong_one_are_always_there() -> None:
    for id in still_works_ids(ATLAS, "e8"):
        question = still_works(ATLAS, "e8", id)
        if question is not None:
            assert {option.right for option in question.options} == {True, False}
            assert 2 <= len(question.options) <= 5


def test_a_part_that_touches_nothing_is_not_asked_for() -> None:
    assert "without-usbarbitrator" not in still_works_ids(ATLAS, "e8")


def test_the_question_can_be_repeated() -> None:
    assert without("hostd") == without("hostd")
