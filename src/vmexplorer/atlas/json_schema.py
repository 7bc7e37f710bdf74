"""The JSON Schema of a pack's files, for editors that check while one types."""

from __future__ import annotations

import json
from typing import Any

from vmexplorer.atlas.pack_files import FILE_KINDS
from vmexplorer.atlas.shapes import (
    ID_PATTERN,
    TEXT_LIMIT,
    Choice,
    Many,
    PackField,
    Parsed,
    Record,
    Shape,
    Text,
    Truth,
    Whole,
    Written,
    fields_of,
)

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema as JSON values: one definition per kind of file, and one per record inside them."""
    definitions: dict[str, Any] = {}
    for kind in FILE_KINDS:
        definitions[kind.name] = {"title": kind.pattern, **_record(kind.cls, definitions)}
    return {
        "$schema": _DIALECT,
        "title": "The files of a vmexplorer pack",
        "description": "Each kind of file has its definition under $defs.",
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """The schema as it stands in docs/pack.schema.json."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _record(cls: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    known = fields_of(cls)
    return {
        "description": (cls.__doc__ or "").split("\n\n")[0],
        "type": "object",
        "properties": {field.key: _property(field, definitions) for field in known},
        "required": [field.key for field in known if field.required],
        "additionalProperties": False,
    }


def _property(field: PackField, definitions: dict[str, Any]) -> dict[str, Any]:
    rule = _rule(field.shape, definitions)
    if not field.may_be_empty:
        if isinstance(field.shape, Many):
            rule["minItems"] = 1
        elif isinstance(field.shape, Text) and not field.shape.is_id:
            rule["minLength"] = 1
    if not field.required:
        rule = {"anyOf": [rule, {"type": "null"}]}
    return {"description": field.doc, **rule}


def _rule(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    rule: dict[str, Any]
    match shape:
        case Text(limit, is_id):
            rule = {"type": "string", "pattern": f"^{ID_PATTERN}$"} if is_id else {"type": "string", "maxLength": limit}
        case Choice(options):
            rule = {"enum": [str(option) for option in options]}
        case Written(reader):
            kinds = ["string", "number"] if _reads_numbers(reader) else "string"
            rule = {"type": kinds, "pattern": f"^{reader.PATTERN}$", "maxLength": TEXT_LIMIT}
        case Many(item):
            rule = {"type": "array", "items": _rule(item, definitions)}
        case Record(cls):
            rule = {"$ref": f"#/$defs/{_define(cls, definitions)}"}
        case Truth():
            rule = {"type": "boolean"}
        case Whole():
            rule = {"type": "integer"}
        case _:
            rule = {"type": "number", "exclusiveMinimum": 0}
    return rule


def _reads_numbers(reader: type[Parsed]) -> bool:
    # Editors take an unquoted 6.5 for a number; the pack reader goes by what was written.
    for number in ("6", "6.5"):
        try:
            reader.parse(number)
        except ValueError:
            continue
        return True
    return False


def _define(cls: type[Any], definitions: dict[str, Any]) -> str:
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}  # taken before its fields are looked at: a zone holds zones
        definitions[name].update(_record(cls, definitions))
    return name
