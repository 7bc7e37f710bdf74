"""Joins the direct console and the simulation of faults, which know nothing of each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.fault_words import LinkState, State, Verb
from vmexplorer.labs.dcui.effects import (
    AgentsRestarted,
    ConfigurationReset,
    Effect,
    HostStarted,
    HostStopped,
    NetworkSwitched,
)
from vmexplorer.labs.dcui.handbook import KERNEL, Handbook
from vmexplorer.labs.dcui.state import ConsoleState, rebooted
from vmexplorer.labs.dcui.surroundings import Surroundings
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.outcome import Outcome
from vmexplorer.labs.whatif.session import Session

HOST_OFF = Fault(Verb.STOP, KERNEL)
NETWORK_OFF = Fault(Verb.CONDITION, "management-network-off")
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
    network_on = False
    for effect in effects:
        if isinstance(effect, AgentsRestarted):
            started.update(effect.started)
        elif isinstance(effect, HostStarted):
            started |= book.on_host
        elif isinstance(effect, ConfigurationReset) or effect == NetworkSwitched(on=True):
            network_on = True
    left = [fault for fault in faults if fault.verb not in _OF_PROCESSES or fault.target not in started]
    return tuple([fault for fault in left if not (network_on and begun_at_once(fault) == NETWORK_OFF)])


def faults_made(effects: Iterable[Effect], atlas: Atlas, era: str) -> tuple[Fault, ...]:
    """The faults that what was done at the console comes to: a host that is off, a network that is disabled."""
    made: set[Fault] = set()
    for effect in effects:
        match effect:
            case HostStopped():
                made.add(HOST_OFF)
            case HostStarted():
                made.discard(HOST_OFF)
            case NetworkSwitched(on=False):
                made.add(NETWORK_OFF)
            case NetworkSwitched(on=True) | ConfigurationReset():
                made.discard(NETWORK_OFF)
    known = {condition.id for condition in atlas.faults.conditions if era in atlas.eras_of(condition)}
    return tuple([fault for fault in (HOST_OFF, NETWORK_OFF) if fault in made and fault.target in known | {KERNEL}])


def following(state: ConsoleState, own: Collection[Fault], faults: Iterable[Fault]) -> ConsoleState:
    """A console after the faults have changed from elsewhere.

    Args:
        state: the console before.
        own: which of the faults were made at this console; one that is there no more has been mended.
        faults: those that are there now.
    """
    there = {begun_at_once(fault) for fault in faults}
    if HOST_OFF in own and HOST_OFF not in there and not state.is_on:
        state = rebooted(state)
    if NETWORK_OFF in there:
        return state.setting(network_on=False)
    return state.setting(network_on=True) if NETWORK_OFF in own else state


def own_faults(own: Collection[Fault], faults: Iterable[Fault]) -> frozenset[Fault]:
    """Which of the faults that are there belong to a console: those made at it, and a network that is disabled."""
    there = {begun_at_once(fault) for fault in faults}
    return frozenset(
        [fault for fault in (HOST_OFF, NETWORK_OFF) if fault in there and (fault in own or fault != HOST_OFF)]
    )


def surroundings_without(outcome: Outcome, session: Session, own: Collection[Fault]) -> Surroundings:
    """What a console finds around it; what was done at the console itself is nothing around it.

    Args:
        outcome: what all faults do.
        session: where they come from.
        own: those made at the console, as if they began at once.
    """
    ours = [fault for fault in session.now.faults if begun_at_once(fault) in own]
    for fault in ours:
        session = session.remove(fault)
    return surroundings_of(session.outcome if ours else outcome)


def begun_at_once(fault: Fault) -> Fault:
    """A fault whenever it begins."""
    return fault._replace(at=0.0)
