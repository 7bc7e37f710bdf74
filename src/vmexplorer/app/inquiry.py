"""A case or a hidden fault that is being looked into: what was done, what was seen, what it is worth."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from vmexplorer.app.hiding import Hidden, hints_at
from vmexplorer.app.offers import Offer, check_ids, offers
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.case import Case, Hypothesis, Repair
from vmexplorer.lessons.breaking import riddle_of
from vmexplorer.lessons.health import HEALTHY
from vmexplorer.lessons.reading import Reading, read
from vmexplorer.lessons.score import Score, score
from vmexplorer.lessons.session import Move, MoveKind, Riddle, Session
from vmexplorer.lessons.simulator import Simulation


class Inquiry:
    """One of the two: a ``case`` of the pack, or a ``hidden`` fault."""

    def __init__(
        self,
        atlas: Atlas,
        era: str,
        simulation: Simulation,
        riddle: Riddle,
        *,
        case: Case | None = None,
        hidden: Hidden | None = None,
    ) -> None:
        self.atlas = atlas
        self.era = era
        self.simulation = simulation
        self.case = case
        self.hidden = hidden
        self.session = Session.of(riddle)
        self.lit = 0  # how many parts of the debrief are lit

    @classmethod
    def of_case(cls, atlas: Atlas, case: Case, simulation: Simulation) -> Inquiry:
        """A case from its beginning."""
        riddle = Riddle.of(case, check_ids(atlas, case.era))
        return cls(atlas, case.era, simulation, riddle, case=case)

    @classmethod
    def of_hidden(cls, atlas: Atlas, era: str, hidden: Hidden) -> Inquiry:
        """A hidden fault from its beginning."""
        parts = [id for id in (*atlas.components, *atlas.links) if atlas.exists(id, era)]
        hints = len(hints_at(atlas, era, hidden.simulation.health))
        riddle = riddle_of(hidden.right, parts, check_ids(atlas, era), hints)
        return cls(atlas, era, hidden.simulation, riddle, hidden=hidden)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The places of the era with the checks that can be made there."""
        return offers(self.atlas, self.era)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every check that was made, in order; after the repair they show a host that is well."""
        found = []
        session = Session.of(self.session.riddle)
        for move in self.session.moves:
            if move.kind is MoveKind.CHECK:
                well = session.state.mended
                check = self.atlas.library.check(move.id)
                health, case = (HEALTHY, None) if well else (self.simulation.health, self.case)
                found.append(read(self.atlas, check, self.era, health, case))
            session = session.after(move)
        return tuple(found)

    @property
    def hints(self) -> tuple[str, ...]:
        """The hints that were taken, as plain sentences."""
        if self.case is not None:
            given: Sequence[str] = [hint.text for hint in self.case.hints]
        else:
            given = hints_at(self.atlas, self.era, self.simulation.health)
        return tuple(given[: self.session.state.hints])

    @property
    def score(self) -> Score:
        """What the session is worth so far."""
        return score(self.session)

    @property
    def hypotheses(self) -> tuple[Hypothesis, ...]:
        """The suspicions of a case, in an order that does not tell which is right; none for a hidden fault."""
        return () if self.case is None else tuple(sorted(self.case.hypotheses, key=self._mixed))

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """The repairs of a case, mixed as the suspicions are."""
        return () if self.case is None else tuple(sorted(self.case.repairs, key=self._mixed))

    def do(self, move: Move) -> str:
        """Makes a move; returns why it cannot be made, or ""."""
        refusal = self.session.refusal(move)
        self.session = self.session.after(move)
        return refusal

    def start_again(self) -> None:
        """Forgets every move."""
        self.session = Session.of(self.session.riddle)
        self.lit = 0

    def _mixed(self, choice: Hypothesis | Repair) -> int:
        return crc32(f"{self.case.id if self.case else ''} {choice.id}".encode())
