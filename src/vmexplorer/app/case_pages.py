"""The pages of the troubleshooting lab: the list, the symptom, the search for the cause, the debrief."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vmexplorer.app.case_lab import CaseLab, CaseRow
from vmexplorer.app.details_component import filled
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
from vmexplorer.app.details_text import counted, evidence_section, marks, paragraph, plain, spans
from vmexplorer.app.inquiry import Inquiry
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.case import Repair
from vmexplorer.atlas.evidence import Evidence, Statement, joined
from vmexplorer.drawing.theme import Role

_TINTS = {"solved": Role.RUNNING, "shown": Role.WARNING}
_RIGHT, _WRONG = Pill("right", Role.RUNNING), Pill("wrong", Role.FAULT)
_FOR_A_WHILE = Pill("it helps for a while, and the symptom returns", Role.WARNING)


def list_page(lab: CaseLab) -> Page:
    """All cases, and what there is to know of hidden faults."""
    rows = lab.rows
    solved = sum(row.best is not None for row in rows)
    lead = Paragraph(
        (Span("Somebody reports a symptom. Look where you like, name the cause, mend it."),), tone=Tone.SOFT
    )
    sections = (
        Section("", (lead,)),
        Section("Cases", tuple([_case_row(row, lab.atlas) for row in rows])),
    )
    pills = (Pill(f"{solved} of {len(rows)} solved", Role.RUNNING if solved else Role.SOFT),)
    return Page(Action(Subject.CASE, ""), "Troubleshooting cases", pills, filled(sections))


def _case_row(row: CaseRow, atlas: Atlas) -> Row:
    best = "" if row.best is None else counted(row.best, "point")
    standing = f"{row.standing}, {best}" if row.standing == "solved" else row.standing
    if best and row.standing != "solved":
        standing = f"{row.standing}, best {best}"
    detail = f"{row.case.id} · {atlas.era(row.case.era).name} · {standing}"
    return Row(plain(row.case.name), detail, Action(Subject.CASE, row.case.id))


def symptom_page(inquiry: Inquiry) -> Page:
    """What was reported, in letters for the last row."""
    atlas, case = inquiry.atlas, inquiry.case
    look = Row("Look into it", "checks", Action(Subject.PANE, "look"))
    if case is None:
        told = Paragraph(spans(inquiry.simulation.client_shows), tone=Tone.LARGE)
        lead = _soft("One part is out of order. Which one, and how?")
        return inquiry_page(inquiry, "Something is broken", (Section("", (told, lead)), Section("", (look,))))
    story = tuple([Paragraph(spans(text), tone=Tone.LARGE) for text in case.story])
    sections = (
        Section("", (_soft(case.told_by), *story)),
        Section("In short", (paragraph(atlas, case.symptom),)),
        Section("Next", (look,)),
    )
    return inquiry_page(inquiry, plain(case.name), (*sections, *evidence_section(atlas, sections)))


def cause_page(inquiry: Inquiry) -> Page:
    """The notebook, the hints, and for a case the suspicions and the repairs."""
    atlas = inquiry.atlas
    sections = [
        Section("Notebook", _notes(inquiry)),
        Section("Hints", tuple([Paragraph(spans(hint)) for hint in inquiry.hints])),
    ]
    if inquiry.case is not None:
        sections.append(Section("What is behind it?", tuple(_suspicions(inquiry))))
        sections.append(Section("What helps?", tuple(_repairs(inquiry))))
    else:
        sections.append(Section("Your guesses", tuple(_guesses(inquiry))))
        if not inquiry.session.state.over:
            sections.append(Section("", (_soft("Name the part and what is the matter with it, below."),)))
    told = filled(sections)
    title = "Cause and repair" if inquiry.case is not None else "Which part is it?"
    return inquiry_page(inquiry, title, (*told, *evidence_section(atlas, told)))


def _notes(inquiry: Inquiry) -> tuple[Item, ...]:
    noted = []
    for reading in inquiry.readings:
        place = inquiry.atlas.library.place_of(reading.check).name
        noted.append(Fact(place, spans(reading.shows)))
    return tuple(noted) or (_soft("Nothing yet. Every check leaves a line here."),)


def _suspicions(inquiry: Inquiry) -> Iterable[Item]:
    state = inquiry.session.state
    for one in inquiry.hypotheses:
        if one.id in state.named:
            yield _claim(inquiry.atlas, one.says, one.why, _RIGHT if one.right else _WRONG)
        elif not (state.found or state.over):
            yield Row(plain(one.says), "", Action(Subject.SUSPICION, one.id))


def _repairs(inquiry: Inquiry) -> Iterable[Item]:
    state = inquiry.session.state
    if not state.named:
        yield _soft("Name a suspicion first: a repair without one is a shot in the dark.")
        return
    for one in inquiry.repairs:
        if one.id in state.repairs:
            yield _claim(inquiry.atlas, one.says, one.leads_to, _outcome(one))
        elif not (state.mended or state.over):
            yield Row(plain(one.says), "", Action(Subject.REPAIR, one.id))
    if state.mended and not state.found:
        yield Paragraph(
            (Span("The symptom is gone. Do you know why? Name the cause to close the case."),), tone=Tone.NOTE
        )


def _guesses(inquiry: Inquiry) -> Iterable[Item]:
    for one in inquiry.session.state.named:
        part, _, kind = one.rpartition(" ")
        right = inquiry.session.riddle.hypotheses[one]
        yield Claim((Span(f"{part_name(inquiry.atlas, part)}: {kind}"),), (), verdict=_RIGHT if right else _WRONG)


def _outcome(repair: Repair) -> Pill:
    if repair.right:
        return _RIGHT
    return _FOR_A_WHILE if repair.for_a_while else _WRONG


def _claim(atlas: Atlas, says: str, why: Sequence[Statement], verdict: Pill) -> Claim:
    evidence: list[Evidence] = [mark for statement in why for mark in statement.evidence]
    return Claim(spans(says), spans(joined(tuple(why))), marks(atlas, evidence), verdict)


def inquiry_page(inquiry: Inquiry, title: str, sections: Iterable[Section]) -> Page:
    """A page on an inquiry; sections without content are left out."""
    era = inquiry.atlas.era(inquiry.era).name
    hidden = inquiry.hidden
    name = f"number {hidden.seed}" if hidden is not None else inquiry.case.id if inquiry.case is not None else ""
    pills = (Pill(name, Role.ACCENT), Pill(era, Role.SOFT))
    return Page(Action(Subject.CASE, name), title, pills, filled(sections))


def part_name(atlas: Atlas, part: str) -> str:
    """How people call a component; a link by its ends."""
    if part in atlas.components:
        return plain(atlas.components[part].name)
    link = atlas.link(part)
    ends = [plain(atlas.components[end].name) for end in (link.source, link.target)]
    return f"{link.id} {ends[0]} → {ends[1]}"


def part_action(atlas: Atlas, part: str) -> Action:
    """Leads to a component or link."""
    return Action(Subject.COMPONENT if part in atlas.components else Subject.LINK, part)


def _soft(text: str) -> Paragraph:
    return Paragraph((Span(text),), tone=Tone.SOFT)
