"""Checks that the data on faults fits together: eras that meet, ways that exist, logs whose form is known."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.check_eras import era_names
from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.faults import Condition, Faults, LogHeader, Need, Restarter, Sign, Trace
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.lifespan import eras_covered
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.pack_files import FAULTS

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_PLACEHOLDERS = ("time", "short", "local", "day", "level", "sub", "text")

Entry = Need | Sign | Condition | Restarter


def check_faults(pack: Pack, atlas: Atlas, findings: Findings) -> None:
    """Notes what a simulation could not follow."""
    faults = pack.faults
    for number, header in enumerate(faults.headers):
        _check_header(f"headers[{number}]", header, findings)
    for key, entry in _entries(faults):
        _check_one_part(key, entry, findings)
        eras = _check_meeting(key, entry, atlas, findings)
        for place, trace in enumerate(entry.logs):
            _check_trace(f"{key}.logs[{place}]", trace, eras, atlas, findings)
    for number, need in enumerate(faults.needs):
        _check_way(f"needs[{number}]", need, atlas, findings)
        _check_condition(f"needs[{number}].condition", need.condition, faults, findings)
    for number, step_need in enumerate(faults.step_needs):
        for place, step in enumerate(step_need.steps):
            _check_step(f"step_needs[{number}].steps[{place}]", step, atlas, findings)
    _check_conditions(faults.conditions, atlas, findings)


def _entries(faults: Faults) -> Iterator[tuple[str, Entry]]:
    lists: dict[str, Sequence[Entry]] = {
        "needs": faults.needs,
        "restarters": faults.restarters,
        "signs": faults.signs,
        "conditions": faults.conditions,
    }
    for key, entries in lists.items():
        for number, entry in enumerate(entries):
            yield f"{key}[{number}]", entry


def _parts(entry: Entry) -> dict[str, str | None]:
    """The component and the link of which just one is to be named."""
    if isinstance(entry, Need):
        return {"on": entry.on, "link": entry.link}
    if isinstance(entry, Restarter):
        return {"component": entry.component}
    return {"component": entry.component, "link": entry.link}


def _check_one_part(key: str, entry: Entry, findings: Findings) -> None:
    parts = _parts(entry)
    named = [part for part in parts.values() if part]
    if len(named) != 1:
        findings.add(FAULTS.place, key, f"must name one of: {', '.join(parts)}", "exactly one of them")


def _check_meeting(key: str, entry: Entry, atlas: Atlas, findings: Findings) -> tuple[str, ...]:
    """The eras in which all that an entry names exists."""
    named = [part for part in _parts(entry).values() if part]
    if isinstance(entry, Need):
        named.append(entry.component)
    eras = tuple(
        [era for era in eras_covered(atlas.era_ids, entry.eras) if all(era in _life(part, atlas) for part in named)]
    )
    if not eras and all(_life(part, atlas) for part in named):
        text = f"names {', '.join(quoted(part) for part in named)}, which are never there in the same of its eras"
        findings.add(FAULTS.place, key, text)
    return eras


def _life(part: str, atlas: Atlas) -> Collection[str]:
    return atlas.component_eras.get(part) or atlas.link_eras.get(part) or ()


def _check_way(key: str, need: Need, atlas: Atlas, findings: Findings) -> None:
    known = {**dict.fromkeys(atlas.components), **dict.fromkeys(atlas.links)}
    for number, id in enumerate(need.way):
        if id not in known:
            text = f"is {quoted(id)}, which is neither a component nor a link"
            findings.add(FAULTS.place, f"{key}.way[{number}]", text, findings.suggest(id, known))
    if (need.every is None) != (need.tick is None):
        findings.add(FAULTS.place, f"{key}.every", "stands without tick, or tick without it", "give both or neither")


def _check_condition(key: str, name: str | None, faults: Faults, findings: Findings) -> None:
    known = {condition.id: None for condition in faults.conditions}
    if name is not None and name not in known:
        text = f"names the condition {quoted(name)}, which does not exist"
        findings.add(FAULTS.place, key, text, findings.suggest(name, known))


def _check_header(key: str, header: LogHeader, findings: Findings) -> None:
    for name in _PLACEHOLDER.findall(header.form):
        if name not in _PLACEHOLDERS:
            hint = findings.suggest(name, _PLACEHOLDERS) or f"known are {', '.join(_PLACEHOLDERS)}"
            findings.add(FAULTS.place, f"{key}.form", f"has the placeholder {quoted(name)}, which is not known", hint)


def _check_trace(key: str, trace: Trace, eras: Sequence[str], atlas: Atlas, findings: Findings) -> None:
    headers = [header for header in atlas.faults.headers if header.log == trace.log]
    if not headers:
        known = {header.log: None for header in atlas.faults.headers}
        text = f"is {quoted(trace.log)}, for which there is no header"
        findings.add(FAULTS.place, f"{key}.log", text, findings.suggest(trace.log, known))
        return
    shown = [era for era in eras if _covers(trace.eras, era, atlas)]
    bare = [era for era in shown if not any(_covers(header.eras, era, atlas) for header in headers)]
    if bare:
        text = f"is {quoted(trace.log)}, which has no header in {era_names(atlas, bare)}"
        findings.add(FAULTS.place, f"{key}.log", text, "add a header or narrow the eras")


def _covers(span: EraRange | None, era: str, atlas: Atlas) -> bool:
    return era in eras_covered(atlas.era_ids, span)


def _check_conditions(conditions: Sequence[Condition], atlas: Atlas, findings: Findings) -> None:
    seen: dict[str, str] = {}
    for number, condition in enumerate(conditions):
        key = f"conditions[{number}]"
        first = seen.setdefault(condition.id.casefold(), key)
        if first != key:
            text = f"is {quoted(condition.id)}, which another condition has already"
            findings.add(FAULTS.place, f"{key}.id", text, f"the first is {first}.id")
        for place, step in enumerate(condition.fails):
            _check_step(f"{key}.fails[{place}]", step, atlas, findings)


def _check_step(key: str, written: str, atlas: Atlas, findings: Findings) -> None:
    flow, _, step = written.partition("/")
    if flow not in atlas.flows:
        text = f"names the flow {quoted(flow)}, which does not exist"
        findings.add(FAULTS.place, key, text, findings.suggest(flow, atlas.flows))
        return
    known = {one.id: None for one in atlas.flows[flow].steps if one.id}
    if step not in known:
        text = f"names the step {quoted(step)}, which {quoted(flow)} does not have"
        findings.add(FAULTS.place, key, text, findings.suggest(step, known))
