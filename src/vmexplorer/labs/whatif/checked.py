"""Turns what somebody wrote of a fault into ids that exist in an era."""

from __future__ import annotations

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.component import Component
from vmexplorer.atlas.fault_words import Verb
from vmexplorer.atlas.faults import Condition
from vmexplorer.atlas.flow import BRANCH_MARK, Branch, Flow, Step
from vmexplorer.atlas.naming import component_named
from vmexplorer.atlas.port_query import PortQuery
from vmexplorer.errors import UnknownNameError, UsageError, VmexplorerError
from vmexplorer.labs.whatif.fault import Fault


def checked(atlas: Atlas, era: str, fault: Fault) -> Fault:
    """The same fault with its target as an id, a port as its label, a step as ``F01/6``.

    Raises:
        UnknownNameError: nothing has the name, or no link of the era uses the port.
        UsageError: the step is not written as a step.
        VmexplorerError: the target is not there in the era.
    """
    shown = atlas.era(era).id
    match fault.verb:
        case Verb.CUT:
            target = _link(atlas, shown, fault.target)
        case Verb.BLOCK:
            target = _port(atlas, shown, fault.target)
        case Verb.DROP:
            target = _step(atlas, shown, fault.target)
        case Verb.CONDITION:
            target = condition_named(atlas, shown, fault.target).id
        case _:
            target = _component(atlas, shown, fault.target).id
    return fault._replace(target=target)


def condition_named(atlas: Atlas, era: str, name: str) -> Condition:
    """The condition with this id or, whatever the case of its letters, this name; raises as ``checked``."""
    conditions = atlas.faults.conditions
    found = [one for one in conditions if name.casefold() in (one.id.casefold(), one.name.casefold())]
    if not found:
        known = [text for one in conditions for text in (one.name, one.id)]
        raise UnknownNameError("condition", name, known)
    if era not in atlas.eras_of(found[0]):
        raise _absent(atlas, era, f"the condition {found[0].id!r}", atlas.eras_of(found[0]))
    return found[0]


def step_dropped(atlas: Atlas, era: str, target: str) -> tuple[Flow, Branch | None, int, Step]:
    """What ``F04/locked/3`` means in an era: flow, branch, number from 1 and step; raises as ``checked``."""
    name, _, rest = target.partition(BRANCH_MARK)
    branch_name, _, number = rest.rpartition(BRANCH_MARK)
    if not number.strip().isdecimal():
        raise UsageError(f"{target!r} is no step of a flow; write a flow and the number of a step, such as F01/6")
    flow = atlas.flow(name.strip())
    branch = atlas.branch(flow, branch_name.strip()) if branch_name else None
    steps = atlas.steps_in(flow, era, branch)
    label = f"{flow.id}{BRANCH_MARK}{branch.id}" if branch else flow.id
    if not steps:
        raise VmexplorerError(f"the flow {label} is not offered in {atlas.era(era).name}")
    place = int(number)
    if not 1 <= place <= len(steps):
        raise VmexplorerError(f"{label} has {len(steps)} steps in {atlas.era(era).name}, so there is no step {place}")
    return flow, branch, place, steps[place - 1]


def _component(atlas: Atlas, era: str, name: str) -> Component:
    found = component_named(atlas, name)
    # Two components may share an everyday name where one took over from the other.
    alike = [one for one in atlas.components.values() if one.name == found.name and name != found.id]
    there = [one for one in (found, *alike) if era in atlas.component_eras[one.id]]
    if not there:
        raise _absent(atlas, era, found.name, atlas.component_eras[found.id])
    return there[0]


def _link(atlas: Atlas, era: str, name: str) -> str:
    found = atlas.links.get(name) or atlas.links.get(name.upper())
    if found is None:
        raise UnknownNameError("link", name, atlas.links)
    if era not in atlas.link_eras[found.id]:
        raise _absent(atlas, era, f"the link {found.id}", atlas.link_eras[found.id])
    return found.id


def _port(atlas: Atlas, era: str, text: str) -> str:
    query = PortQuery.of(text)
    links = [link for link in atlas.links.values() if era in atlas.link_eras[link.id]]
    if not any(query.ports_of(link) for link in links):
        raise query.unanswered(links, atlas.era(era).name)
    return query.label


def _step(atlas: Atlas, era: str, target: str) -> str:
    flow, branch, place, _ = step_dropped(atlas, era, target)
    return BRANCH_MARK.join([flow.id, *([branch.id] if branch else []), str(place)])


def _absent(atlas: Atlas, era: str, what: str, eras: tuple[str, ...]) -> VmexplorerError:
    names = [atlas.era(id).name for id in eras]
    there = f"; it is there in {names[0]}" if len(names) == 1 else f"; it is there from {names[0]} to {names[-1]}"
    return VmexplorerError(f"{what} does not exist in {atlas.era(era).name}{there if names else ''}")
