"""What the search knows of each thing: its names, its other texts with a reason for each, and its ports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple

from vmexplorer.app.commands import Command
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.comparison import Comparison
from vmexplorer.atlas.component import Component
from vmexplorer.atlas.evidence import joined
from vmexplorer.atlas.flow import Flow
from vmexplorer.atlas.link import Link, Port
from vmexplorer.atlas.tour import STOP_MARK, Stop, Tour


class HitKind(StrEnum):
    """What a search can find; among equals the earlier kind comes first."""

    PORT = "port"
    COMPONENT = "component"
    LINK = "link"
    FLOW = "flow"
    VIEW = "view"
    TOUR = "tour"
    STOP = "stop"
    ERA = "era"
    COMMAND = "command"


class Weight(IntEnum):
    """How much a match in a text counts; names count more and are weighed apart."""

    PORT = 70
    FULL_NAME = 64
    END_OF_LINK = 60
    FACT = 58  # a command, log, protocol or key
    MESSAGE = 46
    PROSE = 42


class Field(NamedTuple):
    """A searched text in lower case, and what to tell when it matches."""

    text: str
    reason: str
    weight: int


class PortField(NamedTuple):
    """A port, what to tell when it matches, and the eras in which that holds."""

    port: Port
    reason: str
    weight: int
    eras: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found.

    ``names`` are in lower case, the title first and then the id; a link has its
    id alone. ``words`` are the words of the names. ``fields`` come heaviest
    first. ``everything`` holds all names and fields, to rule an entry out at
    once.
    """

    kind: HitKind
    id: str
    title: str
    detail: str
    eras: tuple[str, ...]
    names: tuple[str, ...]
    words: frozenset[str]
    fields: tuple[Field, ...]
    ports: tuple[PortField, ...]
    everything: str


def build_index(atlas: Atlas, commands: Sequence[Command], tours: Sequence[Tour] = ()) -> tuple[Entry, ...]:
    """An entry for each thing, by kind and then in the order of the pack."""
    return (
        *(_component(atlas, component) for component in atlas.components.values()),
        *(_link(atlas, link) for link in atlas.links.values()),
        *(_flow(atlas, flow) for flow in atlas.flows.values()),
        *(_comparison(atlas, comparison) for comparison in atlas.comparisons.values()),
        *(
            _entry(HitKind.VIEW, view.id, view.name, view.summary, atlas.era_ids, [_prose(view.summary)])
            for view in atlas.views.values()
        ),
        *(_tour(atlas, tour) for tour in tours),
        *(_stop(atlas, tour, stop) for tour in tours for stop in tour.stops),
        *(
            _entry(
                HitKind.ERA,
                era.id,
                era.name,
                f"{era.years}: {era.reason}",
                atlas.era_ids,
                [_prose(era.reason), Field(era.years.casefold(), "years", Weight.FACT)],
            )
            for era in atlas.eras
        ),
        *(_command(atlas, command) for command in commands),
    )


def _entry(
    kind: HitKind,
    id: str,
    title: str,
    detail: str,
    eras: tuple[str, ...],
    fields: Sequence[Field],
    ports: Sequence[PortField] = (),
) -> Entry:
    # A link's title joins the names of others, so only its id is a name of its own.
    names = (id.casefold(),) if kind is HitKind.LINK else (title.casefold(), id.casefold())
    words = {word for name in names for word in _words(name)}
    everything = "\n".join([*names, *(field.text for field in fields)])
    heaviest_first = tuple(sorted(fields, key=_weight, reverse=True))
    return Entry(kind, id, title, detail, eras, names, frozenset(words), heaviest_first, tuple(ports), everything)


def _weight(field: Field) -> int:
    return field.weight


def _words(name: str) -> list[str]:
    return "".join([letter if letter.isalnum() else " " for letter in name]).split()


def _prose(text: str) -> Field:
    return Field(text.casefold(), "summary", Weight.PROSE)


def _fact(what: str, text: str) -> Field:
    return Field(text.casefold(), f"{what} {text}", Weight.FACT)


