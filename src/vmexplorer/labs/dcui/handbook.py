"""The console of the pack as it is in one era."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.console import (
    Behaviour,
    ConsoleAgent,
    ConsoleHost,
    ConsoleItem,
    ConsoleNetwork,
    ConsolePlace,
    ConsoleProduct,
    EraNote,
    Menu,
    Place,
)
from vmexplorer.atlas.console_log import ConsoleLog, LogEntry, LogForm
from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.lifespan import eras_covered
from vmexplorer.errors import VmexplorerError

KERNEL = "vmkernel"


class _InEras(Protocol):
    @property
    def eras(self) -> EraRange | None: ...


_Thing = TypeVar("_Thing", bound=_InEras)


class MenuRow(NamedTuple):
    """A row of a menu as this era has it."""

    item: ConsoleItem
    name: str
    name_when_on: str
    notes: tuple[Statement, ...]


class LogBook(NamedTuple):
    """A log as this era writes it."""

    log: ConsoleLog
    form: LogForm
    entries: tuple[LogEntry, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Handbook:
    """Menus, screens, logs and the simulated host of one era.

    ``parts`` are the components and links there are, ``on_host`` the components that end with the kernel."""

    era: str
    era_name: str
    product: ConsoleProduct
    host: ConsoleHost
    network: ConsoleNetwork
    menus: Mapping[Menu, tuple[MenuRow, ...]]
    places: Mapping[Place, ConsolePlace]
    place_notes: Mapping[Place, tuple[Statement, ...]]
    logs: tuple[LogBook, ...]
    agents: tuple[ConsoleAgent, ...]
    parts: frozenset[str]
    on_host: frozenset[str]

    def row(self, behaviour: Behaviour) -> MenuRow:
        """The row that does something; raises KeyError when this era has none."""
        for rows in self.menus.values():
            for row in rows:
                if row.item.does is behaviour:
                    return row
        raise KeyError(behaviour)

    def has(self, behaviour: Behaviour) -> bool:
        """Whether a row of this era does something."""
        return any(row.item.does is behaviour for rows in self.menus.values() for row in rows)

    def log(self, id: str) -> LogBook:
        """The log with this id; raises KeyError when this era has none."""
        for book in self.logs:
            if book.log.id == id:
                return book
        raise KeyError(id)


def handbook(atlas: Atlas, era: str) -> Handbook:
    """The handbook of an era, named as the atlas takes it.

    Raises:
        UnknownNameError: there is no such era.
        VmexplorerError: the pack has no direct console.
    """
    known = atlas.era(era)
    console = atlas.console
    if console is None:
        raise VmexplorerError(f"the pack {atlas.manifest.name!r} has no direct console; it needs the file console.yaml")
    order = atlas.era_ids
    items = _here(console.items, order, known.id)
    return Handbook(
        era=known.id,
        era_name=known.name,
        product=_here(console.products, order, known.id)[0],
        host=console.host,
        network=console.network,
        menus={menu: tuple([_row(item, order, known.id) for item in items if item.menu is menu]) for menu in Menu},
        places={place.id: place for place in console.places},
        place_notes={place.id: _statements(place.notes, order, known.id) for place in console.places},
        logs=tuple(
            [
                LogBook(log, _here(log.forms, order, known.id)[0], _here(log.entries, order, known.id))
                for log in _here(atlas.console_logs, order, known.id)
            ]
        ),
        agents=_agents(console.agents, atlas, known.id),
        parts=frozenset(id for id in (*atlas.components, *atlas.links) if atlas.exists(id, known.id)),
        on_host=frozenset(id for id in atlas.components if id == KERNEL or KERNEL in atlas.ancestors(id)),
    )


def _here(things: Sequence[_Thing], order: tuple[str, ...], era: str) -> tuple[_Thing, ...]:
    return tuple([thing for thing in things if era in eras_covered(order, thing.eras)])


def _statements(notes: Sequence[EraNote], order: tuple[str, ...], era: str) -> tuple[Statement, ...]:
    return tuple([note.says for note in _here(notes, order, era)])


def _row(item: ConsoleItem, order: tuple[str, ...], era: str) -> MenuRow:
    notes = (*_statements(item.notes, order, era), *item.help)
    for name in _here(item.names, order, era):
        return MenuRow(item, name.name, name.name_when_on, notes)
    return MenuRow(item, item.name, item.name_when_on, notes)


def _agents(agents: Sequence[ConsoleAgent], atlas: Atlas, era: str) -> tuple[ConsoleAgent, ...]:
    here = _here(agents, atlas.era_ids, era)
    return tuple([agent for agent in here if agent.component is None or atlas.exists(agent.component, era)])
