"""The page on a link: what is spoken, by whom, on which ports, and where it leaves traces."""

from __future__ import annotations

from vmexplorer.app.details_component import component_row, filled, life_pills, log_fact
from vmexplorer.app.details_page import Action, Fact, Page, Pill, Row, Section, Span, Subject
from vmexplorer.app.details_text import evidence_section, marks, paragraphs, plain, spans, versions
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.link import Link, Opens
from vmexplorer.drawing.theme import Role


def link_page(atlas: Atlas, id: str, era: str, now: Section | None = None) -> Page:
    """Everything about a link as it is in an era.

    Args:
        atlas: where it is looked up.
        id: the link.
        era: an id, name or version; decides which components are listed on its way.
        now: how it is at the moment, to be told first; None when there is nothing to say.

    Raises:
        UnknownNameError: there is no such link or era.
    """
    link, era = atlas.link(id), atlas.era(era).id
    sections = (
        *([] if now is None else [now]),
        Section("", _facts(atlas, link)),
        Section("What to know", paragraphs(atlas, link.description)),
        Section("From end to end", _way(atlas, link, era)),
        Section("Logs at both ends", _logs(atlas, link)),
    )
    pills = (
        Pill(link.id, Role.ACCENT),
        *life_pills(atlas, era, atlas.exists(link.id, era), link.since, link.until),
    )
    told = filled((*sections, *evidence_section(atlas, sections)))
    return Page(Action(Subject.LINK, link.id), _title(atlas, link), pills, told)


def _title(atlas: Atlas, link: Link) -> str:
    arrow = "↔" if link.opens is Opens.BOTH else "→"
    return plain(f"{atlas.component(link.source).name} {arrow} {atlas.component(link.target).name}")


def _facts(atlas: Atlas, link: Link) -> tuple[Fact, ...]:
    source = plain(atlas.component(link.source).name)
    opener = "either end" if link.opens is Opens.BOTH else source
    ports = ", ".join([str(port) for port in link.ports])
    facts = [
        Fact("Protocol", spans(link.protocol)),
        Fact("Ports", (Span(ports, code=True),) if ports else (Span("none, a local path"),)),
        Fact("Opened by", (Span(opener),)),
    ]
    if link.account is not None:
        facts.append(Fact("Account", spans(link.account.text), evidence=marks(atlas, link.account.evidence)))
    facts += [
        Fact("Plane", (Span(link.plane.value),)),
        Fact("Carries", spans(link.carries)),
        versions(atlas, link.since, link.until),
    ]
    return tuple(facts)


def _way(atlas: Atlas, link: Link, era: str) -> tuple[Row, ...]:
    either = link.opens is Opens.BOTH
    passed = [atlas.component(id) for id in link.via if atlas.exists(id, era)]
    return (
        component_row(atlas.component(link.source), "may open it" if either else "opens it"),
        *(component_row(component, "passes it on") for component in passed),
        component_row(atlas.component(link.target), "may open it" if either else "answers"),
    )


def _logs(atlas: Atlas, link: Link) -> tuple[Fact, ...]:
    ends = dict.fromkeys([link.source, link.target])
    components = [atlas.component(id) for id in ends]
    return tuple([log_fact(atlas, plain(end.name), log) for end in components for log in end.logs])
