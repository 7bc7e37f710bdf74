"""A question as it is put to somebody: its options mixed, so that the right one has no place of its own."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from vmexplorer.atlas.question import AnswerKind, Question

TRUTHS = ("True", "False")


class Asked(NamedTuple):
    """A question and the places of its options, counted from 0 in the pack, in the order in which they are shown."""

    question: Question
    shown: tuple[int, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands beside the numbers 1, 2, 3 and so on; none for a question without options."""
        texts = texts_of(self.question)
        return tuple([texts[place] for place in self.shown])

    @property
    def several(self) -> bool:
        """Whether more than one option is right, so that all of them are to be chosen."""
        return self.question.kind is AnswerKind.CHOICE and sum(option.right for option in self.question.options) > 1


def ask(question: Question, seed: int) -> Asked:
    """The question with its options mixed; the same seed mixes them in the same way."""
    places = list(range(len(texts_of(question))))
    if question.kind is AnswerKind.TRUTH:
        return Asked(question, tuple(places))
    Random(f"{seed} {question.id}").shuffle(places)
    if question.kind is AnswerKind.ORDER and places == sorted(places):
        # In order already, it would ask nothing.
        places = [*places[1:], *places[:1]]
    return Asked(question, tuple(places))


def texts_of(question: Question) -> tuple[str, ...]:
    """The options in the order of the pack."""
    if question.kind is AnswerKind.CHOICE:
        return tuple([option.says for option in question.options])
    if question.kind is AnswerKind.TRUTH:
        return TRUTHS
    return question.order if question.kind is AnswerKind.ORDER else ()
