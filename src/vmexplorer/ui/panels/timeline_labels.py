"""Where the labels under a timeline stand, and which of them there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Label(NamedTuple):
    """A label that has found a place: of which step, and from where to where in pixels."""

    step: int
    left: float
    right: float


def place_labels(
    ticks: Sequence[float], widths: Sequence[float], room: tuple[float, float], gap: float, current: int | None
) -> tuple[Label, ...]:
    """The labels that can be shown without touching each other.

    The current label is always among them. The others are picked from left to
    right, whatever the current one is, so that they do not jump about while a
    message path plays; the current one pushes out those that it touches.

    Args:
        ticks: where each label wants its middle, in pixels, from left to right.
        widths: how wide each label is.
        room: the left and right bounds of all labels.
        gap: the least space between two labels.
        current: the step of the label that must be shown; None for none.
    """
    wanted = [
        _kept_inside(step, tick, width, room) for step, (tick, width) in enumerate(zip(ticks, widths, strict=True))
    ]
    picked: list[Label] = []
    for label in wanted:
        if not picked or label.left >= picked[-1].right + gap:
            picked.append(label)
    if current is None or not 0 <= current < len(wanted):
        return tuple(picked)
    must = wanted[current]
    others = [label for label in picked if label.right + gap <= must.left or must.right + gap <= label.left]
    return tuple(sorted([*others, must]))


def _kept_inside(step: int, middle: float, width: float, room: tuple[float, float]) -> Label:
    left = max(room[0], min(middle - width / 2, room[1] - width))
    return Label(step, left, left + width)
