"""A link: a communication path between two components."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Self

from vmexplorer.atlas.era import VersionFact
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fields import described

_PORT = re.compile(r"(loopback )?(TCP/UDP|TCP|UDP) (\d{1,5})(?:-(\d{1,5}))?")


class Plane(StrEnum):
    """Which kind of traffic a link carries."""

    MANAGEMENT = "management"
    DATA = "data"


class Opens(StrEnum):
    """Which end opens the connection."""

    SOURCE = "from"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Port:
    """A network port or range, such as ``TCP 443`` or ``loopback TCP 8307``."""

    PATTERN: ClassVar[str] = r"(loopback )?(TCP|UDP|TCP/UDP) \d{1,5}(-\d{1,5})?"
    FORM: ClassVar[str] = "a port such as TCP 443, UDP 902, TCP/UDP 2050-2250 or loopback TCP 8307"

    transport: str
    first: int
    last: int
    loopback: bool = False

    @classmethod
    def parse(cls, written: str) -> Self:
        """Reads one port.

        Raises:
            ValueError: the text has another form or the number is no port.
        """
        found = _PORT.fullmatch(written)
        if found is None:
            raise ValueError(f"is not {cls.FORM}")
        first = int(found[3])
        last = int(found[4] or first)
        if not 0 < first <= last < 65536:
            raise ValueError("is not a port from 1 to 65535")
        return cls(found[2], first, last, found[1] is not None)

    def __str__(self) -> str:
        where = "loopback " if self.loopback else ""
        numbers = str(self.first) if self.first == self.last else f"{self.first}-{self.last}"
        return f"{where}{self.transport} {numbers}"

    def includes(self, number: int) -> bool:
        """Whether the port number lies in this range."""
        return self.first <= number <= self.last


@dataclass(frozen=True, slots=True)
class Link:
    """One communication path, drawn as a line."""

    id: str = described("id, unique in the pack, such as L08")
    source: str = described("the component that opens the connection", key="from", ref="component")
    target: str = described("the component at the other end", key="to", ref="component")
    protocol: str = described("what is spoken on it", max_length=80)
    plane: Plane = described("management or data")
    carries: str = described("what travels on it, in a few words", max_length=120)
    since: VersionFact = described("the first version that has it")
    description: tuple[Statement, ...] = described("what to know of it")
    opens: Opens = described("who opens the connection: from (the source) or both", default=Opens.SOURCE)
    ports: tuple[Port, ...] = described("its ports; none for local paths", default=())
    until: VersionFact | None = described("the last version that has it; left out: it is still there", default=None)
    account: Statement | None = described("the account used on it", default=None)
    via: tuple[str, ...] = described(
        "components it passes through, in order, where they exist and are drawn", default=(), ref="component"
    )
    regular: bool = described(
        "whether it carries traffic all the time, even when nobody asks for anything", default=False
    )
