"""Checks that every flow can be played in each era in which it is offered."""

from __future__ import annotations

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.check_eras import era_names
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.flow import Flow
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.pack_files import FLOWS
from vmexplorer.atlas.walk import file_of


def check_flows(pack: Pack, atlas: Atlas, findings: Findings) -> None:
    """Notes eras without steps, steps that are never shown and steps whose ends do not exist yet or any more."""
    for flow in pack.flows:
        offered = atlas.eras_of(flow)
        empty = [era for era in offered if not atlas.steps_in(flow, era)]
        if empty:
            text = f"leaves no step in {era_names(atlas, empty)}"
            key = "steps" if flow.eras is None else "eras"
            findings.add(file_of(FLOWS.place, flow.id), key, text, "narrow the eras of the flow or widen a step's")
        _check_steps(flow, offered, atlas, findings)


def _check_steps(flow: Flow, offered: tuple[str, ...], atlas: Atlas, findings: Findings) -> None:
    file = file_of(FLOWS.place, flow.id)
    for number, step in enumerate(flow.steps):
        shown = [era for era in atlas.eras_of(step) if era in offered]
        if not shown:
            findings.add(file, f"steps[{number}].eras", "names only eras in which the flow is not offered")
        for key, end in {"from": step.source, "to": step.target}.items():
            life = atlas.component_eras.get(end, shown)
            missing = [era for era in shown if era not in life]
            if missing and not (key == "to" and step.target == step.source):
                text = f"is {quoted(end)}, which does not exist in {era_names(atlas, missing)}"
                hint = f"it exists in {era_names(atlas, life)}; give the step eras that fit"
                findings.add(file, f"steps[{number}].{key}", text, hint)
