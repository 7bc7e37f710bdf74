"""The pages of the troubleshooting case_lab."""

from __future__ import annotations

from tests.app.test_inquiry import HINT, REVEAL, check, solve
from vmexplorer.app.case_debrief import debrief_overlay, debrief_page
from vmexplorer.app.case_lab import CaseLab
from vmexplorer.app.case_pages import cause_page, list_page, part_name, symptom_page
from vmexplorer.app.details_page import Action, Claim, Fact, Item, Page, Paragraph, Row, Subject, Tone, text_of
from vmexplorer.app.inquiry import Inquiry
from vmexplorer.lessons.session import Move, MoveKind
from vmexplorer.stage.overlay import Role


def items(page: Page, caption: str) -> tuple[Item, ...]:
    return next((section.items for section in page.sections if section.caption == caption), ())


def texts(found: tuple[Item, ...]) -> list[str]:
    said = []
    for item in found:
        match item:
            case Paragraph():
                said.append(text_of(item.spans))
            case Row():
                said.append(item.title)
            case Fact():
                said.append(f"{item.label}: {text_of(item.value)}")
            case Claim():
                verdict = item.verdict.text if item.verdict else ""
                said.append(f"{text_of(item.claim)} {verdict} {text_of(item.truth)}".strip())
    return said


def do(inquiry: Inquiry, *moves: Move) -> None:
    for move in moves:
        assert inquiry.do(move) == ""


def test_the_list_tells_what_has_become_of_each_case(case_lab: CaseLab) -> None:
    (row,) = items(list_page(case_lab), "Cases")
    assert row == Row("The silent agent", "T01 · ESXi 8.0 · not tried", Action(Subject.CASE, "T01"))
    solve(case_lab.open_case("T01"))
    page = list_page(case_lab)
    (row,) = items(page, "Cases")
    assert isinstance(row, Row)
    assert row.detail.endswith("solved, 100 points")
    assert [pill.text for pill in page.pills] == ["1 of 1 solved"]


def test_a_case_begun_again_tells_its_best_points(case_lab: CaseLab) -> None:
    inquiry = case_lab.open_case("T01")
    solve(inquiry)
    assert list_page(case_lab).pills[0].text == "1 of 1 solved"
    inquiry.start_again()
    do(inquiry, HINT)
    (row,) = items(list_page(case_lab), "Cases")
    assert isinstance(row, Row)
    assert row.detail.endswith("begun, best 100 points")


def test_the_symptom_stands_in_large_letters_with_who_told_it(inquiry: Inquiry) -> None:
    page = symptom_page(inquiry)
    teller, story = items(page, "")
    assert isinstance(story, Paragraph)
    assert text_of(story.spans) == "It does not answer."
    assert story.tone is Tone.LARGE
    assert texts((teller,)) == ["Kim, desk, Monday"]
    assert texts(items(page, "In short")) == ["The agent is silent."]
    assert [pill.text for pill in page.pills] == ["T01", "ESXi 8.0"]
    assert page.sections[-1].caption == "Evidence"


def test_the_notebook_has_a_line_for_each_check_with_its_place(inquiry: Inquiry) -> None:
    assert texts(items(cause_page(inquiry), "Notebook")) == ["Nothing yet. Every check leaves a line here."]
    do(inquiry, check("status"), check("door"))
    noted = texts(items(cause_page(inquiry), "Notebook"))
    assert noted == ["Shell: The agent is there.", "Desk: The door is open."]


def test_a_suspicion_is_a_row_until_it_is_named(inquiry: Inquiry) -> None:
    rows = items(cause_page(inquiry), "What is behind it?")
    assert {row.action for row in rows if isinstance(row, Row)} == {
        Action(Subject.SUSPICION, id) for id in ("hung", "gone", "shut")
    }
    do(inquiry, Move(MoveKind.NAME, "gone"))
    named = texts(items(cause_page(inquiry), "What is behind it?"))
    assert "The agent is gone. wrong It runs." in named
    assert len(named) == 3
    do(inquiry, check("status"), Move(MoveKind.NAME, "hung"))
    named = texts(items(cause_page(inquiry), "What is behind it?"))
    assert "The agent hangs. right It runs and is silent." in named
    assert len(named) == 2


