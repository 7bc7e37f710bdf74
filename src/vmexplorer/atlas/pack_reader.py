"""Reads a pack folder into typed records."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from vmexplorer.atlas.build import build
from vmexplorer.atlas.check_place import CheckPlace
from vmexplorer.atlas.faults import Faults
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.nodes import Lines, Node
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.pack_files import (
    BANKS,
    CASES,
    COMPARISONS,
    COMPONENTS,
    CONSOLE,
    CONSOLE_LOGS,
    FAULTS,
    FILE_KINDS,
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
    FileKind,
)
from vmexplorer.atlas.pack_folder import FileReader, expected_files
from vmexplorer.atlas.yaml_reader import read_yaml
from vmexplorer.errors import PackError, Problem


def read_pack(folder: Path) -> tuple[Pack | None, tuple[Problem, ...], Lines]:
    """Reads every file of a pack.

    Returns:
        the pack, or None when anything is wrong; all problems by file and line;
        and where every value stands.
    """
    documents: dict[str, Node] = {}
    lines = Lines(documents)
    findings = Findings(lines)
    try:
        names = expected_files(folder, findings)
    except OSError as error:
        findings.add(str(folder), "", f"cannot be read as a pack folder: {error.strerror}")
        return None, findings.in_order(), lines
    reader = FileReader(folder, findings)
    for name in names:
        data = reader.read(name)
        if data is None:
            continue
        try:
            documents[name] = read_yaml(data, name)
        except PackError as error:
            findings.include(error.problems)
    assembly = _Assembly(documents, findings)
    pack = assembly.pack()
    problems = findings.in_order()
    return (None if problems else pack), problems, lines


@dataclass(frozen=True, slots=True)
class _Assembly:
    """Builds the parts of a pack from its documents."""

    documents: dict[str, Node]
    findings: Findings

    def pack(self) -> Pack | None:
        """The whole pack, as far as its parts can be built."""
        parts = {kind.name: self._parts(kind) for kind in FILE_KINDS}
        if not parts[PACK.name]:
            return None
        return Pack(
            manifest=parts[PACK.name][0],
            sources=tuple(entry for file in parts[SOURCES.name] for entry in file.sources),
            components=tuple(parts[COMPONENTS.name]),
            links=tuple(entry for file in parts[LINKS.name] for entry in file.links),
            flows=tuple(parts[FLOWS.name]),
            views=tuple(parts[VIEWS.name]),
            founding=tuple(entry for file in parts[FOUNDING.name] for entry in file.statements),
            comparisons=tuple(parts[COMPARISONS.name]),
            tours=tuple(parts[TOURS.name]),
            banks=parts[BANKS.name][0] if parts[BANKS.name] else None,
            topics=tuple(entry for file in parts[TOPICS.name] for entry in file.topics),
            questions=tuple(parts[QUESTIONS.name]),
            faults=parts[FAULTS.name][0] if parts[FAULTS.name] else Faults(),
            console=next(iter(parts[CONSOLE.name]), None),
            console_logs=tuple(entry for file in parts[CONSOLE_LOGS.name] for entry in file.logs),
            places=tuple(sorted(parts[PLACES.name], key=_order)),
            cases=tuple(parts[CASES.name]),
        )

    def _parts(self, kind: FileKind) -> list[Any]:
        prefix = f"{kind.place}/" if kind.is_folder else kind.place
        found = []
        for name, document in self.documents.items():
            if name.startswith(prefix):
                part = build(kind.cls, document, name, self.findings)
                if kind.is_folder and part is not None:
                    self._check_stem(name, part.id)
                found.append(part)
        return [part for part in found if part is not None]

    def _check_stem(self, name: str, id: str) -> None:
        if PurePosixPath(name).stem != id:
            text = f"is {quoted(id)} and must match the name of the file"
            self.findings.add(name, "id", text, f"rename the file to {id}.yaml or change the id")


def _order(place: CheckPlace) -> int:
    return place.order
