"""The error family. Every message is one sentence that a user can act on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class VmexplorerError(Exception):
    """Anything that went wrong for a reason the user can understand and mend."""


class Problem(NamedTuple):
    """One thing that is wrong in a pack.

    ``file`` is relative to the pack folder, ``line`` counts from 1 (None: the
    file as a whole), ``key`` is the dotted path to the value, ``hint`` names the
    nearest right thing and may be empty.
    """

    file: str
    line: int | None
    key: str
    text: str
    hint: str = ""

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        key = f" {self.key}:" if self.key else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}:{key} {self.text}{hint}"


class PackError(VmexplorerError):
    """A pack that cannot be used; carries every problem that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        first = str(self.problems[0]) if self.problems else "the pack is empty"
        more = f" (and {count - 1} more)" if count > 1 else ""
        super().__init__(first + more)


class UnknownNameError(VmexplorerError):
    """A name that nothing in the pack has; says which existing name is nearest."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        self.what = what
        self.name = name
        self.nearest = nearest(name, known)
        hint = f"; the nearest is {self.nearest!r}" if self.nearest else ""
        super().__init__(f"there is no {what} {name!r}{hint}")


class UsageError(VmexplorerError):
    """The command line asks for something that does not exist or cannot be."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like ``name``, or "" when none is close enough."""
    # difflib costs start-up time and is needed only when something is wrong.
    from difflib import get_close_matches

    table = {candidate.casefold(): candidate for candidate in known}
    found = get_close_matches(name.casefold(), table, n=1, cutoff=0.5)
    return table[found[0]] if found else ""
