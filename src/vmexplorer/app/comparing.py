"""Two flows played in step: one player, and for each flow what its own stage shows at that moment."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from vmexplorer.app.compared_flow import ComparedFlow, length
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.comparison import Comparison, Row
from vmexplorer.atlas.evidence import joined
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.placement import place
from vmexplorer.drawing.wiring import Wiring
from vmexplorer.errors import VmexplorerError
from vmexplorer.playback.easing import ease_in_out_cubic, share
from vmexplorer.playback.frame import Frame, Phase, frame_at
from vmexplorer.playback.motion import EXPLORE, Motion
from vmexplorer.playback.player import Player
from vmexplorer.playback.timeline import StepTiming, Timeline
from vmexplorer.stage import compose
from vmexplorer.stage.state import Caption, StageState

WAITS = "waits"
ENDED = "has ended"


class Side(IntEnum):
    """Which of the two flows."""

    FIRST = 0
    SECOND = 1


class Comparing:
    """A comparison in one era; what it shows depends on the position of its player alone."""

    def __init__(
        self, atlas: Atlas, comparison: str, era: str, motion: Motion = EXPLORE, known: Sequence[Wiring] = ()
    ) -> None:
        """Lays both flows side by side and rests at the start.

        Args:
            atlas: where flows, views and names come from.
            comparison: id or name of the comparison.
            era: id or name of the era.
            motion: how things move.
            known: views that are wired already and need not be wired again.

        Raises:
            VmexplorerError: there is no such comparison or era, or the era lacks one of the flows.
        """
        self.comparison = atlas.comparison(comparison)
        self.era = atlas.era(era).id
        self.motion = motion
        self.rows = atlas.rows_in(self.comparison, self.era)
        if not self.rows:
            raise VmexplorerError(_not_told(atlas, self.comparison, self.era))
        self._flows = self._drawn(atlas, known)
        self._areas = [flow.area() for flow in self._flows]
        self._timelines = [self._timeline([side]) for side in Side]
        self._stories: dict[tuple[Side, int, int], StageState] = {}
        self.player = Player(self._timeline(list(Side)))

    def state(self, side: Side) -> StageState:
        """What the stage of one side shows now; a side without a step in the present pair rests."""
        player, flow = self.player, self._flows[side]
        frame = frame_at(self._timelines[side], player.position)
        row = frame.step or 0
        if not (player.position > 0.0 or player.playing):
            return compose.still(flow.wiring)._replace(caption=_caption(flow, row))
        hop, story = flow.hop(row), self._story(side, row, frame.done)
        if hop is not None:
            return compose.with_moment(story, hop, frame, self.motion)
        if row == 0 and frame.elapsed < self.motion.dim_fade:
            return story._replace(veil=ease_in_out_cubic(share(frame.elapsed, self.motion.dim_fade)))
        return story

    def caption(self) -> Caption:
        """Number of the present pair, how many there are, and what is said of it; the comparison's name as title."""
        row = self.player.step or 0
        return Caption(row + 1, len(self.rows), self.comparison.name, _said(self.rows[row]))

    def title(self, side: Side) -> str:
        """The name of a side's flow."""
        return self._flows[side].flow.name

    def waits(self, side: Side) -> bool:
        """Whether a side has no step in the present pair."""
        return self._flows[side].places[self.player.step or 0] is None

    def messages(self, side: Side) -> int:
        """How many messages from one part to another have arrived on a side so far; work inside a part is none."""
        frame = frame_at(self._timelines[side], self.player.position)
        row, flow = frame.step or 0, self._flows[side]
        arrived = frame.phase in (Phase.DWELL, Phase.DONE) and flow.places[row] is not None
        complete = flow.hops[: flow.before[row] + arrived]
        return sum(hop.step.source != hop.step.target for hop in complete)

    def area(self, side: Side) -> Rect:
        """The part of a side's scene in which both flows take place; only its own when their views differ."""
        first, second = (flow.wiring.layout.view for flow in self._flows)
        return self._areas[0].united(self._areas[1]) if first == second else self._areas[side]

    def labels(self) -> list[str]:
        """A short name for each pair: the message of the second flow or, beside its gap, of the first."""
        steps = [row.second or row.first for row in self.rows]
        return [step.message if step else "" for step in steps]

    def _drawn(self, atlas: Atlas, known: Sequence[Wiring]) -> list[ComparedFlow]:
        """Both flows on their views; a view that both share is wired once."""
        wirings = {(wiring.layout.view, wiring.layout.era): wiring for wiring in known}
        columns = [[row.first for row in self.rows], [row.second for row in self.rows]]
        flows = []
        for name, column in zip((self.comparison.first, self.comparison.second), columns, strict=True):
            flow = atlas.flow(name)
            view, key = atlas.view(flow.view), (flow.view, self.era)
            if key not in wirings:
                wirings[key] = Wiring(atlas, view, place(atlas, view, self.era))
            flows.append(ComparedFlow.of(atlas, flow, column, wirings[key]))
        return flows

    def _timeline(self, sides: Sequence[Side]) -> Timeline:
        """All rows in time as some of the sides see them: the moments are the same, only the glows differ."""
        timings = []
        for number, row in enumerate(self.rows):
            every = [flow.hop(number) for flow in self._flows]
            longest = max(self.motion.travel(hop.step.kind, length(hop)) for hop in every if hop is not None)
            way = max(length(every[side]) for side in sides)
            timings.append(StepTiming(StepKind.REQUEST, way, len(_said(row).split()), longest))
        return Timeline.of(timings, self.motion)

    def _story(self, side: Side, row: int, done: int) -> StageState:
        """What stays the same while a row plays; on a side that waits that is everything."""
        key = (side, row, done)
        if key not in self._stories:
            self._stories[key] = self._told(self._flows[side], row, done)
        return self._stories[key]

    def _told(self, flow: ComparedFlow, row: int, done: int) -> StageState:
        still, here, before = compose.still(flow.wiring), flow.places[row], flow.before[row]
        if here is not None:
            return compose.with_story(still, flow.hops, here, before + (done > row))
        state = compose.with_story(still, flow.hops, max(0, before - 1), before)
        if before:
            # Nothing moves here: of its last step only the box stays lit that was reached.
            last = flow.hops[before - 1]
            rest = Frame(row, Phase.DONE, progress=1.0, done=done, elapsed=self.motion.dim_fade)
            state = compose.with_moment(state, last._replace(source=last.target, path=None), rest, self.motion)
        return state._replace(caption=_caption(flow, row))


def _caption(flow: ComparedFlow, row: int) -> Caption:
    """What a side tells in a row: its step or, beside a gap, that it waits or is over."""
    here, before, count = flow.places[row], flow.before[row], len(flow.hops)
    if here is not None:
        return compose.caption_of(flow.hops, here)
    return Caption(before, count, WAITS if before < count else ENDED, "")


def _said(row: Row) -> str:
    """What is said of a row; where no pair says anything, what its only step tells."""
    if row.says is not None:
        return row.says.text
    step = row.first or row.second
    return joined(step.narration) if step else ""


def _not_told(atlas: Atlas, comparison: Comparison, era: str) -> str:
    told = [known.name for known in atlas.eras if atlas.rows_in(comparison, known.id)]
    if not told:
        return f"“{comparison.name}” cannot be told: no version offers both of its message paths"
    return f"“{comparison.name}” is told in {told[0]} to {told[-1]}, not in {atlas.era(era).name}"
