"""Breaks the labels of a sequence diagram into lines; widths are estimated, as no font is at hand here."""

from __future__ import annotations

import re

# Widths of characters of the semi-bold text font as shares of its size, and one for all others.
_CLASSES = (
    ("ijlI!,.:;'|", 0.29),
    (" ", 0.25),
    ('frt"()/[]\\{}-`^*1', 0.42),
    ("034", 0.67),
    ("ABCDHKNRSTUVXYZ&+<=>~", 0.73),
    ("wGOQ%…", 0.82),
    ("mM", 0.92),
    ("W@→", 1.02),
)
_WIDTHS = {character: width for characters, width in _CLASSES for character in characters}
_OTHER = 0.62
_SAFETY = 1.02  # a label that is narrower than expected does no harm
_PUNCTUATION = re.compile(r"(?<=\w\w[._:/-])(?=\w\w)")


def text_width(text: str, size: float) -> float:
    """About how wide a text is in the unit of the font size, rather too much than too little."""
    return sum([_WIDTHS.get(character, _OTHER) for character in text]) * size * _SAFETY


def broken(text: str) -> tuple[str, ...]:
    """The text in two lines as even as possible: at a space or, without one, after punctuation; else in one."""
    words = text.split()
    pairs: list[tuple[str, ...]]
    if len(words) > 1:
        pairs = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    else:
        pairs = [(text[: found.start()], text[found.start() :]) for found in _PUNCTUATION.finditer(text)]
    return min(pairs, key=_wider) if pairs else (text,)


def fits(lines: tuple[str, ...], room: float, size: float) -> bool:
    """Whether a room is wide enough for some lines; a rounding error does not make it too narrow."""
    return max(text_width(line, size) for line in lines) <= room + 0.01


def lines_for(text: str, room: float, size: float) -> tuple[str, ...]:
    """The text in one line where the room is wide enough for it, else broken."""
    return (text,) if fits((text,), room, size) else broken(text)


def broken_width(text: str, size: float) -> float:
    """The width of the wider line of a broken text."""
    return _wider(broken(text)) * size


def _wider(lines: tuple[str, ...]) -> float:
    return max(text_width(line, 1.0) for line in lines)
