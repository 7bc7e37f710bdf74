"""Checks that every branch of a flow can be played in each era in which it is offered."""

from __future__ import annotations

from collections.abc import Mapping

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.check_eras import era_names
from vmexplorer.atlas.check_steps import check_steps
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.flow import Flow

# The id of each step of a flow and the eras in which it is there.
StepEras = Mapping[str, set[str]]


def check_branches(file: str, flow: Flow, atlas: Atlas, findings: Findings) -> None:
    """Notes branches that share an id, leave after a step that is not there or lead nowhere."""
    offered = atlas.eras_of(flow)
    step_eras: dict[str, set[str]] = {}
    for step in flow.steps:
        if step.id:
            step_eras.setdefault(step.id, set()).update(atlas.eras_of(step))
    first_place: dict[str, int] = {}
    for number, branch in enumerate(flow.branches):
        key = f"branches[{number}]"
        first = first_place.setdefault(branch.id.casefold(), number)
        if first != number:
            text = f"is {quoted(branch.id)}, which another branch of the flow has already"
            findings.add(file, f"{key}.id", text, f"the first is branches[{first}].id")
        shown = [era for era in atlas.eras_of(branch) if era in offered]
        if not shown:
            findings.add(file, f"{key}.eras", "names only eras in which the flow is not offered")
            continue
        _check_fork(file, f"{key}.after", branch.after, shown, step_eras, atlas, findings)
        check_steps(file, (f"{key}.steps", branch.steps), shown, atlas, findings)
        led = {era for step in branch.steps for era in atlas.eras_of(step)}
        empty = [era for era in shown if era not in led]
        if empty:
            text = f"leaves no step in {era_names(atlas, empty)}"
            findings.add(file, f"{key}.steps", text, "narrow the eras of the branch or widen a step's")


def _check_fork(
    file: str, key: str, after: str, shown: list[str], step_eras: StepEras, atlas: Atlas, findings: Findings
) -> None:
    if after not in step_eras:
        text = f"names the step {quoted(after)}, which the flow does not have"
        hint = findings.suggest(after, step_eras) or "give an id to the last step that both ways share"
        findings.add(file, key, text, hint)
        return
    there = step_eras[after]
    missing = [era for era in shown if era not in there]
    if missing:
        text = f"is {quoted(after)}, a step that is not there in {era_names(atlas, missing)}"
        hint = f"it is there in {era_names(atlas, there)}; give the branch eras that fit"
        findings.add(file, key, text, hint)
