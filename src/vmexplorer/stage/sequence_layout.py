"""Lays out the sequence diagram of a flow: lifelines side by side, one row for each step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.flow import Step
from vmexplorer.stage.sequence import Branch, Lifeline, Message, SequenceLayout
from vmexplorer.stage.sequence_across import Plan, placed
from vmexplorer.stage.sequence_calls import calls


def sequence_layout(
    steps: Sequence[Step],
    atlas: Atlas,
    order: Iterable[str] = (),
    branches: Iterable[tuple[str, int, int]] = (),
    width: float = 0.0,
) -> SequenceLayout:
    """The diagram of the steps of one era.

    Args:
        steps: the steps in order; without any the diagram is empty.
        atlas: where names and kinds come from.
        order: ids of components from left to right, such as their order on the map; other ids do no harm.
            A component that it does not name stands where it makes the arrows shortest. Left out: the
            order in which components first take part.
        branches: conditional rows as (title, first row, last row), rows counted from 0.
        width: the width to fill in scene units; a smaller one than needed is exceeded.

    Raises:
        ValueError: a branch names rows that do not exist.
    """
    members = ordered(steps, order)
    places = {component: place for place, component in enumerate(members)}
    known = [atlas.component(component) for component in members]
    lifelines = [Lifeline(component.id, component.name, component.kind) for component in known]
    messages = [_message(number, step, places, lifelines) for number, step in enumerate(steps, start=1)]
    frames = tuple([_branch(branch, len(messages)) for branch in branches])
    plan = Plan(tuple(lifelines), tuple(messages), calls(messages), frames)
    return placed(plan, width)


def widened(layout: SequenceLayout, width: float) -> SequenceLayout:
    """The same diagram spread to another width; every y stays, so its states fit the new one too."""
    plan = Plan(
        layout.lifelines,
        tuple([row.message for row in layout.rows]),
        tuple([bar.call for bar in layout.activations]),
        tuple([frame.branch for frame in layout.frames]),
    )
    return placed(plan, width)


def ordered(steps: Sequence[Step], order: Iterable[str]) -> tuple[str, ...]:
    """The components of some steps from left to right; see ``sequence_layout``."""
    present = dict.fromkeys(end for step in steps for end in (step.source, step.target))
    members = [component for component in dict.fromkeys(order) if component in present]
    if not members:
        return tuple(present)
    for component in present:
        if component not in members:
            members = _with(component, members, steps)
    return tuple(members)


def _with(component: str, members: Sequence[str], steps: Sequence[Step]) -> list[str]:
    """The members and one more where it makes the arrows shortest; of equal places the rightmost."""
    tried = [[*members[:place], component, *members[place:]] for place in range(len(members), -1, -1)]
    lengths = [_length(order, steps) for order in tried]
    return tried[lengths.index(min(lengths))]


def _length(order: Sequence[str], steps: Sequence[Step]) -> int:
    """How many gaps the arrows between some components cross in all."""
    places = {component: place for place, component in enumerate(order)}
    known = [step for step in steps if step.source in places and step.target in places]
    return sum(abs(places[step.source] - places[step.target]) for step in known)


def _message(number: int, step: Step, places: dict[str, int], lifelines: Sequence[Lifeline]) -> Message:
    source, target = places[step.source], places[step.target]
    sender, receiver = lifelines[source], lifelines[target]
    inside = source == target
    title = f"{sender.name}: {step.message}" if inside else f"{sender.name} → {receiver.name}: {step.message}"
    return Message(number, step.kind, sender.kind, source, target, step.message, title)


def _branch(written: tuple[str, int, int], count: int) -> Branch:
    title, first, last = written
    if not 0 <= first <= last < count:
        raise ValueError(f"the branch {title!r} runs from row {first} to row {last}, but the rows are 0 to {count - 1}")
    return Branch(title, first, last)
