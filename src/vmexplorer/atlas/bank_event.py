"""What can happen to a host with two boot banks: one event, as people write it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Self

from vmexplorer.errors import nearest

LONGEST_NAME = 24


class Happening(StrEnum):
    """The kinds of events; the value is how one is written, before the name of an image."""

    STAGE = "stage"
    STAGE_BROKEN = "stage-broken"
    REBOOT = "reboot"
    POWER_CYCLE = "power-cycle"
    COMPLETE = "complete"
    CRASH = "crash"
    SHIFT_R_YES = "shift-r yes"
    SHIFT_R_NO = "shift-r no"


STAGING = (Happening.STAGE, Happening.STAGE_BROKEN)
SHIFT_R = (Happening.SHIFT_R_YES, Happening.SHIFT_R_NO)
POWER_ON = (Happening.REBOOT, Happening.POWER_CYCLE, *SHIFT_R)
"""After each of these the loader runs."""


@dataclass(frozen=True, slots=True)
class BankEvent:
    """One event; ``image`` is the name of the image that is staged, else ""."""

    PATTERN: ClassVar[str] = rf"(?:stage(?:-broken)? .{{1,{LONGEST_NAME}}}|[a-z-]+(?: yes| no)?)"
    FORM: ClassVar[str] = "an event: " + ", ".join(
        f"{kind} NAME" if kind in STAGING else str(kind) for kind in Happening
    )

    kind: Happening
    image: str = ""

    @classmethod
    def parse(cls, written: str) -> Self:
        """Reads an event such as ``stage B`` or ``shift-r yes``, whatever the case of its verb.

        Raises:
            ValueError: there is no such event, or the name of the image is missing or too long.
        """
        words = written.split()
        verb = words[0].casefold() if words else ""
        if verb in STAGING:
            return cls(Happening(verb), _name(verb, " ".join(words[1:])))
        said = " ".join(words).casefold()
        if said not in list(Happening):
            close = nearest(said, [str(kind) for kind in Happening])
            hint = f"; the nearest is {close!r}" if close else f"; it must be {cls.FORM}"
            raise ValueError(f"{' '.join(words)!r} is no event{hint}")
        return cls(Happening(said))

    def __str__(self) -> str:
        return f"{self.kind} {self.image}".rstrip()


def _name(verb: str, name: str) -> str:
    if not name:
        raise ValueError(f"{verb!r} names no image; write {verb} B")
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise ValueError(f"the name of an image has at most {LONGEST_NAME} letters that can be printed")
    return name
