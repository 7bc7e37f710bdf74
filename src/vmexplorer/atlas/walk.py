"""Visits every value of a pack together with the file and key it was written under."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.pack_files import (
    BANKS,
    CASES,
    COMPARISONS,
    COMPONENTS,
    CONSOLE,
    CONSOLE_LOGS,
    FAULTS,
    FLOWS,
    FOUNDING,
    LINKS,
    PACK,
    PLACES,
    QUESTIONS,
    SOURCES,
    TOPICS,
    TOURS,
    VIEWS,
)
from vmexplorer.atlas.shapes import Many, PackField, Record, fields_of


@dataclass(frozen=True, slots=True)
class Placed:
    """A thing of a pack and where it stands; ``key`` is empty when it is the whole file."""

    kind: str
    file: str
    key: str
    thing: Any

    def at(self, key: str) -> str:
        """The full dotted path of a key of this thing."""
        return f"{self.key}.{key}" if self.key else key


@dataclass(frozen=True, slots=True)
class Value:
    """One value below a thing: its full dotted path, its field, and what was read."""

    key: str
    field: PackField
    content: Any


def things(pack: Pack) -> Iterator[Placed]:
    """Everything in a pack that has an id, and the manifest, in the order of the files."""
    yield Placed("pack", PACK.place, "", pack.manifest)
    yield Placed("faults", FAULTS.place, "", pack.faults)
    lists = (
        ("era", PACK.place, "eras", pack.manifest.eras),
        ("source", SOURCES.place, "sources", pack.sources),
        ("link", LINKS.place, "links", pack.links),
        ("statement", FOUNDING.place, "statements", pack.founding),
        ("topic", TOPICS.place, "topics", pack.topics),
        ("console log", CONSOLE_LOGS.place, "logs", pack.console_logs),
    )
    for kind, file, key, entries in (*lists, *_image_lists(pack), *_console_lists(pack)):
        for number, entry in enumerate(entries):
            yield Placed(kind, file, f"{key}[{number}]", entry)
    if pack.banks is not None:
        yield Placed("loader screen", BANKS.place, "screen", pack.banks.screen)
        yield Placed("bank parts", BANKS.place, "parts", pack.banks.parts)
    folders = (
        (COMPONENTS, pack.components),
        (FLOWS, pack.flows),
        (COMPARISONS, pack.comparisons),
        (VIEWS, pack.views),
        (TOURS, pack.tours),
        (QUESTIONS, pack.questions),
        (CASES, pack.cases),
    )
    for folder, parts in folders:
        for part in parts:
            yield Placed(folder.name, file_of(folder.place, part.id), "", part)
    for place in pack.places:
        file = file_of(PLACES.place, place.id)
        for number, hindrance in enumerate(place.hindrances):
            yield Placed("hindrance", file, f"hindrances[{number}]", hindrance)
        for number, check in enumerate(place.checks):
            yield Placed("check", file, f"checks[{number}]", check)


def _image_lists(pack: Pack) -> tuple[tuple[str, str, str, tuple[Any, ...]], ...]:
    """The lists of the file on boot banks; none without it."""
    image = pack.banks
    if image is None:
        return ()
    return (
        ("loader", BANKS.place, "loaders", image.loaders),
        ("reason", BANKS.place, "reasons", image.reasons),
        ("disk layout", BANKS.place, "layouts", image.layouts),
        ("store", BANKS.place, "stores", image.stores),
        ("preset", BANKS.place, "presets", image.presets),
        ("bank path", BANKS.place, "paths", image.paths),
    )


def _console_lists(pack: Pack) -> tuple[tuple[str, str, str, tuple[Any, ...]], ...]:
    """The lists of the file on the direct console; none without it."""
    console = pack.console
    if console is None:
        return ()
    return (
        ("console product", CONSOLE.place, "products", console.products),
        ("console row", CONSOLE.place, "items", console.items),
        ("console screen", CONSOLE.place, "places", console.places),
        ("console agent", CONSOLE.place, "agents", console.agents),
    )


def file_of(folder: str, id: str) -> str:
    """The file in which a component, flow, comparison, view or tour stands."""
    return f"{folder}/{id}.yaml"


def values(placed: Placed) -> Iterator[Value]:
    """Every single value of a thing, also inside its lists and nested records."""
    return _inside(placed.thing, f"{placed.key}." if placed.key else "")


def _inside(record: Any, prefix: str) -> Iterator[Value]:
    for field in fields_of(type(record)):
        content = getattr(record, field.name)
        key = prefix + field.key
        if content is None:
            continue
        is_list = isinstance(field.shape, Many)
        entries = [(f"{key}[{place}]", item) for place, item in enumerate(content)] if is_list else [(key, content)]
        shape = field.shape.item if isinstance(field.shape, Many) else field.shape
        for path, item in entries:
            if isinstance(shape, Record):
                yield from _inside(item, f"{path}.")
            else:
                yield Value(path, field, item)
