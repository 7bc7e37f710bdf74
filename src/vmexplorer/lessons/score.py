"""Points for solving a riddle: from 100 down, by detours, wrong turns and hints; no move ever adds any."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.lessons.session import Session

FULL = 100
_DETOUR = 3  # for each step beyond par
_GUESS = 10  # for the right suspicion without a check that proves it
_WRONG_SUSPICION = 10
_WRONG_REPAIR = 15  # dearer: on a real host it costs time and may do harm
_HINT = 8


class Score(NamedTuple):
    """The points, and what they were lost for, each with the points."""

    points: int
    losses: tuple[tuple[str, int], ...]


def score(session: Session) -> Score:
    """The points of a session so far; none once the solution was revealed."""
    riddle, state = session.riddle, session.state
    wrong_suspicions = sum(not riddle.hypotheses[id] for id in state.named)
    wrong_repairs = sum(not riddle.repairs[id] for id in state.repairs)
    counts = (
        (max(0, state.steps - riddle.par), _DETOUR, "step beyond par"),
        (wrong_suspicions, _WRONG_SUSPICION, "wrong suspicion"),
        (wrong_repairs, _WRONG_REPAIR, "wrong repair"),
        (state.guesses, _GUESS, "guess without proof"),
        (state.hints, _HINT, "hint"),
    )
    losses = tuple([(_counted(count, what), count * cost) for count, cost, what in counts if count])
    if state.revealed:
        return Score(0, (*losses, ("the solution was shown", FULL)))
    return Score(max(0, FULL - sum(cost for _, cost in losses)), losses)


def _counted(count: int, what: str) -> str:
    if count == 1:
        return f"1 {what}"
    return f"{count} {what.replace('step', 'steps')}" if what.startswith("step") else f"{count} {what}s"
