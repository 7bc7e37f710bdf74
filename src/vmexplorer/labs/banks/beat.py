"""The pieces of a show: what happens one after the other between two moments of a host."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from vmexplorer.labs.banks.account import AccountLine
from vmexplorer.labs.banks.bank import Bank, Write
from vmexplorer.labs.banks.screen import LoaderScreen


class BeatKind(StrEnum):
    """What goes on in a piece of a show."""

    HOST = "host"
    POWER = "power"
    SCAN = "scan"
    READ = "read"
    CHOICE = "choice"
    COUNTDOWN = "countdown"
    RESUME = "resume"
    QUESTION = "question"
    ANSWER = "answer"
    NOTHING = "nothing found"
    LOAD = "load"


SECONDS = {
    BeatKind.HOST: 1.2,
    BeatKind.POWER: 1.0,
    BeatKind.SCAN: 0.6,
    BeatKind.READ: 0.8,
    BeatKind.CHOICE: 0.8,
    BeatKind.COUNTDOWN: 5.0,
    BeatKind.RESUME: 10.0,
    BeatKind.QUESTION: 2.0,
    BeatKind.ANSWER: 0.8,
    BeatKind.NOTHING: 0.8,
    BeatKind.LOAD: 2.4,
}
"""How long each piece moves; both countdowns take as long as on a host."""

COUNTING = (BeatKind.COUNTDOWN, BeatKind.RESUME)


class Beat(NamedTuple):
    """One piece: the lines that it adds, the banks when it is over, and what the loader shows.

    ``partition`` is the bank concerned, None for no single one; ``wrote`` what is written when it arrives.
    ``seconds`` is shorter than usual where a key ends it. ``screen`` is that of its beginning.
    """

    kind: BeatKind
    banks: tuple[Bank, ...]
    screen: LoaderScreen
    lines: tuple[AccountLine, ...] = ()
    partition: int | None = None
    wrote: Write | None = None
    seconds: float = 0.0

    @property
    def moves_for(self) -> float:
        """Seconds in which something moves."""
        return self.seconds or SECONDS[self.kind]

    @property
    def words(self) -> int:
        """How many words there are to read."""
        return sum(len(line.text.split()) for line in self.lines)
