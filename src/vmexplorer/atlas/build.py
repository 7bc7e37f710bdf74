"""Turns parsed documents into typed records, noting everything that does not fit."""

from __future__ import annotations

import re
from typing import Any, Final, TypeVar

from vmexplorer.atlas.findings import Findings, as_name, quoted
from vmexplorer.atlas.nodes import Mapping, Node, Scalar, Sequence
from vmexplorer.atlas.shapes import (
    ID_FORM,
    ID_PATTERN,
    TEXT_LIMIT,
    Choice,
    Many,
    Number,
    PackField,
    Record,
    Shape,
    Text,
    Truth,
    Whole,
    Written,
    fields_of,
)

T = TypeVar("T")

_WRONG: Final = object()
_ID = re.compile(ID_PATTERN)
# Control characters, and marks that make text read in another order than it is stored.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def build(cls: type[T], node: Node, file: str, findings: Findings) -> T | None:
    """Builds a described dataclass from a document.

    Every unknown, missing or unfit value becomes a problem in ``findings``;
    then the result is None.
    """
    record = _Builder(file, findings).record(cls, node, "")
    return record if isinstance(record, cls) else None


class _Builder:
    """Builds the records of one file. ``key`` is always the dotted path from the file's root."""

    def __init__(self, file: str, findings: Findings) -> None:
        self._file = file
        self._findings = findings

    def record(self, cls: type[Any], node: Node, key: str) -> Any:
        """An object of ``cls``, or ``_WRONG``."""
        if not isinstance(node, Mapping):
            return self._wrong(key, f"must be a mapping of keys to values, not {_sort_of(node)}")
        known = fields_of(cls)
        prefix = f"{key}." if key else ""
        values = [self._field(field, node, prefix) for field in known]
        keys = {field.key for field in known}
        unknown = [name for name in node.entries if name not in keys]
        for name in unknown:
            self._unknown_key(name, node, prefix, keys)
        if unknown or any(value is _WRONG for value in values):
            return _WRONG
        return cls(*values)

    def _unknown_key(self, name: str, node: Mapping, prefix: str, keys: set[str]) -> None:
        hint = self._findings.suggest(name, keys) or f"the keys here are {', '.join(sorted(keys))}"
        self._findings.add(
            self._file, prefix + as_name(name), "is not a key that is known here", hint, node.key_lines[name]
        )

    def _field(self, field: PackField, node: Mapping, prefix: str) -> Any:
        key = prefix + field.key
        value = node.entries.get(field.key)
        if value is None:
            return self._wrong(key, "is missing", field.doc) if field.required else field.default
        if isinstance(value, Scalar) and value.value is None:
            if field.required:
                return self._wrong(key, "has no value", field.doc)
            return field.default
        if not field.may_be_empty and isinstance(value, Sequence) and not value.items:
            return self._wrong(key, "must have at least one entry", field.doc)
        built = self._value(field.shape, value, key)
        if not field.may_be_empty and isinstance(built, str) and not built.strip():
            return self._wrong(key, "has no text", field.doc)
        return built

    def _value(self, shape: Shape, node: Node, key: str) -> Any:
        if isinstance(shape, Many):
            return self._many(shape, node, key)
        if isinstance(shape, Record):
            return self.record(shape.cls, node, key)
        if not isinstance(node, Scalar):
            return self._wrong(key, f"must be {_form(shape)}, not {_sort_of(node)}")
        return self._scalar(shape, node, key)

    def _scalar(self, shape: Shape, node: Scalar, key: str) -> Any:
        match shape:
            case Text():
                result = self._text(shape, node, key)
            case Written():
                result = self._written(shape, node, key)
            case Choice():
                result = self._choice(shape, node, key)
            case _:
                result = self._plain(shape, node, key)
        return result

    def _plain(self, shape: Shape, node: Scalar, key: str) -> Any:
        value = node.value
        # A bool is an int to Python, yet true is no number.
        kinds: dict[type[Any], tuple[type[Any], ...]] = {Truth: (bool,), Whole: (int,), Number: (int, float)}
        if type(value) not in kinds[type(shape)]:
            return self._wrong(key, f"must be {_form(shape)}, not {quoted(node.text)}")
        return float(node.text) if isinstance(shape, Number) else value

    def _many(self, shape: Many, node: Node, key: str) -> Any:
        if not isinstance(node, Sequence):
            return self._wrong(key, f"must be a list, not {_sort_of(node)}", "start each entry with '- ' on a new line")
        values = tuple([self._value(shape.item, item, f"{key}[{place}]") for place, item in enumerate(node.items)])
        return _WRONG if any(value is _WRONG for value in values) else values

    def _text(self, shape: Text, node: Scalar, key: str) -> Any:
        if not isinstance(node.value, str):
            return self._wrong(key, f"must be text, not {_sort_of(node)}", f'put it in quotes: "{node.text[:60]}"')
        text = node.text.rstrip("\n")
        if not self._acceptable(text, shape.limit, key):
            return _WRONG
        if shape.is_id and text and not _ID.fullmatch(text):
            return self._wrong(key, f"is not {ID_FORM}")
        return text

    def _acceptable(self, text: str, limit: int, key: str) -> bool:
        if len(text) > limit:
            self._wrong(key, f"has {len(text):,} characters; at most {limit:,} fit")
            return False
        unwanted = None if text.isprintable() else _UNWANTED.search(text)
        if unwanted is not None:
            self._wrong(key, f"holds the invisible character U+{ord(unwanted.group()):04X}", "remove it")
            return False
        return True

    def _written(self, shape: Written, node: Scalar, key: str) -> Any:
        # The text as written: an unquoted 6.10 is a version, not the number 6.1.
        if not self._acceptable(node.text, TEXT_LIMIT, key):
            return _WRONG
        try:
            return shape.reader.parse(node.text)
        except ValueError as error:
            return self._wrong(key, str(error))

    def _choice(self, shape: Choice, node: Scalar, key: str) -> Any:
        try:
            return shape.options(node.text)
        except ValueError:
            options = [str(option) for option in shape.options]
            hint = self._findings.suggest(node.text, options)
            return self._wrong(key, f"is {quoted(node.text)} and must be one of: {', '.join(options)}", hint)

    def _wrong(self, key: str, text: str, hint: str = "") -> object:
        self._findings.add(self._file, key, text, hint)
        return _WRONG


def _sort_of(node: Node) -> str:
    if isinstance(node, Mapping):
        return "a mapping"
    if isinstance(node, Sequence):
        return "a list"
    value = node.value
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "true or false"
    return "text" if isinstance(value, str) else "a number"


def _form(shape: Shape) -> str:
    if isinstance(shape, Written):
        return shape.reader.FORM
    if isinstance(shape, Choice):
        return "one of: " + ", ".join(shape.options)
    names: dict[type[Any], str] = {Text: "text", Whole: "a whole number", Number: "a number", Truth: "true or false"}
    return names[type(shape)]
