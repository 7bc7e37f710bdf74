"""Routes between components over the links of one era."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.evidence import Evidence, Statement
from vmexplorer.atlas.flow import Flow, Step
from vmexplorer.atlas.link import Link
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.atlas.view import Zone
from vmexplorer.errors import VmexplorerError

if TYPE_CHECKING:
    import networkx

# A hop against the direction in which a link is opened costs a trace more: it only decides between equals.
_FORWARD = 1000
_BACKWARD = 1001

_MESSAGE_LENGTH = 28
_NAME_LENGTH = 48


@dataclass(frozen=True, slots=True)
class Hop:
    """One link on a route; ``forward`` when it is taken from its source to its target."""

    source: str
    target: str
    link: str
    forward: bool


def shortest_route(atlas: Atlas, start: str, end: str, era: str) -> tuple[Hop, ...]:
    """The route with the fewest links between two components, in either direction of each link.

    Raises:
        UnknownNameError: a component or the era does not exist at all.
        VmexplorerError: a component is not there in the era, both are the
            same, or no links join them.
    """
    era = atlas.era(era).id
    for id in (start, end):
        if not atlas.exists(atlas.component(id).id, era):
            raise VmexplorerError(f"{atlas.components[id].name} does not exist in {atlas.era(era).name}")
    names = f"{atlas.components[start].name} and {atlas.components[end].name}"
    if start == end:
        raise VmexplorerError(f"a route needs two different components, and both ends are {atlas.components[end].name}")
    # networkx takes longer to import than most commands take to run.
    import networkx

    graph = _graph(atlas, era)
    try:
        path = networkx.shortest_path(graph, start, end, weight="weight")
    except (networkx.NetworkXNoPath, networkx.NodeNotFound):
        raise VmexplorerError(f"no links join {names} in {atlas.era(era).name}") from None
    return tuple([graph.edges[source, target]["hop"] for source, target in pairwise(path)])


def _graph(atlas: Atlas, era: str) -> networkx.DiGraph[str]:
    import networkx

    graph: networkx.DiGraph[str] = networkx.DiGraph()
    for link in atlas.links.values():
        if era not in atlas.link_eras[link.id] or link.source == link.target:
            continue
        for hop, weight in (
            (Hop(link.source, link.target, link.id, True), _FORWARD),
            (Hop(link.target, link.source, link.id, False), _BACKWARD),
        ):
            known = graph.get_edge_data(hop.source, hop.target)
            if known is None or weight < known["weight"]:
                graph.add_edge(hop.source, hop.target, weight=weight, hop=hop)
    return graph


def route_flow(atlas: Atlas, start: str, end: str, era: str) -> Flow:
    """A flow with the id ``route`` that can be played like an authored one: one request over each link.

    What its steps say is derived from the links, so each carries the evidence
    of its link's description.

    Raises:
        UnknownNameError, VmexplorerError: as ``shortest_route``.
    """
    era = atlas.era(era).id
    hops = shortest_route(atlas, start, end, era)
    names = atlas.component(start).name, atlas.component(end).name
    return Flow(
        id="route",
        name=_cut(f"{names[0]} to {names[1]}", _NAME_LENGTH),
        summary=_cut(f"The shortest way from {names[0]} to {names[1]} in {atlas.era(era).name}", 199) + ".",
        view=_best_view(atlas, hops, era),
        steps=tuple([_step(atlas, hop) for hop in hops]),
        eras=EraRange(era, era),
    )


def _step(atlas: Atlas, hop: Hop) -> Step:
    link = atlas.link(hop.link)
    text = f"{atlas.component(hop.source).name} reaches {atlas.component(hop.target).name} over {link.protocol}"
    if link.ports:
        text += f" ({', '.join(str(port) for port in link.ports)})"
    text += f". The link carries {link.carries}"
    if not hop.forward:
        text += f"; {atlas.component(link.source).name} opens it"
    return Step(
        source=hop.source,
        target=hop.target,
        message=_cut(link.protocol, _MESSAGE_LENGTH),
        kind=StepKind.REQUEST,
        narration=(Statement(text.rstrip(".") + ".", _evidence(link)),),
    )


def _evidence(link: Link) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(mark for statement in link.description for mark in statement.evidence))


def _best_view(atlas: Atlas, hops: tuple[Hop, ...], era: str) -> str:
    """The view that shows most components of the route; among equals the home view, then the first."""
    wanted = {hops[0].source, *(hop.target for hop in hops)}
    best, most = atlas.manifest.home, -1
    for id in dict.fromkeys([atlas.manifest.home, *atlas.views]):
        count = len(wanted & _shown(atlas, atlas.view(id).zones, era))
        if count > most:
            best, most = id, count
    return best


def _shown(atlas: Atlas, zones: tuple[Zone, ...], era: str) -> set[str]:
    found: set[str] = set()
    for zone in zones:
        if era in atlas.eras_of(zone):
            if zone.component is not None:
                found.add(zone.component)
            found.update([card.component for card in zone.cards if era in atlas.eras_of(card)])
            found |= _shown(atlas, zone.zones, era)
    return found


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
