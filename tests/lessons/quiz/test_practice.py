"""A round: each question is asked once, its first answer counts, and nothing goes backwards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.helpers.questions import choice, click, names, number, question, truth
from vmexplorer.atlas.question import AnswerKind
from vmexplorer.lessons.quiz.asked import Asked, ask
from vmexplorer.lessons.quiz.given import Given
from vmexplorer.lessons.quiz.marking import Verdict
from vmexplorer.lessons.quiz.practice import Round, TopicScore, by_topic

THREE = tuple([ask(one, 1) for one in (choice("a", "b"), truth(True), number(60))])
RIGHT = [Given(picked=(0,)), Given(picked=(0,)), Given(text="60")]
WRONG = Given(picked=(1,), text="no")


def test_a_round_from_the_first_question_to_the_last() -> None:
    played = Round(THREE)
    for given_ in RIGHT:
        assert played.answered is None
        played = played.answer(given_, names())
        assert played.answered is not None
        played = played.next()
    assert played.over
    assert played.current is None
    assert (played.score, played.missed) == (3.0, ())


def test_without_questions_it_is_over_at_once() -> None:
    empty = Round(())
    assert empty.over
    assert empty.answer(WRONG, names()).next() == empty
    assert by_topic(empty) == ()


def test_marks_by_topic_and_what_was_missed() -> None:
    other = question(AnswerKind.CLICK, "other", topic="logs", parts=("hostd",))
    asked = (*THREE[:2], Asked(other), ask(click("vpxa"), 1))
    played = Round(asked)
    for given_ in (RIGHT[0], WRONG, Given(component="hostd")):
        played = played.answer(given_, names()).next()
    assert by_topic(played) == (TopicScore("agents", 1.0, 2), TopicScore("logs", 1.0, 1))
    assert [one.question.id for one in played.missed] == ["truth"]


class Practice(RuleBasedStateMachine):
    """Answers and steps in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.round = Round(THREE)
        self.first: list[bool] = []

    @rule(right=st.booleans())
    def answer(self, right: bool) -> None:
        before = self.round
        given_ = RIGHT[before.place] if right and not before.over else WRONG
        self.round = before.answer(given_, names())
        if not before.over and before.answered is None:
            self.first.append(right)

    @rule()
    def next(self) -> None:
        before = self.round
        self.round = before.next()
        moved = self.round.place - before.place
        assert moved == (before.answered is not None)

    @invariant()
    def first_answers_count(self) -> None:
        verdicts = [answer.marked.verdict for answer in self.round.answers]
        assert [verdict is Verdict.RIGHT for verdict in verdicts] == self.first
        assert self.round.score == sum(self.first)
        assert self.round.place <= len(self.round.answers) <= len(THREE)


TestPractice = Practice.TestCase


@given(st.integers(0, 2))
def test_a_round_over_some_questions_has_as_many(count: int) -> None:
    assert not Round(THREE[: count + 1]).over


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_question_is_shown_until_one_goes_on(place: int) -> None:
    played = Round(THREE)
    for given_ in RIGHT[:place]:
        played = played.answer(given_, names()).next()
    assert played.current == THREE[place]
    assert played.answer(RIGHT[place], names()).current == THREE[place]
