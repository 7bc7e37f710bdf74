"""What a moment of a timeline looks like; a pure function of both, so seeking needs no history."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vmexplorer.playback.easing import Easing, clamp, share, swell
from vmexplorer.playback.timeline import TimedStep, Timeline


class Phase(StrEnum):
    """Where in its course a step is."""

    LEAD = "lead"
    TRAVEL = "travel"
    DWELL = "dwell"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Frame:
    """One moment.

    Attributes:
        step: index of the step to show; None when the timeline has no steps.
        phase: LEAD before launch, TRAVEL from launch, DWELL from arrival, DONE at the end.
        progress: share of the path the token has covered, eased, 0..1.
        pulse: strength of the swell of a box that works within itself, 0..1, else 0.
        departure_glow: strength of the source's glow, 0..1: grows until launch, then fades.
        arrival_glow: strength of the target's glow, 1 on arrival, fading to 0.
        done: number of steps that are complete.
        elapsed: seconds since the step started; drives fades and camera moves.
    """

    step: int | None
    phase: Phase
    progress: float = 0.0
    pulse: float = 0.0
    departure_glow: float = 0.0
    arrival_glow: float = 0.0
    done: int = 0
    elapsed: float = 0.0


def frame_at(timeline: Timeline, seconds: float) -> Frame:
    """The frame at a moment; before 0 it is that of 0, after the end that of the end.

    At the exact end of a step the frame is that step DONE, never the next one in LEAD.

    Raises:
        ValueError: ``seconds`` is infinite or not a number.
    """
    index = timeline.step_at(seconds)
    if index is None:
        return Frame(None, Phase.DONE)
    step = timeline.steps[index]
    seconds = clamp(seconds, step.start, step.end)
    elapsed = seconds - step.start
    if seconds == step.end:
        return Frame(index, Phase.DONE, progress=1.0, done=index + 1, elapsed=elapsed)
    if seconds >= step.arrive:
        glow = 1.0 - share(seconds - step.arrive, step.settled - step.arrive)
        return Frame(index, Phase.DWELL, progress=1.0, arrival_glow=glow, done=index, elapsed=elapsed)
    if seconds >= step.launch:
        return _travelling(step, seconds, timeline.motion.easing)
    lead = share(elapsed, step.launch - step.start)
    return Frame(index, Phase.LEAD, departure_glow=0.0 if step.inside else lead, done=index, elapsed=elapsed)


def _travelling(step: TimedStep, seconds: float, easing: Easing) -> Frame:
    passed = share(seconds - step.launch, step.arrive - step.launch)
    progress = easing(passed)
    return Frame(
        step.index,
        Phase.TRAVEL,
        progress=progress,
        pulse=swell(passed) if step.inside else 0.0,
        departure_glow=0.0 if step.inside else 1.0 - progress,
        done=step.index,
        elapsed=seconds - step.start,
    )
