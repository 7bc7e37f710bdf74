"""Solving a riddle as a list of moves; everything about it follows from that list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from vmexplorer.atlas.case import Case


class MoveKind(StrEnum):
    """What a learner can do."""

    CHECK = "check"
    NAME = "name"
    REPAIR = "repair"
    HINT = "hint"
    REVEAL = "reveal"


class Move(NamedTuple):
    """One thing done; ``id`` says which check, hypothesis or repair."""

    kind: MoveKind
    id: str = ""


@dataclass(frozen=True, slots=True)
class Riddle:
    """What can be done about a hidden fault, and what of it is right.

    ``proof`` are the checks of which one must be made before the right suspicion counts as more than a
    guess; with none, no proof is asked for. Without ``repairs`` the right suspicion solves the riddle.
    """

    checks: frozenset[str]
    hypotheses: Mapping[str, bool]
    repairs: Mapping[str, bool]
    hints: int
    par: int
    proof: frozenset[str] = frozenset()

    @classmethod
    def of(cls, case: Case, checks: Iterable[str]) -> Riddle:
        """The riddle of a case in which these checks can be made."""
        return cls(
            checks=frozenset(checks),
            hypotheses={one.id: one.right for one in case.hypotheses},
            repairs={one.id: one.right for one in case.repairs},
            hints=len(case.hints),
            par=case.par,
            proof=frozenset(case.path),
        )


@dataclass(frozen=True, slots=True)
class State:
    """What has been done so far, each in its order; ``looked_again`` are checks made after the end."""

    checks: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()
    hints: int = 0
    guesses: int = 0
    found: bool = False
    mended: bool = False
    revealed: bool = False
    looked_again: tuple[str, ...] = ()

    @property
    def steps(self) -> int:
        """Checks, suspicions and repairs together."""
        return len(self.checks) + len(self.named) + len(self.repairs)

    @property
    def solved(self) -> bool:
        """Whether the cause is named and mended."""
        return self.found and self.mended and not self.revealed

    @property
    def over(self) -> bool:
        """Whether it is solved or given up."""
        return self.solved or self.revealed


@dataclass(frozen=True, slots=True)
class Session:
    """A riddle with the moves made; made by ``Session.of`` and ``after``."""

    riddle: Riddle
    moves: tuple[Move, ...] = ()
    state: State = State()

    @classmethod
    def of(cls, riddle: Riddle, moves: Iterable[Move] = ()) -> Session:
        """A session after some moves; those that cannot be made are left out."""
        session = cls(riddle)
        for move in moves:
            session = session.after(move)
        return session

    def after(self, move: Move) -> Session:
        """The session with one more move; itself when the move cannot be made."""
        if self.refusal(move):
            return self
        return Session(self.riddle, (*self.moves, move), _after(self.riddle, self.state, move))

    def refusal(self, move: Move) -> str:
        """Why a move cannot be made, as one sentence; "" when it can."""
        match move.kind:
            case MoveKind.CHECK:
                return self._check_refusal(move.id)
            case _ if self.state.over:
                return "The case is closed. Start again to try another way."
            case MoveKind.NAME:
                return self._name_refusal(move.id)
            case MoveKind.REPAIR:
                return self._repair_refusal(move.id)
            case MoveKind.HINT if self.state.hints >= self.riddle.hints:
                return "There is no further hint."
            case _:
                return ""

    def _check_refusal(self, id: str) -> str:
        if id not in self.riddle.checks:
            return f"There is no check {id!r} here."
        seen = self.state.looked_again if self.state.over else self.state.checks
        return f"{id!r} is in the notebook already." if id in seen else ""

    def _name_refusal(self, id: str) -> str:
        if self.state.found:
            return "The cause is named. What is left is the repair."
        return _refusal(id, self.riddle.hypotheses, self.state.named, "suspicion")

    def _repair_refusal(self, id: str) -> str:
        if self.state.mended:
            return "The symptom is gone. What is left is to name the cause."
        if not self.state.named:
            return "Name a suspicion first: a repair without one is a shot in the dark."
        return _refusal(id, self.riddle.repairs, self.state.repairs, "repair")


def _refusal(id: str, known: Mapping[str, bool], done: tuple[str, ...], what: str) -> str:
    if id not in known:
        return f"There is no {what} {id!r} here."
    return f"The {what} {id!r} has been tried." if id in done else ""


def _after(riddle: Riddle, state: State, move: Move) -> State:
    match move.kind:
        case MoveKind.CHECK if state.over:
            return replace(state, looked_again=(*state.looked_again, move.id))
        case MoveKind.CHECK:
            return replace(state, checks=(*state.checks, move.id))
        case MoveKind.NAME:
            return _named(riddle, state, move.id)
        case MoveKind.REPAIR:
            mended = state.mended or riddle.repairs[move.id]
            return replace(state, repairs=(*state.repairs, move.id), mended=mended)
        case MoveKind.HINT:
            return replace(state, hints=state.hints + 1)
        case _:
            return replace(state, revealed=True)


def _named(riddle: Riddle, state: State, id: str) -> State:
    right = riddle.hypotheses[id]
    guessed = right and bool(riddle.proof) and not riddle.proof & set(state.checks)
    return replace(
        state,
        named=(*state.named, id),
        found=state.found or right,
        mended=state.mended or (right and not riddle.repairs),
        guesses=state.guesses + guessed,
    )
