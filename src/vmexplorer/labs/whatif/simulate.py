"""The simulation: what is so at one second, given the faults. A function of faults and time; nothing accumulates."""

from __future__ import annotations

from collections.abc import Iterable

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.fault_words import LinkState, State
from vmexplorer.labs.whatif.checked import checked
from vmexplorer.labs.whatif.course import Course, course_of
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.moments import moments
from vmexplorer.labs.whatif.outcome import ComponentState, LinkOutcome, Machines, Outcome
from vmexplorer.labs.whatif.report import client_shows, keeps_working, repair
from vmexplorer.labs.whatif.spell import DEAD, FOREVER, Spell
from vmexplorer.labs.whatif.steps import flow_outcome
from vmexplorer.labs.whatif.traces import logs, settled


def simulate(atlas: Atlas, era: str, faults: Iterable[Fault], at: float | None = None) -> Outcome:
    """What the faults do to a host.

    Args:
        atlas: where parts and rules come from.
        era: an id, name or version.
        faults: what goes wrong, each from its second on; names as people write them are allowed.
        at: the second to look at; None for the one from which nothing changes any more.

    Raises:
        UnknownNameError, UsageError, VmexplorerError: as ``checked``, for the first fault that cannot be.
    """
    shown = atlas.era(era).id
    known = tuple([checked(atlas, shown, fault) for fault in faults])
    course = course_of(atlas, shown, known)
    return outcome_at(course, settled(course) if at is None else at)


def outcome_at(course: Course, at: float) -> Outcome:
    """The state of a course at a second."""
    plan = course.plan
    flows = {flow: flow_outcome(course, flow, steps, at) for flow, steps in plan.flows.items()}
    machines = _machines(course, at)
    return Outcome(
        era=plan.era,
        at=at,
        settled=settled(course),
        faults=course.faults,
        components={part: _component(course, part, at) for part in plan.components},
        links={link: _link(course, link, at) for link in plan.links},
        flows=flows,
        machines=machines,
        client=client_shows(course, at),
        keeps_working=keeps_working(course, at, machines, flows),
        logs=logs(course, at),
        repair=repair(course, at),
        recovers_alone=_recovering(course),
        moments=moments(course),
    )


def _component(course: Course, part: str, at: float) -> ComponentState:
    spell = course.trouble(part, at)
    if spell is None:
        return ComponentState()
    return ComponentState(
        state=State(spell.trouble),
        because=spell.chain,
        note=spell.note.text,
        since=spell.begin,
        ready=spell.end if spell.end < FOREVER else None,
        own=spell.own,
        returning=spell.returns <= at,
        evidence=spell.note.evidence,
    )


def _link(course: Course, link: str, at: float) -> LinkOutcome:
    spell = course.trouble(link, at)
    if spell is None:
        return LinkOutcome()
    return LinkOutcome(LinkState(spell.trouble), spell.chain, spell.note.text, spell.own, spell.note.evidence)


def _machines(course: Course, at: float) -> Machines:
    component = course.plan.atlas.faults.machines or ""
    spell = course.trouble(component, at)
    if spell is None or spell.trouble not in DEAD:
        return Machines(component=component)
    return Machines(False, spell.chain, spell.note.text, component, spell.note.evidence)


def _recovering(course: Course) -> dict[str, float]:
    """Seconds from a fault until a part is well again without anyone's help; parts that stay ill are left out."""
    found = {}
    for part in course.plan.components:
        spells = [spell for spell in course.spells.get(part, ()) if not spell.silent]
        if spells and max(spell.end for spell in spells) < FOREVER:
            last = max(spells, key=_end)
            found[part] = last.end - last.fault.at
    return found


def _end(spell: Spell) -> float:
    return spell.end
