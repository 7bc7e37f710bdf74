"""Selection, hover and flow above the still picture; the later layer wins."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import hops_of, picture, timeline_of
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.drawing.wiring import Wiring
from vmexplorer.playback.frame import frame_at
from vmexplorer.playback.motion import EXPLORE, REDUCED
from vmexplorer.playback.timeline import Timeline
from vmexplorer.stage import compose
from vmexplorer.stage.projection import timings
from vmexplorer.stage.state import BoxRole, LineRole, StageState

VIEW, ERA = "overview", "e8"


@pytest.fixture
def wiring() -> Wiring:
    return picture(VIEW, ERA)


@pytest.fixture
def still(wiring: Wiring) -> StageState:
    return compose.still(wiring)


def roles(state: StageState) -> dict[str, BoxRole]:
    return {look.box: look.role for look in state.boxes}


def neighbours(wiring: Wiring, component: str) -> set[str]:
    """The boxes at the other ends of a component's lines."""
    ends = {end for wire in wiring.of_component(component) for end in (wire.source, wire.target)}
    return ends - {box.id for box in wiring.layout.boxes_of(component)}


def test_view_at_rest_has_nothing_above_it(wiring: Wiring, still: StageState) -> None:
    assert still == StageState(wiring.layout, wiring.rest, wiring.spine)
    assert (still.veil, still.boxes, still.lines, still.tokens, still.caption) == (0.0, (), (), (), None)


@pytest.mark.parametrize("component", ["hostd", "vmkernel", "vmx", "vpxd"])
def test_selected_component_stands_out_with_lines_and_neighbours(
    atlas: Atlas, wiring: Wiring, still: StageState, component: str
) -> None:
    state = compose.with_focus(still, atlas, wiring, component, selected=True)
    mine = {box.id for box in wiring.layout.boxes_of(component)}
    assert {box for box, role in roles(state).items() if role is BoxRole.SELECTED} == mine
    assert {box for box, role in roles(state).items() if role is BoxRole.NEIGHBOUR} == neighbours(wiring, component)
    assert {look.box for look in state.boxes if look.glow} == mine
    assert [line.path for line in state.lines] == [wire.path for wire in wiring.of_component(component)]
    assert {line.role for line in state.lines} == {LineRole.SELECTED}
    assert {line.kind for line in state.lines} == {atlas.component(component).kind}
    assert state.veil == 0.0


def test_hovered_component_is_lit_more_quietly(atlas: Atlas, wiring: Wiring, still: StageState) -> None:
    state = compose.with_focus(still, atlas, wiring, "hostd", selected=False)
    assert set(roles(state)) == {"hostd", *neighbours(wiring, "hostd")}
    assert set(roles(state).values()) == {BoxRole.NEIGHBOUR}
    assert {line.role for line in state.lines} == {LineRole.NEIGHBOUR}
    assert not any(look.glow for look in state.boxes)


def test_selection_lies_above_hover(atlas: Atlas, wiring: Wiring, still: StageState) -> None:
    hovered = compose.with_focus(still, atlas, wiring, "vpxa", selected=False)
    state = compose.with_focus(hovered, atlas, wiring, "hostd", selected=True)
    assert roles(state)["hostd"] is BoxRole.SELECTED
    assert roles(state)["vpxa"] is BoxRole.NEIGHBOUR
    both = {wire.path for wire in wiring.of_component("vpxa")} & {wire.path for wire in wiring.of_component("hostd")}
    assert both
    assert {line.role for line in state.lines if line.path in both} == {LineRole.SELECTED}
    assert set(roles(state)) == {"vpxa", "hostd"} | neighbours(wiring, "vpxa") | neighbours(wiring, "hostd")


def test_selected_link_shows_its_lines_and_ends(atlas: Atlas, wiring: Wiring, still: StageState) -> None:
    state = compose.with_link(still, atlas, wiring, "L08")
    wires = wiring.of_link("L08")
    assert [line.path for line in state.lines] == [wire.path for wire in wires]
    assert {line.role for line in state.lines} == {LineRole.SELECTED}
    assert {line.kind for line in state.lines} == {atlas.component(atlas.link("L08").source).kind}
    assert roles(state) == {end: BoxRole.NEIGHBOUR for wire in wires for end in wire[:2]}


