"""Recognises a question about a port in what was typed, so that the search can offer its answer."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.app.details_port import port_title, spelled
from vmexplorer.app.details_text import counted
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.link import Link
from vmexplorer.atlas.port_query import PortQuery

_TRANSPORTS = ("TCP", "UDP")
_SHORTEST = 2  # letters of a word of a protocol
_MOST_NAMED = 4  # ports; more are only counted


class PortOffer(NamedTuple):
    """A question that has an answer; ``numbered`` when it names a number and so can mean nothing else."""

    question: str
    title: str
    detail: str
    numbered: bool


def port_offer(atlas: Atlas, typed: str, era: str) -> PortOffer | None:
    """What can be told of a port.

    A number that is used inside hosts alone is taken to mean just that.

    Args:
        atlas: where the links are.
        typed: what was typed, such as ``902``, ``udp 902`` or ``snmp``.
        era: the id of an era.

    Returns:
        the question as the page on ports takes it; None when no link of the era uses such a port.
    """
    query = PortQuery.of(typed)
    if any(len(word) < _SHORTEST for word in query.words):
        return None
    links = [link for link in atlas.links.values() if era in atlas.link_eras[link.id]]
    found = _asked(links, query)
    if not found and not query.words and not query.loopback:
        query = PortQuery.of(f"loopback {query.label}")
        found = _asked(links, query)
    if not found or (query.words and not _names_protocol(query, found)):
        return None
    ports = list(dict.fromkeys(str(port) for link in found for port in query.ports_of(link)))
    named = ", ".join(ports) if len(ports) <= _MOST_NAMED else counted(len(ports), "port")
    title = f"{port_title(query, found)}: what uses it, what would break"
    return PortOffer(query.label, title, f"{named} on {counted(len(found), 'link')}", not query.words)


def _names_protocol(query: PortQuery, links: list[Link]) -> bool:
    """Whether a word names a protocol and does not merely stand in the description of one, such as "order"."""
    name = spelled(query, links)
    if name in _TRANSPORTS:
        return False
    first = {link.protocol.partition(",")[0].casefold() for link in links}
    return sum(letter.isupper() for letter in name) > 1 or name.casefold() in first


def _asked(links: list[Link], query: PortQuery) -> list[Link]:
    return [link for link in links if query.ports_of(link)]
