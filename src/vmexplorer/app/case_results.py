"""Keeps the points of solved troubleshooting cases from one start of the program to the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vmexplorer.app.kept import Kept
from vmexplorer.lessons.score import FULL

_NAME = "case-results"
_VERSION = 1


def load_results(kept: Kept) -> tuple[dict[str, int], str]:
    """The best points by pack and case, such as ``esxi/TS01``, and one sentence on what was wrong, or "".

    A damaged file is set aside and the results begin anew.
    """
    results, complaint = kept.read_as(_NAME, _VERSION, _results)
    return results or {}, complaint


def save_results(kept: Kept, results: Mapping[str, int]) -> str:
    """Keeps the results; returns "" or one sentence on why it could not."""
    return kept.write(_NAME, _VERSION, dict(results))


def _results(content: Any) -> dict[str, int]:
    """Raises ValueError when the content is anything else."""
    if not isinstance(content, dict):
        raise ValueError("no mapping")
    good = [isinstance(name, str) and type(points) is int and 0 <= points <= FULL for name, points in content.items()]
    if not all(good):
        raise ValueError("no results")
    return content
