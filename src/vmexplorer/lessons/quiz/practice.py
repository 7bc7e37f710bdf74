"""A round of questions for one person: asked, answered, marked, and on to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from vmexplorer.lessons.quiz.asked import Asked
from vmexplorer.lessons.quiz.given import Given
from vmexplorer.lessons.quiz.marking import Marked, Verdict, mark
from vmexplorer.lessons.quiz.names import Names


class Answered(NamedTuple):
    """An answer and what it is worth."""

    given: Given
    marked: Marked


@dataclass(frozen=True, slots=True)
class Round:
    """Some questions in their order and the answers so far. Never changed; each method gives the next state.

    ``place`` counts from 0 and is the number of questions when the round is over.
    """

    asked: tuple[Asked, ...]
    place: int = 0
    answers: tuple[Answered, ...] = ()

    @property
    def over(self) -> bool:
        """Whether no question is left."""
        return self.place >= len(self.asked)

    @property
    def current(self) -> Asked | None:
        """The question on show."""
        return None if self.over else self.asked[self.place]

    @property
    def answered(self) -> Answered | None:
        """The answer to the question on show, once it was given."""
        return self.answers[self.place] if not self.over and len(self.answers) > self.place else None

    @property
    def score(self) -> float:
        """The sum of all marks so far; each question counts from 0 to 1."""
        return sum(answer.marked.score for answer in self.answers)

    def answer(self, given: Given, names: Names) -> Round:
        """Marks an answer to the question on show; the first answer counts, a later one changes nothing."""
        current = self.current
        if current is None or self.answered is not None:
            return self
        marked = mark(current.question, given, names)
        return replace(self, answers=(*self.answers, Answered(given, marked)))

    def next(self) -> Round:
        """Goes to the next question once this one was answered."""
        return self if self.answered is None else replace(self, place=self.place + 1)

    @property
    def missed(self) -> tuple[Asked, ...]:
        """The questions whose answers were not wholly right."""
        pairs = zip(self.asked, self.answers, strict=False)
        return tuple([asked for asked, answer in pairs if answer.marked.verdict is not Verdict.RIGHT])


class TopicScore(NamedTuple):
    """The marks of the questions of one topic in a round."""

    topic: str
    score: float
    questions: int


def by_topic(done: Round) -> tuple[TopicScore, ...]:
    """The marks by topic, in the order in which the topics came up; only answered questions count."""
    found: dict[str, TopicScore] = {}
    for asked, answer in _answered(done):
        topic = asked.question.topic
        before = found.get(topic, TopicScore(topic, 0.0, 0))
        found[topic] = TopicScore(topic, before.score + answer.marked.score, before.questions + 1)
    return tuple(found.values())


def _answered(done: Round) -> Iterable[tuple[Asked, Answered]]:
    return zip(done.asked, done.answers, strict=False)
