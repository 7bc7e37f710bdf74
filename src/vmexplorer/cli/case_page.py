"""What ``case`` writes: a troubleshooting case as lines of text or as a JSON object."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vmexplorer.app.inquiry import Inquiry
from vmexplorer.atlas.case import Case, Hypothesis, Repair
from vmexplorer.atlas.evidence import Statement, joined
from vmexplorer.cli.page import Page, stated
from vmexplorer.lessons.reading import Reading, command_in

_ID = 18


def case_record(inquiry: Inquiry) -> dict[str, Any]:
    """The case with its choices, and what the moves so far have shown; ``right`` is null for what was not tried."""
    case, state = _case(inquiry), inquiry.session.state
    return {
        "id": case.id,
        "name": case.name,
        "era": case.era,
        "told_by": case.told_by,
        "story": list(case.story),
        "symptom": case.symptom.text,
        "checks": [
            {
                "id": check.id,
                "place": place.id,
                "name": check.name,
                "command": command_in(inquiry.atlas, check, case.era),
            }
            for place, checks in inquiry.offers
            for check in checks
        ],
        "made": [
            {
                "check": reading.check,
                "command": reading.command,
                "output": reading.output,
                "shows": reading.shows,
                "hindered": reading.hindered,
            }
            for reading in inquiry.readings
        ],
        "suspicions": [_choice(one, one.why, state.named) for one in inquiry.hypotheses],
        "repairs": [_choice(one, one.leads_to, state.repairs) for one in inquiry.repairs],
        "solved": state.solved,
        "points": inquiry.score.points,
        "finding": joined(case.finding) if state.solved else None,
    }


def _choice(one: Hypothesis | Repair, because: Sequence[Statement], tried: Sequence[str]) -> dict[str, Any]:
    known = one.id in tried
    return {
        "id": one.id,
        "says": one.says,
        "right": one.right if known else None,
        "because": joined(tuple(because)) if known else None,
    }


def case_lines(inquiry: Inquiry, width: int) -> list[str]:
    """The same for people: the story, the checks or their outputs, the choices, and at the end the debrief."""
    case, state = _case(inquiry), inquiry.session.state
    page = Page(width)
    page.text(f"{case.id} {case.name}, {inquiry.atlas.era(case.era).name}")
    page.text(case.told_by)
    for paragraph in case.story:
        page.lines.append("")
        page.text(paragraph)
    page.heading("In short")
    page.text(stated(case.symptom), "  ", "  ")
    for reading in inquiry.readings:
        page.lines += ["", *_shown(reading)]
    if not (state.checks or state.named):
        _offer_checks(page, inquiry)
    page.heading("What is behind it?")
    for one in inquiry.hypotheses:
        _tell_choice(page, one, one.why, state.named)
    page.heading("What helps?")
    for other in inquiry.repairs:
        _tell_choice(page, other, other.leads_to, state.repairs)
    if state.solved:
        page.bullets(f"Solved with {inquiry.score.points} points", map(stated, case.finding))
        page.bullets("To take home", map(stated, case.debrief))
    return page.lines


def _shown(reading: Reading) -> list[str]:
    # Outputs are not wrapped: a terminal shows them as they are.
    command = f"{reading.prompt} {reading.command}".strip()
    return [command, *reading.output.split("\n"), f"→ {reading.shows}"]


def _offer_checks(page: Page, inquiry: Inquiry) -> None:
    for place, checks in inquiry.offers:
        page.heading(f"Checks: {place.name}")
        for check in checks:
            page.text(check.name, f"  {check.id:<{_ID}}", " " * (_ID + 2))


def _tell_choice(page: Page, one: Hypothesis | Repair, because: Sequence[Statement], tried: Sequence[str]) -> None:
    indent = " " * (_ID + 2)
    page.text(one.says, f"  {one.id:<{_ID}}", indent)
    if one.id in tried:
        page.text("Right." if one.right else "Wrong.", indent, indent)
        for statement in because:
            page.text(stated(statement), indent, indent)


def _case(inquiry: Inquiry) -> Case:
    if inquiry.case is None:
        raise ValueError("a hidden fault is no case")
    return inquiry.case
