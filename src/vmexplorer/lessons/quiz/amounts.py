"""Reads numbers as people write them: ``60``, ``60 s``, ``one minute``, ``1,024``, ``a hundred and twenty-eight``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from vmexplorer.atlas.question import Unit
from vmexplorer.lessons.quiz.wording import LONGEST

_TOKEN = re.compile(r"[+-]?\d[\d.,]*|%|[^\W\d_]+")
_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
_MOST_DIGITS = 15

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {
    **{word: float(value) for value, word in enumerate(_SMALL)},
    **{word: 10.0 * value for value, word in enumerate(_TENS, start=2)},
}
_DENIALS = ("not", "never")
_SCALES = {"hundred": 100.0, "thousand": 1000.0}
_UNITS = {
    **dict.fromkeys(("ms", "msec", "msecs", "millisecond", "milliseconds"), Unit.MILLISECONDS),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), Unit.SECONDS),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), Unit.MINUTES),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), Unit.HOURS),
    **dict.fromkeys(("d", "day", "days"), Unit.DAYS),
    **dict.fromkeys(("%", "percent"), Unit.PERCENT),
}
_IN_SECONDS = {
    Unit.MILLISECONDS: 0.001,
    Unit.SECONDS: 1.0,
    Unit.MINUTES: 60.0,
    Unit.HOURS: 3600.0,
    Unit.DAYS: 86400.0,
}


TIMES = frozenset(_IN_SECONDS)


class Said(NamedTuple):
    """A number somebody wrote, with its unit if there was one, and the word before it."""

    value: float
    unit: Unit | None
    before: str = ""

    def in_unit(self, wanted: Unit) -> float | None:
        """The number counted in another unit; None when its own unit measures something else.

        Without a unit it is taken to be counted in the wanted one.
        """
        if self.unit is None or self.unit is wanted:
            return self.value
        if self.unit in _IN_SECONDS and wanted in _IN_SECONDS:
            return self.value * _IN_SECONDS[self.unit] / _IN_SECONDS[wanted]
        return None


def amounts_in(text: str) -> tuple[Said, ...]:
    """Every number in a text that is not denied, in its order; other words are passed over."""
    # A dash may join words (sixty-six) or numbers (10-20); only at the head of a number it is a sign.
    words = _TOKEN.findall(unicodedata.normalize("NFKC", text[:LONGEST]).casefold())
    found: list[Said] = []
    place = 0
    while place < len(words):
        value, after = _number(words, place)
        if value is None:
            place += 1
            continue
        unit = _UNITS.get(words[after]) if after < len(words) else None
        before = words[place - 1] if place else ""
        if before not in _DENIALS:
            found.append(Said(value, unit, before))
        place = after + (unit is not None)
    return tuple(found)


def _number(words: Sequence[str], place: int) -> tuple[float | None, int]:
    """The number that begins at a word, or None, and the place behind it."""
    word = words[place]
    if word[-1].isdigit() or word[-1] in ".,":
        return _digits(word), place + 1
    if word == "half":
        # Half a minute, half an hour.
        article = place + 1 < len(words) and words[place + 1] in ("a", "an")
        return 0.5, place + 1 + article
    if word in ("a", "an"):
        following = words[place + 1] if place + 1 < len(words) else ""
        if _UNITS.get(following) in _IN_SECONDS:
            return 1.0, place + 1
        return _spelt(words, place, following in _SCALES)
    return _spelt(words, place, word in _NUMBERS or word in _SCALES)


def _digits(word: str) -> float | None:
    text = word.rstrip(".,")
    text = text.replace(",", "") if _GROUPED.fullmatch(text) else text.replace(",", ".")
    if sum(letter.isdigit() for letter in text) > _MOST_DIGITS:
        return None
    try:
        return float(text)
    except ValueError:
        return None


def _spelt(words: Sequence[str], place: int, begins: bool) -> tuple[float | None, int]:
    """A number in words: parts below a thousand are added up, a scale multiplies what stands before it."""
    if not begins:
        return None, place + 1
    total, part = 0.0, 0.0
    if words[place] in ("a", "an"):
        part, place = 1.0, place + 1
    while place < len(words):
        word = words[place]
        more = words[place + 1] if place + 1 < len(words) else ""
        if word in _NUMBERS:
            part += _NUMBERS[word]
        elif word == "hundred":
            part = (part or 1.0) * _SCALES[word]
        elif word in _SCALES:
            total, part = total + (part or 1.0) * _SCALES[word], 0.0
        elif not (word == "and" and more in _NUMBERS):
            break
        place += 1
    return total + part, place
