"""Checks that ids are unique, that every reference leads somewhere and that parents form no circle."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from vmexplorer.atlas.era import VersionFact
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.walk import Placed, Value, things, values


def check_references(pack: Pack, findings: Findings) -> None:
    """Notes duplicate ids, dangling ids and circles of parents."""
    placed = list(things(pack))
    _check_duplicates(placed, findings)
    known: dict[str, dict[str, None]] = {}
    for one in placed:
        known.setdefault(one.kind, {})[one.thing.id] = None
    for one in placed:
        check_thing(one, known, findings)
    for kind in ("component", "view"):
        _check_circles([one for one in placed if one.kind == kind], findings)


def check_thing(one: Placed, known: Mapping[str, Collection[str]], findings: Findings) -> None:
    """Notes what one thing refers to in vain.

    Args:
        one: the thing.
        known: the ids that there are, by the kind of what has them.
        findings: what is wrong is added here.
    """
    for value in values(one):
        _check_reference(one, value, known, findings)
        _check_evidence(one, value, known.get("source", ()), findings)


def _check_duplicates(placed: Iterable[Placed], findings: Findings) -> None:
    seen: dict[tuple[str, str], Placed] = {}
    for one in placed:
        # Ids that differ only in case would be one file on Windows and macOS.
        first = seen.setdefault((one.kind, one.thing.id.casefold()), one)
        if first is not one:
            text = f"is {quoted(one.thing.id)}, which another {one.kind} has already"
            findings.add(one.file, one.at("id"), text, f"the first is {first.at('id')} in {first.file}")


def _check_reference(one: Placed, value: Value, known: Mapping[str, Collection[str]], findings: Findings) -> None:
    kind = value.field.ref
    if kind and value.content not in known.get(kind, ()):
        hint = findings.suggest(value.content, known.get(kind, ()))
        findings.add(one.file, value.key, f"names the {kind} {quoted(value.content)}, which does not exist", hint)


def _check_evidence(one: Placed, value: Value, sources: Collection[str], findings: Findings) -> None:
    if not isinstance(value.content, Statement | VersionFact):
        return
    named = {source: None for mark in value.content.evidence for source in mark.sources}
    for source in named:
        if source not in sources:
            hint = findings.suggest(source, sources)
            findings.add(one.file, value.key, f"cites the source {quoted(source)}, which sources.yaml lacks", hint)


def _check_circles(placed: list[Placed], findings: Findings) -> None:
    by_id = {one.thing.id: one for one in placed}
    done: set[str] = set()
    for one in placed:
        path: list[str] = []
        here: str | None = one.thing.id
        while here is not None and here in by_id and here not in done:
            done.add(here)
            path.append(here)
            here = by_id[here].thing.parent
        if here is not None and here in path:
            circle = [*path[path.index(here) :], here]
            shown = circle if len(circle) <= 6 else [*circle[:5], "…"]
            findings.add(by_id[here].file, "parent", f"closes a circle: {' → '.join(shown)}")
