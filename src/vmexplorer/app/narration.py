"""A flow told in sentences that can be read aloud."""

from __future__ import annotations

from vmexplorer.app.details_text import plain
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.evidence import joined
from vmexplorer.atlas.flow import Flow, Step
from vmexplorer.atlas.step_kind import StepKind

# What the sender does, between the names of sender and receiver.
_BETWEEN = {
    StepKind.REQUEST: "{source} asks {target}",
    StepKind.REPLY: "{source} answers {target}",
    StepKind.EVENT: "{source} tells {target}",
    StepKind.HEARTBEAT: "{source} sends {target} a sign of life",
    StepKind.DATA: "{source} sends {target} data",
    StepKind.FAULT: "{source} to {target}, a fault",
}
_INSIDE = {
    StepKind.HEARTBEAT: "{source} sends its counterparts a sign of life",
    StepKind.FAULT: "{source} has a fault",
}
_WORK = "{source}, by itself"


def narrated(atlas: Atlas, flow: Flow, era: str) -> tuple[str, ...]:
    """A title and then a paragraph for each step of a flow in an era, its number first.

    The texts are plain: no backticks, no marks of evidence, no line breaks.

    Args:
        atlas: where the names of components come from.
        flow: what is told.
        era: the id of an era in which the flow is offered.
    """
    steps = enumerate(atlas.steps_in(flow, era), start=1)
    title = plain(f"{flow.name}, {atlas.era(era).name}")
    return (title, *(f"{number}. {_told(atlas, step)}" for number, step in steps))


def _told(atlas: Atlas, step: Step) -> str:
    source, target = (plain(atlas.component(end).name) for end in (step.source, step.target))
    form = _INSIDE.get(step.kind, _WORK) if step.source == step.target else _BETWEEN[step.kind]
    message = plain(step.message).rstrip(".")
    return f"{form.format(source=source, target=target)}: {message}. {plain(joined(step.narration))}"
