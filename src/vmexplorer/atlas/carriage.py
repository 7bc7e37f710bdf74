"""Which link carries a step of a flow, and which of its ports the step crosses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.link import Link, Opens, Plane, Port
from vmexplorer.atlas.step_kind import StepKind

_NAMED_PORT = re.compile(r"\b(TCP|UDP) (\d{1,5})\b")


def carrier(step: Step, links: Iterable[Link]) -> Link | None:
    """The link that a step runs on.

    A step runs between the ends of its link, or between an end and a component
    that the link passes through. Of several links it takes the one whose port
    its message names, else one that is opened in its direction (for a reply:
    against it), else one of its plane, else one that joins its ends directly,
    else the first. Work inside a component runs on a link of its plane that
    leads from the component to its own kind on another host.

    Args:
        step: the step.
        links: the links of the era, in the order of the pack.

    Returns:
        the link; None when no link joins the ends.
    """
    able = [link for link in links if _can_carry(link, step)]
    return max(able, key=_Fit(step)) if able else None


def crossed(step: Step, link: Link) -> tuple[Port, ...]:
    """The ports of its link that a step crosses.

    All of them from end to end. Where the link passes through other components,
    its network ports lie before the first of them and its loopback ports behind.
    """
    ends = {step.source, step.target}
    network = tuple([port for port in link.ports if not port.loopback])
    inside = tuple([port for port in link.ports if port.loopback])
    if ends == {link.source, link.target}:
        return link.ports
    return (network or inside) if link.source in ends else inside


class _Fit:
    """How well links suit a step; the greater the better."""

    def __init__(self, step: Step) -> None:
        self._step = step
        self._named = [(transport, int(number)) for transport, number in _NAMED_PORT.findall(step.message)]

    def __call__(self, link: Link) -> tuple[bool, bool, bool, bool]:
        step = self._step
        named = any(
            transport in port.transport and port.includes(number)
            for transport, number in self._named
            for port in link.ports
        )
        along = _forward(link, step) != (step.kind is StepKind.REPLY) or link.opens is Opens.BOTH
        direct = {step.source, step.target} == {link.source, link.target}
        return named, along, _same_plane(link, step), direct


def _can_carry(link: Link, step: Step) -> bool:
    if step.source == step.target:
        return link.source == link.target == step.source and _same_plane(link, step)
    stops = (link.source, *link.via, link.target)
    if step.source not in stops or step.target not in stops:
        return False
    # Datagrams go the way they are sent; only an answer comes back.
    one_way = bool(link.ports) and all(port.transport == "UDP" for port in link.ports) and link.opens is Opens.SOURCE
    return not one_way or step.kind is StepKind.REPLY or _forward(link, step)


def _forward(link: Link, step: Step) -> bool:
    stops = (link.source, *link.via, link.target)
    return stops.index(step.source) <= stops.index(step.target)


def _same_plane(link: Link, step: Step) -> bool:
    return (link.plane is Plane.DATA) == (step.kind is StepKind.DATA)