def _component(atlas: Atlas, component: Component) -> Entry:
    fields = [
        Field(component.stands_for.casefold(), f"full name {component.stands_for}", Weight.FULL_NAME),
        *(Field(name.casefold(), f"also called {name}", Weight.FULL_NAME) for name in component.also_called),
        *(_fact("log", log.path) for log in component.logs),
        *(_fact("command", command.run) for command in component.commands),
        *(_fact("port", note.port) for note in component.ports),
        _fact("kind", component.kind.value),
        Field(component.subtitle.casefold(), "subtitle", Weight.PROSE),
        _prose(component.summary),
    ]
    if component.if_stopped is not None:
        symptom = component.if_stopped.symptom.text
        fields.append(Field(symptom.casefold(), "what breaks when it stops", Weight.PROSE))
    ports = [*_own_ports(atlas, component), *_ports_of_links(atlas, component)]
    eras = atlas.component_eras[component.id]
    return _entry(HitKind.COMPONENT, component.id, component.name, component.summary, eras, fields, ports)


def _own_ports(atlas: Atlas, component: Component) -> Iterator[PortField]:
    for note in component.ports:
        try:
            port = Port.parse(note.port)
        except ValueError:  # written more freely; found as text
            continue
        yield PortField(port, f"port {port}", Weight.PORT, atlas.era_ids)


def _ports_of_links(atlas: Atlas, component: Component) -> Iterator[PortField]:
    for link in atlas.links_of(component.id):
        for port in link.ports:
            yield PortField(port, _port_on(atlas, link, port), Weight.PORT - 2, atlas.link_eras[link.id])


def _port_on(atlas: Atlas, link: Link, port: Port) -> str:
    return f"{port} on {_ends(atlas, link)}"


def _ends(atlas: Atlas, link: Link) -> str:
    return f"{atlas.component(link.source).name} → {atlas.component(link.target).name}"


def _link(atlas: Atlas, link: Link) -> Entry:
    ends = _ends(atlas, link)
    fields = [
        Field(
            f"{ends.casefold()} {link.source} {link.target}",
            f"between {ends.replace(' → ', ' and ')}",
            Weight.END_OF_LINK,
        ),
        _fact("protocol", link.protocol),
        *(_fact("port", str(port)) for port in link.ports),
        Field(link.carries.casefold(), f"carries {link.carries}", Weight.PROSE),
    ]
    eras = atlas.link_eras[link.id]
    ports = [PortField(port, _port_on(atlas, link, port), Weight.PORT, eras) for port in link.ports]
    detail = ", ".join([link.protocol, *(str(port) for port in link.ports)])
    return _entry(HitKind.LINK, link.id, ends, detail, eras, fields, ports)


def _flow(atlas: Atlas, flow: Flow) -> Entry:
    messages = dict.fromkeys(step.message for step in flow.steps)
    logs = dict.fromkeys(step.log.file for step in flow.steps if step.log is not None)
    fields = [
        *(_fact("log", file) for file in logs),
        *(Field(message.casefold(), f"message {message}", Weight.MESSAGE) for message in messages),
        _prose(flow.summary),
    ]
    return _entry(HitKind.FLOW, flow.id, flow.name, flow.summary, atlas.eras_of(flow), fields)


def _comparison(atlas: Atlas, comparison: Comparison) -> Entry:
    """A comparison, found among the flows because it is played like them."""
    eras = tuple([era for era in atlas.era_ids if atlas.rows_in(comparison, era)])
    fields = [_prose(comparison.summary)]
    return _entry(HitKind.FLOW, comparison.id, comparison.name, comparison.summary, eras, fields)


def _tour(atlas: Atlas, tour: Tour) -> Entry:
    return _entry(HitKind.TOUR, tour.id, tour.name, tour.summary, atlas.era_ids, [_prose(tour.summary)])


def _stop(atlas: Atlas, tour: Tour, stop: Stop) -> Entry:
    """A stop, whose id is that of its tour, a stroke and its own."""
    caption = joined(stop.caption)
    fields = [
        Field(tour.name.casefold(), f"stop of {tour.name}", Weight.MESSAGE),
        Field(caption.casefold(), "caption", Weight.PROSE),
    ]
    detail = f"{tour.name}, stop {tour.stops.index(stop) + 1}"
    return _entry(HitKind.STOP, f"{tour.id}{STOP_MARK}{stop.id}", stop.title, detail, atlas.era_ids, fields)


def _command(atlas: Atlas, command: Command) -> Entry:
    keys = ", ".join(command.keys)
    fields = [_fact("key", keys)] if keys else []
    return _entry(HitKind.COMMAND, command.id, command.title, keys or command.group, atlas.era_ids, fields)
