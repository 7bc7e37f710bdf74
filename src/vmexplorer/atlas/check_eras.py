"""Checks versions and ranges of eras, and that things that belong together exist together."""

from __future__ import annotations

from collections.abc import Iterable

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.component import Component
from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.link import Link
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.walk import Placed, things, values


def check_eras(pack: Pack, atlas: Atlas, findings: Findings) -> None:
    """Notes eras out of order, impossible lives and ranges, and links whose ends never meet."""
    _check_order(atlas, findings)
    for placed in things(pack):
        _check_ranges(placed, atlas, findings)
        if isinstance(placed.thing, Component | Link):
            _check_life(placed, atlas, findings)
        if isinstance(placed.thing, Link):
            _check_ends_meet(placed, placed.thing, atlas, findings)


def era_names(atlas: Atlas, ids: Iterable[str]) -> str:
    """The names of eras for a message."""
    wanted = set(ids)
    return ", ".join(era.name for era in atlas.eras if era.id in wanted)


def _check_order(atlas: Atlas, findings: Findings) -> None:
    for place, era in enumerate(atlas.eras[1:], start=1):
        before = atlas.eras[place - 1]
        if era.first <= before.first:
            text = f"is {era.first}, which is not after {before.first}, where the era before begins"
            findings.add("pack.yaml", f"eras[{place}].first", text, "list the eras oldest first")


def _check_ranges(placed: Placed, atlas: Atlas, findings: Findings) -> None:
    for value in values(placed):
        span = value.content
        if not isinstance(span, EraRange):
            continue
        unknown = [name for name in {span.first: None, span.last: None} if name and name not in atlas.era_ids]
        for name in unknown:
            hint = findings.suggest(name, atlas.era_ids)
            findings.add(placed.file, value.key, f"names the era {quoted(name)}, which does not exist", hint)
        ends = [atlas.era_ids.index(name) for name in (span.first, span.last) if name in atlas.era_ids]
        if len(ends) == 2 and ends[0] > ends[1]:
            text = f"runs backwards, from {span.first} to {span.last}"
            findings.add(placed.file, value.key, text, f"write {span.last}..{span.first}")


def _check_life(placed: Placed, atlas: Atlas, findings: Findings) -> None:
    thing: Component | Link = placed.thing
    since = thing.since.version
    if thing.until is not None and thing.until.version < since:
        text = f"is {thing.until.version}, which is before since, {since}"
        findings.add(placed.file, placed.at("until"), text)
    if atlas.eras and since < atlas.eras[0].first:
        first = atlas.eras[0].first
        text = f"is {since}, which is before the first era begins"
        findings.add(placed.file, placed.at("since"), text, f"the first era begins with {first}")


def _check_ends_meet(placed: Placed, link: Link, atlas: Atlas, findings: Findings) -> None:
    ends = [atlas.components.get(end) for end in (link.source, link.target)]
    source, target = ends
    if source is None or target is None or atlas.eras_of(link):
        return
    meeting = [era for era in atlas.eras_of(source) if era in atlas.eras_of(target)]
    if not meeting:
        text = f"joins {quoted(source.id)} and {quoted(target.id)}, which are never there in the same era"
        findings.add(placed.file, placed.at("to"), text)
    else:
        text = "leaves no era in which the link and both its ends exist"
        findings.add(placed.file, placed.at("since"), text, f"its ends meet in {era_names(atlas, meeting)}")
