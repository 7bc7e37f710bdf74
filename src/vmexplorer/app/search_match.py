"""Weighs how well a query fits one entry of the search index."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, Self

from vmexplorer.app.fuzzy import one_slip_apart, subsequence_score
from vmexplorer.app.search_index import Entry

_PORT = re.compile(r"(?:port )?(?:(tcp|udp) ?/? ?)?(\d{1,5})(?: ?/? ?(tcp|udp))?")
_LONGEST_QUERY = 100

# What a match of the name scores; Weight in search_index lists what other texts do.
_EXACT = 100.0
_PREFIX = 80.0
_WORD = 72.0
_SPAN = 8.0  # added in proportion to how much of the name was typed
_INSIDE = 50.0
_FUZZY = 40.0  # times the quality of the fit
_LEAST_FIT = 0.5
_GOOD_FIT = 0.8
_SLIP = 25.0
_SHORTEST_SLIP = 4  # in shorter words one slip makes another word
_WHOLE = 3.0  # added when a text is matched from end to end
_MANY_WORDS = 4.0  # taken off when the words match apart from each other
_RANGE = 4.0  # taken off a range of ports: one port says more than a range that happens to include it


class Match(NamedTuple):
    """A score, what matched, and whether that is only a guess at what was meant."""

    score: float
    reason: str
    guess: bool = False


class Query(NamedTuple):
    """What was typed, in lower case: as a whole, as words, and as a port if it reads like one."""

    text: str
    words: tuple[str, ...]
    transport: str
    number: int | None
    era: str

    @classmethod
    def of(cls, typed: str, era: str) -> Self:
        """Reads what was typed; forms of ports are ``902``, ``port 902``, ``udp 902`` and ``902/udp``."""
        words = tuple(typed[:_LONGEST_QUERY].casefold().split())
        text = " ".join(words)
        words = tuple(dict.fromkeys(words))
        port = _PORT.fullmatch(text)
        if port is None:
            return cls(text, words, "", None, era)
        return cls(text, words, (port[1] or port[3] or "").upper(), int(port[2]), era)


def best_match(entry: Entry, query: Query) -> Match | None:
    """The best of all ways in which the query fits the entry, or None."""
    plain = _best((_name_match(entry, query.text), _port_match(entry, query), _text_match(entry, query.text)))
    if plain is None and len(query.words) > 1:
        plain = _words_match(entry, query.words)
    return plain or _fuzzy_match(entry, query.text) or _slip_match(entry, query.text)


def _best(matches: Iterable[Match | None]) -> Match | None:
    found = [match for match in matches if match is not None]
    return max(found, key=_score) if found else None


def _score(match: Match) -> float:
    return match.score


def _name_match(entry: Entry, text: str) -> Match | None:
    return _best([_one_name(name, text, entry) for name in entry.names])


def _one_name(name: str, text: str, entry: Entry) -> Match | None:
    reason = "id" if name == entry.id.casefold() != entry.title.casefold() else "name"
    if name == text:
        return Match(_EXACT, reason)
    span = _SPAN * len(text) / len(name)
    if name.startswith(text):
        return Match(_PREFIX + span, reason)
    if _at_word(name, text):
        return Match(_WORD + span, reason)
    if len(text) > 2 and text in name:
        return Match(_INSIDE + span, reason)
    return None


def _at_word(text: str, part: str) -> bool:
    """Whether ``part`` stands in ``text`` at the beginning of a word."""
    place = text.find(part)
    while place >= 0:
        if place == 0 or not (part[0].isalnum() and text[place - 1].isalnum()):
            return True
        place = text.find(part, place + 1)
    return False


def _port_match(entry: Entry, query: Query) -> Match | None:
    if query.number is None:
        return None
    best: Match | None = None
    for port, reason, weight, eras in entry.ports:
        if port.includes(query.number) and query.transport in port.transport and query.era in eras:
            score = float(weight) if port.first == port.last else weight - _RANGE
            if best is None or score > best.score:
                best = Match(score, reason)
    return best


def _text_match(entry: Entry, text: str) -> Match | None:
    if text not in entry.everything:
        return None
    best: Match | None = None
    for field_text, reason, weight in entry.fields:
        if best is not None and best.score >= weight + _WHOLE:
            break
        if field_text == text:
            score = weight + _WHOLE
        elif _at_word(field_text, text):
            score = float(weight)
        elif len(text) > 3 and text in field_text:
            score = weight - _WHOLE
        else:
            continue
        if best is None or score > best.score:
            best = Match(score, reason)
    return best


def _words_match(entry: Entry, words: tuple[str, ...]) -> Match | None:
    """The match of words that stand in different places; each must be somewhere, and the weakest decides."""
    if any(word not in entry.everything and len(word) < _SHORTEST_SLIP for word in words):
        return None
    matches = []
    for word in words:
        match = _best((_name_match(entry, word), _text_match(entry, word))) or _slip_match(entry, word)
        if match is None:
            return None
        matches.append(match)
    weakest = min(matches, key=_score)
    return weakest._replace(score=weakest.score - _MANY_WORDS)


def _fuzzy_match(entry: Entry, text: str) -> Match | None:
    fit = max([subsequence_score(text, name) for name in entry.names])
    return Match(_FUZZY * fit, "similar name", fit < _GOOD_FIT) if fit >= _LEAST_FIT else None


def _slip_match(entry: Entry, text: str) -> Match | None:
    if len(text) < _SHORTEST_SLIP:
        return None
    found = [
        # A whole name comes before a word of one, and swapped letters before missing ones.
        Match(_SLIP + 2.0 * (word in entry.names) + (len(word) == len(text)), f"similar to {word}", True)
        for word in (*entry.names, *entry.words)
        if one_slip_apart(text, word)
    ]
    return _best(found)
