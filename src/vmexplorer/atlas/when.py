"""Conditions on the host in one short text: a part in one of some states, or a special condition in force."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from vmexplorer.atlas.fault_words import Trouble
from vmexplorer.errors import nearest

_CONDITION = "condition"
_FAULTY = "faulty"
_WRITTEN = re.compile(r"([A-Za-z0-9][A-Za-z0-9_-]*) ([A-Za-z0-9][A-Za-z0-9_|-]*)")


@dataclass(frozen=True, slots=True)
class When:
    """A part in one of some states, or a special condition that is in force (then ``states`` is empty)."""

    PATTERN: ClassVar[str] = r"[A-Za-z0-9][A-Za-z0-9_-]* [A-Za-z0-9][A-Za-z0-9_|-]*"
    FORM: ClassVar[str] = "a part with its states, such as 'hostd hung|stopped' or 'L10 faulty', or 'condition <id>'"

    subject: str
    states: tuple[Trouble, ...]

    @classmethod
    def parse(cls, written: str) -> Self:
        """Reads ``hostd hung|stopped``, ``L10 faulty`` (in any trouble) or ``condition clock-drift``.

        Raises:
            ValueError: the text has another form, or a state is none that is known.
        """
        found = _WRITTEN.fullmatch(written)
        if found is None:
            raise ValueError(f"is not {cls.FORM}")
        subject, rest = found.groups()
        if subject == _CONDITION:
            return cls(rest, ())
        if rest == _FAULTY:
            return cls(subject, tuple(Trouble))
        return cls(subject, tuple([_state(word) for word in rest.split("|")]))

    @property
    def is_condition(self) -> bool:
        """Whether this asks for a special condition and not for the state of a part."""
        return not self.states

    def holds(self, states: Mapping[str, Trouble], conditions: Collection[str]) -> bool:
        """Whether it is so; a part without trouble is in none of the states.

        Args:
            states: the troubles by the id of their component or link.
            conditions: the ids of those in force.
        """
        if self.is_condition:
            return self.subject in conditions
        return states.get(self.subject) in self.states


def _state(word: str) -> Trouble:
    try:
        return Trouble(word)
    except ValueError:
        known = [*Trouble, _FAULTY]
        close = nearest(word, known)
        hint = f"; the nearest is {str(close)!r}" if close else ""
        raise ValueError(f"has the state {word!r}, which is none of {', '.join(known)}{hint}") from None
