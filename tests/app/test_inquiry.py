"""A case or a hidden fault being looked into: readings, hints, order of choices, starting again."""

from __future__ import annotations

from tests.helpers.cases import PATH
from vmexplorer.app.case_lab import CaseLab
from vmexplorer.app.inquiry import Inquiry
from vmexplorer.app.offers import check_ids, offers
from vmexplorer.lessons.session import Move, MoveKind

HINT, REVEAL = Move(MoveKind.HINT), Move(MoveKind.REVEAL)


def check(id: str) -> Move:
    return Move(MoveKind.CHECK, id)


def solve(inquiry: Inquiry) -> None:
    for move in (*map(check, PATH), Move(MoveKind.NAME, "hung"), Move(MoveKind.REPAIR, "restart")):
        assert inquiry.do(move) == ""


def test_places_without_a_check_in_the_era_are_left_out(inquiry: Inquiry) -> None:
    assert [place.id for place, _ in offers(inquiry.atlas, "e5")] == ["shell"]
    assert check_ids(inquiry.atlas, "e8") == ("status", "question", "log", "door")
    assert inquiry.offers == offers(inquiry.atlas, "e8")


def test_checks_answer_from_the_simulated_host_and_the_evidence_of_the_case(inquiry: Inquiry) -> None:
    for id in ("question", "door"):
        inquiry.do(check(id))
    assert [reading.shows for reading in inquiry.readings] == ["The agent keeps silent.", "The door is open."]


def test_after_the_repair_checks_show_a_host_that_is_well(inquiry: Inquiry) -> None:
    solve(inquiry)
    for id in ("question", "door"):
        inquiry.do(check(id))
    shown = [reading.shows for reading in inquiry.readings]
    assert shown == ["The agent is there.", "The agent keeps silent.", "The agent answers.", "The door opens."]


def test_a_solution_that_was_only_shown_mends_nothing(inquiry: Inquiry) -> None:
    inquiry.do(REVEAL)
    inquiry.do(check("question"))
    assert inquiry.readings[-1].shows == "The agent keeps silent."


def test_hints_come_one_by_one(inquiry: Inquiry) -> None:
    assert inquiry.hints == ()
    inquiry.do(HINT)
    assert inquiry.hints == ("Ask it.",)
    inquiry.do(HINT)
    assert inquiry.do(HINT) == "There is no further hint."
    assert inquiry.hints == ("Ask it.", "It runs.")


def test_choices_are_mixed_and_stay_so(inquiry: Inquiry) -> None:
    assert {one.id for one in inquiry.hypotheses} == {"hung", "gone", "shut"}
    assert inquiry.hypotheses == inquiry.hypotheses
    assert {one.id for one in inquiry.repairs} == {"restart", "knock", "wait"}


def test_starting_again_forgets_every_move(inquiry: Inquiry) -> None:
    solve(inquiry)
    inquiry.lit = 2
    inquiry.start_again()
    assert (inquiry.session.moves, inquiry.readings, inquiry.lit) == ((), (), 0)
    assert inquiry.score.points == 100


def test_a_hidden_fault_is_found_by_naming_it(case_lab: CaseLab) -> None:
    inquiry = case_lab.break_it("e8", 1)
    assert inquiry.hidden is not None
    assert (inquiry.hypotheses, inquiry.repairs) == ((), ())
    assert inquiry.do(Move(MoveKind.NAME, inquiry.hidden.fault.guess)) == ""
    assert inquiry.session.state.solved


def test_hints_for_a_hidden_fault_lead_to_a_check(case_lab: CaseLab) -> None:
    inquiry = case_lab.break_it("e8", 1)
    for _ in range(3):
        assert inquiry.do(HINT) == ""
    assert inquiry.hints[0].endswith("from those of a host that is well.")
    names = {one.name for one in inquiry.atlas.library.checks.values()}
    assert inquiry.hints[2].removeprefix("It asks: ") in names
    assert inquiry.do(HINT) == "There is no further hint."
