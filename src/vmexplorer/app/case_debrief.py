"""The debrief of a case or of a hidden fault, and what it lays over the map."""

from __future__ import annotations

from collections.abc import Iterable

from vmexplorer.app.case_pages import inquiry_page, part_action, part_name
from vmexplorer.app.details_component import filled
from vmexplorer.app.details_page import Action, Fact, Item, Page, Paragraph, Row, Section, Span, Subject
from vmexplorer.app.details_text import counted, evidence_section, paragraph, paragraphs, plain, spans
from vmexplorer.app.inquiry import Inquiry
from vmexplorer.atlas.case import Case, Hypothesis, Repair
from vmexplorer.lessons.debrief import overlay_of
from vmexplorer.stage.overlay import Mark, Overlay, Role


def debrief_overlay(inquiry: Inquiry) -> Overlay | None:
    """What the debrief lays over the map so far; None before the end."""
    if not inquiry.session.state.over:
        return None
    atlas, case = inquiry.atlas, inquiry.case
    if case is not None:
        return overlay_of(case.lights[: inquiry.lit], atlas.links)
    simulation = inquiry.simulation
    marks = {id: Mark(Role.AFFECTED, "", note) for id, note in simulation.notes.items()}
    marks |= {id: Mark(Role.FAULT, "", simulation.notes.get(id, "")) for id in simulation.hit}
    return Overlay(
        {id: mark for id, mark in marks.items() if id in atlas.components},
        {id: mark for id, mark in marks.items() if id in atlas.links},
    )


def debrief_page(inquiry: Inquiry) -> Page:
    """The cause, the points, the parts in the order in which they light up, and what to take home."""
    atlas, case = inquiry.atlas, inquiry.case
    points = inquiry.score
    shown = inquiry.session.state.revealed
    title = "The solution" if shown else f"Solved with {counted(points.points, 'point')}"
    losses = tuple([Fact(f"minus {lost}", (Span(what),)) for what, lost in points.losses])
    story = _case_debrief(inquiry, case) if case is not None else _hidden_debrief(inquiry)
    sections = filled((*story, Section("Points", losses)))
    return inquiry_page(inquiry, title, (*sections, *evidence_section(atlas, sections)))


def _case_debrief(inquiry: Inquiry, case: Case) -> tuple[Section, ...]:
    atlas = inquiry.atlas
    right: tuple[Hypothesis | Repair, ...] = (*case.hypotheses, *case.repairs)
    solution = tuple([Paragraph(spans(one.says)) for one in right if one.right])
    flow = atlas.flow(case.flow)
    name = f"{flow.name}: {atlas.branch(flow, case.branch).name}" if case.branch else flow.name
    told = f"{flow.id}/{case.branch}" if case.branch else flow.id
    return (
        Section("Cause and repair", solution if inquiry.session.state.revealed else ()),
        Section("What it was", paragraphs(atlas, case.finding)),
        Section("On the map, one after the other", tuple(_lights(inquiry, case))),
        Section("The path that shows it", (Row(plain(name), "play it", Action(Subject.FLOW, told)),)),
        Section("To take home", paragraphs(atlas, case.debrief)),
    )


def _lights(inquiry: Inquiry, case: Case) -> Iterable[Item]:
    if inquiry.lit < len(case.lights):
        ahead = f"{inquiry.lit} of {len(case.lights)} are lit"
        yield Row("Light up the next part", ahead, Action(Subject.PANE, "light"))
    for lit in case.lights[: inquiry.lit]:
        yield Row(part_name(inquiry.atlas, lit.part), lit.badge, part_action(inquiry.atlas, lit.part))
        yield paragraph(inquiry.atlas, lit.says)


def _hidden_debrief(inquiry: Inquiry) -> tuple[Section, ...]:
    atlas, simulation, hidden = inquiry.atlas, inquiry.simulation, inquiry.hidden
    fault = hidden.fault.written if hidden is not None else ""
    hit = tuple(_told_parts(inquiry, simulation.hit))
    others = tuple(_told_parts(inquiry, [part for part in simulation.notes if part not in simulation.hit]))
    repair = tuple([Fact("Repair", (Span(text, code=True),), True) for text in simulation.repair])
    rows: tuple[Item, ...] = ()
    if simulation.flow:
        rows = (Row(plain(atlas.flow(simulation.flow).name), "play it", Action(Subject.FLOW, simulation.flow)),)
    return (
        Section("What it was", (Paragraph((Span(fault, code=True),)), *hit)),
        Section("What suffered from it", others),
        Section("A path that fails", rows),
        Section("What helps", repair),
    )


def _told_parts(inquiry: Inquiry, parts: Iterable[str]) -> Iterable[Item]:
    for part in parts:
        yield Row(part_name(inquiry.atlas, part), "", part_action(inquiry.atlas, part))
        note = inquiry.simulation.notes.get(part, "")
        if note:
            yield Paragraph(spans(note))
