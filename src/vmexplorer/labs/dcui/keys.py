"""The keys of the console, and how a sequence of them is written on one line."""

from __future__ import annotations

import re

from vmexplorer.errors import UsageError, nearest

ENTER, ESC, TAB, BACKSPACE = "Enter", "Esc", "Tab", "Backspace"
UP, DOWN, LEFT, RIGHT = "Up", "Down", "Left", "Right"
PAGE_UP, PAGE_DOWN, HOME, END = "PageUp", "PageDown", "Home", "End"
SPACE = "Space"
WAIT = "Wait"  # no key: time passes until what is under way has ended, else a minute
FUNCTION = tuple(f"F{number}" for number in range(1, 13))
ALT = tuple(f"Alt+{key}" for key in FUNCTION)

NAMED = (
    *FUNCTION, *ALT, ENTER, ESC, TAB, SPACE, BACKSPACE,
    UP, DOWN, LEFT, RIGHT, PAGE_UP, PAGE_DOWN, HOME, END, WAIT,
)  # fmt: skip

_NAMES = {name.casefold(): name for name in NAMED}
_TOKEN = re.compile(r"""\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<word>[^\s"']\S*))(?=\s|$)""")
_TIMES = re.compile(r"x([1-9][0-9]{0,2})")
MOST_KEYS = 10_000


def parse_keys(text: str) -> tuple[str, ...]:
    """The keys that a line such as ``F2 "VMware1!" Enter Down x3`` names.

    Keys stand between blanks: names, single characters, text in quotes that is typed letter by
    letter, and ``x3`` for the key before it pressed three times in all. A space that is typed is
    the character " ".

    Raises:
        UsageError: something is no key, with the nearest right one; a quote is not closed.
    """
    keys: list[str] = []
    place = 0
    rest = text.rstrip()
    while place < len(rest):
        found = _TOKEN.match(rest, place)
        if found is None:
            raise _not_closed(rest[place:].strip())
        place = found.end()
        keys += _keys_of(found, keys)
        if len(keys) > MOST_KEYS:
            raise UsageError(f"these are more than {MOST_KEYS:,} keys")
    return tuple(keys)


def _keys_of(found: re.Match[str], before: list[str]) -> list[str]:
    for quoted in (found["double"], found["single"]):
        if quoted is not None:
            return list(quoted)
    word = found["word"]
    times = _TIMES.fullmatch(word)
    if times is not None:
        if not before:
            raise UsageError(f"{word!r} repeats the key before it, and there is none")
        return [before[-1]] * (int(times[1]) - 1)
    if len(word) == 1:
        return [word]
    name = _NAMES.get(word.casefold())
    if name is None:
        close = nearest(word, NAMED)
        advice = f"the nearest is {close!r}" if close else "text to be typed stands in quotes"
        raise UsageError(f"there is no key {word!r}; {advice}")
    return [" " if name == SPACE else name]


def _not_closed(rest: str) -> UsageError:
    mark = rest[0]
    if mark in "\"'" and mark not in rest[1:]:
        return UsageError(f"the text that begins with {rest[:20]!r} has no quote at its end")
    return UsageError(f"after the quote in {rest[:20]!r} there must be a blank")
