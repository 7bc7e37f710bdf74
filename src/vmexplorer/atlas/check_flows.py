"""Checks that every flow can be played in each era in which it is offered."""

from __future__ import annotations

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.check_branches import check_branches
from vmexplorer.atlas.check_eras import era_names
from vmexplorer.atlas.check_steps import PlacedSteps, check_step_ids, check_steps
from vmexplorer.atlas.findings import Findings
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.pack_files import FLOWS
from vmexplorer.atlas.walk import file_of


def check_flows(pack: Pack, atlas: Atlas, findings: Findings) -> None:
    """Notes eras without steps, steps that cannot be shown, step ids that stand twice and broken branches."""
    for flow in pack.flows:
        file = file_of(FLOWS.place, flow.id)
        offered = atlas.eras_of(flow)
        empty = [era for era in offered if not atlas.steps_in(flow, era)]
        if empty:
            text = f"leaves no step in {era_names(atlas, empty)}"
            key = "steps" if flow.eras is None else "eras"
            findings.add(file, key, text, "narrow the eras of the flow or widen a step's")
        main: PlacedSteps = ("steps", flow.steps)
        others: list[PlacedSteps] = [
            (f"branches[{number}].steps", branch.steps) for number, branch in enumerate(flow.branches)
        ]
        check_steps(file, main, offered, atlas, findings)
        check_step_ids(file, [main, *others], atlas, findings)
        check_branches(file, flow, atlas, findings)
