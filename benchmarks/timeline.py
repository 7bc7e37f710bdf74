"""Timeline and state of a flow of 500 steps, for each frame, against the millisecond it may take."""

from __future__ import annotations

from itertools import count

from benchmarks.figure import Figure, taken_in_turns
from vmexplorer.app.packs import load_pack
from vmexplorer.drawing.placement import place
from vmexplorer.drawing.wiring import Wiring
from vmexplorer.playback.frame import frame_at
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.playback.timeline import Timeline
from vmexplorer.stage import compose
from vmexplorer.stage.projection import project, timings

_STEPS = 500


def figures() -> list[Figure]:
    """The frame alone, and the frame with the state of the stage within a step."""
    atlas = load_pack()
    era = atlas.eras[-1].id
    view = atlas.view(atlas.manifest.home)
    wiring = Wiring(atlas, view, place(atlas, view, era))
    steps = atlas.steps_in(next(iter(atlas.flows.values())), era)
    many = [steps[index % len(steps)] for index in range(_STEPS)]
    hops = project(many, wiring, atlas)
    timeline = Timeline.of(timings(hops), EXPLORE)
    story = compose.with_story(compose.still(wiring), hops, _STEPS // 2, _STEPS // 2)
    numbers = count()

    def moment() -> float:
        return (next(numbers) * 0.377) % 1.0 * timeline.duration

    def frame() -> None:
        frame_at(timeline, moment())

    def state() -> None:
        compose.with_moment(story, hops[_STEPS // 2], frame_at(timeline, moment()), EXPLORE)

    alone, whole = taken_in_turns(frame, state, 300)
    return [
        Figure("frame of a 500-step flow, milliseconds", alone, 0.0, 1.0),
        Figure("frame and stage state of a 500-step flow, milliseconds", whole, 0.0, 1.0),
    ]
