"""Playing, pausing, seeking and stepping through a timeline, without a timer or a screen."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from vmexplorer.playback.change import Change
from vmexplorer.playback.easing import clamp, finite
from vmexplorer.playback.motion import EXPLORE, FRAMES_PER_SECOND, SPEEDS
from vmexplorer.playback.timeline import TimedStep, Timeline

_EXACT = 1e-6  # of a frame; what a sum of floats may be beside it


@dataclass(frozen=True, slots=True)
class _Status:
    timeline: Timeline
    position: float = 0.0
    playing: bool = False
    # The run was started by ``next`` and ends with the step, whatever the mode.
    one_step: bool = False
    speed: float = 1.0
    loop: bool = False
    stop_at_each_step: bool = False

    @property
    def step(self) -> int | None:
        return self.timeline.step_at(self.position)

    @property
    def ahead(self) -> TimedStep | None:
        """The step that plays on from the position; at the end of the flow the last one."""
        index = self.timeline.step_from(self.position)
        return None if index is None else self.timeline.steps[index]


class Player:
    """A position on a timeline and the rules by which it moves.

    Every call returns what it changed; the values are read from the properties. A player
    rests at 0 or at the end of a step, unless it was paused or sought elsewhere. It plays
    only while there is something left to play, so a timer need run only while ``playing``.
    """

    def __init__(self, timeline: Timeline | None = None, *, stop_at_each_step: bool = False) -> None:
        if timeline is None:
            timeline = Timeline((), EXPLORE)
        self._status = _Status(timeline, stop_at_each_step=stop_at_each_step)

    @property
    def timeline(self) -> Timeline:
        """The timeline being played; without steps until one is loaded."""
        return self._status.timeline

    @property
    def position(self) -> float:
        """Seconds of show time, 0 to the timeline's duration."""
        return self._status.position

    @property
    def step(self) -> int | None:
        """Index of the step shown at the position; None without steps."""
        return self._status.step

    @property
    def playing(self) -> bool:
        """Whether time moves the position."""
        return self._status.playing

    @property
    def speed(self) -> float:
        """Show seconds per second of real time, one of ``SPEEDS``."""
        return self._status.speed

    @property
    def loop(self) -> bool:
        """Whether playing goes on from 0 at the end."""
        return self._status.loop

    @property
    def stop_at_each_step(self) -> bool:
        """Whether playing pauses at the end of each step."""
        return self._status.stop_at_each_step

    def load(self, timeline: Timeline) -> Change:
        """Takes another timeline and rests at its start; speed and modes stay."""
        return self._become(replace(self._status, timeline=timeline, position=0.0, playing=False))

    def play(self) -> Change:
        """Plays on from the position, from the start when it is at the end."""
        status = self._status
        if not status.timeline.steps:
            return Change()
        position = status.position if status.position < status.timeline.duration else 0.0
        return self._become(replace(status, position=position, playing=True, one_step=False))

    def pause(self) -> Change:
        """Stays where it is."""
        return self._become(replace(self._status, playing=False))

    def toggle(self) -> Change:
        """Pauses when playing, plays when not."""
        return self.pause() if self.playing else self.play()

    def advance(self, elapsed: float) -> Change:
        """Lets ``elapsed`` seconds of real time pass.

        A run that ends with its step is over as soon as nothing moves any more: the time
        to read is for playing on by itself, and the position goes to the step's exact end.

        Raises:
            ValueError: ``elapsed`` is negative, infinite or not a number.
        """
        status = self._status
        moved = finite(elapsed * status.speed, "the elapsed time")
        if moved < 0:
            raise ValueError(f"the elapsed time must not be negative, not {elapsed}")
        ahead = status.ahead
        if not status.playing or ahead is None:
            return Change()
        position = status.position + moved
        if status.one_step or status.stop_at_each_step:
            if position >= ahead.settled:
                return self._rest_at_end_of(ahead)
        elif position >= status.timeline.duration:
            if not status.loop:
                return self._rest_at_end_of(status.timeline.steps[-1])
            position = math.fmod(position, status.timeline.duration)
        return self._become(replace(status, position=position))

    def seek(self, seconds: float) -> Change:
        """Goes to a moment, the nearest one inside the flow, and pauses there.

        Raises:
            ValueError: ``seconds`` is infinite or not a number.
        """
        position = clamp(finite(seconds, "the time to seek"), 0.0, self.timeline.duration)
        return self._become(replace(self._status, position=position, playing=False))

    def next(self) -> Change:
        """Finishes the step that has begun and rests; at rest between steps plays one step."""
        status, ahead = self._status, self._status.ahead
        if ahead is None or status.position >= status.timeline.duration:
            return Change()
        if status.playing or status.position > ahead.start:
            return self._rest_at_end_of(ahead)
        return self._become(replace(status, playing=True, one_step=True))

    def previous(self) -> Change:
        """Goes back to the end of the step before, or to the start of the flow, and pauses."""
        # A run that has just left a boundary is in the step after it: going back returns there.
        index = self.timeline.step_from(self.position) if self.playing else self.step
        return self.seek(0.0 if index is None else self.timeline.steps[index].start)

    def go_to_step(self, index: int) -> Change:
        """Rests at the end of a step, where ``next`` would leave it; beyond the flow the nearest step."""
        steps = self.timeline.steps
        return self.seek(steps[min(max(index, 0), len(steps) - 1)].end if steps else 0.0)

    def step_frame(self, frames: int) -> Change:
        """Goes so many frames on, or back when negative, and pauses; frames lie at whole multiples of their length."""
        here = self.position * FRAMES_PER_SECOND
        # A boundary of a step lies between frames: from there one frame on is the next one, not the one after it.
        near = math.floor(here + _EXACT) if frames > 0 else math.ceil(here - _EXACT)
        return self.seek((near + frames) / FRAMES_PER_SECOND)

    def first(self) -> Change:
        """Goes to the start of the flow, before its first message, and pauses."""
        return self.seek(0.0)

    def last(self) -> Change:
        """Goes to the end of the flow and pauses."""
        return self.seek(self.timeline.duration)

    def set_speed(self, speed: float) -> Change:
        """Plays at one of ``SPEEDS``.

        Raises:
            ValueError: the speed is not among them.
        """
        if speed not in SPEEDS:
            choices = ", ".join(f"{choice:g}" for choice in SPEEDS)
            raise ValueError(f"the speed must be one of {choices}, not {speed:g}")
        return self._become(replace(self._status, speed=float(speed)))

    def faster(self) -> Change:
        """Takes the next higher speed; stays at the highest."""
        return self.set_speed(min((speed for speed in SPEEDS if speed > self.speed), default=self.speed))

    def slower(self) -> Change:
        """Takes the next lower speed; stays at the lowest."""
        return self.set_speed(max((speed for speed in SPEEDS if speed < self.speed), default=self.speed))

    def set_loop(self, loop: bool) -> Change:
        """Decides whether playing goes on from 0 at the end."""
        return self._become(replace(self._status, loop=loop))

    def set_stop_at_each_step(self, stop: bool) -> Change:
        """Decides whether playing pauses at the end of each step."""
        return self._become(replace(self._status, stop_at_each_step=stop))

    def _rest_at_end_of(self, step: TimedStep) -> Change:
        resting = replace(self._status, position=step.end, playing=False)
        return self._become(resting, finished=step.end == resting.timeline.duration)

    def _become(self, after: _Status, *, finished: bool = False) -> Change:
        before, self._status = self._status, after
        loaded = after.timeline is not before.timeline
        return Change(
            timeline=loaded,
            position=loaded or after.position != before.position,
            step=loaded or after.step != before.step,
            playing=after.playing != before.playing,
            speed=after.speed != before.speed,
            loop=after.loop != before.loop,
            stop_at_each_step=after.stop_at_each_step != before.stop_at_each_step,
            finished=finished,
        )
