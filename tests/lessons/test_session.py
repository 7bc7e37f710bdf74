"""Solving a riddle: everything follows from the list of moves, and the points never rise."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.lessons.score import FULL, score
from vmexplorer.lessons.session import Move, MoveKind, Riddle, Session, State

RIDDLE = Riddle(
    checks=frozenset({"a", "b", "c", "d", "e"}),
    hypotheses={"right": True, "also": True, "wrong": False},
    repairs={"good": True, "bad": False},
    hints=2,
    par=4,
    proof=frozenset({"a", "b"}),
)
HIDDEN = replace(RIDDLE, repairs={}, proof=frozenset())
A, B, C = (Move(MoveKind.CHECK, id) for id in "abc")
RIGHT, WRONG = Move(MoveKind.NAME, "right"), Move(MoveKind.NAME, "wrong")
GOOD, BAD = Move(MoveKind.REPAIR, "good"), Move(MoveKind.REPAIR, "bad")
HINT, REVEAL = Move(MoveKind.HINT), Move(MoveKind.REVEAL)

ids = st.sampled_from(["a", "b", "c", "d", "e", "right", "also", "wrong", "good", "bad", "", "nothing"])
moves = st.lists(st.builds(Move, st.sampled_from(MoveKind), ids), max_size=40)
riddles = st.sampled_from([RIDDLE, HIDDEN])


def after(*made: Move, riddle: Riddle = RIDDLE) -> Session:
    return Session.of(riddle, made)


@given(riddles, moves)
def test_state_is_a_function_of_the_moves(riddle: Riddle, made: list[Move]) -> None:
    session = Session.of(riddle, made)
    assert Session.of(riddle, session.moves) == session


@given(riddles, moves)
def test_points_never_rise_and_stay_in_bounds(riddle: Riddle, made: list[Move]) -> None:
    session, points = Session(riddle), FULL
    for move in made:
        session = session.after(move)
        now = score(session).points
        assert 0 <= now <= points
        points = now


@given(riddles, moves, st.builds(Move, st.sampled_from(MoveKind), ids))
def test_a_move_that_is_refused_changes_nothing_and_one_that_is_not_counts(
    riddle: Riddle, made: list[Move], move: Move
) -> None:
    before = Session.of(riddle, made)
    later = before.after(move)
    assert (later is before) == bool(before.refusal(move))
    assert len(later.moves) - len(before.moves) == (0 if before.refusal(move) else 1)


def test_the_straight_way_is_worth_everything() -> None:
    session = after(A, B, RIGHT, GOOD)
    assert session.state.solved
    assert session.state.steps == RIDDLE.par
    assert score(session) == (FULL, ())


def test_cause_without_repair_and_repair_without_cause_leave_it_open() -> None:
    assert not after(A, RIGHT).state.over
    lucky = after(A, WRONG, GOOD)
    assert (lucky.state.mended, lucky.state.over) == (True, False)
    assert lucky.after(RIGHT).state.solved


def test_without_repairs_the_name_alone_solves() -> None:
    assert after(RIGHT, riddle=HIDDEN).state.solved
    assert score(after(RIGHT, riddle=HIDDEN)).points == FULL


@pytest.mark.parametrize(
    ("made", "lost"),
    [
        ([A, B, C, RIGHT, GOOD], ("1 step beyond par", 3)),
        ([A, WRONG, RIGHT, GOOD], ("1 wrong suspicion", 10)),
        ([A, RIGHT, BAD, GOOD], ("1 wrong repair", 15)),
        ([RIGHT, GOOD], ("1 guess without proof", 10)),
        ([C, RIGHT, GOOD], ("1 guess without proof", 10)),
        ([A, HINT, HINT, RIGHT, GOOD], ("2 hints", 16)),
    ],
)
def test_what_is_lost_and_for_what(made: list[Move], lost: tuple[str, int]) -> None:
    assert score(after(*made)) == (FULL - lost[1], (lost,))


def test_steps_beyond_par_are_counted_in_the_plural() -> None:
    session = after(A, B, C, Move(MoveKind.CHECK, "d"), RIGHT, GOOD)
    assert score(session).losses == (("2 steps beyond par", 6),)


def test_nothing_is_left_after_the_solution_was_shown() -> None:
    session = after(A, HINT, REVEAL)
    assert (session.state.over, session.state.solved) == (True, False)
    assert score(session).points == 0


@pytest.mark.parametrize(
    ("made", "move", "why"),
    [
        ([], Move(MoveKind.CHECK, "x"), "no check 'x'"),
        ([A], A, "in the notebook already"),
        ([], GOOD, "Name a suspicion first"),
        ([WRONG], WRONG, "'wrong' has been tried"),
        ([], Move(MoveKind.NAME, "x"), "no suspicion 'x'"),
        ([A, RIGHT], Move(MoveKind.NAME, "also"), "The cause is named"),
        ([WRONG, BAD], BAD, "'bad' has been tried"),
        ([WRONG, GOOD], BAD, "The symptom is gone"),
        ([HINT, HINT], HINT, "no further hint"),
        ([A, RIGHT, GOOD], HINT, "closed"),
        ([REVEAL], RIGHT, "closed"),
        ([REVEAL], REVEAL, "closed"),
    ],
)
def test_a_move_that_cannot_be_made_says_why(made: list[Move], move: Move, why: str) -> None:
    session = after(*made)
    assert why in session.refusal(move)
    assert session.after(move) is session


def test_one_may_look_again_after_the_end_at_no_cost() -> None:
    solved = after(A, B, RIGHT, GOOD)
    again = solved.after(A).after(C)
    assert again.state.looked_again == ("a", "c")
    assert again.state.checks == solved.state.checks
    assert score(again) == score(solved)
    assert "already" in again.refusal(A)


def test_a_new_session_has_done_nothing() -> None:
    assert Session(RIDDLE).state == State()
    assert score(Session(RIDDLE)).points == FULL
