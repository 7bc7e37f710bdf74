"""Reads YAML that a stranger may have written: bounded, without anchors, aliases, tags or merge keys."""

from __future__ import annotations

from typing import Any

import yaml

from vmexplorer.atlas.findings import quoted
from vmexplorer.atlas.nodes import Mapping, Node, Scalar, Sequence
from vmexplorer.errors import PackError, Problem

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
MAX_NODES = 200_000

# The event parsers only: the loaders' own composers follow aliases and recurse without bound.
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Refused(Exception):
    """The document holds something a pack must not hold."""

    def __init__(self, text: str, line: int | None, hint: str = "") -> None:
        super().__init__(text)
        self.line = line
        self.hint = hint


def read_yaml(data: bytes, file: str) -> Node:
    """Parses one document.

    Args:
        data: the file's content, UTF-8 with or without a byte order mark.
        file: the name to put into problems.

    Raises:
        PackError: with one problem, the first that was met.
    """
    try:
        return _parse(_decoded(data))
    except _Refused as refused:
        problem = Problem(file, refused.line, "", str(refused), refused.hint)
    except yaml.reader.ReaderError as error:
        line = data.count(b"\n", 0, error.position) + 1
        problem = Problem(file, line, "", f"holds a character that YAML forbids, number {error.character}")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        # A file that ends too early is reported on the line after its last.
        last = data.rstrip().count(b"\n") + 1
        reason = " ".join(str(error.problem or error.context or "it cannot be parsed").split())
        problem = Problem(file, None if mark is None else min(mark.line + 1, last), "", f"is not valid YAML: {reason}")
    raise PackError([problem])


def _decoded(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise _Refused(f"is larger than {MAX_BYTES:,} bytes", None)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _Refused("is not UTF-8 text", line, "save the file with the encoding UTF-8") from None


def _parse(text: str) -> Node:
    assembler = _Assembler()
    for event in yaml.parse(text, Loader=_PARSER):
        assembler.take(event)
    if assembler.root is None:
        raise _Refused("is empty", None)
    return assembler.root


class _Assembler:
    """Puts nodes together from parser events and refuses the first thing a pack must not hold."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Mapping | Sequence] = []
        self._keys: list[Scalar | None] = []
        self._count = 0

    def take(self, event: Any) -> None:
        """Handles the next event."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._guard(event)
            self._place(Scalar(event.value, event.implicit[0], event.start_mark.line + 1))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._open.pop()
            self._keys.pop()
        elif kind is yaml.MappingStartEvent:
            self._guard(event)
            self._enter(Mapping(event.start_mark.line + 1))
        elif kind is yaml.SequenceStartEvent:
            self._guard(event)
            self._enter(Sequence(event.start_mark.line + 1))
        elif kind is yaml.AliasEvent:
            raise _Refused(f"uses the alias *{event.anchor[:40]}", event.start_mark.line + 1, "write the value out")

    def _guard(self, event: Any) -> None:
        self._count += 1
        line = event.start_mark.line + 1
        if event.anchor is not None:
            raise _Refused(f"sets the anchor &{event.anchor[:40]}", line, "write the value out where it is needed")
        if event.tag is not None:
            raise _Refused(f"uses the tag {quoted(event.tag)}", line, "leave the tag out")
        if self._count > MAX_NODES:
            raise _Refused(f"holds more than {MAX_NODES:,} values", line)

    def _enter(self, node: Mapping | Sequence) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise _Refused(f"is nested more than {MAX_DEPTH} levels deep", node.line)
        self._place(node)
        self._open.append(node)
        self._keys.append(None)

    def _place(self, node: Node) -> None:
        if not self._open:
            if self.root is not None:
                raise _Refused("holds more than one document", node.line, "keep the first and remove the rest")
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = _checked_key(node, parent)
        else:
            parent.entries[key.text] = node
            parent.key_lines[key.text] = key.line
            self._keys[-1] = None


def _checked_key(node: Node, parent: Mapping) -> Scalar:
    if not isinstance(node, Scalar) or not node.text:
        raise _Refused("has a key that is not plain text", node.line)
    if node.text == "<<":
        raise _Refused("uses the merge key <<", node.line, "write the keys out")
    if node.text in parent.entries:
        first = parent.key_lines[node.text]
        raise _Refused(f"has the key {quoted(node.text)} twice", node.line, f"the first is on line {first}")
    return node
