"""Turns what was typed in answer to a question into an answer: numbers of options, their words, or a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vmexplorer.atlas.question import AnswerKind
from vmexplorer.lessons.quiz.asked import Asked
from vmexplorer.lessons.quiz.given import Given
from vmexplorer.lessons.quiz.names import nearest_forms
from vmexplorer.lessons.quiz.wording import Words, is_denied, same_word, words_of

_TRUE = frozenset(["true", "t", "yes", "y", "yep", "yeah", "right", "correct", "holds"])
_FALSE = frozenset(["false", "f", "no", "n", "nope", "wrong", "incorrect", "untrue"])
_BETWEEN = frozenset(["and", "or", "then", "option", "options", "answer", "answers", "number", "numbers", "port"])
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
    labels = [words_of(label) for label in asked.labels]
    places = _numbered(words_of(text), labels)
    if places is None:
        places = _worded(text, labels)
    return Given(picked=tuple([asked.shown[place] for place in places]))


def _truth(text: str) -> Given:
    words = words_of(text)
    for place, word in enumerate(words):
        if word in _TRUE or word in _FALSE or word in ("1", "2"):
            holds = word in _TRUE or word == "1"
            return Given(picked=(int(holds is is_denied(words, place)),))
    return Given()


def _numbered(words: Words, labels: Sequence[Words]) -> list[int] | None:
    """Places by numbers or letters; None when the words are something else, such as the number of a port."""
    marks = [word for word in words if word not in _BETWEEN]
    if len(marks) == 1 and len(marks[0]) > 1:
        if len(set(marks[0])) < len(marks[0]) or any(marks[0] in label for label in labels):
            return None
        marks = list(marks[0])
    places = [_place(mark) for mark in marks]
    if not places or not all(0 <= place < len(labels) for place in places):
        return None
    return list(dict.fromkeys(places))


def _place(mark: str) -> int:
    if len(mark) != 1:
        return -1
    return int(mark) - 1 if mark.isascii() and mark.isdecimal() else ord(mark) - ord("a")


def _worded(text: str, labels: Sequence[Words]) -> list[int]:
    """Places by the words of the options: one option, several between commas, or a word for each."""
    said = words_of(text)
    bare = tuple([word for word in said if word not in _BETWEEN and len(word) > 1])
    for whole in dict.fromkeys((said, bare)):
        place = _option(whole, labels)
        if place is not None:
            return [place]
    pieces = [part for part in map(words_of, _PARTS.split(text)) if part]
    found = [_option(piece, labels) for piece in pieces]
    if None in found:
        # A word for each, perhaps numbered; or half of a sentence that speaks of one option alone.
        single = [_option((word,), labels) for word in bare]
        known = {place for place in single if place is not None}
        if None not in single or (len(known) == 1 and 2 * single.count(None) <= len(single)):
            found = single
    return list(dict.fromkeys([place for place in found if place is not None]))


def _option(words: Words, labels: Sequence[Words]) -> int | None:
    """The one option that the words repeat, with slips, or of which they are a part, best in the same order."""
    near = nearest_forms(words, labels)
    if len(near) == 1:
        return list(labels).index(near[0])
    holding = [place for place, label in enumerate(labels) if words and _holds_all(label, words)]
    if len(holding) > 1:
        holding = [place for place in holding if _holds_in_order(labels[place], words)]
    return holding[0] if len(holding) == 1 else None


def _holds_all(label: Words, words: Words) -> bool:
    return all(any(same_word(word, wanted) for wanted in label) for word in words)


def _holds_in_order(label: Words, words: Words) -> bool:
    rest = iter(label)
    return all(any(same_word(word, wanted) for wanted in rest) for word in words)
