"""Tests of telling a branch of a flow."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.step_rows import branch_rows
from vmexplorer.errors import UnknownNameError

ATLAS = shipped_atlas()
WAYS = [(flow.id, branch.id) for flow in ATLAS.flows.values() for branch in flow.branches]


@pytest.mark.parametrize(("flow", "branch"), WAYS)
def test_a_branch_shares_the_flow_up_to_its_fork(flow: str, branch: str) -> None:
    told = ATLAS.branch(ATLAS.flow(flow), branch)
    era = next(era for era in reversed(ATLAS.era_ids) if told in ATLAS.branches_in(ATLAS.flow(flow), era))
    explorer = Explorer(ATLAS)
    explorer.show_era(era)
    explorer.tell(flow)
    usual = [hop.step for hop in explorer.hops]
    explorer.tell(f"{flow}/{branch}")
    steps = [hop.step for hop in explorer.hops]
    ((name, first, last),) = branch_rows(explorer)
    assert name == told.name
    assert steps[:first] == usual[:first]
    assert steps[first - 1].id == told.after
    assert last == len(steps) - 1
    assert explorer.now.flow == flow


def test_the_usual_way_has_no_branch_rows() -> None:
    explorer = Explorer(ATLAS)
    explorer.tell("F04")
    assert branch_rows(explorer) == ()
    assert explorer.now.branch == ""


def test_unknown_branch_names_the_nearest() -> None:
    flow, branch = WAYS[0]
    with pytest.raises(UnknownNameError, match=branch):
        Explorer(ATLAS).tell(f"{flow}/{branch}x")
