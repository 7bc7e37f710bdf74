"""Questions made from the flows: who gets the message next, and in which order do the messages come?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.flow import BRANCH_MARK, Branch, Flow, Step
from vmexplorer.atlas.question import AnswerKind, Question
from vmexplorer.lessons.quiz.map_topics import MESSAGES

_IN_ORDER = 4  # messages in one question
_PREFIX = "next-"


class Foretold(NamedTuple):
    """The step whose receiver a question asks for: a flow, perhaps with a branch, and a number from 1."""

    way: str
    step: int


def hop_questions(atlas: Atlas, era: str) -> tuple[Question, ...]:
    """Who gets the message next, for every step of every flow and branch, and each flow's messages to put in order."""
    flows = [flow for flow in atlas.flows.values() if era in atlas.eras_of(flow)]
    found: dict[str, Question] = {}
    for flow in flows:
        for branch in (None, *atlas.branches_in(flow, era)):
            for question in predictions(atlas, flow, era, branch):
                # What a branch shares with its flow was asked there.
                found.setdefault(question.id, question)
        found |= {question.id: question for question in orders(atlas, flow, era)}
    return tuple(found.values())


def predictions(atlas: Atlas, flow: Flow, era: str, branch: Branch | None = None) -> tuple[Question, ...]:
    """A question before each step of a flow, or of one of its branches, in order.

    Steps that a branch shares with its flow have the same ids on both.
    """
    steps = atlas.steps_in(flow, era, branch)
    shared = 0
    if branch is not None:
        usual = atlas.steps_in(flow, era)
        shared = next((number for number, step in enumerate(usual, start=1) if step.id == branch.after), 0)
    return tuple(
        [
            _next(atlas, flow, steps, number, era, branch, shared=number <= shared)
            for number, step in enumerate(steps, start=1)
        ]
    )


def foretold(question: Question) -> Foretold | None:
    """The step that a question asks to foretell; None when it asks for something else."""
    if question.topic != MESSAGES.id or not question.id.startswith(_PREFIX):
        return None
    flow = question.flows[0]
    number, _, rest = question.id.removeprefix(f"{_PREFIX}{flow}-").partition("-")
    _, mark, branch = rest.partition(BRANCH_MARK)
    return Foretold(f"{flow}{mark}{branch}", int(number)) if number.isdecimal() else None


def orders(atlas: Atlas, flow: Flow, era: str) -> tuple[Question, ...]:
    """Stretches of a flow to put in order; stretches in which two messages read alike are left out."""
    steps = atlas.steps_in(flow, era)
    stretches = [(start, steps[start : start + _IN_ORDER]) for start in range(0, len(steps) - 2, _IN_ORDER - 1)]
    return tuple([_order(atlas, flow, start, part, era) for start, part in stretches if _can_be_ordered(atlas, part)])


def _next(
    atlas: Atlas, flow: Flow, steps: Sequence[Step], number: int, era: str, branch: Branch | None, *, shared: bool
) -> Question:
    step = steps[number - 1]
    sender = atlas.component(step.source).name
    way = flow.name if branch is None else f"{flow.name}: {branch.name[:1].lower()}{branch.name[1:]}"
    where = f"“{way}”, step {number} of {len(steps)}"
    if step.source == step.target:
        asks = f"{where}: “{step.message}”. In which part does this happen?"
    elif step.lost:
        asks = f"{where}, from {sender}: “{step.message}”. Which part does it not reach?"
    else:
        asks = f"{where}: {sender} sends “{step.message}”. Which part gets the message next?"
    other = "" if branch is None or shared else f"{BRANCH_MARK}{branch.id}"
    return Question(
        id=f"{_PREFIX}{flow.id}-{number}-{era}{other}",
        asks=asks,
        topic=MESSAGES.id,
        kind=AnswerKind.CLICK,
        reason=step.narration,
        components=tuple(dict.fromkeys((step.target, step.source))),
        flows=(flow.id,),
        parts=(step.target,),
    )


def _order(atlas: Atlas, flow: Flow, start: int, steps: Sequence[Step], era: str) -> Question:
    ends = [end for step in steps for end in (step.source, step.target)]
    return Question(
        id=f"order-{flow.id}-{start + 1}-{era}",
        asks=f"Put these messages of “{flow.name}” in order.",
        topic=MESSAGES.id,
        kind=AnswerKind.ORDER,
        reason=tuple([step.narration[0] for step in steps]),
        components=tuple(dict.fromkeys(ends)),
        flows=(flow.id,),
        order=tuple([_told(atlas, step) for step in steps]),
    )


def _can_be_ordered(atlas: Atlas, steps: Sequence[Step]) -> bool:
    texts = {_told(atlas, step).casefold() for step in steps}
    return len(steps) >= _IN_ORDER - 1 and len(texts) == len(steps)


def _told(atlas: Atlas, step: Step) -> str:
    source, target = atlas.component(step.source).name, atlas.component(step.target).name
    return f"{source}: {step.message}" if step.source == step.target else f"{source} → {target}: {step.message}"
