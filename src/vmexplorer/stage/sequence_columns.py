"""Spreads lifelines from left to right so that the labels between them have room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

GAP = 124.0  # between neighbouring lifelines, at least
_WIDEST = 320.0  # further apart the eye loses the arrow
LEFT = 110.0  # from the left edge to the first lifeline
RIGHT = 74.0  # from the last lifeline to the right edge


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
    """Places lifelines as close as labels in two lines allow, further apart where the width allows it.

    Args:
        count: how many lifelines there are.
        needs: what the labels ask for.
        width: the width to fill; a smaller one than needed is exceeded.
    """
    if count == 0:
        return Columns((), 0.0, max(width, LEFT + RIGHT))
    ordered = sorted(needs, key=_span)
    tight = [GAP] * (count - 1) + [RIGHT]
    for need in ordered:
        _widen(tight, need, need.tight)
    loose = list(tight)
    for need in ordered:
        _widen(loose, need, need.loose)
    spare = max(0.0, width - LEFT - sum(tight))
    wanted = sum(loose) - sum(tight)
    share = min(1.0, spare / wanted) if wanted > 0.0 else 1.0
    gaps = [near + share * (far - near) for near, far in zip(tight, loose, strict=True)]
    gaps[:-1] = _levelled(gaps[:-1], max(0.0, spare - wanted))
    shift = max(0.0, width - LEFT - sum(gaps)) / 2
    places = tuple(accumulate(gaps[:-1], initial=LEFT + shift))
    return Columns(places, shift, places[-1] + gaps[-1] + shift)


def _widen(gaps: list[float], need: Need, wanted: float) -> None:
    """Makes the gaps of a need wide enough, all of them by the same."""
    missing = wanted - sum(gaps[need.left : need.right])
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
