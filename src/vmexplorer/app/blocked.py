"""What stops working when a firewall blocks a port."""

from __future__ import annotations

from dataclasses import dataclass

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.carriage import carrier, crossed
from vmexplorer.atlas.flow import Flow
from vmexplorer.atlas.link import Link
from vmexplorer.atlas.port_query import PortQuery, UnknownPortError

__all__ = ["Blocked", "BlockedFlow", "UnknownPortError", "blocked"]


@dataclass(frozen=True, slots=True)
class BlockedFlow:
    """How far a flow gets.

    ``fails_at`` is the number, from 1, of its first step that cannot happen, and
    ``message`` is that step's; None and "" when the flow goes on working.
    ``because`` has the id of the blocked link that the step runs on.
    """

    flow: str
    name: str
    fails_at: int | None = None
    message: str = ""
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Blocked:
    """The answer for a port in an era: the links that use it, and every flow that the era offers."""

    port: str
    era: str
    links: tuple[Link, ...]
    flows: tuple[BlockedFlow, ...]


def blocked(atlas: Atlas, port: str, era: str) -> Blocked:
    """Follows every flow of an era up to the step that a blocked port stops.

    Args:
        atlas: where links and flows come from.
        port: a number, with or without its transport (``902``, ``UDP 902``, ``tcp/427``), or a word of a
            protocol (``SNMP``). After ``loopback`` it means ports inside a host, and otherwise never.
        era: an id, name or version.

    Raises:
        UnknownPortError: no link of the era uses the port.
        UnknownNameError: there is no such era, or no link speaks such a protocol.
        VmexplorerError: what is meant stays inside a host.
    """
    shown = atlas.era(era)
    query = PortQuery.of(port)
    links = tuple([link for link in atlas.links.values() if shown.id in atlas.link_eras[link.id]])
    hit = tuple([link for link in links if query.ports_of(link)])
    if not hit:
        raise query.unanswered(links, shown.name)
    offered = [flow for flow in atlas.flows.values() if shown.id in atlas.eras_of(flow)]
    return Blocked(
        query.label, shown.id, hit, tuple([_followed(atlas, flow, shown.id, links, query) for flow in offered])
    )


def _followed(atlas: Atlas, flow: Flow, era: str, links: tuple[Link, ...], query: PortQuery) -> BlockedFlow:
    for number, step in enumerate(atlas.steps_in(flow, era), start=1):
        link = carrier(step, links)
        if link is not None and set(query.ports_of(link)).intersection(crossed(step, link)):
            return BlockedFlow(flow.id, flow.name, number, step.message, (link.id,))
    return BlockedFlow(flow.id, flow.name)
