"""Flows and routes told by the explorer."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import shared_book
from vmexplorer.app.explorer import Explorer
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.errors import VmexplorerError
from vmexplorer.playback.motion import PRESENTATION
from vmexplorer.stage import compose

OLDEST = "e3"


def test_flow_rests_at_its_start(atlas: Atlas, explorer: Explorer) -> None:
    assert explorer.tell("F01")
    assert (explorer.now.flow, explorer.flow) == ("F01", atlas.flow("F01"))
    assert (explorer.player.position, explorer.player.playing) == (0.0, False)
    state = explorer.state()
    assert state.caption is not None
    assert (state.caption.number, state.caption.steps) == (1, len(explorer.hops))
    assert (state.veil, state.tokens, state.boxes) == (0.0, (), ())


def test_flow_is_found_by_its_name_as_well(atlas: Atlas, explorer: Explorer) -> None:
    explorer.tell(atlas.flow("F02").name.upper())
    assert explorer.now.flow == "F02"


def test_flow_starts_as_soon_as_it_plays(explorer: Explorer) -> None:
    explorer.tell("F01")
    explorer.player.play()
    assert explorer.state().boxes
    explorer.player.advance(0.15)
    assert 0.0 < explorer.state().veil < 1.0


def test_clearing_the_stage_puts_the_flow_away(explorer: Explorer) -> None:
    explorer.tell("F01")
    explorer.player.play()
    explorer.tell("")
    assert (explorer.flow, explorer.hops, explorer.now.flow) == (None, (), "")
    assert not explorer.player.playing
    assert explorer.state() == compose.still(explorer.wiring)


def test_flow_of_another_era_leaves_the_stage_empty(atlas: Atlas, explorer: Explorer) -> None:
    flow = next(flow for flow in atlas.flows.values() if OLDEST not in atlas.eras_of(flow))
    explorer.show_era(OLDEST)
    explorer.tell(flow.id)
    assert (explorer.flow, explorer.now.flow) == (None, "")


def test_another_view_goes_on_at_the_end_of_the_same_step(explorer: Explorer) -> None:
    explorer.tell("F01")
    explorer.player.seek(explorer.player.timeline.steps[4].launch)
    explorer.show_view("agents")
    assert explorer.player.step == 4
    assert explorer.player.position == explorer.player.timeline.steps[4].end
    assert not explorer.player.playing


def test_another_view_leaves_a_flow_at_its_start_there(explorer: Explorer) -> None:
    explorer.tell("F01")
    explorer.show_view("agents")
    assert explorer.player.position == 0.0
    assert explorer.now.flow == "F01"


def test_pace_comes_from_the_motion(atlas: Atlas, explorer: Explorer) -> None:
    slow = Explorer(atlas, PRESENTATION, shared_book())
    for each in (slow, explorer):
        each.tell("F01")
    assert slow.player.timeline.duration > explorer.player.timeline.duration


def test_flow_goes_on_in_an_era_that_has_it_from_its_start(atlas: Atlas, explorer: Explorer) -> None:
    explorer.tell("F01")
    explorer.player.go_to_step(3)
    explorer.show_era("e5")
    assert explorer.now.flow == "F01"
    assert tuple(hop.step for hop in explorer.hops) == atlas.steps_in(atlas.flow("F01"), "e5")
    assert (explorer.player.position, explorer.player.playing) == (0.0, False)


def test_flow_is_dropped_in_an_era_that_lacks_it(atlas: Atlas, explorer: Explorer) -> None:
    flow = next(flow for flow in atlas.flows.values() if OLDEST not in atlas.eras_of(flow))
    explorer.tell(flow.id)
    assert explorer.now.flow == flow.id
    explorer.show_era(OLDEST)
    assert (explorer.flow, explorer.hops, explorer.now.flow) == (None, (), "")
    assert explorer.player.timeline.steps == ()
    assert explorer.state() == compose.still(explorer.wiring)


# Routes


def test_route_is_a_flow_from_one_component_to_another(explorer: Explorer) -> None:
    assert explorer.tell_route("host-client", "vmkernel")
    assert explorer.flow is not None
    assert (explorer.now.flow, explorer.flow.id) == ("route", "route")
    assert (explorer.hops[0].step.source, explorer.hops[-1].step.target) == ("host-client", "vmkernel")
    explorer.show_view("agents")
    assert explorer.now.flow == "route"
    assert explorer.hops[-1].step.target == "vmkernel"


def test_route_of_one_era_is_dropped_in_another(explorer: Explorer) -> None:
    explorer.tell_route("host-client", "vmkernel")
    explorer.show_era(OLDEST)
    assert (explorer.flow, explorer.hops, explorer.now.flow) == (None, (), "")


@pytest.mark.parametrize(("start", "end"), [("hostd", "hostd"), ("vi-client", "hostd")])
def test_route_that_does_not_exist_is_an_error_and_changes_nothing(explorer: Explorer, start: str, end: str) -> None:
    explorer.tell("F01")
    before, hops = explorer.now, explorer.hops
    with pytest.raises(VmexplorerError):
        explorer.tell_route(start, end)
    assert (explorer.now, explorer.hops, explorer.flow) == (before, hops, explorer.atlas.flow("F01"))
