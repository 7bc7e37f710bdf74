"""Marks numbers and words that somebody typed."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Sequence

from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.question import Amount, Question, Unit
from vmexplorer.lessons.quiz.amounts import TIMES, Said, amounts_in
from vmexplorer.lessons.quiz.credit import Credit
from vmexplorer.lessons.quiz.names import Names, nearest_forms, without_fillers
from vmexplorer.lessons.quiz.wording import Words, place_of, words_of

_ROUNDING = 1e-9
_UNDECIDED = re.compile(r"\b(or|to|between|until)\b|\d\s*[-–]\s*\d")
_HALF = 0.5  # what a right idea is worth beside a wrong one


def mark_number(question: Question, text: str) -> Credit | None:
    """Marks a number; several that mean the same count as one, and different ones are no answer at all.

    None when the text holds no number, or the question asks for none.
    """
    wanted = question.number
    said = () if wanted is None else _said(text, wanted)
    if wanted is None or not said:
        return None
    if all(_is(one, wanted) for one in said):
        return Credit(1.0)
    for mistake in question.mistakes:
        wrong = [Amount(one.value, wanted.unit) for one in amounts_in(mistake.says)]
        if any(_is(one, amount) for amount in wrong for one in said):
            return Credit(0.0, (mistake.because,))
    return Credit(0.0)


def _said(text: str, wanted: Amount) -> tuple[Said, ...]:
    """The numbers that are the answer: of a sum its result, and beside a time nothing that counts other things."""
    found = amounts_in(text.rpartition("=")[2]) or amounts_in(text)
    if wanted.unit is not Unit.PORT:
        found = tuple([one for one in found if one.before != "port"]) or found
    timed = tuple([one for one in found if one.unit is not None])
    return timed if wanted.unit in TIMES and timed and not _UNDECIDED.search(text.casefold()) else found


def _is(said: Said, wanted: Amount) -> bool:
    value = said.in_unit(wanted.unit)
    if value is None or not math.isfinite(value):
        return False
    return abs(value - wanted.value) <= wanted.within + abs(wanted.value) * _ROUNDING


def mark_words(question: Question, text: str, names: Names) -> Credit | None:
    """Marks an answer in words: a name with its synonyms, or a sentence that must hold some ideas."""
    words = words_of(text)
    if not words:
        return None
    right = [*[words_of(form) for form in question.accepted], *names.forms(question.parts)]
    mistakes = [(words_of(mistake.says), mistake.because) for mistake in question.mistakes]
    if words in right:
        return Credit(1.0)
    made = _mistakes_in(words, mistakes)
    if any(words == form for form, _ in mistakes):
        return Credit(0.0, made)
    others = [*names.ids, *[form for form, _ in mistakes]]
    ways = tuple(dict.fromkeys((words, without_fillers(words))))
    if not made and any(_means(question, way, right, others, names.words) for way in ways):
        return Credit(1.0)
    ideas = _ideas(question, words)
    if not made and ideas < 1.0 and any(_names_another(question, way, names) for way in ways):
        return Credit(0.0)
    return Credit(min(ideas, _HALF) if made else ideas, made)


def _mistakes_in(words: Words, mistakes: Sequence[tuple[Words, Statement]]) -> tuple[Statement, ...]:
    """Why the known mistakes in an answer are wrong, each once."""
    found = [because for form, because in mistakes if form == words or place_of(form, words) >= 0]
    return tuple(dict.fromkeys(found))


def _names_another(question: Question, words: Words, names: Names) -> bool:
    """Whether a text is nothing but the name of a component that the question is not about."""
    named = names.loose.get(words, frozenset())
    return bool(named) and named.isdisjoint((*question.components, *question.parts))


def _means(
    question: Question, words: Words, right: Sequence[Words], others: Iterable[Words], known: Collection[str]
) -> bool:
    """Whether the words are a right form with slips, or a sentence that holds one.

    Where a component is asked for, a second one in the sentence is no decision, unless the
    question itself speaks of it.
    """
    rivals = [form for form in others if form not in right]
    near = nearest_forms(words, [*right, *rivals], known)
    if near:
        return all(form in right for form in near)
    inside = [form for form in right if place_of(form, words) >= 0]
    if not inside:
        return False
    longest = max(inside, key=len)
    start = place_of(longest, words)
    rest = (*words[:start], *words[start + len(longest) :])
    asks = words_of(question.asks)
    return not (question.parts and any(place_of(form, rest) >= 0 > place_of(form, asks) for form in rivals))


def _ideas(question: Question, words: Words) -> float:
    """The share of the needed ideas that an answer holds, 0 to 1."""
    if not question.keywords:
        return 0.0
    there = sum(any(_holds(way, words) for way in keyword.any_of) for keyword in question.keywords)
    return min(there / (question.enough or len(question.keywords)), 1.0)


def _holds(way: str, words: Words) -> bool:
    return place_of(words_of(way), words) >= 0
