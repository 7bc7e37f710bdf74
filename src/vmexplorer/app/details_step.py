"""The page on one message of a flow: who sends it, what it runs on, what is in it, and where it leaves traces."""

from __future__ import annotations

from collections.abc import Sequence

from vmexplorer.app.details_component import component_row, filled
from vmexplorer.app.details_page import (
    Action,
    Fact,
    Item,
    Page,
    Paragraph,
    Pill,
    Row,
    Section,
    Span,
    Subject,
    Tone,
)
from vmexplorer.app.details_text import capitalised, counted, evidence_section, marks, paragraphs, plain, spans
from vmexplorer.app.operation_id import id_parts
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.carriage import carrier, crossed
from vmexplorer.atlas.flow import Flow, Step
from vmexplorer.atlas.link import Link
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.drawing.theme import Role

_KINDS = {
    StepKind.REQUEST: "request",
    StepKind.REPLY: "reply, travels back",
    StepKind.EVENT: "event, nobody waits for an answer",
    StepKind.HEARTBEAT: "heartbeat, sent again and again",
    StepKind.DATA: "data, a steady stream",
    StepKind.FAULT: "fault, does not arrive",
}
_INSIDE = "work inside one component"
_SECOND, _MINUTE = 1000.0, 60_000.0  # milliseconds


def step_page(atlas: Atlas, flow: Flow, steps: Sequence[Step], index: int, era: str) -> Page:
    """What is inside one message.

    Args:
        atlas: where it is looked up.
        flow: the flow that is told, or a route.
        steps: its steps as they go in the era, those of a branch included.
        index: which of them, from 0.
        era: an id, name or version; decides which links there are.

    Raises:
        UnknownNameError: there is no such era.
        IndexError: there is no such step.
    """
    step, era = steps[index], atlas.era(era).id
    links = [link for link in atlas.links.values() if era in atlas.link_eras[link.id]]
    link = carrier(step, links)
    sections = (
        Section("", paragraphs(atlas, step.narration)),
        Section("The message", _message(steps, index)),
        Section("From and to", _ends(atlas, step)),
        Section("Runs on", _way(atlas, step, link)),
        Section("Operation id", _operation_id(atlas, steps, index)),
        Section("In the log", _log(step)),
        Section("Part of", _flow(atlas, flow, steps)),
    )
    kind = atlas.component(step.source).kind
    number = Pill(f"step {index + 1} of {len(steps)}", Role.ACCENT)
    word = "own work" if step.source == step.target else step.kind.value
    pill = Pill(word, Role.FAULT if step.kind is StepKind.FAULT else kind)
    content = filled((*sections, *evidence_section(atlas, sections)))
    return Page(Action(Subject.STEP, f"{flow.id} {index + 1}"), plain(step.message), (number, pill), content)


def kind_words(step: Step) -> str:
    """What sort of message a step is, in words."""
    return _INSIDE if step.source == step.target else _KINDS[step.kind]


def _message(steps: Sequence[Step], index: int) -> tuple[Fact, ...]:
    step = steps[index]
    facts = [
        Fact("Number", (Span(f"{index + 1} of {len(steps)}"),)),
        Fact("Message", (Span(plain(step.message), code=True),), True),
        Fact("Kind", (Span(capitalised(kind_words(step))),)),
    ]
    if step.takes is not None:
        note = (Span("A model: the order of magnitude counts."),)
        facts.append(Fact("Takes", (Span(f"about {_duration(step.takes)}"),), note=note))
    return tuple(facts)


def _duration(milliseconds: float) -> str:
    """A time in the largest unit of which it has at least one."""
    if milliseconds >= _MINUTE:
        return f"{milliseconds / _MINUTE:.3g} min"
    if milliseconds >= _SECOND:
        return f"{milliseconds / _SECOND:.3g} s"
    return f"{milliseconds:.3g} ms"


def _ends(atlas: Atlas, step: Step) -> tuple[Row, ...]:
    source, target = atlas.component(step.source), atlas.component(step.target)
    if step.source == step.target:
        return (component_row(source, "works by itself"),)
    return component_row(source, "sends"), component_row(target, "receives")


def _way(atlas: Atlas, step: Step, link: Link | None) -> tuple[Item, ...]:
    if link is None:
        inside = step.source == step.target
        why = "Nothing travels: this is work inside one component." if inside else "No link of this version joins both."
        return (Paragraph((Span(why),), tone=Tone.SOFT),)
    ends = f"{atlas.component(link.source).name} → {atlas.component(link.target).name}"
    ports = ", ".join([str(port) for port in crossed(step, link)])
    facts = [
        Fact("Protocol", spans(link.protocol)),
        Fact("Ports", (Span(ports, code=True),) if ports else (Span("none, a local path"),)),
    ]
    if link.account is not None:
        facts.append(Fact("Account", spans(link.account.text), evidence=marks(atlas, link.account.evidence)))
    return Row(plain(ends), link.id, Action(Subject.LINK, link.id)), *facts


def _operation_id(atlas: Atlas, steps: Sequence[Step], index: int) -> tuple[Item, ...]:
    """The id as a whole, and who added which part of it on the way."""
    parts = id_parts(steps, index)
    if not parts:
        return ()
    facts = [Fact("Whole", (Span(steps[index].op_id, code=True),), True)]
    for part in parts if len(parts) > 1 else ():
        label = f"{plain(atlas.component(part.by).name)} added" if part.by else "Begins with"
        when = "at this step" if part.step == index else f"at step {part.step + 1}"
        facts.append(Fact(label, (Span(part.text, code=True),), note=(Span(when),)))
    if all(part.step != index for part in parts):
        return *facts, Paragraph((Span("Nothing is added at this step."),), tone=Tone.SOFT)
    return tuple(facts)


def _log(step: Step) -> tuple[Fact, ...]:
    if step.log is None:
        return ()
    file, line = plain(step.log.file), plain(step.log.line)
    return Fact("File", (Span(file, code=True),), True), Fact("Line", (Span(line, code=True),), True)


def _flow(atlas: Atlas, flow: Flow, steps: Sequence[Step]) -> tuple[Row, ...]:
    if flow.id not in atlas.flows:
        return ()
    return (Row(plain(flow.name), counted(len(steps), "step"), Action(Subject.FLOW, flow.id)),)
