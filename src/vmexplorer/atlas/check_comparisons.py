"""Checks that every comparison lays two flows side by side that can be played together."""

from __future__ import annotations

from collections.abc import Sequence

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.check_eras import era_names
from vmexplorer.atlas.comparison import Comparison
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.flow import Flow, Step
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.pack_files import COMPARISONS
from vmexplorer.atlas.walk import file_of


def check_comparisons(pack: Pack, atlas: Atlas, findings: Findings) -> None:
    """Notes flows that never meet, pairs of two gaps, steps that are not there and pairs out of order."""
    for comparison in pack.comparisons:
        file = file_of(COMPARISONS.place, comparison.id)
        for number, pair in enumerate(comparison.pairs):
            if not (pair.first or pair.second):
                findings.add(file, f"pairs[{number}].first", "is a gap, and so is second", "name a step on one side")
        if comparison.first == comparison.second:
            text = f"is {quoted(comparison.second)}, which would be compared with itself"
            findings.add(file, "second", text, "name another flow")
            continue
        first, second = atlas.flows.get(comparison.first), atlas.flows.get(comparison.second)
        if first is not None and second is not None:
            _check_sides(file, comparison, (first, second), atlas, findings)


def _check_sides(file: str, comparison: Comparison, flows: tuple[Flow, Flow], atlas: Atlas, findings: Findings) -> None:
    first, second = flows
    common = [era for era in atlas.eras_of(first) if era in atlas.eras_of(second)]
    if not common:
        text = f"is {quoted(second.id)}, which is never offered in the same era as {quoted(first.id)}"
        findings.add(file, "second", text)
        return
    _check_side(file, "first", first, [pair.first for pair in comparison.pairs], common, atlas, findings)
    _check_side(file, "second", second, [pair.second for pair in comparison.pairs], common, atlas, findings)


def _check_side(
    file: str, side: str, flow: Flow, named: Sequence[str], eras: Sequence[str], atlas: Atlas, findings: Findings
) -> None:
    places = {era: _places(atlas.steps_in(flow, era)) for era in eras}
    known = {id: None for there in places.values() for id in there}
    first_pair: dict[str, int] = {}
    reached = dict.fromkeys(eras, -1)
    for number, id in enumerate(named):
        key = f"pairs[{number}].{side}"
        if not id:
            continue
        if id not in known:
            text = f"names the step {quoted(id)}, which {quoted(flow.id)} does not have in an era of both flows"
            findings.add(file, key, text, findings.suggest(id, known))
            continue
        first = first_pair.setdefault(id, number)
        if first != number:
            text = f"is {quoted(id)}, which another pair has already"
            findings.add(file, key, text, f"the first is pairs[{first}].{side}")
            continue
        there = {era: ids[id] for era, ids in places.items() if id in ids}
        early = [era for era, place in there.items() if place < reached[era]]
        if early:
            text = f"is {quoted(id)}, which comes before a step of an earlier pair in {era_names(atlas, early)}"
            findings.add(file, key, text, f"list the pairs in the order of the steps of {quoted(flow.id)}")
        else:
            reached |= there


def _places(steps: Sequence[Step]) -> dict[str, int]:
    return {step.id: place for place, step in enumerate(steps) if step.id}
