"""What still works if a part stops? Questions whose answer is worked out by the what-if simulator."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from vmexplorer.app.fault_choices import component_choices
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.component import Component, VmEffect
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fault_words import Verb
from vmexplorer.atlas.flow import Flow
from vmexplorer.atlas.kind import Kind
from vmexplorer.atlas.question import AnswerKind, Option, Question
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.outcome import FlowOutcome, Outcome
from vmexplorer.labs.whatif.simulate import simulate
from vmexplorer.lessons.quiz.map_parts import opening
from vmexplorer.lessons.quiz.map_topics import FAULTS, made

_PREFIX = "without-"
_MOST_OPTIONS = 5
_FEWEST = 2  # things that must work
_FAILING = 3  # options that do not work, at most
_SERVICES = (Kind.USER_WORLD, Kind.VCENTER)
_UNHARMED = (VmEffect.KEEP_RUNNING, VmEffect.NOT_CONCERNED)
MACHINES = "The virtual machines that are running"
OWN_WORK = "Its own work"


def still_works_ids(atlas: Atlas, era: str) -> tuple[str, ...]:
    """The ids of questions that may be asked: one for each part of an era that can be stopped."""
    there = [id for id, eras in atlas.component_eras.items() if era in eras]
    return tuple([f"{_PREFIX}{id}" for id in there if component_choices(atlas, era, id)])


def still_works(atlas: Atlas, era: str, id: str) -> Question | None:
    """The question with such an id, as the simulator answers it; None when it would teach nothing.

    When no message path fails without a service, its own work is what fails; of other parts
    nothing is asked then, and nothing either where all but everything fails.
    """
    stopped = id.removeprefix(_PREFIX)
    part = atlas.component(stopped)
    if part.if_stopped is None:
        return None
    outcome = simulate(atlas, era, [Fault(Verb.STOP, stopped)])
    known = (part.if_stopped.symptom,)
    works, fails = _sorted_out(atlas, outcome, part, known, Random(f"{era} {stopped}"))
    if not fails and _is_harmless_service(atlas, part, era):
        fails = [Option(f"{OWN_WORK}: {_bare(part.summary)}", False, known[0])]
    failing = fails[:_FAILING]
    options = [*works[: _MOST_OPTIONS - len(failing)], *failing]
    if len(works) < _FEWEST or not failing:
        return None
    # Of the machines the simulator knows one alone, which is not what the others do.
    machines = () if part.kind is Kind.VM_PROCESS else outcome.keeps_working[:1]
    shown = [text for text in (outcome.client_shows, *machines) if text and not _repeats(text, known)]
    flows = [flow.id for flow in atlas.flows_through(stopped) if flow.id in outcome.flows]
    return Question(
        id=id,
        asks=f"{_gone(part)} What still works? Choose everything that does.",
        topic=FAULTS.id,
        kind=AnswerKind.CHOICE,
        reason=(*known, *[made(text, known) for text in shown]),
        components=(stopped,),
        flows=tuple(flows),
        options=tuple(options),
    )


def _gone(part: Component) -> str:
    """What has become of a part: a program stops, a datastore or a network does not."""
    if part.kind in (*_SERVICES, Kind.VM_PROCESS, Kind.CLIENT):
        return f"Stopped until further notice: {part.name}."
    return f"Out of order until further notice: {part.name}."


def _is_harmless_service(atlas: Atlas, part: Component, era: str) -> bool:
    """Whether a part is a service of which the pack tells what fails with it and with nothing else."""
    stop = part.if_stopped
    if stop is None or part.kind not in _SERVICES or not part.commands or stop.vms not in _UNHARMED:
        return False
    there = [other for other in atlas.components.values() if era in atlas.component_eras[other.id]]
    # Where two parts show the same, one of them has taken over the work of the other.
    alike = [other for other in there if other.if_stopped and opening(other.if_stopped) == opening(stop)]
    return alike == [part]


def _bare(summary: str) -> str:
    """A summary as a part of a sentence."""
    return f"“{summary.rstrip('.')}”"


def _sorted_out(
    atlas: Atlas, outcome: Outcome, part: Component, known: Sequence[Statement], random: Random
) -> tuple[list[Option], list[Option]]:
    """What still works and what does not, as options; the machines before the flows, and those mixed.

    Left out is what a person could call either: a flow that does without a step, one that fails when
    its work is done already, and the machines where only one of them is concerned.
    """
    works, fails = list[Option](), list[Option]()
    if part.kind is not Kind.VM_PROCESS:
        running = outcome.machines.running
        machines = Option(MACHINES, running, None if running else _stand(outcome, known))
        (works if running else fails).append(machines)
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