def test_repairs_wait_for_a_suspicion_and_tell_where_they_lead(inquiry: Inquiry) -> None:
    assert texts(items(cause_page(inquiry), "What helps?"))[0].startswith("Name a suspicion first")
    do(inquiry, Move(MoveKind.NAME, "gone"), *(Move(MoveKind.REPAIR, id) for id in ("knock", "wait")))
    told = texts(items(cause_page(inquiry), "What helps?"))
    assert "Knock louder. wrong Nothing." in told
    assert "Wait. it helps for a while, and the symptom returns It answers once." in told
    assert "Restart it." in told
    do(inquiry, Move(MoveKind.REPAIR, "restart"))
    told = texts(items(cause_page(inquiry), "What helps?"))
    assert "Restart it. right It answers." in told
    assert told[-1] == "The symptom is gone. Do you know why? Name the cause to close the case."


def test_hints_that_were_taken_stand_on_the_page(inquiry: Inquiry) -> None:
    assert items(cause_page(inquiry), "Hints") == ()
    do(inquiry, HINT)
    assert texts(items(cause_page(inquiry), "Hints")) == ["Ask it."]


def test_the_debrief_lights_one_part_after_the_other(inquiry: Inquiry) -> None:
    assert debrief_overlay(inquiry) is None
    do(inquiry, HINT)
    solve(inquiry)
    inquiry.lit = 1
    page = debrief_page(inquiry)
    assert page.title == "Solved with 92 points"
    assert texts(items(page, "What it was")) == ["The agent hangs."]
    lights = items(page, "On the map, one after the other")
    assert lights[0] == Row("Light up the next part", "1 of 3 are lit", Action(Subject.PANE, "light"))
    assert lights[1] == Row("agent", "hangs", Action(Subject.COMPONENT, "agent"))
    assert texts(items(page, "Points")) == ["minus 8: 1 hint"]
    assert items(page, "The path that shows it")[0] == Row("Ask the agent", "play it", Action(Subject.FLOW, "F01"))
    overlay = debrief_overlay(inquiry)
    assert overlay is not None
    assert (set(overlay.components), set(overlay.links)) == ({"agent"}, set())
    inquiry.lit = 3
    whole = debrief_overlay(inquiry)
    assert whole is not None
    assert (set(whole.components), set(whole.links)) == ({"agent", "proxy"}, {"L3"})
    assert texts(items(debrief_page(inquiry), "On the map, one after the other"))[0] == "agent"


def test_a_solution_that_is_shown_says_cause_and_repair(inquiry: Inquiry) -> None:
    do(inquiry, REVEAL)
    page = debrief_page(inquiry)
    assert page.title == "The solution"
    assert texts(items(page, "Cause and repair")) == ["The agent hangs.", "Restart it."]
    assert "minus 100: the solution was shown" in texts(items(page, "Points"))


def test_a_hidden_fault_has_its_symptom_and_its_guesses(case_lab: CaseLab) -> None:
    inquiry = case_lab.break_it("e8", 3)
    page = symptom_page(inquiry)
    assert texts(items(page, ""))[0] == "Nobody gets an answer."
    assert [pill.text for pill in page.pills] == ["number 3", "ESXi 8.0"]
    do(inquiry, Move(MoveKind.NAME, "kernel hung"))
    assert texts(items(cause_page(inquiry), "Your guesses")) == ["Kernel: hung wrong"]


def test_the_debrief_of_a_hidden_fault_tells_what_suffered(case_lab: CaseLab) -> None:
    seed = next(seed for seed in range(50) if _hides(case_lab, seed) == "hang agent")
    inquiry = case_lab.break_it("e8", seed)
    do(inquiry, REVEAL)
    page = debrief_page(inquiry)
    assert texts(items(page, "What it was")) == ["hang agent", "agent", "agent suffers."]
    assert texts(items(page, "What suffered from it")) == ["Client", "client suffers."]
    assert texts(items(page, "What helps")) == ["Repair: mend it"]
    overlay = debrief_overlay(inquiry)
    assert overlay is not None
    roles = {id: mark.role for id, mark in overlay.components.items()}
    assert roles == {"agent": Role.FAULT, "client": Role.AFFECTED}


def _hides(lab: CaseLab, seed: int) -> str:
    hidden = lab.break_it("e8", seed).hidden
    assert hidden is not None
    return hidden.fault.written


def test_a_link_is_called_by_its_ends(case_lab: CaseLab) -> None:
    assert part_name(case_lab.atlas, "L3") == "L3 proxy → agent"
    assert part_name(case_lab.atlas, "agent") == "agent"
