"""Simulations of the shipped pack."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.labs.whatif.fault import parse_fault
from vmexplorer.labs.whatif.outcome import Outcome
from vmexplorer.labs.whatif.simulate import simulate

Simulate = Callable[..., Outcome]


@pytest.fixture
def simulated() -> Simulate:
    """Simulates faults given as texts, in ESXi 8.0 and when everything has settled unless told otherwise."""

    def run(*faults: str, era: str = "e8", at: float | None = None) -> Outcome:
        return simulate(shipped_atlas(), era, [parse_fault(fault) for fault in faults], at)

    return run
