"""Stacks the rows of a sequence diagram from top to bottom and leaves room for the frames around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vmexplorer.stage.sequence import Branch

ROW = 47.0  # two lines of label, the arrow, and space below it
LABEL_LINE = 16.0
_ABOVE_FIRST = 4.0
_UNDER_ARROW = 10.0
_FOOT = 14.0  # below the last row
_TAB = 22.0  # height of a frame's title
_AROUND = 5.0  # between a frame and what is above or below it


class Band(NamedTuple):
    """Where a row begins, where its arrow ends, and where the next row begins."""

    top: float
    y: float
    bottom: float


def bands(count: int, branches: Sequence[Branch], top: float) -> tuple[Band, ...]:
    """The rows from ``top`` on, one below the other."""
    found = []
    for row in range(count):
        opening = sum(branch.first == row for branch in branches)
        closing = sum(branch.last == row for branch in branches)
        above = opening * (_TAB + 2 * _AROUND) + (_ABOVE_FIRST if row == 0 else 0.0)
        end = top + above + ROW
        below = closing * 2 * _AROUND + (_FOOT if row == count - 1 else 0.0)
        found.append(Band(top, end - _UNDER_ARROW, end + below))
        top = end + below
    return tuple(found)


class FrameSpan(NamedTuple):
    """Top and bottom of a frame, the height of its title and how many frames it lies in."""

    top: float
    bottom: float
    tab: float
    depth: int


def frame_span(branch: Branch, branches: Sequence[Branch], rows: Sequence[Band]) -> FrameSpan:
    """Where the frame of a branch begins and ends; of frames that begin in one row the longer is the outer."""
    place = branches.index(branch)
    outer = [other for index, other in enumerate(branches) if index != place and _around(other, branch, index < place)]
    opened = sum(other.first == branch.first for other in outer)
    closed = sum(other.last == branch.last for other in outer)
    first = rows[branch.first].top + (_ABOVE_FIRST if branch.first == 0 else 0.0)
    top = first + opened * (_TAB + 2 * _AROUND) + _AROUND
    last = rows[branch.last].bottom - (_FOOT if branch.last == len(rows) - 1 else 0.0)
    return FrameSpan(top, last - closed * 2 * _AROUND - _AROUND, _TAB, len(outer))


def _around(outer: Branch, inner: Branch, earlier: bool) -> bool:
    """Whether one branch holds all rows of another; of two equal ones the earlier does."""
    if not outer.first <= inner.first <= inner.last <= outer.last:
        return False
    return earlier or (outer.first, outer.last) != (inner.first, inner.last)
