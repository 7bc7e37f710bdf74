"""Marks an answer as a teacher would: right, in part, or wrong, always with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.question import AnswerKind, Question
from vmexplorer.lessons.quiz.asked import TRUTHS
from vmexplorer.lessons.quiz.credit import Credit
from vmexplorer.lessons.quiz.given import Given
from vmexplorer.lessons.quiz.mark_text import mark_number, mark_words
from vmexplorer.lessons.quiz.names import Names
from vmexplorer.lessons.quiz.right import right_answer

_FEWEST_PAIRS = 0.5  # share of pairs in the right order below which an order earns nothing


class Verdict(StrEnum):
    """What an answer is worth in a word."""

    RIGHT = "right"
    PARTLY = "partly right"
    WRONG = "wrong"
    NONE = "not answered"


@dataclass(frozen=True, slots=True)
class Marked:
    """What a teacher says to an answer.

    ``score`` is from 0 to 1. ``remarks`` speak of what was answered and may be none; ``reason``
    tells the right answer and why, and never is empty. ``right`` is the right answer in short.
    """

    verdict: Verdict
    score: float
    remarks: tuple[Statement, ...]
    reason: tuple[Statement, ...]
    right: str


def mark(question: Question, given: Given, names: Names) -> Marked:
    """Marks an answer; any answer to any question can be marked.

    Args:
        question: what was asked.
        given: the answer; options and texts that do not fit the kind of the question count as not answered.
        names: how components are called in the era in which it was asked.
    """
    credit = _credit(question, given, names)
    if credit is None:
        verdict, credit = Verdict.NONE, Credit(0.0)
    elif credit.score >= 1.0:
        verdict = Verdict.RIGHT
    else:
        verdict = Verdict.PARTLY if credit.score > 0.0 else Verdict.WRONG
    return Marked(verdict, credit.score, credit.remarks, question.reason, right_answer(question, names))


def _credit(question: Question, given: Given, names: Names) -> Credit | None:
    """What the answer earns; None when it is none to this question."""
    if given.empty:
        return None
    if question.kind is AnswerKind.CLICK:
        return _click(question, given, names)
    if question.kind is AnswerKind.NUMBER:
        return mark_number(question, given.text)
    if question.kind is AnswerKind.WORDS:
        return mark_words(question, given.text or names.called.get(given.component, given.component), names)
    chosen = {AnswerKind.CHOICE: _choice, AnswerKind.TRUTH: _truth, AnswerKind.ORDER: _order}[question.kind]
    return chosen(question, given.picked)


def _choice(question: Question, picked: Sequence[int]) -> Credit | None:
    chosen = [place for place in dict.fromkeys(picked) if 0 <= place < len(question.options)]
    if not chosen:
        return None
    rights = sum(option.right for option in question.options)
    hits = sum(question.options[place].right for place in chosen)
    missed = [question.options[place] for place in chosen if not question.options[place].right]
    score = 1.0 if not missed and hits == rights else min(max((hits - len(missed)) / max(rights, 1), 0.0), 0.99)
    return Credit(score, tuple([option.because for option in missed if option.because is not None]))


def _truth(question: Question, picked: Sequence[int]) -> Credit | None:
    if len(picked) != 1 or not 0 <= picked[0] < len(TRUTHS):
        return None
    return Credit(float((picked[0] == 0) is bool(question.holds)))


def _order(question: Question, picked: Sequence[int]) -> Credit | None:
    """All in order earns all; with something out of place the share of pairs in the right order counts."""
    placed = [place for place in dict.fromkeys(picked) if 0 <= place < len(question.order)]
    if not placed:
        return None
    count = len(question.order)
    if placed == list(range(count)):
        return Credit(1.0)
    pairs = count * (count - 1) / 2
    share = sum(one < other for one, other in combinations(placed, 2)) / pairs
    return Credit(share if share > _FEWEST_PAIRS else 0.0)


def _click(question: Question, given: Given, names: Names) -> Credit:
    named = {given.component} if given.component else names.named_in(given.text)
    return Credit(float(bool(named & set(question.parts))))
