"""The shape of every value a pack may hold, read once from the dataclasses."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, ClassVar, Protocol, Self, cast, get_args, get_origin, get_type_hints

TEXT_LIMIT = 2000
ID_PATTERN = r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}"
ID_FORM = "an id of letters, digits, - and _, at most 60 characters, starting with a letter or digit"


class Parsed(Protocol):
    """A class whose values are written as one short text, such as ``6.5`` or ``r1 c2``."""

    PATTERN: ClassVar[str]
    FORM: ClassVar[str]

    @classmethod
    def parse(cls, written: str) -> Self:
        """Reads the text; raises ValueError with the reason when it has another form."""


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text of at most ``limit`` characters; ``is_id`` asks for the form of an id."""

    limit: int
    is_id: bool


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with or without a fraction."""


@dataclass(frozen=True, slots=True)
class Truth:
    """true or false."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    options: type[StrEnum]


@dataclass(frozen=True, slots=True)
class Written:
    """A text that a class of its own reads."""

    reader: type[Parsed]


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with the keys of a dataclass."""

    cls: type[Any]


@dataclass(frozen=True, slots=True)
class Many:
    """A list whose entries have one shape."""

    item: Shape


Shape = Text | Whole | Number | Truth | Choice | Written | Record | Many


@dataclass(frozen=True, slots=True)
class PackField:
    """One key of a mapping: how it is written, what it means and what it may hold.

    ``ref`` is the kind of thing whose id the value must be, or empty. An
    ``optional`` field may be written as null, which means left out. A required
    text or list must say something unless it ``may_be_empty``.
    """

    name: str
    key: str
    doc: str
    shape: Shape
    optional: bool
    required: bool
    may_be_empty: bool
    default: Any
    ref: str


def fields_of(cls: type[Any]) -> tuple[PackField, ...]:
    """The fields of a described dataclass in their order.

    Raises:
        TypeError: a field has a type that a pack cannot hold.
    """
    return _fields_of(cast(Hashable, cls))


@cache
def _fields_of(cls: Any) -> tuple[PackField, ...]:
    hints = get_type_hints(cls)
    result = []
    for entry in fields(cls):
        plain, optional = _without_none(hints[entry.name])
        about = entry.metadata
        required = entry.default is MISSING
        result.append(
            PackField(
                name=entry.name,
                key=about.get("key") or entry.name,
                doc=about.get("doc", ""),
                shape=_shape(plain, about.get("max_length") or TEXT_LIMIT, entry.name == "id"),
                optional=optional,
                required=required,
                may_be_empty=bool(about.get("may_be_empty")) or not required,
                default=None if required else entry.default,
                ref=about.get("ref", ""),
            )
        )
    return tuple(result)


def _without_none(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) is not UnionType:
        return hint, False
    plain = [part for part in get_args(hint) if part is not NoneType]
    if len(plain) != 1:
        raise TypeError(f"a pack cannot hold {hint}")
    return plain[0], True


_SIMPLE: dict[Any, Shape] = {bool: Truth(), int: Whole(), float: Number()}


def _shape(hint: Any, limit: int, is_id: bool) -> Shape:
    if hint is str:
        return Text(limit, is_id)
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if get_origin(hint) is tuple:
        return Many(_shape(get_args(hint)[0], limit, is_id))
    if isinstance(hint, type):
        if issubclass(hint, StrEnum):
            return Choice(hint)
        if hasattr(hint, "parse"):
            return Written(cast(type[Parsed], hint))
        if is_dataclass(hint):
            return Record(hint)
    raise TypeError(f"a pack cannot hold {hint}")
