"""Two flows played in step: one player, and for each flow what its own stage shows at that moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.comparison import Comparison, Row
from vmexplorer.atlas.evidence import joined
from vmexplorer.atlas.flow import Flow
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import Layout, ZoneBox
from vmexplorer.drawing.placement import place
from vmexplorer.drawing.wiring import Box, Wiring
from vmexplorer.errors import VmexplorerError
from vmexplorer.playback.easing import ease_in_out_cubic, share
from vmexplorer.playback.frame import Frame, Phase, frame_at
from vmexplorer.playback.motion import EXPLORE, Motion
from vmexplorer.playback.player import Player
from vmexplorer.playback.timeline import StepTiming, Timeline
from vmexplorer.stage import compose
from vmexplorer.stage.labels import label_place, label_size
from vmexplorer.stage.projection import Hop, project
from vmexplorer.stage.state import Caption, StageState

WAITS = "waits"
ENDED = "has ended"
_TOKEN = 21.0  # size of a message in scene units when the map has half a window


class Side(IntEnum):
    """Which of the two flows."""

    FIRST = 0
    SECOND = 1


@dataclass(frozen=True, slots=True)
class _Track:
    """One flow as drawn on its view, laid beside the rows of the comparison.

    ``places`` gives for each row the place of its hop, None where this side has a gap;
    ``before`` how many hops are complete when the row begins.
    """

    flow: Flow
    wiring: Wiring
    hops: tuple[Hop, ...]
    places: tuple[int | None, ...]
    before: tuple[int, ...]

    def hop(self, row: int) -> Hop | None:
        """The hop of a row; None for a gap."""
        found = self.places[row]
        return None if found is None else self.hops[found]


class Comparing:
    """A comparison in one era. What it shows is a function of the player's position alone."""

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
        self._tracks = self._laid_out(atlas, known)
        self._areas = [_area(track) for track in self._tracks]
        travels = [self._travel(row) for row in range(len(self.rows))]
        self._timelines = [self._timeline(travels, [side]) for side in Side]
        self.player = Player(self._timeline(travels, list(Side)))
        self._stories: dict[tuple[Side, int, int], StageState] = {}

    def state(self, side: Side) -> StageState:
        """What the stage of one side shows now."""
        player, track = self.player, self._tracks[side]
        frame = frame_at(self._timelines[side], player.position)
        row = frame.step or 0
        if not (player.position > 0.0 or player.playing):
            return compose.still(track.wiring)._replace(caption=self._caption(track, row))
        hop = track.hop(row)
        story = self._story(side, row, frame.done)
        if hop is not None:
            return compose.with_moment(story, hop, frame, self.motion)
        if row == 0:
            return story._replace(veil=ease_in_out_cubic(share(frame.elapsed, self.motion.dim_fade)))
        return story

    def caption(self) -> Caption:
        """Number of the present pair, how many there are, and what is said of it; the name of all as title."""
        row = self.player.step or 0
        return Caption(row + 1, len(self.rows), self.comparison.name, _said(self.rows[row]))

    def title(self, side: Side) -> str:
        """The name of a side's flow."""
        return self._tracks[side].flow.name

    def waits(self, side: Side) -> bool:
        """Whether a side has no step in the present pair."""
        return self._tracks[side].places[self.player.step or 0] is None

    def messages(self, side: Side) -> int:
        """How many messages from one part to another have arrived on a side so far; work inside a part is none."""
        frame = frame_at(self._timelines[side], self.player.position)
        row, track = frame.step or 0, self._tracks[side]
        arrived = frame.phase in (Phase.DWELL, Phase.DONE) and track.places[row] is not None
        complete = track.hops[: track.before[row] + arrived]
        return sum(hop.step.source != hop.step.target for hop in complete)

    def area(self, side: Side) -> Rect:
        """The part of a side's scene in which both flows take place; only its own when their views differ."""
        views = [track.wiring.layout.view for track in self._tracks]
        return self._areas[0].united(self._areas[1]) if views[0] == views[1] else self._areas[side]

    def labels(self) -> list[str]:
        """A short name for each pair: the message of the longer way, or of the only one."""
        steps = [row.second or row.first for row in self.rows]
        return [step.message if step else "" for step in steps]

    def _laid_out(self, atlas: Atlas, known: Sequence[Wiring]) -> list[_Track]:
        """Both flows on their views; a view that both share is wired once."""
        wirings = {(wiring.layout.view, wiring.layout.era): wiring for wiring in known}
        tracks = []
        for flow_id, column in ((self.comparison.first, Side.FIRST), (self.comparison.second, Side.SECOND)):
            flow = atlas.flow(flow_id)
            view = atlas.view(flow.view)
            key = (view.id, self.era)
            if key not in wirings:
                wirings[key] = Wiring(atlas, view, place(atlas, view, self.era))
            present = [row[column] is not None for row in self.rows]
            before = [sum(present[:number]) for number in range(len(present))]
            places = [count if here else None for count, here in zip(before, present, strict=True)]
            hops = project(atlas.steps_in(flow, self.era), wirings[key], atlas)
            drawn = tuple([_labelled_large(hop, wirings[key].layout) for hop in hops])
            tracks.append(_Track(flow, wirings[key], drawn, tuple(places), tuple(before)))
        return tracks

    def _travel(self, row: int) -> float:
        """Seconds that a row is under way: as long as the slower of both sides needs."""
        hops = [hop for track in self._tracks if (hop := track.hop(row)) is not None]
        return max(self.motion.travel(hop.step.kind, _length(hop)) for hop in hops)

    def _timeline(self, travels: Sequence[float], sides: Sequence[Side]) -> Timeline:
        """All rows in time, as some sides see them: the moments are the same, only the glows differ."""
        timings = []
        for number, row in enumerate(self.rows):
            hops = [self._tracks[side].hop(number) for side in sides]
            length = max(_length(hop) for hop in hops)
            timings.append(StepTiming(StepKind.REQUEST, length, len(_said(row).split()), travels[number]))
        return Timeline.of(timings, self.motion)

    def _story(self, side: Side, row: int, done: int) -> StageState:
        """What stays the same while a row plays; on a side that waits that is everything."""
        key = (side, row, done)
        if key not in self._stories:
            self._stories[key] = self._told(self._tracks[side], row, done)
        return self._stories[key]

    def _told(self, track: _Track, row: int, done: int) -> StageState:
        still, here, before = compose.still(track.wiring), track.places[row], track.before[row]
        if here is not None:
            return compose.with_story(still, track.hops, here, before + (done > row))
        state = compose.with_story(still, track.hops, max(0, before - 1), before)
        if before:
            # Nothing moves here: of its last step only the box stays lit that was reached.
            last = track.hops[before - 1]
            rest = Frame(row, Phase.DONE, progress=1.0, done=done, elapsed=self.motion.dim_fade)
            state = compose.with_moment(state, last._replace(source=last.target, path=None), rest, self.motion)
        return state._replace(caption=self._caption(track, row))

    def _caption(self, track: _Track, row: int) -> Caption:
        """What a side tells in a row: its step or, beside a gap, that it waits or is over."""
        here, before = track.places[row], track.before[row]
        if here is not None:
            return compose.caption_of(track.hops, here)
        return Caption(before, len(track.hops), WAITS if before < len(track.hops) else ENDED, "")


