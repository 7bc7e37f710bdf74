"""Timelines for the playback tests, drawn by hypothesis or written by hand."""

from __future__ import annotations

from hypothesis import strategies as st

from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.playback.motion import EXPLORE, PRESENTATION
from vmexplorer.playback.timeline import StepTiming, Timeline

timings = st.builds(
    StepTiming,
    kind=st.sampled_from(StepKind),
    length=st.one_of(st.just(0.0), st.floats(0.0, 5000.0)),
    words=st.integers(0, 60),
)
motions = st.sampled_from([EXPLORE, PRESENTATION])
timelines = st.builds(Timeline.of, st.lists(timings, min_size=1, max_size=12), motions)
any_timelines = st.builds(Timeline.of, st.lists(timings, max_size=12), motions)

# Lead-in 0.2, travel 0.9, and 0.9 to read three words: each hop lasts exactly as long.
HOP = StepTiming(StepKind.REQUEST, length=200.0, words=3)
INSIDE = StepTiming(StepKind.REQUEST, length=0.0, words=3)


def hops(count: int) -> Timeline:
    """A timeline of equal hops of 2.0 seconds: launch 0.2, arrive 1.1, settled 1.7, end 2.0."""
    return Timeline.of([HOP] * count, EXPLORE)
