"""What becomes of a host: the answer to a set of faults at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from vmexplorer.atlas.evidence import Evidence, Statement, joined
from vmexplorer.atlas.fault_words import LinkState, State
from vmexplorer.labs.whatif.fault import Fault

# Ids from what failed to the part, both included: components and, where a link carries the dependency, links between.
Chain = tuple[str, ...]


class ComponentState(NamedTuple):
    """How a component is and why.

    ``since`` is the second at which this began; ``ready`` is the second at which it is well again,
    None when it stays so. ``own`` tells a part that the fault itself hit, ``returning`` one that
    is on its way back. ``evidence`` stands behind the note.
    """

    state: State = State.OK
    because: Chain = ()
    note: str = ""
    since: float = 0.0
    ready: float | None = None
    own: bool = False
    returning: bool = False
    evidence: tuple[Evidence, ...] = ()


class LinkOutcome(NamedTuple):
    """How a link is and why; ``own`` tells one that the fault itself hit. ``evidence`` stands behind the note."""

    state: LinkState = LinkState.OK
    because: Chain = ()
    note: str = ""
    own: bool = False
    evidence: tuple[Evidence, ...] = ()


class FlowOutcome(NamedTuple):
    """How far a flow gets.

    ``fails_at`` is the number, from 1, of the first step that cannot happen and without which the
    flow fails; None when it reaches its end. ``lost`` has the numbers of all steps that cannot
    happen by themselves, also those that the flow can do without; ``notes`` says why, one for each.
    """

    fails_at: int | None = None
    because: Chain = ()
    lost: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


class Machines(NamedTuple):
    """Whether the virtual machines of the host run, and why not; ``component`` is the one that stands for them."""

    running: bool = True
    because: Chain = ()
    note: str = ""
    component: str = ""
    evidence: tuple[Evidence, ...] = ()


class LogLineAt(NamedTuple):
    """A line in a log file and the second at which it is written."""

    at: float
    file: str
    line: str


class Moment(NamedTuple):
    """A second at which something changes: one sentence, the parts that it speaks of, and what stands behind it."""

    at: float
    text: str
    parts: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()


class Outcome(NamedTuple):
    """Everything that is so in an era at second ``at``, given the faults.

    ``components``, ``links`` and ``flows`` have every id of the era. ``client`` is what the client of
    vCenter shows, the latest news first; no sentence of it stands there twice. ``moments`` are those of the
    whole course, also after ``at``; ``settled`` is the second from which nothing changes any more.
    ``recovers_alone`` has the seconds from a fault until the part that it hit is well again.
    """

    era: str
    at: float
    settled: float
    faults: tuple[Fault, ...]
    components: Mapping[str, ComponentState]
    links: Mapping[str, LinkOutcome]
    flows: Mapping[str, FlowOutcome]
    machines: Machines
    client: tuple[Statement, ...]
    keeps_working: tuple[str, ...]
    logs: tuple[LogLineAt, ...]
    repair: tuple[str, ...]
    recovers_alone: Mapping[str, float]
    moments: tuple[Moment, ...]

    @property
    def client_shows(self) -> str:
        """What the client of vCenter shows, as one text."""
        return joined(self.client)
