"""What people see and do: what the client of vCenter shows, what keeps working, and what repairs the faults."""

from __future__ import annotations

from collections.abc import Mapping

from vmexplorer.atlas.component import Component
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fault_words import Verb
from vmexplorer.atlas.faults import Goal
from vmexplorer.atlas.flow import BRANCH_MARK
from vmexplorer.atlas.port_query import PortQuery
from vmexplorer.labs.whatif.checked import step_dropped
from vmexplorer.labs.whatif.course import Course
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.moments import sentence
from vmexplorer.labs.whatif.outcome import FlowOutcome, Machines
from vmexplorer.labs.whatif.spell import Spell, general
from vmexplorer.labs.whatif.ways import is_dead, reaching, single_points
from vmexplorer.labs.whatif.wording import lost_note, symptoms, told_once


def client_shows(course: Course, at: float) -> tuple[Statement, ...]:
    """What the client of vCenter shows at a second, in a few sentences, the latest news first."""
    there = [spell for spell in course.all_spells() if spell.holds(at) and course.shows(spell)]
    said = [spell.condition.client for spell in there if spell.condition and spell.own]
    told = {spell.fault for spell in there if spell.condition}
    news = [spell for spell in _news(there) if spell.fault not in told]
    said += [spell.need.client for spell in news if spell.need and spell.need.client]
    for spell in there:
        if spell.own and spell.condition is None:
            signs = course.plan.signs_of(spell.chain[-1], spell.fault.verb)
            said += [sign.client for sign in signs if sign.client]
    if not said:
        said = [one for fault in course.faults if fault.at <= at for one in _quiet(course, fault, there)]
    return told_once(said) or (Statement("Everything is as usual.", ()),)


def _news(spells: list[Spell]) -> list[Spell]:
    """What each part has to say of each fault: its notices, and of its troubles the latest that shows."""
    latest: dict[tuple[str, Fault], Spell] = {}
    notices = [spell for spell in spells if spell.silent]
    for spell in sorted(spells, key=_newest_last):
        if spell.need is not None and spell.need.client and not spell.silent:
            latest[spell.chain[-1], spell.fault] = spell
    return sorted([*notices, *latest.values()], key=_newest_last, reverse=True)


def _newest_last(spell: Spell) -> tuple[float, int]:
    return spell.begin, -len(spell.chain)


def _quiet(course: Course, fault: Fault, there: list[Spell]) -> list[Statement]:
    """What to say of a fault that vCenter does not show by itself."""
    plan = course.plan
    if fault.verb is Verb.DROP:
        return [lost_note(plan, step_dropped(plan.atlas, plan.era, fault.target)[3])]
    if not any(spell.fault == fault for spell in there):
        return [Statement(f"Everything is as usual again. Before: {sentence(plan, fault)[0]}", ())]
    component = plan.atlas.components.get(fault.target)
    if component is None:
        own = [spell.note for spell in there if spell.fault == fault and spell.own]
        return [general("The host stays Connected."), *own]
    known = symptoms(plan, fault)
    stopped = component.if_stopped
    first = [general(f"First to notice: {stopped.noticed_by}.")] if stopped and known == [stopped.symptom] else []
    return [general(f"Nothing in vCenter points to {component.name}."), *known, *first]


def keeps_working(course: Course, at: float, machines: Machines, flows: Mapping[str, FlowOutcome]) -> tuple[str, ...]:
    """What goes on in spite of the faults, virtual machines first."""
    said = [
        "All virtual machines keep running."
        if machines.running
        else f"Virtual machines do not keep running. {machines.note}"
    ]
    for goal in course.plan.atlas.faults.goals:
        said += _who_reaches(course, goal, at)
    going = [id for id, flow in flows.items() if flow.fails_at is None]
    said.append(f"{len(going)} of {len(flows)} flows reach their end{': ' * bool(going)}{', '.join(going)}.")
    return tuple(said)


def _who_reaches(course: Course, goal: Goal, at: float) -> list[str]:
    """Who still reaches a goal and, of the others, which part stands alone in their way."""
    plan, parts = course.plan, course.plan.atlas.components
    name = parts[goal.component].name
    through = reaching(course, goal, at)
    askers = [asker for asker in goal.askers if asker in plan.components]
    able = [parts[asker].name for asker in askers if asker in through]
    if not able:
        return [f"Nobody can {goal.deed} through {name}."]
    said = [f"These reach {name} and can {goal.deed}: {', '.join(able)}."]
    for asker in [asker for asker in askers if asker not in through]:
        alone = single_points(plan, asker, goal)
        dead = [parts[part].name for part in alone if part in parts and is_dead(course, part, at)]
        named = dead or [part for part in alone if is_dead(course, part, at)]
        if named:
            said.append(f"{parts[asker].name} does not get there: no way leads around {' and '.join(named)}.")
    return said


def repair(course: Course, at: float) -> tuple[str, ...]:
    """What repairs the faults that are there at a second: commands, or what to do where no command helps."""
    found: list[str] = []
    for fault in course.faults:
        there = [spell for spell in course.all_spells() if spell.fault == fault and spell.own and spell.holds(at)]
        if there or (fault.verb is Verb.DROP and fault.at <= at):
            found += _remedies(course, fault, there)
    return tuple(dict.fromkeys(found))


def _remedies(course: Course, fault: Fault, there: list[Spell]) -> list[str]:
    plan = course.plan
    if fault.verb is Verb.DROP:
        flow = plan.atlas.flow(fault.target.partition(BRANCH_MARK)[0])
        return [f"Repeat: {flow.name}"]
    if fault.verb is Verb.CONDITION:
        return [text for spell in there if spell.condition for text in spell.condition.repair]
    known = [text for spell in there for sign in plan.signs_of(spell.chain[-1], fault.verb) for text in sign.repair]
    if fault.verb is Verb.BLOCK:
        inside = PortQuery.of(fault.target).loopback
        first = f"Free {fault.target} on the host" if inside else f"Open {fault.target} in every firewall on the way"
        return [first, *known]
    if fault.verb is Verb.CUT:
        link = plan.links[fault.target]
        ends = " and ".join(plan.atlas.components[end].name for end in dict.fromkeys((link.source, link.target)))
        return known or [f"Restore {link.id} of {ends}: {link.protocol}"]
    return known or [_start(plan.atlas.components[fault.target])]


def _start(component: Component) -> str:
    for word in ("restart", "start"):
        for command in component.commands:
            if word in command.run.replace("--", "").split():
                return command.run
    return f"Start {component.name} again"
