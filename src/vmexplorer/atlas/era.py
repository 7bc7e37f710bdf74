"""Product versions, the eras they fall into, and ranges of both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from vmexplorer.atlas.evidence import MARK_PATTERN, Evidence, Statement
from vmexplorer.atlas.fields import described

_VERSION = re.compile(r"(\d{1,2})\.(\d{1,2})(?: U(\d{1,2}))?")


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A product version such as ``6.0 U2``; compares in release order."""

    PATTERN: ClassVar[str] = r"\d{1,2}\.\d{1,2}( U\d{1,2})?"
    FORM: ClassVar[str] = "a version such as 6.5 or 8.0 U1"

    major: int
    minor: int
    update: int = 0

    @classmethod
    def parse(cls, written: str) -> Self:
        """Reads ``6.5`` or ``8.0 U1``.

        Raises:
            ValueError: the text has another form.
        """
        found = _VERSION.fullmatch(written)
        if found is None:
            raise ValueError(f"is not {cls.FORM}")
        major, minor, update = found.groups(default="0")
        return cls(int(major), int(minor), int(update))

    def __str__(self) -> str:
        update = f" U{self.update}" if self.update else ""
        return f"{self.major}.{self.minor}{update}"


@dataclass(frozen=True, slots=True)
class VersionFact:
    """A version together with the evidence for it, written ``8.0 U1 [v:S43]``."""

    PATTERN: ClassVar[str] = rf"{Version.PATTERN}\s*({MARK_PATTERN}\s*)+"
    FORM: ClassVar[str] = "a version and an evidence mark, such as 8.0 U1 [v:S43]"

    version: Version
    evidence: tuple[Evidence, ...]

    @classmethod
    def parse(cls, written: str) -> Self:
        """Reads a version with its evidence marks.

        Raises:
            ValueError: the version or the mark is missing or malformed.
        """
        statement = Statement.parse(written)
        return cls(Version.parse(statement.text), statement.evidence)

    def __str__(self) -> str:
        return str(self.version)


@dataclass(frozen=True, slots=True)
class Era:
    """A span of product versions in which the host was built the same way."""

    id: str = described("short id, such as e8")
    name: str = described("name shown to people, such as ESXi 8.0")
    short: str = described("label of the slider stop, a few characters", max_length=8)
    first: Version = described("the first version of the era; it ends where the next era begins")
    years: str = described("years on sale")
    reason: str = described("one line: why this is an era of its own")


@dataclass(frozen=True, slots=True)
class EraRange:
    """Some consecutive eras, written ``e5``, ``e5..e7``, ``e5..`` or ``..e4``."""

    PATTERN: ClassVar[str] = r"(\w+)?(\.\.(\w+)?)?"
    FORM: ClassVar[str] = "an era or a range of eras: e5, e5..e7, e5.. or ..e4"

    first: str
    last: str

    @classmethod
    def parse(cls, written: str) -> Self:
        """Reads a range; an open end is the empty string.

        Raises:
            ValueError: the text has another form.
        """
        found = re.fullmatch(r"(\w*)(\.\.)?(\w*)", written)
        if found is None or not written or written == "..":
            raise ValueError(f"is not {cls.FORM}")
        first, dots, last = found.groups()
        return cls(first, last if dots else first)

    def covers(self, era: str, order: tuple[str, ...]) -> bool:
        """Whether ``era`` lies in the range, given all era ids in their order."""
        place = order.index(era)
        after_first = not self.first or order.index(self.first) <= place
        return after_first and (not self.last or place <= order.index(self.last))
