"""Statements and the evidence that stands behind them.

In a pack every factual sentence ends in one or more marks:

``[v:S12]``       verified: the text of source S12 was read
``[v:S12, inf]``  verified samples in S12, the rule stated is inferred from them
``[code:S2]``     read in the published source code S2
``[gk]``          general knowledge, not verified
``[?]``           sources disagree or could not be found
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Self

MARK_PATTERN = r"\[(gk|\?|(v|code):S\d+(, *S\d+)*(, *inf)?)\]"

_MARK = re.compile(r"\[(gk|\?|(?:v|code):S\d+(?:,\s*S\d+)*(?:,\s*inf)?)\]")


class Standing(StrEnum):
    """How far a statement can be relied on."""

    VERIFIED = "verified"
    CODE = "read in source code"
    INFERRED = "inferred from samples"
    GENERAL = "general knowledge"
    OPEN = "not settled"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One mark: how a statement is known and, where verified, from which sources."""

    standing: Standing
    sources: tuple[str, ...] = ()

    @classmethod
    def parse(cls, mark: str) -> Self:
        """Reads the inside of a mark, such as ``v:S12, inf``."""
        if mark == "gk":
            return cls(Standing.GENERAL)
        if mark == "?":
            return cls(Standing.OPEN)
        form, _, rest = mark.partition(":")
        names = tuple(part.strip() for part in rest.split(","))
        if names[-1] == "inf":
            return cls(Standing.INFERRED, names[:-1])
        return cls(Standing.CODE if form == "code" else Standing.VERIFIED, names)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or two of teaching text with its evidence.

    ``text`` may hold code spans in backticks (commands, paths, log lines).
    """

    PATTERN: ClassVar[str] = rf"\s*\S[\s\S]*({MARK_PATTERN}\s*)+"
    FORM: ClassVar[str] = "text that ends in an evidence mark such as [v:S12], [code:S2], [gk] or [?]"

    text: str
    evidence: tuple[Evidence, ...]

    @classmethod
    def parse(cls, written: str) -> Self:
        """Splits a written statement into its text and its trailing marks.

        Raises:
            ValueError: there is no mark at the end, or nothing before it.
        """
        rest = written.rstrip()
        marks: list[Evidence] = []
        # From the end, mark by mark: one expression for all of them can take quadratic time.
        while rest.endswith("]"):
            start = rest.rfind("[")
            found = _MARK.fullmatch(rest, max(start, 0))
            if found is None:
                break
            marks.append(Evidence.parse(found.group(1)))
            rest = rest[:start].rstrip()
        if not marks:
            raise ValueError("has no evidence mark at its end; add [v:S…], [code:S…], [gk] or [?]")
        text = " ".join(rest.split())
        if not text:
            raise ValueError("has an evidence mark but says nothing")
        return cls(text, tuple(reversed(marks)))

    def __str__(self) -> str:
        return self.text


def written(statement: Statement) -> str:
    """A statement as a pack has it, with its marks; ``Statement.parse`` reads the same again."""
    return " ".join([statement.text, *(f"[{_inside(mark)}]" for mark in statement.evidence)])


def _inside(mark: Evidence) -> str:
    """The inside of a mark."""
    plain = {Standing.GENERAL: "gk", Standing.OPEN: "?"}.get(mark.standing)
    if plain is not None:
        return plain
    sources = ", ".join([*mark.sources, *(["inf"] if mark.standing is Standing.INFERRED else [])])
    return f"{'code' if mark.standing is Standing.CODE else 'v'}:{sources}"


def joined(statements: tuple[Statement, ...]) -> str:
    """The texts of several statements as one paragraph."""
    return " ".join(statement.text for statement in statements)
