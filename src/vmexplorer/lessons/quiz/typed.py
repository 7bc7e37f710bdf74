"""Turns what was typed in answer to a question into an answer: numbers of options, their words, or a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vmexplorer.atlas.question import AnswerKind
from vmexplorer.lessons.quiz.asked import Asked
from vmexplorer.lessons.quiz.given import Given
from vmexplorer.lessons.quiz.names import nearest_forms
from vmexplorer.lessons.quiz.wording import Words, same_word, words_of

_TRUE = frozenset(["true", "t", "yes", "y", "yep", "yeah", "right", "correct", "holds"])
_FALSE = frozenset(["false", "f", "no", "n", "nope", "wrong", "incorrect", "untrue"])
_BETWEEN = frozenset(["and", "or", "then", "option", "options", "answer", "answers", "number", "numbers"])
_PARTS = re.compile(r"[;,\n]|\band\b|->|→")


def typed(asked: Asked, text: str) -> Given:
    """The answer that a text gives to a question as it was shown; an empty one when nothing can be made of it.

    Options may be named by their numbers as shown (``1 3``, ``2,1,3``, ``13``), by letters (``a c``), or by
    their words; true and false also as yes and no.
    """
    kind = asked.question.kind
    if kind is AnswerKind.TRUTH:
        return _truth(text)
    if kind not in (AnswerKind.CHOICE, AnswerKind.ORDER):
        return Given(text=text)
    places = _numbered(words_of(text), len(asked.shown))
    if places is None:
        places = _worded(text, [words_of(label) for label in asked.labels])
    return Given(picked=tuple([asked.shown[place] for place in places]))


def _truth(text: str) -> Given:
    for word in words_of(text):
        if word in _TRUE or word == "1":
            return Given(picked=(0,))
        if word in _FALSE or word == "2":
            return Given(picked=(1,))
    return Given()


def _numbered(words: Words, count: int) -> list[int] | None:
    """Places by numbers or letters; None when the words are something else."""
    marks = [word for word in words if word not in _BETWEEN]
    if len(marks) == 1 and len(marks[0]) > 1 and (marks[0].isdecimal() or len(set(marks[0])) == len(marks[0])):
        marks = list(marks[0])
    places = [_place(mark) for mark in marks]
    if not places or not all(0 <= place < count for place in places):
        return None
    return list(dict.fromkeys(places))


def _place(mark: str) -> int:
    if len(mark) != 1:
        return -1
    return int(mark) - 1 if mark.isascii() and mark.isdecimal() else ord(mark) - ord("a")


def _worded(text: str, labels: Sequence[Words]) -> list[int]:
    """Places by the words of the options: one option, several between commas, or a word for each."""
    pieces = [part for part in map(words_of, _PARTS.split(text)) if part]
    ways = ([words_of(text)], pieces, [(word,) for piece in pieces for word in piece])
    best: list[int] = []
    for way in ways:
        found = [_option(piece, labels) for piece in way]
        places = list(dict.fromkeys(place for place in found if place is not None))
        if places and None not in found:
            return places
        best = best or places
    return best


def _option(words: Words, labels: Sequence[Words]) -> int | None:
    """The one option that the words repeat, with slips, or of which they are a part."""
    near = nearest_forms(words, labels)
    if len(near) == 1:
        return list(labels).index(near[0])
    holding = [place for place, label in enumerate(labels) if words and _holds_all(label, words)]
    return holding[0] if len(holding) == 1 else None


def _holds_all(label: Words, words: Words) -> bool:
    return all(any(same_word(word, wanted) for wanted in label) for word in words)
