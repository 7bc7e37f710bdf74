"""What a moment of a show looks like; a pure function of the show and the time."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.labs.banks.account import AccountLine
from vmexplorer.labs.banks.bank import Bank, Write
from vmexplorer.labs.banks.beat import COUNTING, Beat, BeatKind
from vmexplorer.labs.banks.screen import LoaderScreen
from vmexplorer.labs.banks.show import Show
from vmexplorer.playback.easing import clamp
from vmexplorer.playback.frame import Phase, frame_at
from vmexplorer.playback.motion import Motion
from vmexplorer.playback.timeline import StepTiming, TimedStep, Timeline

_MOST_WORDS = 7
"""Words of a line that time is given for: who wants to read longer pauses, or steps."""


class Picture(NamedTuple):
    """What is shown.

    Attributes:
        beat: the piece that plays, None when there is none.
        kind: what goes on in it.
        done: whether the whole show is over.
        banks: the banks as they stand on the device.
        partition: the bank concerned, None for no single one.
        wrote: what has just been written, from the moment on in which it arrives until the piece is over.
        glow: how strongly that shows, 0 to 1.
        share: how much of the piece's movement is over, 0 to 1.
        lines: what has been told so far; the last ``fresh`` of them belong to this piece.
        fresh: how many lines are new.
        screen: the loader's screen.
    """

    beat: int | None
    kind: BeatKind
    done: bool
    banks: tuple[Bank, ...]
    partition: int | None
    wrote: Write | None
    glow: float
    share: float
    lines: tuple[AccountLine, ...]
    fresh: int
    screen: LoaderScreen


def timeline_of(show: Show, motion: Motion) -> Timeline:
    """When each piece begins and ends. Without movement only the countdowns take their time."""
    timings = []
    for beat in show.beats:
        moves = beat.moves_for if motion.travels or beat.kind in COUNTING else motion.pulse / 2.0
        words = 0 if beat.kind in COUNTING else min(beat.words, _MOST_WORDS)
        # A length above 0 gives what was written its glow; the time comes from the piece.
        timings.append(StepTiming(StepKind.EVENT, 1.0, words, moves))
    return Timeline.of(timings, motion)


def picture_at(show: Show, timeline: Timeline, seconds: float) -> Picture:
    """The picture at a moment of a show; outside of it the first or the last."""
    frame = frame_at(timeline, seconds)
    index = frame.step or 0
    beat = show.beats[index]
    arrived = frame.phase in (Phase.DWELL, Phase.DONE)
    share = 1.0 if arrived else frame.progress if timeline.motion.travels else 0.0
    before = show.beats[index - 1].banks if index else show.before
    lines = tuple([line for one in show.beats[: index + 1] for line in one.lines])
    return Picture(
        beat=index,
        kind=beat.kind,
        done=frame.done == len(show.beats),
        banks=beat.banks if arrived else before,
        partition=beat.partition,
        wrote=beat.wrote if arrived else None,
        glow=frame.arrival_glow,
        share=share,
        lines=lines,
        fresh=len(beat.lines),
        screen=_screen(beat, timeline.steps[index], seconds, share),
    )


def _screen(beat: Beat, step: TimedStep, seconds: float, share: float) -> LoaderScreen:
    """The screen of a piece, with the countdown or the bar as far as it is."""
    if beat.kind is BeatKind.LOAD:
        return beat.screen._replace(bar=share)
    return beat.screen.after(clamp(seconds, step.launch, step.arrive) - step.launch)
