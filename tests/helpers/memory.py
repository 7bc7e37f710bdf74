"""Spares the garbage collector what stays until the end of a run."""

from __future__ import annotations

import gc

from tests.helpers.shipped import shipped_atlas


def set_aside_what_stays() -> None:
    """Keeps modules, the tests themselves and the shipped pack out of later collections.

    Every test with windows ends with a collection; without this each would look through all of it.
    """
    shipped_atlas()
    gc.collect()
    gc.freeze()
