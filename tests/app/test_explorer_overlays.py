"""What labs tell the explorer: overlays by name, and faults that bend a flow."""

from __future__ import annotations

from dataclasses import replace

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.explorer import Bend, Explorer
from vmexplorer.atlas.flow import Step
from vmexplorer.stage.overlay import Mark, Overlay, Role

STOPPED, GOOD = Mark(Role.FAULT, "stopped"), Mark(Role.GOOD)


def marks(explorer: Explorer) -> dict[str, Mark | None]:
    return {look.box: look.mark for look in explorer.state().boxes}


def fails_at(number: int) -> Bend:
    """A bend that loses the step with this number, unless it was complete before."""

    def bend(_flow: str, steps: tuple[Step, ...], first: int) -> tuple[Step, ...]:
        return steps if first >= number else (*steps[: number - 1], replace(steps[number - 1], lost=True))

    return bend


def test_overlays_of_several_labs_lie_on_one_another(explorer: Explorer) -> None:
    explorer.lay_over("one", Overlay({"hostd": GOOD, "vpxa": GOOD}))
    explorer.lay_over("two", Overlay({"hostd": STOPPED}))
    assert marks(explorer) == {"hostd": STOPPED, "vpxa": GOOD}
    assert explorer.lay_over("two", None)
    assert marks(explorer) == {"hostd": GOOD, "vpxa": GOOD}


def test_the_same_overlay_again_changes_nothing(explorer: Explorer) -> None:
    assert explorer.lay_over("one", Overlay({"hostd": GOOD}))
    assert not explorer.lay_over("one", Overlay({"hostd": GOOD}))
    assert not explorer.lay_over("other", None)


def test_another_atlas_comes_without_overlays(explorer: Explorer) -> None:
    explorer.lay_over("one", Overlay({"hostd": GOOD}))
    explorer.adopt(shipped_atlas())
    assert explorer.state().boxes == ()


def test_a_flow_ends_at_the_step_that_a_fault_reaches(explorer: Explorer) -> None:
    explorer.tell("F01")
    whole = len(explorer.hops)
    explorer.bend(fails_at(3))
    assert [hop.step.lost for hop in explorer.hops] == [False, False, True]
    explorer.bend(None)
    assert len(explorer.hops) == whole


def test_a_flow_under_way_goes_on_to_the_fault(explorer: Explorer) -> None:
    explorer.tell("F01")
    explorer.player.play()
    explorer.player.advance(1.0)
    before = explorer.player.position
    explorer.bend(fails_at(3))
    assert (explorer.player.position, explorer.player.playing, explorer.player.step) == (before, True, 0)


def test_steps_that_are_complete_cannot_fail_any_more(explorer: Explorer) -> None:
    explorer.tell("F01")
    explorer.player.go_to_step(4)
    explorer.bend(fails_at(3))
    assert explorer.player.step == 4
    assert explorer.rewind()
    assert (len(explorer.hops), explorer.player.step) == (3, 2)
    assert not explorer.rewind()


def test_a_flow_told_later_meets_the_fault_too(explorer: Explorer) -> None:
    explorer.tell("F01")
    explorer.player.last()
    explorer.bend(fails_at(2))
    explorer.tell("F02")
    assert [hop.step.lost for hop in explorer.hops] == [False, True]
