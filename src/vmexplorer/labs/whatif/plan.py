"""What depends on what in one era, arranged for looking up; made once for an atlas and an era."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, TypeVar

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.carriage import carrier
from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.fault_words import Verb
from vmexplorer.atlas.faults import LogHeader, Need, Restarter, Sign, Whole
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.lifespan import eras_covered
from vmexplorer.atlas.link import Link
from vmexplorer.atlas.step_kind import StepKind


class _InEras(Protocol):
    @property
    def eras(self) -> EraRange | None: ...


Dated = TypeVar("Dated", bound=_InEras)
Table = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """The dependencies of an era.

    Args:
        links: the links of the era by id.
        needs_of: what a component depends on, by the one that suffers.
        wholes_of: the wholes that a component is a part of.
        doors: the components that a link passes, in order.
        legs: the links that a link runs on behind its doors.
        held_by: the components and links whose failure takes a link down, its ends among them.
        ways_in: the links over the network that lead to a component.
        signs: the traces of faults, by the part that they hit.
        headers: how log lines begin, by log.
        flows: the steps of every flow that the era offers.
        carriers: the links of steps that were asked for before.
        after: what has to be worked out again when a part has changed.
    """

    atlas: Atlas
    era: str
    components: tuple[str, ...]
    links: Mapping[str, Link]
    needs_of: Mapping[str, tuple[Need, ...]]
    wholes_of: Mapping[str, tuple[Whole, ...]]
    doors: Table
    legs: Table
    held_by: Table
    ways_in: Table
    after: Table
    restarters: Mapping[str, Restarter]
    signs: Mapping[str, tuple[Sign, ...]]
    headers: Mapping[str, tuple[LogHeader, ...]]
    flows: Mapping[str, tuple[Step, ...]]
    carriers: dict[tuple[str, str, str, StepKind], Link | None]

    def carrier(self, step: Step) -> Link | None:
        """The link of the era that carries a step."""
        key = (step.source, step.target, step.message, step.kind)
        if key not in self.carriers:
            self.carriers[key] = carrier(step, self.links.values())
        return self.carriers[key]

    def signs_of(self, part: str, verb: Verb) -> list[Sign]:
        """What is known of the traces that a fault of a component or link leaves."""
        return [sign for sign in self.signs.get(part, ()) if not sign.verbs or verb in sign.verbs]

    def start_of(self, component: str) -> float:
        """The seconds that a component takes from its start until it answers."""
        known = [start.seconds for start in self.atlas.faults.starts if start.component == component]
        return known[0] if known else USUAL_START

    def home_of(self, component: str) -> str:
        """The outermost whole that a component is a part of; itself when it is a part of nothing."""
        wholes = self.wholes_of.get(component, ())
        return self.home_of(wholes[0].whole) if wholes else component


USUAL_START = 5.0  # seconds; a small service is there again at once


@lru_cache(maxsize=16)
def plan_of(atlas: Atlas, era: str) -> Plan:
    """The plan of an era, by its id."""
    components = tuple([id for id, life in atlas.component_eras.items() if era in life])
    links = {link.id: link for link in atlas.links.values() if era in atlas.link_eras[link.id]}
    faults = atlas.faults
    there = {*components, *links}
    needs = [need for need in dated(atlas, faults.needs, era) if {need.component, need.on or need.link} <= there]
    wholes_of: dict[str, list[Whole]] = {}
    for whole in dated(atlas, faults.wholes, era):
        for part in whole.parts if whole.whole in there else ():
            if part in there:
                wholes_of.setdefault(part, []).append(whole)
    doors, legs = _ways(atlas, era, links)
    held_by = _held_by(atlas, era, links, doors, legs)
    ways_in = _ways_in(links)
    return Plan(
        atlas=atlas,
        era=era,
        components=components,
        links=links,
        needs_of=_grouped((need.component, need) for need in needs),
        wholes_of={part: tuple(wholes) for part, wholes in wholes_of.items()},
        doors=doors,
        legs=legs,
        held_by=held_by,
        ways_in=ways_in,
        after=_after(needs, wholes_of, held_by, ways_in),
        restarters={one.component: one for one in dated(atlas, faults.restarters, era)},
        signs=_grouped((sign.component or sign.link or "", sign) for sign in dated(atlas, faults.signs, era)),
        headers=_grouped((header.log, header) for header in dated(atlas, faults.headers, era)),
        flows={flow.id: atlas.steps_in(flow, era) for flow in atlas.flows.values() if era in atlas.eras_of(flow)},
        carriers={},
    )


def dated(atlas: Atlas, entries: Iterable[Dated], era: str) -> list[Dated]:
    """The entries that hold in an era."""
    return [entry for entry in entries if entry.eras is None or era in eras_covered(atlas.era_ids, entry.eras)]


Value = TypeVar("Value")


def _grouped(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    found: dict[str, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def _ways(atlas: Atlas, era: str, links: Mapping[str, Link]) -> tuple[dict[str, tuple[str, ...]], ...]:
    aside = {one.component for one in dated(atlas, atlas.faults.aside, era)}
    doors, legs = {}, {}
    for link in links.values():
        passed = [door for door in link.via if era in atlas.component_eras[door] and door not in aside]
        doors[link.id] = tuple(passed)
        ends = {(door, link.target) for door in passed}
        legs[link.id] = tuple([leg.id for leg in links.values() if (leg.source, leg.target) in ends])
    return doors, legs


def _held_by(
    atlas: Atlas, era: str, links: Mapping[str, Link], doors: Table, legs: Table
) -> dict[str, tuple[str, ...]]:
    carried: dict[str, list[str]] = {}
    for one in dated(atlas, atlas.faults.carriers, era):
        for link in one.links if era in atlas.component_eras[one.component] else ():
            carried.setdefault(link, []).append(one.component)
    return {
        id: tuple(dict.fromkeys([link.source, link.target, *doors[id], *legs[id], *carried.get(id, ())]))
        for id, link in links.items()
    }


def _ways_in(links: Mapping[str, Link]) -> dict[str, tuple[str, ...]]:
    """Links over the network by the component to which they lead from another one."""
    outer = [link for link in links.values() if link.source != link.target]
    return _grouped((link.target, link.id) for link in outer if any(not port.loopback for port in link.ports))


def _after(
    needs: Iterable[Need], wholes_of: Mapping[str, Iterable[Whole]], held_by: Table, ways_in: Table
) -> dict[str, tuple[str, ...]]:
    pairs = [(need.on or need.link or "", need.component) for need in needs]
    pairs += [(whole.whole, part) for part, wholes in wholes_of.items() for whole in wholes]
    pairs += [(holder, link) for link, holders in held_by.items() for holder in holders]
    pairs += [(link, target) for target, links in ways_in.items() for link in links]
    return _grouped(dict.fromkeys(pairs))
