"""A parsed document as a light tree in which every value knows its line."""

from __future__ import annotations

import re
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass, field

# A leading zero is no number: YAML versions disagree on whether 010 is eight or ten.
_WHOLE = re.compile(r"[+-]?(0|[1-9][0-9]{0,14})")
_NUMBER = re.compile(r"[+-]?(?=.{1,30}$)((0|[1-9][0-9]*)(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,2})?")
_PATH_PART = re.compile(r"[^.\[\]]+")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as it was written; ``plain`` when it stood without quotes. Lines count from 1."""

    text: str
    plain: bool
    line: int

    @property
    def value(self) -> str | int | float | bool | None:
        """The value: only true, false, null, whole and decimal numbers are not text."""
        text = self.text
        if not self.plain:
            return text
        if text in ("", "~", "null"):
            return None
        if text in ("true", "false"):
            return text == "true"
        if text[0] not in "+-.0123456789":
            return text
        if _WHOLE.fullmatch(text):
            return int(text)
        return float(text) if _NUMBER.fullmatch(text) else text


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    line: int
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, and the line of each key."""

    line: int
    entries: dict[str, Node] = field(default_factory=dict)
    key_lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Lines:
    """Where each value of a pack stands: the parsed documents by file name."""

    documents: ReadOnly[str, Node]

    def line(self, file: str, key: str) -> int | None:
        """The line of a dotted key such as ``zones[0].cards[2].at``.

        Falls back to the line of the nearest part that exists; None when the
        file is unknown.
        """
        node = self.documents.get(file)
        if node is None:
            return None
        line = node.line
        for part in _PATH_PART.findall(key):
            if isinstance(node, Mapping) and part in node.entries:
                line, node = node.key_lines[part], node.entries[part]
            elif isinstance(node, Sequence) and part.isdecimal() and int(part) < len(node.items):
                node = node.items[int(part)]
                line = node.line
            else:
                break
        return line
