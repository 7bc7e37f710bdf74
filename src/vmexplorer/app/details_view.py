"""The pages on a flow and on a view."""

from __future__ import annotations

from collections.abc import Iterator

from vmexplorer.app.details_component import absent_pill, component_row, filled
from vmexplorer.app.details_page import Action, Page, Paragraph, Pill, Row, Section, Subject
from vmexplorer.app.details_text import counted, evidence_section, paragraphs, plain, spans
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.flow import Flow, Step
from vmexplorer.atlas.view import Card, Zone
from vmexplorer.drawing.theme import Role


def flow_page(atlas: Atlas, flow: str | Flow, era: str, branch: str = "") -> Page:
    """A flow as it goes in an era.

    Args:
        atlas: where it is looked up.
        flow: an id or name, or a flow of its own such as a route.
        era: an id, name or version; decides which steps are listed.
        branch: the id of the branch that is told instead of the usual way.

    Raises:
        UnknownNameError: there is no such flow, branch or era.
    """
    told = atlas.flow(flow) if isinstance(flow, str) else flow
    era = atlas.era(era).id
    taken = atlas.branch(told, branch) if branch else None
    steps = atlas.steps_in(told, era, taken)
    view = atlas.view(told.view)
    sections = (
        Section("", (Paragraph(spans(told.summary)),)),
        Section(plain(taken.name), paragraphs(atlas, taken.remark)) if taken else Section("", ()),
        Section("What if", _ways(atlas, told, era, branch)),
        Section("Worth pointing out", paragraphs(atlas, told.remarks)),
        Section("Steps", tuple([_step_row(atlas, place, step, era) for place, step in enumerate(steps, start=1)])),
        Section("Best seen on", (Row(plain(view.name), "view", Action(Subject.VIEW, view.id)),)),
    )
    length = Pill(counted(len(steps), "step"), Role.SOFT)
    pills = (Pill("in this version", Role.RUNNING), length) if steps else (absent_pill(atlas, era),)
    content = filled((*sections, *evidence_section(atlas, sections)))
    return Page(Action(Subject.FLOW, told.id), plain(told.name), pills, content)


def _ways(atlas: Atlas, flow: Flow, era: str, branch: str) -> tuple[Row, ...]:
    """The other ways that a flow can go in an era; from a branch also the way back to the usual one."""
    rows = [Row("The usual way", "", Action(Subject.FLOW, flow.id))] if branch else []
    for way in atlas.branches_in(flow, era):
        if way.id != branch:
            sort = "a failure" if way.fails else "another way"
            rows.append(Row(plain(way.name), sort, Action(Subject.FLOW, f"{flow.id}/{way.id}")))
    return tuple(rows)


def view_page(atlas: Atlas, view: str, era: str) -> Page:
    """A view and what it shows in an era, in the order of its frames.

    Args:
        atlas: where it is looked up.
        view: an id or name.
        era: an id, name or version; decides which parts are listed.

    Raises:
        UnknownNameError: there is no such view or era.
    """
    shown, era = atlas.view(view), atlas.era(era).id
    parts: dict[str, dict[Row, None]] = {}
    for zone in shown.zones:
        for caption, row in _parts(atlas, zone, era, "Its parts"):
            parts.setdefault(caption, {})[row] = None
    opened = [component_row(atlas.component(id)) for id in shown.opens]
    above = [atlas.view(shown.parent)] if shown.parent else []
    below = [other for other in atlas.views.values() if other.parent == shown.id]
    sections = (
        Section("", (Paragraph(spans(shown.summary)),)),
        *(Section(caption, tuple(rows)) for caption, rows in parts.items()),
        Section("Shows the inside of", tuple(opened)),
        Section("One level up", tuple([Row(plain(up.name), "view", Action(Subject.VIEW, up.id)) for up in above])),
        Section("Look inside", tuple([Row(plain(on.name), "view", Action(Subject.VIEW, on.id)) for on in below])),
    )
    count = len({row.action for rows in parts.values() for row in rows})
    pills = (Pill("View", Role.ACCENT), Pill(counted(count, "component"), Role.SOFT))
    return Page(Action(Subject.VIEW, shown.id), plain(shown.name), pills, filled(sections))


def _step_row(atlas: Atlas, place: int, step: Step, era: str) -> Row:
    source, target = atlas.component(step.source), atlas.component(step.target)
    ends = source.name if step.source == step.target else f"{source.name} → {target.name}"
    return Row(plain(f"{place}  {step.message}"), plain(ends), _carrier(atlas, step, era))


def _carrier(atlas: Atlas, step: Step, era: str) -> Action:
    """The link that carries a step where only one can; otherwise the component that receives."""
    ends = {step.source, step.target}
    links = [link for link in atlas.links_of(step.source, era) if {link.source, link.target} == ends]
    if len(links) == 1 and step.source != step.target:
        return Action(Subject.LINK, links[0].id)
    return Action(Subject.COMPONENT, step.target)


def _parts(atlas: Atlas, zone: Zone, era: str, around: str) -> Iterator[tuple[str, Row]]:
    """Each component below a zone as a row, with the caption of the nearest zone that has one."""
    if era not in atlas.eras_of(zone):
        return
    caption = plain(zone.title) or around
    if zone.component is not None:
        yield caption, component_row(atlas.component(zone.component))
    for card in zone.cards:
        if era in atlas.eras_of(card):
            yield caption, _card_row(atlas, card)
    for inner in zone.zones:
        yield from _parts(atlas, inner, era, caption)


def _card_row(atlas: Atlas, card: Card) -> Row:
    component = atlas.component(card.component)
    title, detail = card.name or component.name, card.subtitle or component.subtitle or component.kind.value
    return Row(plain(title), plain(detail), Action(Subject.COMPONENT, component.id))
