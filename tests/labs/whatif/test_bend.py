"""A flow runs up to the step that cannot happen."""

from __future__ import annotations

from collections.abc import Callable

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.labs.whatif.bend import bend
from vmexplorer.labs.whatif.outcome import Outcome

Simulate = Callable[..., Outcome]


def test_bent_flow_ends_with_the_step_that_is_seen_to_fail(simulated: Simulate) -> None:
    atlas = shipped_atlas()
    steps = atlas.steps_in(atlas.flow("F01"), "e8")
    bent = bend(atlas, simulated("stop hostd"), "F01", steps)
    assert len(bent) == 6
    assert all(one is other for one, other in zip(bent[:5], steps[:5], strict=True))
    lost = bent[5]
    assert (lost.kind, lost.lost, lost.log, lost.message) == (StepKind.FAULT, True, None, steps[5].message)
    assert [statement.text for statement in lost.narration] == [
        "vpxa sends this to hostd, but it never arrives.",
        "hostd does not run.",
        "The cause: hostd is stopped.",
    ]


def test_step_of_a_dead_sender_never_begins(simulated: Simulate) -> None:
    atlas = shipped_atlas()
    steps = atlas.steps_in(atlas.flow("F06"), "e8")
    bent = bend(atlas, simulated("stop vmkernel"), "F06", steps)
    assert [statement.text for statement in bent[0].narration] == [
        "vpxa does not run, so this never begins.",
        "The cause: VMkernel is stopped. The way from there: VMkernel → vpxa.",
    ]


def test_steps_that_no_fault_reaches_come_back_unchanged(simulated: Simulate) -> None:
    atlas = shipped_atlas()
    steps = atlas.steps_in(atlas.flow("F07"), "e8")
    assert bend(atlas, simulated("stop hostd"), "F07", steps) == steps
    assert bend(atlas, simulated(), "F07", steps) == steps


def test_steps_that_are_complete_stay_so(simulated: Simulate) -> None:
    atlas = shipped_atlas()
    steps = atlas.steps_in(atlas.flow("F01"), "e8")
    bent = bend(atlas, simulated("stop hostd"), "F01", steps, first=9)
    assert bent[:9] == steps[:9]
    assert len(bent) == 11  # the VMX reports to hostd, which is gone


def test_optional_step_is_lost_in_its_place(simulated: Simulate) -> None:
    atlas = shipped_atlas()
    steps = atlas.steps_in(atlas.flow("F12"), "e8")
    bent = bend(atlas, simulated("stop vobd"), "F12", steps)
    assert [step.lost for step in bent] == [False, True, *[False] * (len(steps) - 2)]


def test_branch_bends_too(simulated: Simulate) -> None:
    atlas = shipped_atlas()
    flow = atlas.flow("F04")
    steps = atlas.steps_in(flow, "e8", atlas.branch(flow, "locked"))
    bent = bend(atlas, simulated("drop F04/locked/3"), "F04", steps)
    assert bent[2].lost
    assert "lost under way" in bent[2].narration[1].text
    assert bend(atlas, simulated("drop F04/locked/3"), "F04", atlas.steps_in(flow, "e8")) == atlas.steps_in(flow, "e8")
