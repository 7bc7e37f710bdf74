"""Which sections of the rail are unfolded: those that a person unfolded, and as many others as there is room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

# What is wanted most; a heading that is not named here comes last.
_PRIORITY = ("MESSAGE PATHS", "LABS", "QUIZ", "TOURS", "VIEWS")


class Section(NamedTuple):
    """A section of the rail: its caption, and the pixels that its rows take when they are unfolded."""

    caption: str
    height: int


def unfolded(sections: Sequence[Section], room: int, chosen: Mapping[str, bool]) -> frozenset[str]:
    """The captions of the sections that show their rows.

    A section that a person has folded or unfolded stays so. The others show their rows as
    far as nothing needs scrolling; when nobody has unfolded any, the one that is wanted
    most shows them in any case.

    Args:
        sections: those that have rows.
        room: pixels beside the captions.
        chosen: for a caption, whether a person wants the section unfolded.
    """
    found = {section.caption for section in sections if chosen.get(section.caption)}
    left = room - sum(section.height for section in sections if section.caption in found)
    for section in sorted(sections, key=_rank):
        if section.caption not in chosen and (section.height <= left or not found):
            found.add(section.caption)
            left -= section.height
    return frozenset(found)


def _rank(section: Section) -> int:
    return _PRIORITY.index(section.caption) if section.caption in _PRIORITY else len(_PRIORITY)
