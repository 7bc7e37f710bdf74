"""A spell: a stretch of time in which a part is in trouble, and why."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vmexplorer.atlas.evidence import Evidence, Standing, Statement
from vmexplorer.atlas.fault_words import State, Trouble
from vmexplorer.atlas.faults import Condition, Need
from vmexplorer.labs.whatif.fault import Fault

FOREVER = math.inf
DEAD = (Trouble.STOPPED, Trouble.HUNG)
CLOSED = (Trouble.CUT, Trouble.BLOCKED)

_GRAVITY = {trouble: place for place, trouble in enumerate(Trouble)}


class Spell(NamedTuple):
    """Trouble of one part from ``begin`` to before ``end``, in seconds.

    ``chain`` leads from what failed to the part. ``fault`` is the fault at its root, ``own`` whether
    that hit the part itself; then the part is on its way back from ``returns`` on. ``need`` and
    ``condition`` are the rules that tell what shows.
    """

    begin: float
    end: float
    trouble: Trouble
    chain: tuple[str, ...]
    note: Statement
    fault: Fault
    own: bool = False
    returns: float = FOREVER
    need: Need | None = None
    condition: Condition | None = None

    def holds(self, at: float) -> bool:
        """Whether the trouble is there at a second."""
        return self.begin <= at < self.end

    @property
    def silent(self) -> bool:
        """Whether the part only notices something and is well itself."""
        return self.need is not None and self.need.becomes is State.OK

    @property
    def culprit(self) -> str:
        """The part from which the trouble came directly, or the part itself."""
        return self.chain[-2] if len(self.chain) > 1 else self.chain[-1]


def worst(spells: Iterable[Spell], at: float) -> Spell | None:
    """The gravest spell of a second; among equals the part's own, then the latest, then the shortest."""
    there = [spell for spell in spells if spell.holds(at)]
    return min(there, key=_rank) if there else None


def _rank(spell: Spell) -> tuple[int, bool, float, int]:
    return -_GRAVITY[spell.trouble], not spell.own, -spell.begin, len(spell.chain)


def joined_up(spells: Sequence[Spell]) -> list[Spell]:
    """The spells in order, those with the same chain that follow each other without a gap as one."""
    found: list[Spell] = []
    for spell in sorted(spells, key=_by_chain):
        if found and found[-1].chain == spell.chain and spell.begin <= found[-1].end:
            found[-1] = found[-1]._replace(end=max(found[-1].end, spell.end))
        else:
            found.append(spell)
    return found


def _by_chain(spell: Spell) -> tuple[tuple[str, ...], float]:
    return spell.chain, spell.begin


def general(text: str) -> Statement:
    """A sentence of the rules themselves, from general knowledge."""
    return Statement(text, (Evidence(Standing.GENERAL),))