def _labelled_large(hop: Hop, layout: Layout) -> Hop:
    """The hop with more room for its label: each map has half a window, so it is small and its labels are not."""
    return (
        hop._replace(label_at=label_place(layout, hop.path, *label_size(hop.step.message, _TOKEN))) if hop.path else hop
    )


def _length(hop: Hop | None) -> float:
    return hop.path.length if hop is not None and hop.path is not None else 0.0


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


def _area(track: _Track) -> Rect:
    """Around everything that takes part; of a frame only its caption and where its lines end."""
    boxes = {box.id: box for box in track.wiring.layout.boxes}
    ends = dict.fromkeys(end for hop in track.hops for end in (hop.source, hop.target) if end)
    rects = [_speaking_part(boxes[end]) for end in ends]
    points = [point for hop in track.hops if hop.path for point in hop.path.points]
    rects += [Rect(point.x, point.y, 0.0, 0.0) for point in points]
    area = rects[0] if rects else track.wiring.layout.scene
    for rect in rects[1:]:
        area = area.united(rect)
    return area


def _speaking_part(box: Box) -> Rect:
    """The whole card; the caption of a frame, because what stands in it may take no part."""
    return box.title_rect if isinstance(box, ZoneBox) and box.title_rect.width > 0.0 else box.rect
