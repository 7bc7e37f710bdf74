"""What still works if a part stops? Questions whose answer is worked out by the what-if simulator."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fault_words import Verb
from vmexplorer.atlas.flow import Flow
from vmexplorer.atlas.kind import Kind
from vmexplorer.atlas.question import AnswerKind, Option, Question
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.outcome import FlowOutcome, Outcome
from vmexplorer.labs.whatif.simulate import simulate
from vmexplorer.lessons.quiz.map_topics import FAULTS, made

_PREFIX = "without-"
_MOST_OPTIONS = 5
_FAILING = 3  # options that do not work, at most
_SERVICES = (Kind.USER_WORLD, Kind.VCENTER)
MACHINES = "The virtual machines that are running"


def still_works_ids(atlas: Atlas, era: str) -> tuple[str, ...]:
    """The ids of questions that may be asked: one for each service with commands through which a flow passes."""
    services = [part.id for part in atlas.components.values() if part.kind in _SERVICES and part.commands]
    there = [id for id in services if era in atlas.component_eras[id]]
    return tuple([f"{_PREFIX}{id}" for id in there if any(_told(atlas, flow, era) for flow in atlas.flows_through(id))])


def still_works(atlas: Atlas, era: str, id: str) -> Question | None:
    """The question with such an id, as the simulator answers it; None when nothing or everything fails."""
    stopped = id.removeprefix(_PREFIX)
    outcome = simulate(atlas, era, [Fault(Verb.STOP, stopped)])
    known = _facts(atlas, stopped)
    works, fails = _sorted_out(atlas, outcome, known, Random(f"{era} {stopped}"))
    failing = fails[:_FAILING]
    options = [*works[: _MOST_OPTIONS - len(failing)], *failing]
    if not works or not failing:
        return None
    name = atlas.component(stopped).name
    shown = [text for text in (outcome.client_shows, *outcome.keeps_working[:1]) if text and not _repeats(text, known)]
    flows = [flow.id for flow in atlas.flows_through(stopped) if flow.id in outcome.flows]
    return Question(
        id=id,
        asks=f"{name} is stopped and stays stopped. What still works? Choose everything that does.",
        topic=FAULTS.id,
        kind=AnswerKind.CHOICE,
        reason=(*known, *[made(text, known) for text in shown]),
        components=(stopped,),
        flows=tuple(flows),
        options=tuple(options),
    )


def _sorted_out(
    atlas: Atlas, outcome: Outcome, known: Sequence[Statement], random: Random
) -> tuple[list[Option], list[Option]]:
    """What still works and what does not, as options; the machines before the flows, and those mixed.

    Left out is what a person could call either: a flow that does without a step, and one that
    fails when its work is done already.
    """
    works, fails = list[Option](), list[Option]()
    machines = Option(MACHINES, outcome.machines.running, None if outcome.machines.running else _stand(outcome, known))
    (works if outcome.machines.running else fails).append(machines)
    told = [flow for flow in atlas.flows.values() if flow.id in outcome.flows and _told(atlas, flow, outcome.era)]
    random.shuffle(told)
    for flow in told:
        result = outcome.flows[flow.id]
        if result.fails_at is None and not result.lost:
            works.append(Option(f"“{flow.name}”", True))
        elif result.fails_at is not None and 2 * result.fails_at <= len(atlas.steps_in(flow, outcome.era)) + 1:
            fails.append(Option(f"“{flow.name}”", False, _why(result, known)))
    return works, fails


def _repeats(text: str, known: Sequence[Statement]) -> bool:
    return any(statement.text in text for statement in known)


def _told(atlas: Atlas, flow: Flow, era: str) -> bool:
    """Whether a flow is offered in an era and tells of something that works, not of a loss."""
    steps = atlas.steps_in(flow, era)
    return bool(steps) and not any(step.lost for step in steps)


def _why(result: FlowOutcome, known: Sequence[Statement]) -> Statement:
    place = result.lost.index(result.fails_at) if result.fails_at in result.lost else 0
    note = result.notes[place] if place < len(result.notes) else ""
    return made(f"It fails at step {result.fails_at}. {note}".strip(), known)


def _stand(outcome: Outcome, known: Sequence[Statement]) -> Statement:
    return made(outcome.machines.note or "They stop with it.", known)


def _facts(atlas: Atlas, stopped: str) -> tuple[Statement, ...]:
    stop = atlas.component(stopped).if_stopped
    return () if stop is None else (stop.symptom,)
