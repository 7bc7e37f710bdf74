"""The other ways that the shipped flows can go: which there are, and that each connects and plays."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import picture, shipped_atlas
from vmexplorer.atlas.evidence import Standing
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.playback.timeline import Timeline
from vmexplorer.stage.projection import project, timings

ATLAS = shipped_atlas()

# Every branch with the number of steps after which it leaves in 8.0, and whether it is a failure.
BRANCHES = {
    ("F01", "host-refuses"): (9, True),
    ("F03", "already-managed"): (3, True),
    ("F04", "wrong-password"): (1, True),
    ("F04", "locked"): (1, True),
    ("F06", "hostd-hangs"): (2, True),
    ("F07", "vsphere-health"): (5, False),
    ("F08", "test-trap"): (4, False),
    ("F09", "firewall-closed"): (3, True),
    ("F09", "vmware-log"): (4, False),
    ("F10", "no-answer"): (3, True),
    ("F11", "isolated"): (2, False),
    ("F11", "primary-dies"): (2, False),
    ("F14", "wrong-address"): (3, True),
    ("F15", "first-start-fails"): (8, True),
    ("F16", "one-bank"): (2, True),
    ("F16", "cancelled"): (3, False),
}
# A branch whose sender comes in later than with its first step, and why that is right.
STARTS_BY_ITSELF = {("F14", "vpxa"): "the heartbeat runs by its own timer"}

PLAYED = [
    (flow.id, era, branch.id)
    for flow in ATLAS.flows.values()
    for era in ATLAS.eras_of(flow)
    for branch in ATLAS.branches_in(flow, era)
]
WAYS = [*PLAYED, *((flow.id, era, "") for flow in ATLAS.flows.values() for era in ATLAS.eras_of(flow))]


def way(flow_id: str, era: str, branch_id: str) -> tuple[Step, ...]:
    flow = ATLAS.flow(flow_id)
    return ATLAS.steps_in(flow, era, ATLAS.branch(flow, branch_id) if branch_id else None)


def of_branch(flow_id: str, era: str, branch_id: str) -> list[Step]:
    """The steps of a branch alone."""
    own = ATLAS.branch(ATLAS.flow(flow_id), branch_id).steps
    return [step for step in own if era in ATLAS.eras_of(step)]


def test_every_variant_is_there_and_leaves_where_it_should() -> None:
    found = {
        (flow.id, branch.id): (len(way(flow.id, "e8", branch.id)) - len(of_branch(flow.id, "e8", branch.id)))
        for flow in ATLAS.flows.values()
        for branch in flow.branches
    }
    assert found == {key: shared for key, (shared, _) in BRANCHES.items()}


@pytest.mark.parametrize(("flow_id", "branch_id"), BRANCHES)
def test_a_branch_says_when_it_is_taken_and_whether_it_fails(flow_id: str, branch_id: str) -> None:
    branch = ATLAS.branch(ATLAS.flow(flow_id), branch_id)
    assert branch.name.startswith("If ")
    assert branch.fails == BRANCHES[flow_id, branch_id][1]
    assert not branch.fails or any(step.kind is StepKind.FAULT for step in branch.steps)
    assert branch.remark


@pytest.mark.parametrize(("flow_id", "era", "branch_id"), PLAYED)
class TestBranchInEra:
    def test_it_begins_like_the_flow_and_goes_its_own_way(self, flow_id: str, era: str, branch_id: str) -> None:
        main, steps, own = (
            way(flow_id, era, ""),
            way(flow_id, era, branch_id),
            of_branch(flow_id, era, branch_id),
        )
        shared = len(steps) - len(own)
        assert shared > 0
        assert len(own) >= 2
        assert steps == (*main[:shared], *own)
        assert main[shared - 1].id == ATLAS.branch(ATLAS.flow(flow_id), branch_id).after

    def test_each_sender_has_been_in_the_path_before(self, flow_id: str, era: str, branch_id: str) -> None:
        own = of_branch(flow_id, era, branch_id)
        shared = way(flow_id, era, branch_id)[: -len(own)]
        # Its first sender may be new: often it is somebody who steps in.
        met = {own[0].source, *(end for step in shared for end in (step.source, step.target))}
        for step in own:
            assert step.source in met or (flow_id, step.source) in STARTS_BY_ITSELF, step.message
            met |= {step.source, step.target}


@pytest.mark.parametrize(("flow_id", "era", "branch_id"), WAYS)
def test_every_way_plays_on_the_view_of_its_flow(flow_id: str, era: str, branch_id: str) -> None:
    steps = way(flow_id, era, branch_id)
    assert all(ATLAS.exists(end, era) for step in steps for end in (step.source, step.target))
    hops = project(steps, picture(ATLAS.flow(flow_id).view, era), ATLAS)
    assert [hop.step for hop in hops] == list(steps)
    timeline = Timeline.of(timings(hops), EXPLORE)
    assert timeline.step_at(timeline.duration) == len(steps) - 1


def test_every_step_has_a_time_that_is_called_a_model() -> None:
    for flow in ATLAS.flows.values():
        assert all(step.takes for branch in flow.branches for step in branch.steps), flow.id
        assert all(step.takes for step in flow.steps), flow.id
        noted = [remark for remark in flow.remarks if "In the real ratio the times are a model" in remark.text]
        assert [mark.standing for mark in noted[0].evidence][-1:] == [Standing.GENERAL], flow.id


def test_the_times_of_high_availability_add_up() -> None:
    def milliseconds(branch: str, first: str, last: str) -> float:
        steps = way("F11", "e8", branch)
        messages = [step.message for step in steps]
        return sum(step.takes or 0.0 for step in steps[messages.index(first) : messages.index(last) + 1])

    assert 15_000 <= milliseconds("", "esx02 loses power", "declare esx02 dead") <= 18_000
    assert milliseconds("isolated", "esx02 loses its network", "makes itself primary") == pytest.approx(25_000, abs=10)
    assert milliseconds("isolated", "esx02 loses its network", "declare itself isolated") == pytest.approx(
        30_000, abs=10
    )


def test_a_heartbeat_takes_its_period() -> None:
    beats = [
        (flow.id, step.takes) for flow in ATLAS.flows.values() for step in flow.steps if step.kind is StepKind.HEARTBEAT
    ]
    assert dict(beats) == {"F03": 10_000, "F06": 10_000, "F11": 1000, "F12": 10_000, "F14": 10_000}
