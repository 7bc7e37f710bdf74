"""Turns a part of a pack into plain JSON values, evidence included."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from enum import Enum
from typing import Any

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.component import Component
from vmexplorer.atlas.era import EraRange, Version
from vmexplorer.atlas.evidence import Evidence
from vmexplorer.atlas.flow import Flow
from vmexplorer.atlas.lifespan import eras_covered
from vmexplorer.atlas.link import Link, Port


def full_record(atlas: Atlas, thing: Component | Link | Flow) -> dict[str, Any]:
    """Everything the pack says of a thing: its own keys as in its file, and what refers to it.

    A statement becomes an object with ``text`` and ``evidence``, a version one
    with ``version`` and ``evidence``, a range of eras the list of their ids.
    ``sources`` gives the title of every source that the evidence names.
    """
    record = {"type": type(thing).__name__.lower(), **_plain(atlas, thing), "eras": list(atlas.eras_of(thing))}
    said: list[Any] = [thing]
    if isinstance(thing, Component):
        founding = atlas.founding_of(thing.id)
        said += founding
        record["links"] = [link.id for link in atlas.links_of(thing.id)]
        record["flows"] = [flow.id for flow in atlas.flows_through(thing.id)]
        record["founding_statements"] = [_plain(atlas, statement) for statement in founding]
    record["sources"] = cited(atlas, said)
    return record


def cited(atlas: Atlas, said: Any) -> dict[str, str]:
    """The titles of all sources named by the evidence in a value, by id and in the order of the pack."""
    named = {source for evidence in _evidence_in(said) for source in evidence.sources}
    return {id: source.title for id, source in atlas.sources.items() if id in named}


def _evidence_in(value: Any) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _evidence_in(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _evidence_in(getattr(value, field.name))


def _plain(atlas: Atlas, value: Any) -> Any:
    if isinstance(value, Version | Port):
        return str(value)
    if isinstance(value, EraRange):
        return list(eras_covered(atlas.era_ids, value))
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(atlas, item) for item in value]
    if dataclasses.is_dataclass(value):
        fields = dataclasses.fields(value)
        return {field.metadata.get("key") or field.name: _plain(atlas, getattr(value, field.name)) for field in fields}
    return value
