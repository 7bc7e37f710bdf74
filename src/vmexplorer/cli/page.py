"""A page of plain text: headings, wrapped paragraphs, bullets and labelled facts."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from vmexplorer.atlas.era import VersionFact
from vmexplorer.atlas.evidence import Evidence, Statement

_LABEL = 12


class Page:
    """Collects lines, none wider than the width unless a single word is."""

    def __init__(self, width: int) -> None:
        self.lines: list[str] = []
        self._width = width

    def text(self, text: str, first: str = "", rest: str = "") -> None:
        """A paragraph; ``first`` and ``rest`` stand before its first and its further lines."""
        self.lines += textwrap.wrap(
            text,
            self._width,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def heading(self, text: str) -> None:
        """A heading, set off by an empty line."""
        self.lines += ["", text]

    def fact(self, label: str, text: str) -> None:
        """A label and what it is, such as the kind of a component; nothing when there is no text."""
        if text:
            self.text(text, f"{label:<{_LABEL}}", " " * _LABEL)

    def bullets(self, heading: str, texts: Iterable[str]) -> None:
        """A heading with a list below it; nothing when the list is empty."""
        for place, text in enumerate(texts):
            if place == 0:
                self.heading(heading)
            self.text(text, "  - ", "    ")


def stated(statement: Statement) -> str:
    """A statement followed by how it is known."""
    return f"{statement.text} ({known_from(statement.evidence)})"


def version_text(since: VersionFact, until: VersionFact | None) -> str:
    """From which version to which, with how that is known."""
    end = "and still there" if until is None else f"until {until} ({known_from(until.evidence)})"
    return f"from {since} ({known_from(since.evidence)}) {end}"


def known_from(evidence: Iterable[Evidence]) -> str:
    """Evidence in words, such as ``verified: S18, S26; general knowledge``."""
    sources: dict[str, list[str]] = {}
    for mark in evidence:
        sources.setdefault(mark.standing.value, []).extend(mark.sources)
    return "; ".join([f"{standing}: {', '.join(names)}" if names else standing for standing, names in sources.items()])
