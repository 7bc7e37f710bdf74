"""A class answers by show of hands: asked, counted, revealed, and on to the next question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from vmexplorer.atlas.question import AnswerKind, Question
from vmexplorer.lessons.quiz.asked import Asked

MOST_HANDS = 999
OPEN_HANDS = ("Had it right", "Had a part of it", "Had it wrong")


class Stage(StrEnum):
    """Where a question is in its course."""

    ASKED = "asked"
    COUNTING = "counting"
    REVEALED = "revealed"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Classroom:
    """Some questions in their order with the hands that were counted. Never changed; methods give the next state.

    ``hands`` has a row for each question, as long as its list of answers. What cannot happen
    at a stage changes nothing, so that a wrong key spoils nothing before an audience.
    """

    asked: tuple[Asked, ...]
    place: int = 0
    stage: Stage = Stage.ASKED
    hands: tuple[tuple[int, ...], ...] = ()

    @classmethod
    def of(cls, asked: Sequence[Asked]) -> Classroom:
        """A class before its first question; without questions it is over."""
        stage = Stage.ASKED if asked else Stage.OVER
        return cls(tuple(asked), 0, stage, tuple([(0,) * len(answers_of(one)) for one in asked]))

    @property
    def current(self) -> Asked | None:
        """The question on show."""
        return None if self.stage is Stage.OVER else self.asked[self.place]

    @property
    def revealed(self) -> bool:
        """Whether the audience may see the answer."""
        return self.stage is Stage.REVEALED

    @property
    def counted(self) -> tuple[int, ...]:
        """The hands for each answer to the question on show."""
        return self.hands[self.place] if self.current is not None else ()

    def count(self) -> Classroom:
        """Begins to count hands; a question without options is counted when its answer is known."""
        current = self.current
        if self.stage is not Stage.ASKED or current is None or is_open(current.question):
            return self
        return replace(self, stage=Stage.COUNTING)

    def set_hands(self, answer: int, hands: int) -> Classroom:
        """Notes how many hands were shown for an answer, by its place as shown; counting begins with that."""
        current = self.current
        if current is None or not 0 <= answer < len(self.counted) or not 0 <= hands <= MOST_HANDS:
            return self
        begun = self.count()
        if begun.stage is Stage.ASKED:
            return self
        row = begun.counted
        changed = (*row[:answer], hands, *row[answer + 1 :])
        return replace(begun, hands=(*self.hands[: self.place], changed, *self.hands[self.place + 1 :]))

    def reveal(self) -> Classroom:
        """Shows the answer, with hands counted or without."""
        return replace(self, stage=Stage.REVEALED) if self.stage in (Stage.ASKED, Stage.COUNTING) else self

    def next(self) -> Classroom:
        """Goes to the next question once this one is revealed; after the last the class is over."""
        if self.stage is not Stage.REVEALED:
            return self
        last = self.place + 1 == len(self.asked)
        return replace(self, stage=Stage.OVER) if last else replace(self, place=self.place + 1, stage=Stage.ASKED)

    def back(self) -> Classroom:
        """Returns to the question before, which stays revealed; from the end to the last one."""
        if self.stage is Stage.OVER and self.asked:
            return replace(self, stage=Stage.REVEALED)
        return replace(self, place=self.place - 1, stage=Stage.REVEALED) if self.place else self

    def step(self) -> Classroom:
        """What the one key that goes on does: count, reveal, next question."""
        if self.stage is Stage.ASKED:
            counting = self.count()
            return counting if counting.stage is Stage.COUNTING else self.reveal()
        return self.reveal() if self.stage is Stage.COUNTING else self.next()


def shares_right(classroom: Classroom) -> tuple[float | None, ...]:
    """For each question that was reached the share of hands, 0 to 1, for right answers; None without hands.

    Where several answers are right, a hand for any of them counts.
    """
    found: list[float | None] = []
    for asked, hands in zip(classroom.asked[: classroom.place + 1], classroom.hands, strict=False):
        right = sum(count for count, holds in zip(hands, rights_of(asked), strict=True) if holds)
        found.append(right / sum(hands) if any(hands) else None)
    return tuple(found)


def is_open(question: Question) -> bool:
    """Whether a question has no options, so that each one judges the own answer when the right one is known."""
    return question.kind not in (AnswerKind.CHOICE, AnswerKind.TRUTH)


def answers_of(asked: Asked) -> tuple[str, ...]:
    """The answers for which hands are counted."""
    return OPEN_HANDS if is_open(asked.question) else asked.labels


def rights_of(asked: Asked) -> tuple[bool, ...]:
    """Which of these answers are right."""
    question = asked.question
    if is_open(question):
        return (True, False, False)
    if question.kind is AnswerKind.TRUTH:
        return bool(question.holds), not question.holds
    return tuple([question.options[place].right for place in asked.shown])
