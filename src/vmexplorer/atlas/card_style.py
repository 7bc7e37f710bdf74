"""How a card can look."""

from __future__ import annotations

from enum import StrEnum


class CardStyle(StrEnum):
    """How a card arranges its icon and texts."""

    ROW = "row"  # icon at the left, texts beside it
    STACK = "stack"  # icon above the texts
    HERO = "hero"  # large: icon, large name, subtitle and summary
    BAR = "bar"  # one slim line
