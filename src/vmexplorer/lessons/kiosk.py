"""A show without a speaker: each stop for as long as it takes to read and play it, then from the start again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

HOLD = 3.0  # seconds at the end of the tour
_LOOK = 3.0  # seconds to take in a new picture
_WORD = 0.35  # seconds for each word of a caption
_LONGEST = 30.0


class KioskMoment(NamedTuple):
    """The stop that is shown, by its index, and how many seconds are left of it."""

    stop: int
    left: float


def reading_time(caption: str) -> float:
    """Seconds to look at a picture and read its caption."""
    return min(_LONGEST, _LOOK + _WORD * len(caption.split()))


def kiosk_moment(stays: Sequence[float], elapsed: float) -> KioskMoment:
    """Where a show that loops is after so many seconds.

    Args:
        stays: the seconds for each stop, each more than 0.
        elapsed: seconds since the first stop appeared, from 0.
    """
    last = len(stays) - 1
    left = elapsed % (sum(stays) + HOLD)
    for stop, seconds in enumerate(stays):
        stay = seconds + (HOLD if stop == last else 0.0)
        if left < stay or stop == last:
            return KioskMoment(stop, max(0.0, stay - left))
        left -= stay
    raise ValueError("a show needs stops")
