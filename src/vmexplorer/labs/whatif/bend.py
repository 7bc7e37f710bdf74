"""Bends a flow to the faults: it runs up to the step that cannot happen and is seen to fail there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fault_words import Trouble
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.labs.whatif.course import Course, course_of
from vmexplorer.labs.whatif.moments import sentence
from vmexplorer.labs.whatif.outcome import Outcome
from vmexplorer.labs.whatif.spell import general
from vmexplorer.labs.whatif.steps import Loss, losses


def bend(atlas: Atlas, outcome: Outcome, flow: str, steps: Sequence[Step], first: int = 0) -> tuple[Step, ...]:
    """What becomes of the steps of a flow.

    Args:
        atlas: the one that the outcome comes from.
        outcome: the faults and the second.
        flow: the id of the flow, also of a route.
        steps: its steps in the era of the outcome, on a branch or not.
        first: how many steps are complete already, so that no fault reaches them.

    Returns:
        the steps up to and with the failing one, which is marked lost and tells why; a step that the flow
        can do without is lost in its place. Steps that no fault reaches come back unchanged.
    """
    course = course_of(atlas, outcome.era, outcome.faults)
    bent = list(steps)
    for loss in losses(course, flow, steps, outcome.at):
        if loss.number <= first:
            continue
        bent[loss.number - 1] = _lost(course, steps[loss.number - 1], loss, outcome.at)
        if not loss.optional:
            return tuple(bent[: loss.number])
    return tuple(bent)


def _lost(course: Course, step: Step, loss: Loss, at: float) -> Step:
    what, sent = _what(course, step, at)
    narration = (what, *([loss.note] if sent else []), _why(course, loss))
    return replace(step, kind=StepKind.FAULT, lost=True, narration=narration, log=None)


def _what(course: Course, step: Step, at: float) -> tuple[Statement, bool]:
    """What becomes of a step, and whether its message is sent at all."""
    names = course.plan.atlas.components
    sender = names[step.source].name
    spell = course.trouble(step.source, at)
    if spell is not None and spell.trouble in (Trouble.STOPPED, Trouble.HUNG):
        state = "does not run" if spell.trouble is Trouble.STOPPED else "hangs"
        return general(f"{sender} {state}, so this never begins."), False
    if step.source == step.target:
        return general(f"{sender} cannot finish this."), True
    return general(f"{sender} sends this to {names[step.target].name}, but it never arrives."), True


def _why(course: Course, loss: Loss) -> Statement:
    """The fault at the root, and the way from there."""
    names = course.plan.atlas.components
    way = [names[id].name if id in names else id for id in loss.chain]
    followed = f" The way from there: {' → '.join(way)}." if len(way) > 1 else ""
    return general(f"The cause: {sentence(course.plan, loss.fault)[0]}{followed}")
