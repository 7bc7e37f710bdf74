"""Lays an outcome over the map."""

from __future__ import annotations

from vmexplorer.atlas.fault_words import LinkState, State
from vmexplorer.labs.whatif.outcome import ComponentState, LinkOutcome, Outcome
from vmexplorer.stage.overlay import Mark, Overlay, Role

_STARTING = "starting"
_LOST = "message lost"
_RUNNING = "running"


def overlay(outcome: Outcome) -> Overlay:
    """The marks of everything that is not well, and of the virtual machines when they run in spite of a fault."""
    components = {id: _component(one) for id, one in outcome.components.items() if one.state is not State.OK}
    links = {id: _link(one) for id, one in outcome.links.items() if one.state is not LinkState.OK}
    machines = outcome.machines.component
    begun = any(fault.at <= outcome.at for fault in outcome.faults)
    if machines and begun and machines not in components:
        components[machines] = Mark(Role.GOOD, _RUNNING, "The virtual machines run on in spite of the faults.")
    return Overlay(components, links)


def _component(one: ComponentState) -> Mark:
    if one.returning:
        return Mark(Role.CHANGING, _STARTING, one.note)
    return Mark(Role.FAULT if one.own else Role.AFFECTED, str(one.state), one.note)


def _link(one: LinkOutcome) -> Mark:
    word = _LOST if one.state is LinkState.DEGRADED else str(one.state)
    return Mark(Role.FAULT if one.own else Role.AFFECTED, word, one.note)
