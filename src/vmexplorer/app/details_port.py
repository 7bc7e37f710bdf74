"""The page on a port: which links use it, and which message paths a firewall that blocks it would stop."""

from __future__ import annotations

from collections.abc import Iterable

from vmexplorer.app.blocked import Blocked, BlockedFlow, blocked
from vmexplorer.app.details_component import filled
from vmexplorer.app.details_page import Action, Fact, Item, Page, Paragraph, Pill, Row, Section, Span, Subject, Tone
from vmexplorer.app.details_text import counted, plain
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.link import Link
from vmexplorer.atlas.port_query import PortQuery
from vmexplorer.drawing.theme import Role


def port_page(atlas: Atlas, port: str, era: str) -> Page:
    """What uses a port, and what would break without it.

    Args:
        atlas: where links and flows come from.
        port: a question such as ``902``, ``UDP 902``, ``loopback 8307`` or ``SNMP``.
        era: an id, name or version; decides which links and flows there are.

    Raises:
        UnknownNameError: there is no such era, or nothing of the era uses such a port.
        VmexplorerError: no firewall can block what is meant; the sentence says why.
    """
    found, query = blocked(atlas, port, era), PortQuery.of(port)
    failing = [flow for flow in found.flows if flow.fails_at is not None]
    working = [flow for flow in found.flows if flow.fails_at is None]
    sections = (
        Section("", _lead(atlas, found, query, len(failing))),
        Section("Would fail", tuple([_failing_row(flow) for flow in failing])),
        Section("Uses it", tuple([_link_row(atlas, link, query) for link in found.links])),
        Section("Goes on working", tuple([_working_row(atlas, flow, found.era) for flow in working])),
    )
    fail = (
        Pill(f"{counted(len(failing), 'path')} would fail", Role.FAULT)
        if failing
        else Pill("no path fails", Role.RUNNING)
    )
    pills = (Pill(counted(len(found.links), "link"), Role.ACCENT), fail)
    title = port_title(query, found.links)
    return Page(Action(Subject.PORT, found.port), title, pills, filled(sections))


def port_title(query: PortQuery, links: Iterable[Link]) -> str:
    """What a port is called: ``Port UDP 902``, ``Loopback port TCP 8307`` or, for a protocol, ``Ports of SNMP``.

    Args:
        query: the question.
        links: those that it means; a protocol is written as they write it.
    """
    word = "ports of" if query.words else "port"
    name = spelled(query, links) or query.label.removeprefix("loopback ")
    return f"Loopback {word} {name}" if query.loopback else f"{word.capitalize()} {name}"


def spelled(query: PortQuery, links: Iterable[Link]) -> str:
    """A protocol as the first of some links writes it; "" when none does, or when the question is a number."""
    name = query.label.removeprefix("loopback ")
    for link in links if query.words else ():
        start = link.protocol.casefold().find(name.casefold())
        if start >= 0:
            return link.protocol[start : start + len(name)]
    return ""


def _lead(atlas: Atlas, found: Blocked, query: PortQuery, failing: int) -> tuple[Item, ...]:
    ports = dict.fromkeys([str(port) for link in found.links for port in query.ports_of(link)])
    count, era = len(found.flows), atlas.era(found.era).name
    verb = "stops" if failing == 1 else "stop"
    stopped = f"{failing} of {counted(count, 'message path')} {verb}" if failing else "no message path stops"
    # No firewall stands inside a host, but a program there may fail to answer.
    condition = "nothing answers on it inside a host of" if query.loopback else "a firewall blocks it on"
    items: list[Item] = [
        Paragraph((Span(f"Where {condition} {era}, {stopped}."),)),
        Fact("Stands for", (Span(", ".join(ports), code=True),), True),
    ]
    transports = {port.transport for link in found.links for port in query.ports_of(link)}
    if not query.words and not query.transports and {"TCP", "UDP"} <= transports:
        hint = f"TCP and UDP are two doors: look for TCP {query.first} or UDP {query.first} to see one alone."
        items.append(Paragraph((Span(hint),), tone=Tone.NOTE))
    return tuple(items)


def _failing_row(flow: BlockedFlow) -> Row:
    return Row(plain(flow.name), f"at step {flow.fails_at}: {plain(flow.message)}", Action(Subject.FLOW, flow.flow))


def _working_row(atlas: Atlas, flow: BlockedFlow, era: str) -> Row:
    steps = len(atlas.steps_in(atlas.flow(flow.flow), era))
    return Row(plain(flow.name), counted(steps, "step"), Action(Subject.FLOW, flow.flow))


def _link_row(atlas: Atlas, link: Link, query: PortQuery) -> Row:
    ends = f"{atlas.component(link.source).name} → {atlas.component(link.target).name}"
    ports = ", ".join([str(port) for port in query.ports_of(link)])
    return Row(plain(ends), f"{ports} · {plain(link.protocol)}", Action(Subject.LINK, link.id))
