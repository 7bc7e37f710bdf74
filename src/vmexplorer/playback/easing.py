"""Curves over the share of a movement that has passed, and the clamps and checks they rest on."""

from __future__ import annotations

import math
from collections.abc import Callable

Easing = Callable[[float], float]
"""Takes the share of the time that has passed, gives the share of the way covered; both 0..1."""


def clamp(value: float, low: float, high: float) -> float:
    """``value``, moved to the nearer bound when it lies outside ``low``..``high``."""
    return min(max(value, low), high)


def share(part: float, whole: float) -> float:
    """``part / whole`` kept in 0..1; an empty whole counts as complete."""
    return clamp(part / whole, 0.0, 1.0) if whole > 0 else 1.0


def finite(value: float, what: str) -> float:
    """``value`` itself.

    Raises:
        ValueError: it is infinite or not a number; ``what`` names it in the message.
    """
    if not math.isfinite(value):
        raise ValueError(f"{what} must be a finite number, not {value}")
    return value


def linear(t: float) -> float:
    """The same pace all the way; ``t`` outside 0..1 is clamped."""
    return clamp(t, 0.0, 1.0)


def ease_in_out_cubic(t: float) -> float:
    """Slow at both ends and fast in the middle; ``t`` outside 0..1 is clamped."""
    t = clamp(t, 0.0, 1.0)
    return 4 * t**3 if t < 0.5 else 1 - 4 * (1 - t) ** 3


def swell(t: float) -> float:
    """Rises smoothly from 0 to 1 at half time and falls back to 0; ``t`` is clamped to 0..1."""
    return (1 - math.cos(2 * math.pi * clamp(t, 0.0, 1.0))) / 2
