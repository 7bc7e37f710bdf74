"""The published schema and the page on the pack format."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.packs import TINY_PACK, copy_tiny_pack
from tests.helpers.tours import add_tour
from vmexplorer import resources
from vmexplorer.atlas.json_schema import schema, schema_text
from vmexplorer.atlas.nodes import Mapping, Node, Scalar, Sequence
from vmexplorer.atlas.pack_files import FILE_KINDS
from vmexplorer.atlas.pack_format import pack_format_markdown
from vmexplorer.atlas.shapes import fields_of
from vmexplorer.atlas.yaml_reader import read_yaml

DOCS = Path(__file__).parents[2] / "docs"


def test_published_schema_is_current() -> None:
    published = (DOCS / "pack.schema.json").read_text(encoding="utf-8")
    assert published == schema_text(), "write vmexplorer.atlas.json_schema.schema_text() to docs/pack.schema.json"


def test_published_page_is_current() -> None:
    published = (DOCS / "pack-format.md").read_text(encoding="utf-8")
    assert published == pack_format_markdown(), (
        "write vmexplorer.atlas.pack_format.pack_format_markdown() to docs/pack-format.md"
    )


def test_page_names_every_key_of_every_file() -> None:
    page = pack_format_markdown()
    for kind in FILE_KINDS:
        section = page.split(f"\n## `{kind.pattern}`\n")[1].split("\n## ")[0]
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == [field.key for field in fields_of(kind.cls)]


def test_every_reference_inside_the_schema_leads_somewhere() -> None:
    document = schema()
    names = re.findall(r'"\$ref": "#/\$defs/([^"]+)"', json.dumps(document))
    assert "Zone" in names
    assert set(names) <= set(document["$defs"])


def test_page_writes_a_truth_value_as_the_files_do() -> None:
    assert "| `fails` | `true` or `false` | no: `true` |" in pack_format_markdown()


def fits(rule: dict[str, Any], node: Node) -> bool:
    """Whether a document fits the part of JSON Schema that the schema uses."""
    if "$ref" in rule:
        return fits(schema()["$defs"][rule["$ref"].rpartition("/")[2]], node)
    if "anyOf" in rule:
        return any(fits(option, node) for option in rule["anyOf"])
    if isinstance(node, Mapping):
        return (
            rule.get("type") == "object"
            and set(rule["required"]) <= set(node.entries) <= set(rule["properties"])
            and all(fits(rule["properties"][key], value) for key, value in node.entries.items())
        )
    if isinstance(node, Sequence):
        return (
            rule.get("type") == "array"
            and len(node.items) >= rule.get("minItems", 0)
            and all(fits(rule["items"], item) for item in node.items)
        )
    return fits_scalar(rule, node)


def fits_scalar(rule: dict[str, Any], node: Scalar) -> bool:
    value = node.value
    if "enum" in rule:
        return value in rule["enum"]
    names = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}
    name = names[type(value)]
    allowed = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
    if name not in allowed and not (name == "integer" and "number" in allowed):
        return False
    if not isinstance(value, str):
        return value is None or value > rule.get("exclusiveMinimum", value - 1)
    long_enough = rule.get("minLength", 0) <= len(value) <= rule.get("maxLength", len(value))
    return long_enough and re.search(rule.get("pattern", ""), value) is not None


@pytest.mark.parametrize("kind", FILE_KINDS, ids=[kind.name for kind in FILE_KINDS])
def test_schema_accepts_the_files_of_a_sound_pack(kind: Any, tmp_path: Path) -> None:
    # The tiny pack lacks what a pack can do without.
    tiny = add_tour(copy_tiny_pack(tmp_path))
    pack = tiny if (tiny / kind.place).exists() else resources.pack()
    paths = sorted((pack / kind.place).glob("*.yaml")) if kind.is_folder else [pack / kind.place]
    assert paths
    for path in paths:
        assert fits(schema()["$defs"][kind.name], read_yaml(path.read_bytes(), path.name)), path


@pytest.mark.parametrize(
    ("kind", "file", "old", "new"),
    [
        ("component", "components/agent.yaml", "kind: user world", "kind: userworld"),
        ("component", "components/agent.yaml", "since: 5.0 [v:S1]", "since: 5.0"),
        ("component", "components/agent.yaml", "note: Restarts it. [v:S1]", "note: Restarts it."),
        ("component", "components/agent.yaml", "id: agent\n", "id: the agent\n"),
        ("component", "components/agent.yaml", "name: agent\n", "nmae: agent\n"),
        ("component", "components/agent.yaml", "name: agent\n", f"name: {'a' * 41}\n"),
        ("component", "components/agent.yaml", "name: agent\n", "name: 12\n"),
        ("pack", "pack.yaml", "format: 1", "format: one"),
        ("pack", "pack.yaml", "first: 8.0", "first: eight"),
        ("links", "links.yaml", "plane: management\n    carries: commands, decrypted", "plane: x\n    carries: x"),
        ("links", "links.yaml", "ports: [loopback TCP 8307]", "ports: [8307]"),
        ("view", "views/all.yaml", "width: 800", "width: -800"),
        ("view", "views/all.yaml", "at: r1 c2", "at: c2 r1"),
        ("view", "views/all.yaml", "rows: [1, 2.5]", "rows: []"),
        ("flow", "flows/F01.yaml", "eras: ..e5", "eras: e5...e8"),
        ("flow", "flows/F01.yaml", "eras: ..e5", "takes: 0"),
        ("flow", "flows/F01.yaml", "eras: ..e5", "id: the first"),
        ("flow", "flows/F01.yaml", "remarks:", "branches: [{id: b, name: If not, after: a, steps: []}]\nremarks:"),
        ("founding-text", "founding-text.yaml", "holds: false", 'holds: "false"'),
    ],
)
def test_schema_refuses_what_the_reader_refuses(kind: str, file: str, old: str, new: str) -> None:
    content = (TINY_PACK / file).read_text(encoding="utf-8")
    assert content.count(old) == 1
    rule = schema()["$defs"][kind]
    assert fits(rule, read_yaml(content.encode(), file))
    assert not fits(rule, read_yaml(content.replace(old, new).encode(), file))
