"""A hidden fault for the class: which one it is follows from a number that anyone can note down."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from vmexplorer.lessons.session import Riddle

PAR = 8  # steps that a careful search takes: some checks and the naming
LARGEST_SEED = 9999


class FaultKind(StrEnum):
    """What can be the matter with a part."""

    STOPPED = "stopped"
    HUNG = "hung"
    CUT = "cut"
    SPECIAL = "special"


class HiddenFault(NamedTuple):
    """A single fault: the part, the kind of fault, and how the simulator writes it."""

    part: str
    kind: FaultKind
    written: str

    @property
    def guess(self) -> str:
        """How the right guess is written, such as ``vpxa stopped``."""
        return guess_at(self.part, self.kind)


def guess_at(part: str, kind: FaultKind) -> str:
    """A part and a kind of fault as one suspicion."""
    return f"{part} {kind}"


def in_order_of(faults: Iterable[HiddenFault], seed: int) -> list[HiddenFault]:
    """The faults in the order in which a seed tries them; the same every time for the same faults."""
    # Of all that Random offers, only random() promises the same numbers in every version of Python.
    source = random.Random(seed)
    drawn = [(source.random(), place, fault) for place, fault in enumerate(faults)]
    return [fault for _, _, fault in sorted(drawn)]


def riddle_of(right: Iterable[HiddenFault], parts: Iterable[str], checks: Iterable[str], hints: int) -> Riddle:
    """The riddle of a hidden fault: any of the parts may have any kind of fault, and those that no check can tell
    from the hidden one are right as well.
    """
    guesses = {guess_at(part, kind): False for part in parts for kind in FaultKind}
    return Riddle(frozenset(checks), guesses | {fault.guess: True for fault in right}, {}, hints, PAR)


def without_giving_away(text: str, names: Iterable[str]) -> str:
    """The sentences of a text that hold none of the names as words of their own."""
    patterns = [re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.IGNORECASE) for name in names]
    sentences = re.split(r"(?<=[.!?]) ", text)
    return " ".join([one for one in sentences if not any(pattern.search(one) for pattern in patterns)])
