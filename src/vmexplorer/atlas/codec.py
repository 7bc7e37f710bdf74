"""Writes a checked pack as plain JSON values and reads it back, faster than the pack's own files."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import fields
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from vmexplorer.atlas.era import Version, VersionFact
from vmexplorer.atlas.evidence import Evidence, Standing, Statement

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def encode(value: Any) -> Any:
    """A record as a list of its field values in order; texts, numbers and None as they are."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, Statement):
        return [value.text, _marks(value.evidence)]
    if isinstance(value, VersionFact):
        return [encode(value.version), _marks(value.evidence)]
    return [encode(getattr(value, field.name)) for field in fields(value)]


def decode(cls: type[T], value: Any) -> T:
    """The record that ``encode`` wrote.

    Raises:
        ValueError, TypeError, KeyError, IndexError: the value was not written by ``encode``.
    """
    record: T = _decoder(cast(Hashable, cls))(value)
    return record


def _marks(evidence: tuple[Evidence, ...]) -> str:
    # One text for all marks: few differ, so that reading can share the parsed tuple.
    return "|".join(",".join((mark.standing, *mark.sources)) for mark in evidence)


@cache
def _evidence(marks: str) -> tuple[Evidence, ...]:
    parts = [mark.split(",") for mark in marks.split("|")]
    return tuple([Evidence(Standing(standing), tuple(sources)) for standing, *sources in parts])


def _statement(value: Any) -> Statement:
    text, marks = value
    return Statement(text, _evidence(marks))


def _version_fact(value: Any) -> VersionFact:
    version, marks = value
    return VersionFact(Version(*version), _evidence(marks))


def _same(value: Any) -> Any:
    return value


_SIMPLE: dict[Any, Decoder] = {
    str: _same,
    int: _same,
    float: _same,
    bool: _same,
    Statement: _statement,
    VersionFact: _version_fact,
}


@cache
def _decoder(hint: Any) -> Decoder:
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if get_origin(hint) is UnionType:
        return _optional(_decoder(get_args(hint)[0]))
    if get_origin(hint) is tuple:
        return _many(_decoder(get_args(hint)[0]))
    if issubclass(hint, StrEnum):
        return {option.value: option for option in hint}.__getitem__
    return _record(hint)


def _optional(inner: Decoder) -> Decoder:
    def optional(value: Any) -> Any:
        return None if value is None else inner(value)

    return optional


def _many(inner: Decoder) -> Decoder:
    if inner is _same:
        return tuple

    def many(value: Any) -> Any:
        return tuple([inner(item) for item in value])

    return many


def _record(cls: type[Any]) -> Decoder:
    decoders: list[Decoder] = []

    def record(value: Any) -> Any:
        if not decoders:
            # Not before the first use: a zone holds zones.
            hints = get_type_hints(cls)
            decoders.extend([_decoder(hints[field.name]) for field in fields(cls)])
        return cls(*[decoder(item) for decoder, item in zip(decoders, value, strict=True)])

    return record
