"""What a benchmark reports, and how figures are taken on a machine that is shared."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from time import perf_counter
from typing import NamedTuple


class Figure(NamedTuple):
    """One measured ratio.

    ``value`` and ``yardstick`` are in milliseconds (per cent of a core for idle, megabytes for memory);
    ``limit`` is the largest ratio that is good, or with a yardstick of 0 the largest value.
    """

    name: str
    value: float
    yardstick: float
    limit: float

    @property
    def ratio(self) -> float:
        """The value against its yardstick."""
        return self.value / self.yardstick if self.yardstick else self.value

    @property
    def good(self) -> bool:
        """Whether the limit holds."""
        return self.ratio <= self.limit

    def __str__(self) -> str:
        verdict = "ok" if self.good else "OVER THE LIMIT"
        if not self.yardstick:
            return f"{self.name:58} {self.value:8.2f}               limit {self.limit:5.2f}  {verdict}"
        against = f"{self.value:8.2f} /{self.yardstick:8.2f} = {self.ratio:6.2f}"
        return f"{self.name:58} {against}  limit {self.limit:5.2f}  {verdict}"


def taken_in_turns(one: Callable[[], object], other: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The median milliseconds of two things run alternately, so that load hits both alike."""
    ours, theirs = [], []
    for _ in range(rounds):
        for run, times in ((one, ours), (other, theirs)):
            begun = perf_counter()
            run()
            times.append((perf_counter() - begun) * 1000.0)
    return statistics.median(ours), statistics.median(theirs)
