"""Ids and names that are not taken yet: the wanted one, or the wanted one with a number."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count


def free_id(wanted: str, taken: Collection[str]) -> str:
    """An id that differs from those taken in more than case."""
    return _free(wanted, "-", taken)


def free_name(wanted: str, taken: Collection[str]) -> str:
    """The same for a name that people read."""
    return _free(wanted, " ", taken)


def _free(wanted: str, before: str, taken: Collection[str]) -> str:
    used = {text.casefold() for text in taken}
    if wanted.casefold() not in used:
        return wanted
    numbered = (f"{wanted}{before}{number}" for number in count(2))
    return next(text for text in numbered if text.casefold() not in used)
