"""What an outcome lays over the map."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.fault_words import LinkState, State
from vmexplorer.labs.whatif.outcome import Outcome
from vmexplorer.labs.whatif.overlay import overlay
from vmexplorer.stage.overlay import Mark, Overlay, Role

Simulate = Callable[..., Outcome]


def test_fault_itself_and_those_who_suffer_are_told_apart(simulated: Simulate) -> None:
    outcome = simulated("stop hostd")
    marks = overlay(outcome)
    assert marks.components["hostd"] == Mark(Role.FAULT, "stopped", outcome.components["hostd"].note)
    assert marks.components["vpxa"] == Mark(Role.AFFECTED, "degraded", outcome.components["vpxa"].note)
    assert marks.links["L11"] == Mark(Role.AFFECTED, "down", outcome.links["L11"].note)
    assert marks.components["virtual-machine"].role is Role.GOOD
    assert "ntpd" not in marks.components


def test_closed_links_are_faults(simulated: Simulate) -> None:
    marks = overlay(simulated("cut L11", "block UDP 902", "drop F01/1")).links
    assert [(marks[id].role, marks[id].badge) for id in ("L11", "L10", "L01")] == [
        (Role.FAULT, "cut"),
        (Role.FAULT, "blocked"),
        (Role.FAULT, "message lost"),
    ]


def test_what_comes_back_is_changing(simulated: Simulate) -> None:
    roles = [overlay(simulated("kill hostd", at=at)).components.get("hostd") for at in (1, 10, 40)]
    assert [mark and (mark.role, mark.badge) for mark in roles] == [
        (Role.FAULT, "stopped"),
        (Role.CHANGING, "starting"),
        None,
    ]


def test_nothing_is_marked_before_a_fault_begins(simulated: Simulate) -> None:
    assert overlay(simulated("stop hostd @ 10", at=9)) == Overlay({}, {})
    assert overlay(simulated()) == Overlay({}, {})


@pytest.mark.parametrize("component", sorted(shipped_atlas().components))
def test_everything_that_is_not_well_has_a_mark_that_fits_its_card(simulated: Simulate, component: str) -> None:
    atlas = shipped_atlas()
    era = atlas.eras_of(atlas.component(component))[-1]
    outcome = simulated(f"stop {component}", era=era)
    marks = overlay(outcome)
    ill = {id for id, one in outcome.components.items() if one.state is not State.OK}
    assert set(marks.components) - {"virtual-machine"} == ill - {"virtual-machine"}
    assert set(marks.links) == {id for id, one in outcome.links.items() if one.state is not LinkState.OK}
    assert all(mark.note and len(mark.badge) <= 14 for mark in marks.components.values())
