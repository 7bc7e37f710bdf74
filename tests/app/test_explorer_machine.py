"""The explorer used in every order: it always knows where it is and can always be shown."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.helpers.shipped import shared_book, shipped_atlas
from vmexplorer.app.explorer import Explorer
from vmexplorer.atlas.link import Plane
from vmexplorer.errors import VmexplorerError
from vmexplorer.playback.motion import EXPLORE, PRESENTATION, REDUCED, Motion
from vmexplorer.stage import compose
from vmexplorer.stage.ambient import Traffic
from vmexplorer.stage.state import BoxRole


class AnyUse(RuleBasedStateMachine):
    """Everything a person can do with the map and the player, at random."""

    @initialize()
    def start(self) -> None:
        self.atlas = shipped_atlas()
        self.explorer = Explorer(self.atlas, book=shared_book())
        self.chosen_absent = ""  # a component or link of another era, chosen to read of it

    def changing(self, changed: bool, before: object) -> None:
        assert changed == (self.explorer.now != before)

    @rule(data=st.data())
    def go_to_a_view(self, data: st.DataObject) -> None:
        before = self.explorer.now
        self.changing(self.explorer.show_view(data.draw(st.sampled_from(sorted(self.atlas.views)))), before)

    @rule(data=st.data())
    def go_to_an_era(self, data: st.DataObject) -> None:
        before = self.explorer.now
        self.changing(self.explorer.show_era(data.draw(st.sampled_from(self.atlas.era_ids))), before)

    @rule(shown=st.booleans())
    def mark_changes(self, shown: bool) -> None:
        before = self.explorer.now
        self.changing(self.explorer.show_changes(shown), before)

    @rule(plane=st.sampled_from([None, *Plane]))
    def show_a_plane_apart(self, plane: Plane | None) -> None:
        before = self.explorer.now
        self.changing(self.explorer.show_plane(plane), before)

    @rule(traffic=st.sampled_from(Traffic))
    def show_regular_traffic(self, traffic: Traffic) -> None:
        before = self.explorer.now
        self.changing(self.explorer.show_traffic(traffic), before)

    @rule(motion=st.sampled_from([EXPLORE, PRESENTATION, REDUCED]))
    def move_in_another_way(self, motion: Motion) -> None:
        self.explorer.set_motion(motion)

    @rule(ratio=st.sampled_from([None, 1.0, 20.0]))
    def play_in_the_real_ratio(self, ratio: float | None) -> None:
        step = self.explorer.player.step if self.explorer.player.position > 0.0 else None
        self.explorer.set_ratio(ratio)
        assert step is None or self.explorer.player.step == step

    @rule(data=st.data())
    def click_a_box(self, data: st.DataObject) -> None:
        box = data.draw(st.sampled_from([box for box in self.explorer.wiring.layout.boxes if box.component]))
        self.explorer.select_component(box.component or "", box.id)
        assert (self.explorer.now.component, self.explorer.now.box) == (box.component, box.id)

    @rule(data=st.data())
    def click_a_line(self, data: st.DataObject) -> None:
        wire = data.draw(st.sampled_from(self.explorer.wiring.rest))
        self.explorer.select_link(wire.links[0])

    @rule(data=st.data())
    def choose_a_found_component(self, data: st.DataObject) -> None:
        self.chosen_absent = data.draw(st.sampled_from(sorted(self.atlas.components)))
        self.explorer.select_component(self.chosen_absent)
        self.explorer.show_view(self.explorer.best_view(self.chosen_absent))

    @rule(data=st.data())
    def choose_a_found_link(self, data: st.DataObject) -> None:
        self.chosen_absent = data.draw(st.sampled_from(sorted(self.atlas.links)))
        self.explorer.select_link(self.chosen_absent)

    @rule()
    def click_the_background(self) -> None:
        self.explorer.select_component("")

    @rule(data=st.data())
    def point_at_a_box(self, data: st.DataObject) -> None:
        box = data.draw(st.sampled_from([box for box in self.explorer.wiring.layout.boxes if box.component]))
        before = self.explorer.now
        self.changing(self.explorer.hover(box.component or ""), before)

    @rule()
    def point_at_nothing(self) -> None:
        self.explorer.hover("")

    @rule(data=st.data())
    def tell_a_flow(self, data: st.DataObject) -> None:
        flow = data.draw(st.sampled_from(sorted(self.atlas.flows)))
        self.explorer.tell(flow)
        there = self.atlas.exists(flow, self.explorer.now.era)
        assert self.explorer.now.flow == (flow if there else "")
        assert self.explorer.player.position == 0.0

    @rule()
    def put_the_flow_away(self) -> None:
        self.explorer.tell("")
        assert self.explorer.flow is None

    @rule(data=st.data())
    def look_for_a_route(self, data: st.DataObject) -> None:
        components = st.sampled_from(sorted(self.atlas.components))
        before = self.explorer.now
        try:
            self.explorer.tell_route(data.draw(components), data.draw(components))
        except VmexplorerError:
            assert self.explorer.now == before
        else:
            assert self.explorer.now.flow == "route"

    @precondition(lambda self: self.explorer.hops)
    @rule(share=st.floats(0.0, 1.0))
    def seek(self, share: float) -> None:
        self.explorer.player.seek(share * self.explorer.player.timeline.duration)

    @rule(elapsed=st.floats(0.0, 5.0))
    def play(self, elapsed: float) -> None:
        self.explorer.player.play()
        self.explorer.player.advance(elapsed)

    @rule(step=st.sampled_from(["next", "previous", "first", "last", "pause"]))
    def step(self, step: str) -> None:
        getattr(self.explorer.player, step)()

    @invariant()
    def place_exists(self) -> None:
        assert self.explorer.now.view in self.atlas.views
        assert self.explorer.now.era in self.atlas.era_ids

    @invariant()
    def selection_exists_in_the_era(self) -> None:
        now = self.explorer.now
        assert not (now.component and now.link)
        selected = now.component or now.link
        if selected != self.chosen_absent:
            self.chosen_absent = ""
            assert not selected or self.atlas.exists(selected, now.era)

    @invariant()
    def flow_belongs_to_the_era(self) -> None:
        now, flow = self.explorer.now, self.explorer.flow
        assert now.flow == (flow.id if flow else "")
        assert bool(self.explorer.hops) == (flow is not None)
        steps = self.atlas.steps_in(flow, now.era) if flow else ()
        assert tuple(hop.step for hop in self.explorer.hops) == steps
        timeline = self.explorer.player.timeline
        assert len(timeline.steps) == len(steps)
        assert 0.0 <= self.explorer.player.position <= timeline.duration

    @invariant()
    def stage_can_be_shown(self) -> None:
        state, layout = self.explorer.state(), self.explorer.wiring.layout
        assert self.explorer.state() == state
        assert (layout.view, layout.era) == (self.explorer.now.view, self.explorer.now.era)
        assert state.layout is layout
        ids = {box.id for box in layout.boxes}
        assert {look.box for look in state.boxes} <= ids
        assert {id for id, _ in state.tags} <= ids
        assert (state.caption is not None) == bool(self.explorer.hops)
        assert 0.0 <= state.veil <= 1.0

    @invariant()
    def traffic_runs_within_the_scene(self) -> None:
        scene = self.explorer.wiring.layout.scene
        streams = self.explorer.streams()
        assert not streams or self.explorer.now.traffic is not Traffic.NONE
        assert all(scene.contains(point) for stream in streams for point in stream.path.points)

    @invariant()
    def selection_is_lit_where_it_is_drawn(self) -> None:
        now = self.explorer.now
        lit = {look.box for look in self.explorer.state().boxes if look.role in (BoxRole.SELECTED, BoxRole.ACTIVE)}
        assert {box.id for box in self.explorer.wiring.layout.boxes_of(now.component) if now.component} <= lit


AnyUse.TestCase.settings = settings(max_examples=20, stateful_step_count=25)
TestAnyUse = AnyUse.TestCase


@st.composite
def requests(draw: st.DrawFn) -> tuple[str, str, str, float, str]:
    """What a deep link may ask for: a flow in an era that has it, on a view, at a share of it, and a component."""
    atlas = shipped_atlas()
    flow = atlas.flow(draw(st.sampled_from(sorted(atlas.flows))))
    era = draw(st.sampled_from(atlas.eras_of(flow)))
    there = sorted(component for component, life in atlas.component_eras.items() if era in life)
    return (
        flow.id,
        era,
        draw(st.sampled_from(sorted(atlas.views))),
        draw(st.floats(0.0, 1.0)),
        draw(st.sampled_from(there)),
    )


@settings(max_examples=25)
@given(request=requests())
def test_deep_request_leads_to_the_same_picture_in_any_order(request: tuple[str, str, str, float, str]) -> None:
    flow, era, view, share, component = request
    direct, detour = (Explorer(shipped_atlas(), book=shared_book()) for _ in range(2))
    direct.show_era(era)
    direct.show_view(view)
    direct.tell(flow)
    direct.select_component(component)
    direct.player.seek(share * direct.player.timeline.duration)

    detour.select_component(component)
    detour.tell(flow)
    detour.player.play()
    detour.show_view(view)
    detour.state()
    detour.hover("hostd")
    detour.show_era(era)
    detour.select_component(component)
    detour.tell(flow)
    detour.player.seek(share * detour.player.timeline.duration)

    assert direct.now == detour.now
    assert direct.now.flow == flow
    assert direct.state() == detour.state()
    caption = direct.state().caption
    assert caption is not None
    assert caption.number == (direct.player.step or 0) + 1


@settings(max_examples=15)
@given(request=requests())
def test_flow_put_away_leaves_no_trace(request: tuple[str, str, str, float, str]) -> None:
    flow, era, view, share, _ = request
    explorer = Explorer(shipped_atlas(), book=shared_book())
    explorer.show_era(era)
    explorer.show_view(view)
    explorer.tell(flow)
    explorer.player.seek(share * explorer.player.timeline.duration)
    explorer.tell("")
    assert explorer.state() == compose.still(explorer.wiring)
