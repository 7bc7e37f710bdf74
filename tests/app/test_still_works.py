"""What still works is asked as the simulator answers it."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.fault_choices import component_choices
from vmexplorer.app.still_works import MACHINES, OWN_WORK, still_works, still_works_ids
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
    assert len(asked) >= 20
    for question in asked:
        outcome = simulate(ATLAS, era, [Fault(Verb.STOP, question.components[0])])
        for option in question.options:
            if option.says == MACHINES:
                assert option.right == outcome.machines.running
            elif option.says.startswith(OWN_WORK):
                assert not option.right
                assert all(result.fails_at is None or result.fails_at > 2 for result in outcome.flows.values())
            else:
                fails_at = outcome.flows[flow_named(option.says)].fails_at
                assert option.right == (fails_at is None), (question.id, option.says)


def test_the_machines_run_on_without_vpxa() -> None:
    options = {option.says: option.right for option in without("vpxa").options}
    assert options[MACHINES]
    assert options["“Power on a VM via vCenter”"] is False


@pytest.mark.parametrize("era", ATLAS.era_ids)
def test_whatever_can_be_stopped_and_breaks_a_path_is_asked_for(era: str) -> None:
    ids = still_works_ids(ATLAS, era)
    stoppable = [id for id, eras in ATLAS.component_eras.items() if era in eras and component_choices(ATLAS, era, id)]
    assert ids == tuple([f"without-{id}" for id in stoppable])
    for id in stoppable:
        part = ATLAS.component(id)
        flows = simulate(ATLAS, era, [Fault(Verb.STOP, id)]).flows
        early = [flow for flow, result in flows.items() if result.fails_at == 1]
        whole = [flow for flow, result in flows.items() if result.fails_at is None and not result.lost]
        if early and len(whole) > 2 and part.if_stopped is not None:
            assert still_works(ATLAS, era, f"without-{id}") is not None, id


def test_a_service_without_which_no_path_fails_loses_its_own_work() -> None:
    wrong = [option for option in without("usbarbitrator").options if not option.right]
    assert [option.says for option in wrong] == [
        "Its own work: “It settles which VM may receive which USB device that is plugged into the host”"
    ]


def test_where_another_part_has_taken_over_nothing_is_asked() -> None:
    assert still_works(ATLAS, "e7", "without-rhttpproxy") is not None
    assert still_works(ATLAS, "e8", "without-rhttpproxy") is None


def test_the_other_machines_are_not_called_stopped_with_one_of_them() -> None:
    question = without("vmx")
    assert MACHINES not in [option.says for option in question.options]
    assert not any("Virtual machines do not" in statement.text for statement in question.reason)


def test_what_is_no_program_is_out_of_order() -> None:
    assert without("datastore").asks.startswith("Out of order until further notice: Datastore.")


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


def test_the_question_can_be_repeated() -> None:
    assert without("hostd") == without("hostd")
