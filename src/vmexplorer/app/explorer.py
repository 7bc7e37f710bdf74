"""What the person is looking at: view, era, selection, route and flow; answers with stage states.

Pure: every method changes the situation and says so by returning True; controllers turn
that into signals.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from vmexplorer.app.blocked import blocked
from vmexplorer.app.quiet import quiet_state
from vmexplorer.app.situation import Situation
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.flow import BRANCH_MARK, Flow, Step
from vmexplorer.atlas.link import Plane
from vmexplorer.atlas.topology import route_flow
from vmexplorer.drawing.placement import place
from vmexplorer.drawing.route_book import RouteBook
from vmexplorer.drawing.wiring import Wiring
from vmexplorer.playback.frame import frame_at
from vmexplorer.playback.motion import EXPLORE, Motion
from vmexplorer.playback.player import Player
from vmexplorer.playback.timeline import Timeline
from vmexplorer.stage import compose
from vmexplorer.stage.ambient import Stream, Traffic, streams
from vmexplorer.stage.overlay import Overlay
from vmexplorer.stage.projection import Hop, project, timings
from vmexplorer.stage.state import StageState

Bend = Callable[[str, tuple[Step, ...], int], tuple[Step, ...]]
"""What faults make of a flow: from its id, its steps and the first step that they can still reach."""


class Explorer:
    """Keeps a situation over an atlas and works out what the stage shows."""

    def __init__(self, atlas: Atlas, motion: Motion = EXPLORE, book: RouteBook | None = None) -> None:
        self.atlas = atlas
        self._book = book
        self.player = Player()
        self._motion = motion
        self._ratio: float | None = None
        self._wirings: dict[tuple[str, str], Wiring] = {}
        self._flow: Flow | None = None
        self._hops: tuple[Hop, ...] = ()
        self._bend: Bend | None = None
        self._bent_from = 0  # how many steps were complete before the faults came
        self._quiet: tuple[Situation, StageState] | None = None
        self._story: tuple[StageState, tuple[int, int], StageState] | None = None
        self._now = Situation(atlas.manifest.home, atlas.eras[-1].id)

    def adopt(self, atlas: Atlas) -> None:
        """Goes on with another atlas, at the same view and era where it has them."""
        view = self._now.view if self._now.view in atlas.views else atlas.manifest.home
        era = self._now.era if self._now.era in atlas.era_ids else atlas.eras[-1].id
        self.atlas = atlas
        self._wirings.clear()
        self._flow, self._hops, self._quiet = None, (), None
        self._bend = None
        self.player.load(Timeline.of((), self._motion))
        self._now = Situation(view, era)

    @property
    def now(self) -> Situation:
        """The situation."""
        return self._now

    @property
    def flow(self) -> Flow | None:
        """The flow being told."""
        return self._flow

    @property
    def hops(self) -> tuple[Hop, ...]:
        """The steps of the flow as drawn on the view."""
        return self._hops

    @property
    def wiring(self) -> Wiring:
        """The paths of the view in the era."""
        return self._wiring(self._now.view, self._now.era)

    def show_view(self, view: str) -> bool:
        """Shows another view; the selection and the flow stay where they are drawn there too."""
        view = self.atlas.view(view).id
        return self._become(replace(self._now, view=view, box="", hover=""))

    def show_era(self, era: str) -> bool:
        """Goes to another era; a selection or flow that it does not have is dropped."""
        era = self.atlas.era(era).id
        now = replace(self._now, era=era, box="", hover="")
        if now.component and not self.atlas.exists(now.component, era):
            now = replace(now, component="")
        if now.link and not self.atlas.exists(now.link, era):
            now = replace(now, link="")
        now = replace(now, port="")
        return self._become(now)

    def show_changes(self, shown: bool) -> bool:
        """Marks what is new and what is gone against the era before."""
        return self._become(replace(self._now, show_changes=shown))

    def show_plane(self, plane: Plane | None) -> bool:
        """Shows the management plane or the data plane apart, or (None) both together."""
        return self._become(replace(self._now, plane=plane))

    def show_traffic(self, traffic: Traffic) -> bool:
        """Shows a sort of regular traffic, or none."""
        return self._become(replace(self._now, traffic=traffic))

    def set_motion(self, motion: Motion) -> None:
        """Moves in another way; the flow stays at its step."""
        self._motion = motion
        self._reload(keep=True)

    def set_ratio(self, ratio: float | None) -> None:
        """Plays hops in proportion to the time they really take; None in even, readable times.

        Args:
            ratio: show seconds for each modelled second.
        """
        self._ratio = ratio
        self._reload(keep=True)

    @property
    def ratio(self) -> float | None:
        """Show seconds for each modelled second; None outside the real ratio."""
        return self._ratio

    @property
    def motion(self) -> Motion:
        """How things move."""
        return self._motion

    def streams(self) -> tuple[Stream, ...]:
        """The regular traffic to show on the present view."""
        return streams(self.atlas, self.wiring, self._now.traffic)

    def select_component(self, component: str, box: str = "") -> bool:
        """Selects a component ("" for none)."""
        if component:
            self.atlas.component(component)
        return self._become(replace(self._now, component=component, box=box, link="", port=""))

    def select_link(self, link: str) -> bool:
        """Selects a link instead of a component ("" for none)."""
        if link:
            self.atlas.link(link)
        return self._become(replace(self._now, link=link, component="", box="", port=""))

    def ask_port(self, question: str) -> bool:
        """Selects the links that use a port or protocol, such as ``UDP 902``.

        Raises:
            VmexplorerError: no link of this era uses it.
        """
        blocked(self.atlas, question, self._now.era)
        return self._become(replace(self._now, port=question, component="", box="", link=""))

    def lay_over(self, name: str, overlay: Overlay | None) -> bool:
        """Lays what a simulator or lesson says over the map; None takes it away."""
        others = [(known, laid) for known, laid in self._now.overlays if known != name]
        if overlay is not None:
            others.append((name, overlay))
        return self._become(replace(self._now, overlays=tuple(others)))

    def bend(self, bend: Bend | None) -> None:
        """Lets faults reach the flow that is told and those told later; steps that are complete stay so."""
        frame = frame_at(self.player.timeline, self.player.position)
        self._bend, self._bent_from = bend, frame.done
        self._refit()

    def rewind(self) -> bool:
        """Lets faults reach the flow from its first step on; returns whether that makes a difference."""
        if not self._bent_from:
            return False
        self._bent_from = 0
        self._refit()
        return True

    def hover(self, component: str) -> bool:
        """Lights a component's neighbours for as long as the pointer rests on it ("" for none)."""
        if component:
            self.atlas.component(component)
        return self._become(replace(self._now, hover=component))

    def tell(self, flow: str) -> bool:
        """Loads a flow and rests at its start ("" clears the stage).

        A branch of it is written behind a stroke: ``F04/locked``.
        """
        name, _, branch = flow.partition(BRANCH_MARK)
        self._flow = self.atlas.flow(name) if name else None
        self._bent_from = 0
        if self._flow and branch:
            branch = self.atlas.branch(self._flow, branch).id
        return self._become(replace(self._now, flow=self._flow.id if self._flow else "", branch=branch), reload=True)

    def tell_route(self, start: str, end: str) -> bool:
        """Loads the shortest message path between two components as a flow.

        Raises:
            VmexplorerError: no path leads from one to the other in this era.
        """
        self._flow = route_flow(self.atlas, start, end, self._now.era)
        self._bent_from = 0
        return self._become(replace(self._now, flow=self._flow.id, branch=""), reload=True)

    def state(self) -> StageState:
        """What the stage shows at the player's position."""
        if self._quiet is None or self._quiet[0] is not self._now:
            before = self._before() if self._now.show_changes else None
            self._quiet = (self._now, quiet_state(self.atlas, self._now, self.wiring, before))
        state = self._quiet[1]
        if not self._hops:
            return state
        frame = frame_at(self.player.timeline, self.player.position)
        if frame.step is None or not (self.player.position > 0.0 or self.player.playing):
            return compose.with_flow(state, self._hops, frame, self._motion, started=False)
        key = (frame.step, frame.done)
        if self._story is None or self._story[0] is not state or self._story[1] != key:
            self._story = (state, key, compose.with_story(state, self._hops, *key))
        return compose.with_moment(self._story[2], self._hops[frame.step], frame, self._motion, state.veil)

    def home_state(self) -> StageState:
        """The home view at rest in the newest era: what the window opens with."""
        return compose.still(self._wiring(self.atlas.manifest.home, self.atlas.eras[-1].id))

    def best_view(self, component: str) -> str:
        """The view to show a component on: the present one when it is there, else the first that draws it."""
        here = self._now.view
        if self.wiring.layout.boxes_of(component):
            return here
        drawn = [view for view in self.atlas.views if self._shows(view, component)]
        return drawn[0] if drawn else here

    def inside(self, component: str) -> str:
        """The view that shows a component from the inside, or ""."""
        for view in self.atlas.views.values():
            if component in view.opens:
                return view.id
        return ""

    def _shows(self, view: str, component: str) -> bool:
        return bool(self._wiring(view, self._now.era).layout.boxes_of(component))

    def _before(self) -> Wiring | None:
        """The same view in the era before."""
        ids = self.atlas.era_ids
        place_now = ids.index(self._now.era)
        return self._wiring(self._now.view, ids[place_now - 1]) if place_now else None

    def _wiring(self, view: str, era: str) -> Wiring:
        key = (view, era)
        if key not in self._wirings:
            drawn = self.atlas.view(view)
            self._wirings[key] = Wiring(self.atlas, drawn, place(self.atlas, drawn, era), self._book)
        return self._wirings[key]

    def _become(self, now: Situation, *, reload: bool = False) -> bool:
        before, moved = self._now, (now.view, now.era) != (self._now.view, self._now.era)
        if now == before and not reload:
            return False
        self._now = now
        if reload or (moved and self._flow):
            self._reload(keep=moved and not reload and now.era == before.era)
        return True

    def _refit(self) -> None:
        """Draws the flow anew after its steps have changed, at the same moment as far as it still has that."""
        position, playing = self.player.position, self.player.playing
        self._reload(keep=False)
        if self._hops:
            self.player.seek(position)
            if playing and self.player.position < self.player.timeline.duration:
                self.player.play()

    def _reload(self, *, keep: bool) -> None:
        """Draws the flow on the present view; ``keep`` stays at the same step, at its end."""
        step, position = self.player.step, self.player.position
        flow, era = self._flow, self._now.era
        branch = self.atlas.branch(flow, self._now.branch) if flow and self._now.branch else None
        steps = self.atlas.steps_in(flow, era, branch) if flow else ()
        if flow and self._bend is not None:
            steps = self._bend(flow.id, steps, self._bent_from)
        self._hops = project(steps, self.wiring, self.atlas)
        self._story = None
        self.player.load(Timeline.of(timings(self._hops, self._ratio), self._motion))
        if not self._hops:
            self._flow = None
            self._now = replace(self._now, flow="", branch="")
        elif keep and step is not None and position > 0.0:
            self.player.go_to_step(step)
