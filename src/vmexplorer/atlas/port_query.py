"""What a question about a port means, such as ``UDP 902``, ``tcp/427``, ``loopback 8307`` or ``SNMP``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Self

from vmexplorer.atlas.link import Link, Port
from vmexplorer.errors import UnknownNameError, VmexplorerError

_TRANSPORT = r"(tcp/udp|tcp|udp)"
_PORT = re.compile(rf"(?:port )?(?:{_TRANSPORT} ?/? ?)?([0-9]{{1,9}})(?:-([0-9]{{1,9}}))?(?: ?/? ?{_TRANSPORT})?")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 100
# Words that stand in the names of protocols and are none.
_FILLERS = frozenset(
    (
        "a",
        "and",
        "between",
        "by",
        "from",
        "in",
        "manner",
        "no",
        "of",
        "on",
        "or",
        "over",
        "path",
        "plain",
        "the",
        "through",
        "to",
        "with",
    )
)


class UnknownPortError(UnknownNameError):
    """A port that no link uses; says which used one is nearest."""

    def __init__(self, port: str, era: str, used: str) -> None:
        hint = f"; the nearest used port is {used}" if used else ""
        VmexplorerError.__init__(self, f"no link uses {port} in {era}{hint}")
        self.what, self.name, self.nearest = "port", port, used


class PortQuery(NamedTuple):
    """Ports by number, or all ports of the links that speak a protocol.

    ``first`` to ``last`` are numbers, -1 when ``words`` name a protocol instead.
    ``transports`` is empty when the question leaves it open. ``loopback`` asks
    for what stays inside a host, which nothing outside can block.
    """

    label: str
    words: tuple[str, ...]
    transports: frozenset[str]
    first: int
    last: int
    loopback: bool

    @classmethod
    def of(cls, asked: str) -> Self:
        """Reads a question in any of its forms, whatever the case of its letters."""
        given = asked[:_LONGEST].split()
        loopback = len(given) > 1 and given[0].casefold() == "loopback"
        said = " ".join(given[1:] if loopback else given)
        prefix = "loopback " if loopback else ""
        port = _PORT.fullmatch(said.casefold())
        if port is None:
            return cls(prefix + said, _words(said), frozenset(), -1, -1, loopback)
        transport = (port[1] or port[4] or "").upper()
        first, last = int(port[2]), int(port[3] or port[2])
        numbers = str(first) if first == last else f"{first}-{last}"
        label = f"{prefix}{transport} {numbers}" if transport else prefix + numbers
        return cls(label, (), frozenset(transport.split("/")) - {""}, first, last, loopback)

    def ports_of(self, link: Link) -> tuple[Port, ...]:
        """The ports of a link that the question means; none when it does not concern the link."""
        if self.words and not self.spoken_on(link):
            return ()
        return tuple([port for port in link.ports if port.loopback == self.loopback and self._means(port)])

    def spoken_on(self, link: Link) -> bool:
        """Whether the words stand in the name of the link's protocol, one after the other."""
        spoken, count = _words(link.protocol), len(self.words)
        places = range(len(spoken) - count + 1)
        meaningful = not _FILLERS.issuperset(self.words)
        return meaningful and any(spoken[place : place + count] == self.words for place in places)

    def unanswered(self, links: Sequence[Link], era: str) -> VmexplorerError:
        """Why none of the links is meant, with the nearest question that has an answer."""
        inside = self._replace(loopback=True, label=f"loopback {self.label}")
        if not self.loopback and any(inside.ports_of(link) for link in links):
            advice = f"ask for {inside.label!r}"
            return VmexplorerError(f"{self.label} stays inside the host in {era}, where no firewall stands; {advice}")
        if self.words and any(self.spoken_on(link) for link in links):
            return VmexplorerError(f"{self.label!r} uses no network port in {era}, so no firewall can block it")
        if self.first < 0:
            spoken = [word for link in links for word in _WORD.findall(link.protocol)]
            known = [word for word in spoken if word.casefold() not in _FILLERS]
            return UnknownNameError("port or protocol", self.label, known)
        number = self.label.removeprefix("loopback ")
        return UnknownPortError(f"{'loopback ' * self.loopback}port {number}", era, self._nearest(links))

    def _means(self, port: Port) -> bool:
        transports = set(port.transport.split("/"))
        if self.transports and not self.transports & transports:
            return False
        return bool(self.words) or (port.first <= self.last and self.first <= port.last)

    def _nearest(self, links: Iterable[Link]) -> str:
        used = [port for link in links for port in link.ports if port.loopback == self.loopback]
        distances = [max(port.first - self.last, self.first - port.last, 0) for port in used]
        return str(used[distances.index(min(distances))]) if used else ""


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))
