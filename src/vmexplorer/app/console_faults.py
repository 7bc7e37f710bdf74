"""Joins the direct console and the simulation of faults, which know nothing of each other."""

from __future__ import annotations

from collections.abc import Iterable

from vmexplorer.atlas.fault_words import LinkState, State, Verb
from vmexplorer.labs.dcui.effects import AgentsRestarted, Effect, HostStarted
from vmexplorer.labs.dcui.handbook import Handbook
from vmexplorer.labs.dcui.surroundings import Surroundings
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.outcome import Outcome

_OF_PROCESSES = (Verb.STOP, Verb.HANG, Verb.KILL, Verb.RESTART)


def surroundings_of(outcome: Outcome) -> Surroundings:
    """What the console of a host finds around it, given what has become of the host."""
    states = {state: frozenset(id for id, one in outcome.components.items() if one.state is state) for state in State}
    return Surroundings(
        stopped=states[State.STOPPED],
        hung=states[State.HUNG],
        unreachable=states[State.UNREACHABLE],
        cut=frozenset(id for id, link in outcome.links.items() if link.own and link.state is LinkState.CUT),
        blocked=frozenset(fault.target for fault in outcome.faults if fault.verb is Verb.BLOCK),
    )


def faults_left(faults: Iterable[Fault], effects: Iterable[Effect], book: Handbook) -> tuple[Fault, ...]:
    """The faults that are still there after what was done at the console.

    A process that was started afresh is well again; a cable, a blocked port or a condition such
    as a dead path to a disk is not mended by a restart.
    """
    started: set[str] = set()
    for effect in effects:
        if isinstance(effect, AgentsRestarted):
            started.update(effect.started)
        elif isinstance(effect, HostStarted):
            started |= book.on_host
    return tuple([fault for fault in faults if fault.verb not in _OF_PROCESSES or fault.target not in started])
