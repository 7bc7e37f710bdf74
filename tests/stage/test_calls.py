"""Tests of the calls that are held open until their reply."""

from __future__ import annotations

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.kind import Kind
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.stage.calls import held
from vmexplorer.stage.projection import Hop


def hop(source: str, target: str, kind: StepKind) -> Hop:
    return Hop(Step(source, target, "message", kind, ()), source, target, None, Kind.USER_WORLD, "")


CHAIN = [
    hop("client", "hostd", StepKind.REQUEST),
    hop("hostd", "vmx", StepKind.REQUEST),
    hop("vmx", "hostd", StepKind.REPLY),
    hop("hostd", "client", StepKind.REPLY),
    hop("hostd", "vpxa", StepKind.EVENT),
]


def test_callers_wait_from_their_request_to_its_reply() -> None:
    assert [sorted(held(CHAIN, index)) for index in range(len(CHAIN))] == [[], [0], [0, 1], [0], []]


def test_a_request_without_reply_is_not_held() -> None:
    assert held([CHAIN[0], CHAIN[4], CHAIN[4]], 2) == frozenset()


def test_work_inside_one_part_is_no_call() -> None:
    inside = hop("hostd", "hostd", StepKind.REQUEST)
    assert held([inside, CHAIN[1], CHAIN[2]], 1) == frozenset()


def test_shipped_flows_hold_some_calls_and_end_without_any() -> None:
    atlas = shipped_atlas()
    found = 0
    for flow in atlas.flows.values():
        for era in atlas.eras_of(flow):
            steps = atlas.steps_in(flow, era)
            hops = [Hop(step, step.source, step.target, None, Kind.KERNEL, "") for step in steps]
            found += sum(len(held(hops, index)) for index in range(len(hops)))
    assert found > 0