def test_arrow_of_a_link_points_at_its_target(atlas: Atlas) -> None:
    """A link that shares the line of another one, laid the other way, is shown in its own direction."""
    turned = 0
    for era in atlas.era_ids[::3]:
        wiring = picture(VIEW, era)
        laid = {wire.path for wire in wiring.rest}
        for link in atlas.links.values():
            lines = compose.with_link(compose.still(wiring), atlas, wiring, link.id).lines
            ends = [wiring.box(wire.target).rect for wire in wiring.of_link(link.id)]
            assert all(rect.contains(line.path.points[-1]) for line, rect in zip(lines, ends, strict=True))
            turned += sum(line.path not in laid and line.path.reversed() in laid for line in lines)
    assert turned > 0


def test_link_that_is_not_drawn_adds_nothing(atlas: Atlas, wiring: Wiring, still: StageState) -> None:
    absent = [link for link in atlas.links if not wiring.of_link(link)]
    assert absent
    assert all(compose.with_link(still, atlas, wiring, link) == still for link in absent)


def test_component_of_another_era_lights_nothing(atlas: Atlas, wiring: Wiring, still: StageState) -> None:
    state = compose.with_focus(still, atlas, wiring, "vi-client", selected=True)
    assert state == still


def test_flow_lies_above_the_selection(atlas: Atlas, wiring: Wiring, still: StageState) -> None:
    timeline, hops = timeline_of("F01", VIEW, ERA), hops_of("F01", VIEW, ERA)
    number = next(index for index, hop in enumerate(hops) if hop.path and hop.source and hop.target)
    hop, step = hops[number], timeline.steps[number]
    component = wiring.box(hop.target).component
    assert component
    selected = compose.with_focus(still, atlas, wiring, component, selected=True)
    underway, arrived = (
        compose.with_flow(selected, hops, frame_at(timeline, moment), EXPLORE, started=True)
        for moment in ((step.launch + step.arrive) / 2, step.end)
    )
    assert roles(underway)[hop.target] is BoxRole.SELECTED
    assert roles(arrived)[hop.target] is BoxRole.ACTIVE
    badges = {look.box: look.badge for look in arrived.boxes}
    assert badges[hop.target] == str(number + 1)
    assert set(roles(arrived)) >= set(roles(selected))


def test_flow_that_begins_over_a_dimmed_picture_does_not_lighten_it(still: StageState) -> None:
    timeline, hops = timeline_of("F01", VIEW, ERA), hops_of("F01", VIEW, ERA)
    dimmed = still._replace(veil=1.0)
    for seconds in (0.0, 0.1, 0.3, timeline.duration):
        assert compose.with_flow(dimmed, hops, frame_at(timeline, seconds), EXPLORE, started=True).veil == 1.0


def test_picture_without_movement_lights_sender_line_and_receiver_in_turn(still: StageState) -> None:
    hops = hops_of("F01", VIEW, ERA)
    timeline = Timeline.of(timings(hops), REDUCED)
    number = next(index for index, hop in enumerate(hops) if hop.path and hop.source and hop.target)
    hop, step = hops[number], timeline.steps[number]
    seen = []
    for share in (0.2, 0.5, 0.9):
        moment = frame_at(timeline, step.launch + (step.arrive - step.launch) * share)
        state = compose.with_flow(still, hops, moment, REDUCED, started=True)
        assert state.tokens == ()
        lit = [look.box for look in state.boxes if look.role is BoxRole.ACTIVE]
        seen.append((set(lit), [line.path for line in state.lines if line.role is LineRole.ACTIVE]))
    both = {hop.source, hop.target}
    assert seen == [({hop.source}, []), ({hop.source}, [hop.path]), (both, [hop.path])]
    end = compose.with_flow(still, hops, frame_at(timeline, step.end), REDUCED, started=True)
    assert {look.box for look in end.boxes if look.role is BoxRole.ACTIVE} == both


def test_ground_and_messages_are_two_halves_of_a_state(still: StageState) -> None:
    timeline, hops = timeline_of("F01", VIEW, ERA), hops_of("F01", VIEW, ERA)
    step = next(step for step, hop in zip(timeline.steps, hops, strict=True) if hop.path)
    moment = frame_at(timeline, (step.launch + step.arrive) / 2)
    state = compose.with_flow(still, hops, moment, EXPLORE, started=True)
    assert state.tokens
    ground, messages = state.ground(), state.messages()
    assert ground == state._replace(tokens=())
    assert messages.tokens == state.tokens
    assert (messages.veil, messages.boxes, messages.lines) == (0.0, (), ())
