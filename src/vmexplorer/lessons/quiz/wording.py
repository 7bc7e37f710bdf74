"""Compares what people type: case, accents, punctuation, articles and slips of the keyboard do not count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import islice, zip_longest

LONGEST = 500  # characters of an answer that are looked at
_ARTICLES = frozenset(("the", "a", "an"))
_DENIALS = frozenset(("not", "no", "never", "neither", "nor", "without", "isnt", "arent", "doesnt", "dont", "nothing"))
_DENIAL_REACH = 2  # words between a denial and what it denies, an article aside
_APOSTROPHES = re.compile("['’`´]")

Words = tuple[str, ...]


def words_of(text: str, most: int = LONGEST) -> Words:
    """The words of a text in small letters, without accents, punctuation and articles.

    A point inside a word is no end of it for the eye, but ``vmware.log`` and ``vmware log``
    mean the same, so both are two words.
    """
    plain = unicodedata.normalize("NFKD", text[:most]).casefold()
    plain = _APOSTROPHES.sub("", plain)
    letters = [letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter)]
    found = "".join(letters).split()
    # Before a single letter or at the end it is no article but a letter, as in "vpx-a" and "a, c".
    pairs = zip_longest(found, found[1:], fillvalue="")
    return tuple([word for word, after in islice(pairs, len(found)) if word not in _ARTICLES or len(after) < 2])


def joined(words: Iterable[str]) -> str:
    """Words without the spaces between them, as people write compound names in several ways."""
    return "".join(words)


def slips_between(one: str, other: str, most: int) -> int:
    """How many letters are wrong, missing, too many or swapped with their neighbour; ``most`` + 1 for more than that.

    Args:
        one: a text.
        other: another one.
        most: how many slips are of interest, 0 or more.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most and (not before or min(before) > most):
            return most + 1
    return min(row[-1], most + 1)


def forgiven(wanted: str) -> int:
    """How many slips a teacher overlooks in a name, by its length: none in ``RAM``, one in ``hostd``."""
    length = len(wanted)
    return 0 if length < 4 else 1 if length < 8 else 2 if length < 14 else 3


def is_plural(one: str, other: str) -> bool:
    """Whether one word is the plural of the other."""
    return one in (f"{other}s", f"{other}es") or other in (f"{one}s", f"{one}es")


def same_word(given: str, wanted: str) -> bool:
    """Whether a word of a sentence is the wanted one, perhaps in the plural or with a slip in a long word."""
    if given == wanted or is_plural(given, wanted):
        return True
    most = 0 if len(wanted) < 6 or wanted.isdecimal() else 1 if len(wanted) < 10 else 2
    return most > 0 and slips_between(given, wanted, most) <= most


def place_of(wanted: Sequence[str], said: Sequence[str]) -> int:
    """Where the wanted words stand in a sentence, one after the other and not denied; -1 when they do not."""
    count = len(wanted)
    for start in range(len(said) - count + 1 if count else 0):
        here = said[start : start + count]
        if all(same_word(word, want) for word, want in zip(here, wanted, strict=True)) and not is_denied(said, start):
            return start
    return -1


def is_denied(said: Sequence[str], start: int) -> bool:
    """Whether a denial stands shortly before a place in a sentence."""
    return not _DENIALS.isdisjoint(said[max(0, start - _DENIAL_REACH) : start])
