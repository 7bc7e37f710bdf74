"""The notes beside the direct console as a page: what the screen is, how that is known, and where it leads."""

from __future__ import annotations

from vmexplorer.app.details_page import Action, Page, Paragraph, Row, Section, Subject, Tone
from vmexplorer.app.details_text import evidence_section, paragraphs, spans
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.flow import BRANCH_MARK
from vmexplorer.labs.dcui.state import ConsoleState
from vmexplorer.labs.dcui.subject import Notes, notes_of, subject_of


def console_notes(atlas: Atlas, state: ConsoleState) -> Page:
    """The page for what is on the console now."""
    notes = notes_of(state)
    here = tuple([Paragraph(spans(line), tone=Tone.NOTE) for line in notes.here])
    told = Section("", (*here, *paragraphs(atlas, notes.known)))
    sections = [told, *_flow(atlas, state), *_parts(atlas, notes)]
    return Page(Action(Subject.CONSOLE, notes.title), notes.title, (), (*sections, *evidence_section(atlas, sections)))


def _flow(atlas: Atlas, state: ConsoleState) -> tuple[Section, ...]:
    row = subject_of(state).row
    if row is None or row.item.flow is None:
        return ()
    flow = atlas.flow(row.item.flow)
    rows = [Row(flow.name, flow.summary, Action(Subject.FLOW, flow.id))]
    if row.item.branch:
        branch = atlas.branch(flow, row.item.branch)
        id = f"{flow.id}{BRANCH_MARK}{branch.id}"
        rows.append(Row(branch.name, f"{flow.name}: another way it can go", Action(Subject.FLOW, id)))
    return (Section("Behind the screen", tuple(rows)),)


def _parts(atlas: Atlas, notes: Notes) -> tuple[Section, ...]:
    components = [atlas.component(part) for part in notes.touches]
    rows = [Row(part.name, part.summary, Action(Subject.COMPONENT, part.id)) for part in components]
    return (Section("Lit on the map", tuple(rows)),) if rows else ()
