"""A fault and how it is written: ``stop vpxa``, ``cut L11``, ``block UDP 902``, ``drop F01/6 @ 30``."""

from __future__ import annotations

import math
from typing import NamedTuple

from vmexplorer.atlas.fault_words import Verb
from vmexplorer.errors import UnknownNameError, UsageError

_FORM = "write what happens to what, such as 'stop vpxa' or 'cut L11 @ 30'"
_TARGETS = {
    Verb.STOP: "a component, such as vpxa",
    Verb.HANG: "a component, such as hostd",
    Verb.KILL: "a component, such as hostd",
    Verb.RESTART: "a component, such as hostd",
    Verb.CUT: "a link, such as L11",
    Verb.BLOCK: "a port, such as UDP 902",
    Verb.DROP: "a step of a flow, such as F01/6",
    Verb.CONDITION: "a condition, such as clock-drift",
}


class Fault(NamedTuple):
    """Something that goes wrong with a part from a second on.

    ``target`` is the id of a component, link or condition, a port as ``vmexplorer
    blocked`` takes it, or a step as ``F01/6``, on a branch ``F04/locked/3``.
    """

    verb: Verb
    target: str
    at: float = 0.0

    def __str__(self) -> str:
        begin = f" @ {self.at:g}" if self.at else ""
        return f"{self.verb} {self.target}{begin}"


def parse_fault(written: str) -> Fault:
    """Reads a fault; whether its target exists in an era is for ``checked`` to say.

    Args:
        written: a verb and a target; behind an ``@`` the second at which it begins, 0 when left out.

    Raises:
        UnknownNameError: there is no such verb.
        UsageError: the text has another form.
    """
    what, at, begin = written.partition("@")
    verb, _, target = what.strip().partition(" ")
    if not verb:
        raise UsageError(f"a fault has no text; {_FORM}")
    verbs = [str(known) for known in Verb]
    if verb.casefold() not in verbs:
        raise UnknownNameError("fault", verb, verbs)
    known = Verb(verb.casefold())
    if not target.split():
        raise UsageError(f"'{known}' needs {_TARGETS[known]}")
    return Fault(known, " ".join(target.split()), _second(begin) if at else 0.0)


def _second(text: str) -> float:
    try:
        begin = float(text)
    except ValueError:
        begin = math.nan
    if not 0 <= begin < math.inf:
        raise UsageError(f"{text.strip()!r} is no second at which a fault can begin; write a number from 0, such as 30")
    return begin
