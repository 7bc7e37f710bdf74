"""What lessons ask of a simulator of faults, whoever it may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, Protocol

from vmexplorer.lessons.breaking import HiddenFault
from vmexplorer.lessons.health import HEALTHY, Health


class Simulation(NamedTuple):
    """What faults do to a host.

    ``client_shows`` is what the client of vCenter shows, in a few sentences; ``hit`` are the parts that the
    faults themselves hit; ``notes`` has a sentence for each part that is not well; ``repair`` are commands or
    deeds that help; ``flow`` is one that fails, or "".
    """

    health: Health = HEALTHY
    client_shows: str = ""
    hit: tuple[str, ...] = ()
    notes: Mapping[str, str] = MappingProxyType({})
    repair: tuple[str, ...] = ()
    flow: str = ""


class Simulator(Protocol):
    """Works out what faults do, and knows which single ones there can be."""

    def simulate(self, era: str, faults: Sequence[str]) -> Simulation:
        """What these faults, as they are written in a case, do in an era; raises VmexplorerError when one cannot be."""

    def health(self, era: str, faults: Sequence[str]) -> Health:
        """How the parts are doing then; the same as in a simulation, and quicker."""

    def single_faults(self, era: str) -> Sequence[HiddenFault]:
        """Every fault that can be hidden in an era, in an order that does not change."""
