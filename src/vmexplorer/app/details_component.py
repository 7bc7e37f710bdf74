"""The page on a component."""

from __future__ import annotations

from collections.abc import Iterable

from vmexplorer.app.details_page import (
    Action,
    Claim,
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
from vmexplorer.app.details_text import (
    capitalised,
    counted,
    era_label,
    evidence_section,
    life,
    marks,
    paragraph,
    paragraphs,
    plain,
    spans,
    versions,
)
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.component import Component, LogFile
from vmexplorer.atlas.era import VersionFact
from vmexplorer.atlas.link import Link
from vmexplorer.atlas.pack import FoundingStatement
from vmexplorer.drawing.theme import Role


def component_page(atlas: Atlas, id: str, era: str, note: str = "", now: Section | None = None) -> Page:
    """Everything about a component as it is in an era.

    Args:
        atlas: where it is looked up.
        id: the component.
        era: an id, name or version; decides which links and flows are listed.
        note: what the chosen box in particular shows ("" for nothing).
        now: how it is at the moment, to be told first; None when there is nothing to say.

    Raises:
        UnknownNameError: there is no such component or era.
    """
    component, era = atlas.component(id), atlas.era(era).id
    sections = (
        *([] if now is None else [now]),
        Section("", _lead(atlas, component, note)),
        Section("How it runs", paragraphs(atlas, component.runs)),
        Section("At a glance", _facts(atlas, component)),
        Section("Talks to", _links(atlas, component, era)),
        Section("Paths through it", _flows(atlas, component, era)),
        Section("If it stops", _if_stopped(atlas, component)),
        Section("Often misunderstood", _misconceptions(atlas, component)),
        Section("In the founding text", _founding(atlas, component)),
        Section("Part of", _parent(atlas, component)),
        Section("Look inside", _views(atlas, component)),
    )
    told = filled((*sections, *evidence_section(atlas, sections)))
    present = atlas.exists(component.id, era)
    pills = (
        Pill(capitalised(component.kind.value), component.kind),
        *life_pills(atlas, era, present, component.since, component.until),
    )
    return Page(Action(Subject.COMPONENT, component.id), plain(component.name), pills, told)


def filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections that have something to say."""
    return tuple([section for section in sections if section.items])


def life_pills(
    atlas: Atlas, era: str, present: bool, since: VersionFact, until: VersionFact | None
) -> tuple[Pill, Pill]:
    """Whether something is there in an era, and its versions."""
    there = Pill("in this version", Role.RUNNING)
    return (there if present else absent_pill(atlas, era), Pill(life(since, until), Role.SOFT))


def absent_pill(atlas: Atlas, era: str) -> Pill:
    """Says that something does not belong to an era."""
    return Pill(f"not in {era_label(atlas.era(era))}", Role.WARNING)


def log_fact(atlas: Atlas, label: str, log: LogFile) -> Fact:
    """A log file with a path to copy."""
    return Fact(label, (Span(plain(log.path), code=True),), True, spans(log.note.text), marks(atlas, log.note.evidence))


def component_row(component: Component, detail: str = "") -> Row:
    """Leads to a component; the detail is its subtitle unless another is given."""
    told = detail or component.subtitle or component.kind.value
    return Row(plain(component.name), plain(told), Action(Subject.COMPONENT, component.id))


def _lead(atlas: Atlas, component: Component, note: str) -> tuple[Item, ...]:
    stands_for = Paragraph(spans(component.stands_for), tone=Tone.SOFT)
    noted = (Paragraph(spans(note), tone=Tone.NOTE),) if note else ()
    return (stands_for, *noted, *paragraphs(atlas, component.description))


def _facts(atlas: Atlas, component: Component) -> tuple[Fact, ...]:
    found = [log_fact(atlas, "Logs", log) for log in component.logs]
    for command in component.commands:
        run, note = (Span(plain(command.run), code=True),), command.note
        found.append(Fact("Commands", run, True, spans(note.text), marks(atlas, note.evidence)))
    for port in component.ports:
        number, note = (Span(plain(port.port), code=True),), port.note
        found.append(Fact("Ports", number, False, spans(note.text), marks(atlas, note.evidence)))
    return (*found, versions(atlas, component.since, component.until))


def _links(atlas: Atlas, component: Component, era: str) -> tuple[Row, ...]:
    return tuple([_link_row(atlas, component, link) for link in atlas.links_of(component.id, era)])


def _link_row(atlas: Atlas, component: Component, link: Link) -> Row:
    other = atlas.component(link.target if link.source == component.id else link.source)
    detail = " · ".join([link.protocol, *(str(port) for port in link.ports)])
    return Row(plain(other.name), plain(detail), Action(Subject.LINK, link.id))


def _flows(atlas: Atlas, component: Component, era: str) -> tuple[Row, ...]:
    found = []
    for flow in atlas.flows_through(component.id):
        steps = atlas.steps_in(flow, era)
        if any(component.id in (step.source, step.target) for step in steps):
            found.append(Row(plain(flow.name), counted(len(steps), "step"), Action(Subject.FLOW, flow.id)))
    return tuple(found)


def _if_stopped(atlas: Atlas, component: Component) -> tuple[Item, ...]:
    stopped = component.if_stopped
    if stopped is None:
        return ()
    return (
        paragraph(atlas, stopped.symptom),
        Fact("Noticed by", spans(stopped.noticed_by)),
        Fact("Running VMs", (Span(stopped.vms.value),)),
    )


def _misconceptions(atlas: Atlas, component: Component) -> tuple[Claim, ...]:
    return tuple(
        [
            Claim(spans(wrong.claim), spans(wrong.truth.text), marks(atlas, wrong.truth.evidence))
            for wrong in component.misconceptions
        ]
    )


def _founding(atlas: Atlas, component: Component) -> tuple[Claim, ...]:
    return tuple([founding_claim(atlas, statement) for statement in atlas.founding_of(component.id)])


def founding_claim(atlas: Atlas, statement: FoundingStatement) -> Claim:
    """A statement of the founding text, and what is right today."""
    verdict = Pill("still true", Role.RUNNING) if statement.holds else Pill("corrected", Role.WARNING)
    today = statement.today
    return Claim(spans(statement.says), spans(today.text), marks(atlas, today.evidence), verdict)


def _parent(atlas: Atlas, component: Component) -> tuple[Row, ...]:
    return () if component.parent is None else (component_row(atlas.component(component.parent)),)


def _views(atlas: Atlas, component: Component) -> tuple[Row, ...]:
    inside = [view for view in atlas.views.values() if component.id in view.opens]
    return tuple([Row(plain(view.name), "view", Action(Subject.VIEW, view.id)) for view in inside])
