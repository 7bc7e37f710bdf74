"""How well a few typed letters fit a name."""

from __future__ import annotations

_LETTER = 1.0
_FIRST = 9.0  # the letter begins the name
_WORD = 7.0  # the letter begins a later word
_NEXT = 6.0  # the letter directly follows the one before
_COVERAGE = 0.1  # the part of the score that prefers short names


def subsequence_score(pattern: str, text: str) -> float:
    """How well the letters of ``pattern`` can be found in ``text`` in their order.

    Both must be in the same case. 1.0 means equal, 0.0 that a letter is missing;
    letters that stand together or begin words count more. Takes time in
    proportion to the product of both lengths.
    """
    if not pattern or not is_subsequence(pattern, text):
        return 0.0
    starts = _word_starts(text)
    # ending[j]: the best score of the pattern so far with its last letter on text[j], or -1.
    ending = [-1.0] * len(text)
    for place, letter in enumerate(pattern):
        best_before = 0.0 if place == 0 else -1.0
        row = [-1.0] * len(text)
        for column, other in enumerate(text):
            if other == letter:
                earlier = best_before + starts[column] if best_before >= 0 else -1.0
                joined = ending[column - 1] + _NEXT if place and column and ending[column - 1] >= 0 else -1.0
                if max(earlier, joined) >= 0:
                    row[column] = max(earlier, joined) + _LETTER
            if place:
                best_before = max(best_before, ending[column])
        ending = row
    most = _FIRST + _LETTER * len(pattern) + _NEXT * (len(pattern) - 1)
    quality = min(1.0, max(ending) / most)
    return quality * (1 - _COVERAGE) + _COVERAGE * len(pattern) / len(text)


def is_subsequence(pattern: str, text: str) -> bool:
    """Whether all letters of ``pattern`` stand in ``text`` in their order."""
    place = 0
    for letter in pattern:
        place = text.find(letter, place) + 1
        if place == 0:
            return False
    return True


def _word_starts(text: str) -> list[float]:
    """What each place in the text is worth to a letter that does not follow another."""
    worth = [0.0] * len(text)
    for place, letter in enumerate(text):
        if letter.isalnum() and not (place and text[place - 1].isalnum()):
            worth[place] = _WORD if place else _FIRST
    return worth


def one_slip_apart(typed: str, meant: str) -> bool:
    """Whether one slip of the fingers lies between two words.

    A slip is a letter left out, put in or replaced, or two neighbours swapped.
    Equal words are no slip apart.
    """
    if typed == meant or abs(len(typed) - len(meant)) > 1:
        return False
    short, long = sorted((typed, meant), key=len)
    place = 0
    while place < len(short) and short[place] == long[place]:
        place += 1
    if len(short) < len(long):
        return short[place:] == long[place + 1 :]
    if short[place + 1 :] == long[place + 1 :]:
        return True
    swapped = short[place + 1 : place + 2] + short[place : place + 1]
    return swapped == long[place : place + 2] and short[place + 2 :] == long[place + 2 :]
