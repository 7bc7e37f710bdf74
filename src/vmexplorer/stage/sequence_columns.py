"""Spreads lifelines from left to right so that the labels between them have room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

GAP = 120.0  # between neighbouring lifelines, at least
_WIDEST = 320.0  # further apart the eye loses the arrow
LEFT = 104.0  # from the left edge to the first lifeline
RIGHT = 72.0  # from the last lifeline to the right edge


class Need(NamedTuple):
    """Room that a label asks for from lifeline ``left`` to ``right``.

    The place after the last lifeline stands for the right edge. ``tight`` is the width for the label in
    two lines, ``loose`` for one line.
    """

    left: int
    right: int
    tight: float
    loose: float


class Columns(NamedTuple):
    """The x of each lifeline, how far all of them were moved to stand in the middle, and the whole width."""

    places: tuple[float, ...]
    shift: float
    width: float


def columns(count: int, needs: Sequence[Need], width: float) -> Columns:
    """Places lifelines as close as labels in two lines allow.

    Where the width allows more, labels get one line, those that need least for it first; what is then
    left goes to the narrowest gaps.

    Args:
        count: how many lifelines there are.
        needs: what the labels ask for.
        width: the width to fill; a smaller one than needed is exceeded.
    """
    if count == 0:
        return Columns((), 0.0, max(width, LEFT + RIGHT))
    gaps = [GAP] * (count - 1) + [RIGHT]
    for need in sorted(needs, key=_span):
        _widen(gaps, need, need.tight)
    spare = max(0.0, width - LEFT - sum(gaps))
    missing = [(need.loose - _room(gaps, need), need) for need in needs]
    while missing and min(missing)[0] <= spare:
        least, need = min(missing)
        spare -= max(0.0, least)
        _widen(gaps, need, need.loose)
        missing = [(other.loose - _room(gaps, other), other) for _, other in missing if other != need]
    gaps[:-1] = _levelled(gaps[:-1], spare)
    shift = max(0.0, width - LEFT - sum(gaps)) / 2
    places = tuple(accumulate(gaps[:-1], initial=LEFT + shift))
    return Columns(places, shift, places[-1] + gaps[-1] + shift)


def _room(gaps: Sequence[float], need: Need) -> float:
    return sum(gaps[need.left : need.right])


def _widen(gaps: list[float], need: Need, wanted: float) -> None:
    """Makes the gaps of a need wide enough, all of them by the same."""
    missing = wanted - _room(gaps, need)
    if missing > 0.0:
        for place in range(need.left, need.right):
            gaps[place] += missing / (need.right - need.left)


def _levelled(gaps: Sequence[float], spare: float) -> list[float]:
    """The gaps with spare room spent on the smallest, so that they become alike."""
    level, filled = 0.0, 0.0
    for count, gap in enumerate(sorted(gaps), start=1):
        filled += gap
        if (filled + spare) / count >= gap:
            level = (filled + spare) / count
    return [max(gap, min(level, _WIDEST)) for gap in gaps]


def _span(need: Need) -> int:
    return need.right - need.left
