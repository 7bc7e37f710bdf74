"""At which step a flow fails: each step fails on its own need only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vmexplorer.atlas.carriage import crossed
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fault_words import Trouble, Verb
from vmexplorer.atlas.flow import BRANCH_MARK, Step
from vmexplorer.atlas.link import Link
from vmexplorer.atlas.port_query import PortQuery
from vmexplorer.labs.whatif.checked import step_dropped
from vmexplorer.labs.whatif.course import Course
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.outcome import Chain, FlowOutcome
from vmexplorer.labs.whatif.plan import Plan
from vmexplorer.labs.whatif.spell import CLOSED, DEAD, Spell, general
from vmexplorer.labs.whatif.wording import lost_note


class Loss(NamedTuple):
    """A step that cannot happen.

    ``number`` counts from 1; ``chain`` leads from what failed to what the step lacks, a component or
    a link. The flow can do without a step that is ``optional``.
    """

    number: int
    chain: Chain
    note: Statement
    fault: Fault
    optional: bool = False


Reason = tuple[Chain, Statement, Fault]


def flow_outcome(course: Course, flow: str, steps: Sequence[Step], at: float) -> FlowOutcome:
    """How far the steps of a flow get at a second; the arguments are those of ``losses``."""
    found = tuple(losses(course, flow, steps, at))
    fatal = next((loss for loss in found if not loss.optional), None)
    counted = [loss for loss in found if fatal is None or loss.number <= fatal.number]
    return FlowOutcome(
        fails_at=fatal.number if fatal else None,
        because=fatal.chain if fatal else (),
        lost=tuple([loss.number for loss in counted]),
        notes=tuple([loss.note.text for loss in counted]),
    )


def losses(course: Course, flow: str, steps: Sequence[Step], at: float) -> Iterator[Loss]:
    """The steps of a flow that cannot happen at a second, in order.

    Args:
        course: the faults and what they do.
        flow: the id of the flow, also of one that is in no pack.
        steps: its steps in the era of the course.
        at: the second.
    """
    faults = course.plan.atlas.faults
    optional = {one.to for one in faults.optional if one.flow == flow}
    revived = {one.to for one in faults.revived if one.flow == flow}
    single = _single(course, flow, steps, at)
    alive: set[str] = set()
    for number, step in enumerate(steps, start=1):
        inside = step.source == step.target
        if step.target in revived and not inside:
            alive.add(step.target)
        reason = single.get(number) or _lacking(course, step, at, alive) or _besides(course, flow, step, at)
        if reason is not None:
            dropped = reason[-1].verb is Verb.DROP
            yield Loss(number, *reason, optional=step.target in optional and not inside and not dropped)


def _single(course: Course, flow: str, steps: Sequence[Step], at: float) -> dict[int, Reason]:
    """Steps that a fault names outright, by number: dropped messages, and those that a condition makes fail."""
    plan = course.plan
    found: dict[int, Reason] = {}
    for fault in course.faults:
        if fault.verb is Verb.DROP and fault.at <= at:
            _, _, _, dropped = step_dropped(plan.atlas, plan.era, fault.target)
            link = plan.carrier(dropped)
            chain = (link.id,) if link else tuple(dict.fromkeys((dropped.source, dropped.target)))
            # The same words may be said twice in a flow; only the step itself is meant.
            for number in [number for number, step in enumerate(steps, start=1) if step is dropped]:
                found[number] = (chain, lost_note(plan, dropped), fault)
    for spell in course.all_spells():
        if spell.condition is not None and spell.own and spell.holds(at):
            for number, step in enumerate(steps, start=1):
                if step.id and f"{flow}{BRANCH_MARK}{step.id}" in spell.condition.fails:
                    found[number] = (spell.chain, spell.note, spell.fault)
    return found


def _lacking(course: Course, step: Step, at: float, alive: set[str]) -> Reason | None:
    """What a step lacks: one of its ends, the link, or a part on its way."""
    link = course.plan.carrier(step)
    ends = (step.source, step.target)
    between = () if link else _unnamed_way(course.plan, step)
    for part in (*ends, *between):
        spell = course.trouble(part, at)
        if spell is not None and spell.trouble in DEAD and part not in alive:
            how = "hangs and answers nobody" if spell.trouble is Trouble.HUNG else "does not run"
            return spell.chain, general(f"{course.plan.atlas.components[part].name} {how}."), spell.fault
    for spell in course.spells.get(link.id, ()) if link else ():
        if link and spell.holds(at) and _bars(course.plan, spell, step, link):
            return spell.chain, spell.note, spell.fault
    return None


def _besides(course: Course, flow: str, step: Step, at: float) -> Reason | None:
    """What a step lacks of the links that it needs besides its own."""
    for need in course.plan.atlas.faults.step_needs:
        if step.id and f"{flow}{BRANCH_MARK}{step.id}" in need.steps:
            spell = course.trouble(need.link, at)
            if spell is not None and spell.trouble is not Trouble.DEGRADED:
                return spell.chain, need.note, spell.fault
    return None


def _unnamed_way(plan: Plan, step: Step) -> tuple[str, ...]:
    """What a message passes that no link carries: the doors of its end on a host, when it comes from elsewhere."""
    if plan.home_of(step.source) == plan.home_of(step.target):
        return ()
    ways = [link for end in (step.source, step.target) for link in plan.ways_in.get(end, ()) if plan.doors[link]]
    parts = [part for link in ways for part in plan.held_by[link] if part in plan.components]
    outer = {end for link in ways for end in (plan.links[link].source, plan.links[link].target)}
    return tuple([part for part in dict.fromkeys(parts) if part not in outer])


def _bars(plan: Plan, spell: Spell, step: Step, link: Link) -> bool:
    """Whether the trouble of a link stops a step on it."""
    passed = crossed(step, link)
    if spell.trouble in CLOSED:
        return spell.trouble is Trouble.CUT or bool(set(PortQuery.of(spell.fault.target).ports_of(link)) & set(passed))
    if spell.trouble is not Trouble.DOWN:
        return False
    ends, whole = {step.source, step.target}, {link.source, link.target}
    culprit = spell.culprit
    if len(spell.chain) > 2 and spell.chain[-3] in plan.legs[link.id]:
        return ends == whole
    if culprit in plan.doors[link.id]:
        return ends == whole
    return culprit not in whole and (not passed or any(not port.loopback for port in passed))
