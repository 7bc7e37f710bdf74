"""Lets the what-if lab be the simulator of the troubleshooting cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.fault_words import LinkState, State, Verb
from vmexplorer.atlas.kind import Kind
from vmexplorer.labs.whatif.checked import checked
from vmexplorer.labs.whatif.course import course_of
from vmexplorer.labs.whatif.fault import Fault, parse_fault
from vmexplorer.labs.whatif.outcome import Outcome
from vmexplorer.labs.whatif.simulate import simulate
from vmexplorer.lessons.breaking import FaultKind, HiddenFault
from vmexplorer.lessons.health import Health
from vmexplorer.lessons.simulator import Simulation

_BREAKABLE = (Kind.USER_WORLD, Kind.KERNEL, Kind.VCENTER, Kind.HARDWARE, Kind.STORAGE)
_ACCOUNTS = ("vpxuser",)  # kinds name what runs, and an account does not


class WhatIfSimulator:
    """Asks the engine of the what-if lab; see ``lessons.simulator.Simulator``."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas

    def simulate(self, era: str, faults: Sequence[str]) -> Simulation:
        """What the faults do once nothing changes any more; raises VmexplorerError when one cannot be."""
        outcome = simulate(self._atlas, era, [parse_fault(fault) for fault in faults])
        return Simulation(
            health=self.health(era, faults),
            client_shows=outcome.client_shows,
            hit=_hit(outcome),
            notes=_notes(outcome),
            repair=outcome.repair,
            flow=next((id for id, flow in outcome.flows.items() if flow.fails_at is not None), ""),
        )

    def health(self, era: str, faults: Sequence[str]) -> Health:
        """How the parts are doing then; raises as ``simulate``."""
        atlas = self._atlas
        known = tuple([checked(atlas, era, parse_fault(fault)) for fault in faults])
        course = course_of(atlas, era, known)
        end = max(course.edges(), default=0.0)
        spells = {part: course.trouble(part, end) for part in (*atlas.components, *atlas.links)}
        conditions = [fault.target for fault in known if fault.verb is Verb.CONDITION]
        ill = {part: spell.trouble for part, spell in spells.items() if spell is not None}
        return Health(ill, frozenset(conditions))

    def single_faults(self, era: str) -> Sequence[HiddenFault]:
        """Parts of the host that stop or hang, links that are cut, and special conditions."""
        return tuple(self._faults(era))

    def _faults(self, era: str) -> Iterator[HiddenFault]:
        atlas = self._atlas
        for component in atlas.components.values():
            there = era in atlas.component_eras[component.id] and component.id not in _ACCOUNTS
            if there and component.kind in _BREAKABLE:
                yield _fault(component.id, FaultKind.STOPPED, Fault(Verb.STOP, component.id))
                yield _fault(component.id, FaultKind.HUNG, Fault(Verb.HANG, component.id))
        for link in atlas.links:
            if era in atlas.link_eras[link]:
                yield _fault(link, FaultKind.CUT, Fault(Verb.CUT, link))
        for condition in atlas.faults.conditions:
            part = condition.component or condition.link
            if part and era in atlas.eras_of(condition):
                yield _fault(part, FaultKind.SPECIAL, Fault(Verb.CONDITION, condition.id))


def _fault(part: str, kind: FaultKind, fault: Fault) -> HiddenFault:
    return HiddenFault(part, kind, str(fault))


def _hit(outcome: Outcome) -> tuple[str, ...]:
    components = [id for id, part in outcome.components.items() if part.own and part.state is not State.OK]
    links = [id for id, link in outcome.links.items() if link.own and link.state is not LinkState.OK]
    return (*components, *links)


def _notes(outcome: Outcome) -> dict[str, str]:
    return {id: part.note for id, part in outcome.components.items() if part.state is not State.OK} | {
        id: link.note for id, link in outcome.links.items() if link.own and link.state is not LinkState.OK
    }
