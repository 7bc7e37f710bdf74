"""Questions made from the flows: who gets the message next, and in which order do the messages come?"""

from __future__ import annotations

from collections.abc import Sequence

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.flow import Flow, Step
from vmexplorer.atlas.question import AnswerKind, Question
from vmexplorer.lessons.quiz.map_topics import MESSAGES

_IN_ORDER = 4  # messages in one question
_PREFIX = "next-"


def hop_questions(atlas: Atlas, era: str) -> tuple[Question, ...]:
    """Who gets the message next, for every step of every flow, and the messages of each flow to put in order."""
    flows = [flow for flow in atlas.flows.values() if era in atlas.eras_of(flow)]
    found: list[Question] = []
    for flow in flows:
        found += [question for _, question in predictions(atlas, flow, era)]
        found += orders(atlas, flow, era)
    return tuple(found)


def predictions(atlas: Atlas, flow: Flow, era: str) -> tuple[tuple[int, Question], ...]:
    """A question before each step of a flow, with the number of the step from 1.

    A message that never arrives has no receiver to ask for.
    """
    steps = atlas.steps_in(flow, era)
    return tuple(
        [
            (number, _next(atlas, flow, steps, number, era))
            for number, step in enumerate(steps, start=1)
            if not step.lost
        ]
    )


def predicted_step(question: Question) -> int:
    """The number, from 1, of the step whose receiver a question asks for; 0 when it asks for something else."""
    if question.topic != MESSAGES.id or not question.id.startswith(_PREFIX):
        return 0
    number = question.id.removeprefix(f"{_PREFIX}{question.flows[0]}-").partition("-")[0]
    return int(number) if number.isdecimal() else 0


def orders(atlas: Atlas, flow: Flow, era: str) -> tuple[Question, ...]:
    """Stretches of a flow to put in order; stretches in which two messages read alike are left out."""
    steps = atlas.steps_in(flow, era)
    stretches = [(start, steps[start : start + _IN_ORDER]) for start in range(0, len(steps) - 2, _IN_ORDER - 1)]
    return tuple([_order(atlas, flow, start, part, era) for start, part in stretches if _can_be_ordered(atlas, part)])


def _next(atlas: Atlas, flow: Flow, steps: Sequence[Step], number: int, era: str) -> Question:
    step = steps[number - 1]
    sender = atlas.component(step.source).name
    where = f"“{flow.name}”, step {number} of {len(steps)}"
    if step.source == step.target:
        asks = f"{where}: “{step.message}”. In which part does this happen?"
    else:
        asks = f"{where}: {sender} sends “{step.message}”. Which part gets the message next?"
    return Question(
        id=f"{_PREFIX}{flow.id}-{number}-{era}",
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
