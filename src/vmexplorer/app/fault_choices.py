"""What can be done to a part in the what-if lab: the choices of its menu."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.app.details_text import plain
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.fault_words import Verb
from vmexplorer.atlas.kind import Kind

_ABSTRACT = (Kind.STANDARD,)
_TO_COMPONENT = {
    Verb.STOP: "Stop {name}",
    Verb.HANG: "Let {name} hang",
    Verb.KILL: "Kill {name}, as a crash would",
    Verb.RESTART: "Restart {name}",
}
_DONE = {
    Verb.STOP: "{name} stopped",
    Verb.HANG: "{name} hangs",
    Verb.KILL: "{name} killed",
    Verb.RESTART: "{name} restarted",
    Verb.CUT: "{name} cut",
    Verb.BLOCK: "{name} blocked",
    Verb.DROP: "{name} dropped",
    Verb.CONDITION: "{name}",
}


class FaultChoice(NamedTuple):
    """A fault as it is written, such as ``stop vpxa``, and what the menu says."""

    fault: str
    text: str


def component_choices(atlas: Atlas, era: str, component: str) -> tuple[FaultChoice, ...]:
    """What can happen to a component in an era; nothing happens to a standard, which is no program."""
    part = atlas.component(component)
    name = plain(part.name)
    usual = [] if part.kind in _ABSTRACT else [(verb, text.format(name=name)) for verb, text in _TO_COMPONENT.items()]
    special = [
        FaultChoice(f"{Verb.CONDITION} {one.id}", one.name)
        for one in atlas.faults.conditions
        if one.component == component and era in atlas.eras_of(one)
    ]
    return (*[FaultChoice(f"{verb} {component}", text) for verb, text in usual], *special)


def link_choices(atlas: Atlas, era: str, links: tuple[str, ...]) -> tuple[FaultChoice, ...]:
    """What can happen to the links that a line stands for: each can be cut, each of their ports blocked."""
    here = [atlas.link(id) for id in links if era in atlas.link_eras[id]]
    cuts = []
    for link in here:
        ends = f"{plain(atlas.component(link.source).name)} → {plain(atlas.component(link.target).name)}"
        cuts.append(FaultChoice(f"{Verb.CUT} {link.id}", f"Cut {ends} ({link.id}, {plain(link.protocol)})"))
    ports = dict.fromkeys([str(port) for link in here for port in link.ports])
    return (*cuts, *[FaultChoice(f"{Verb.BLOCK} {port}", f"Block {port} for everybody") for port in ports])


def message_choices(flow: str, branch: str, step: int, message: str) -> tuple[FaultChoice, ...]:
    """What can happen to a message under way; ``step`` counts from 1."""
    name = f"{flow}/{branch}" if branch else flow
    return (FaultChoice(f"{Verb.DROP} {name}/{step}", f"Drop this message: {plain(message)}"),)


def known_faults(atlas: Atlas, era: str) -> tuple[str, ...]:
    """Every fault that can be written in an era, for completing it: components, links, ports and conditions."""
    found: dict[str, None] = {}
    for id, eras in atlas.component_eras.items():
        if era in eras:
            found |= dict.fromkeys([choice.fault for choice in component_choices(atlas, era, id)])
    links = tuple([id for id, eras in atlas.link_eras.items() if era in eras])
    found |= dict.fromkeys([choice.fault for choice in link_choices(atlas, era, links)])
    for one in atlas.faults.conditions:
        if era in atlas.eras_of(one):
            found[f"{Verb.CONDITION} {one.id}"] = None
    return tuple(found)


def fault_text(atlas: Atlas, verb: Verb, target: str) -> str:
    """A fault in words, such as "hostd hangs"."""
    name = target
    if target in atlas.components:
        name = plain(atlas.components[target].name)
    elif verb is Verb.CONDITION:
        name = next((one.name for one in atlas.faults.conditions if one.id == target), target)
    elif verb is Verb.DROP:
        name = f"step {target.rpartition('/')[2]} of {target.rpartition('/')[0]}"
    return _DONE[verb].format(name=name)
