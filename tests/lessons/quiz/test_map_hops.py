"""Before each step of every path somebody can be asked who gets the message next, and messages can be put in order."""

from __future__ import annotations

from functools import cache

import pytest

from tests.helpers.questions import names
from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.question import Question
from vmexplorer.lessons.quiz.given import Given
from vmexplorer.lessons.quiz.map_hops import Foretold, foretold, hop_questions, orders, predictions
from vmexplorer.lessons.quiz.marking import Verdict, mark

ATLAS = shipped_atlas()
ERAS = ATLAS.era_ids
WAYS = [(flow.id, branch.id if branch else "") for flow in ATLAS.flows.values() for branch in (None, *flow.branches)]


def steps_of(flow: str, branch: str, era: str) -> tuple[Step, ...]:
    known, other = ATLAS.way(f"{flow}/{branch}" if branch else flow)
    return ATLAS.steps_in(known, era, other)


def asked_of(flow: str, branch: str, era: str) -> tuple[Question, ...]:
    known, other = ATLAS.way(f"{flow}/{branch}" if branch else flow)
    return predictions(ATLAS, known, era, other)


@cache
def hops(era: str) -> dict[str, Question]:
    return {question.id: question for question in hop_questions(ATLAS, era)}


def asked(path: str, number: int, era: str = "e8") -> Question:
    flow, _, branch = path.partition("/")
    return asked_of(flow, branch, era)[number - 1]


@pytest.mark.parametrize("era", ERAS)
@pytest.mark.parametrize(("flow", "branch"), WAYS)
def test_there_is_a_prediction_before_every_step_of_every_way(flow: str, branch: str, era: str) -> None:
    steps = steps_of(flow, branch, era)
    found = asked_of(flow, branch, era)
    assert len(found) == len(steps)
    for step, question in zip(steps, found, strict=True):
        assert question.parts == (step.target,)
        assert step.message in question.asks
        assert question.reason == step.narration
        assert question.id in hops(era)
        assert mark(question, Given(component=step.target), names(era)).verdict is Verdict.RIGHT
        if step.source != step.target:
            assert mark(question, Given(component=step.source), names(era)).verdict is Verdict.WRONG


@pytest.mark.parametrize("era", ERAS)
@pytest.mark.parametrize(("flow", "branch"), WAYS)
def test_each_prediction_names_the_step_that_the_map_plays(flow: str, branch: str, era: str) -> None:
    steps = steps_of(flow, branch, era)
    for step, question in zip(steps, asked_of(flow, branch, era), strict=True):
        told = foretold(question)
        assert told is not None
        told_flow, told_branch = ATLAS.way(told.way)
        assert ATLAS.steps_in(told_flow, era, told_branch)[told.step - 1] == step


@pytest.mark.parametrize("era", ERAS)
def test_every_path_that_an_era_offers_has_an_order(era: str) -> None:
    for flow in ATLAS.flows.values():
        if era in ATLAS.eras_of(flow):
            assert orders(ATLAS, flow, era), flow.id


def test_a_prediction_names_the_sender_and_not_the_receiver() -> None:
    question = asked("F01", 6)
    assert question.asks.startswith("“Power on a VM via vCenter”, step 6 of 16: vpxa sends “VirtualMachine.powerOn”.")
    assert "hostd" not in question.asks


def test_a_message_that_is_lost_is_asked_for_as_well() -> None:
    question = asked("F06", 3)
    assert question.asks.endswith("from vpxa: “UDP 902 lost”. Which part does it not reach?")
    assert question.parts == ("vpxd",)


def test_work_inside_a_part_is_asked_for_without_naming_it() -> None:
    question = asked("F06/hostd-hangs", 6)
    assert question.asks.endswith("step 6 of 7: “mark NO_RESPONSE”. In which part does this happen?")


def test_a_branch_says_when_it_is_taken_and_what_it_shares_is_not_asked_twice() -> None:
    assert "if five tries have failed" in asked("F04/locked", 3).asks
    assert (asked("F04/locked", 1).id, asked("F04/locked", 2).id) == ("next-F04-1-e8", "next-F04-2-e8/locked")
    assert foretold(asked("F04/locked", 2)) == Foretold("F04/locked", 2)


def test_other_questions_foretell_nothing() -> None:
    assert [question.id for question in ATLAS.questions.values() if foretold(question)] == []
    assert [question.id for question in orders(ATLAS, ATLAS.flow("F01"), "e8") if foretold(question)] == []


@pytest.mark.parametrize("era", ERAS)
@pytest.mark.parametrize("flow", ATLAS.flows)
def test_messages_to_put_in_order_follow_each_other_and_differ(flow: str, era: str) -> None:
    messages = [step.message for step in ATLAS.steps_in(ATLAS.flow(flow), era)]
    for question in orders(ATLAS, ATLAS.flow(flow), era):
        assert 3 <= len(question.order) <= 4
        assert len(set(question.order)) == len(question.order)
        following = [messages[start : start + len(question.order)] for start in range(len(messages))]
        assert any(told(question, stretch) for stretch in following)


def told(question: Question, messages: list[str]) -> bool:
    pairs = list(zip(question.order, messages, strict=False))
    return len(pairs) == len(question.order) and all(text.endswith(f": {message}") for text, message in pairs)
