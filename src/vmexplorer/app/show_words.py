"""What the speaker reads beside the picture: times, pace, and what the audience does not see at the moment."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from vmexplorer.app.explorer import Explorer
from vmexplorer.app.showing import Showing, TimerMode
from vmexplorer.atlas.flow import BRANCH_MARK
from vmexplorer.atlas.tour import Stop
from vmexplorer.drawing.theme import Role
from vmexplorer.lessons.script import clock_text
from vmexplorer.lessons.show_state import Layer, ShowState
from vmexplorer.lessons.sketch import COLOURS
from vmexplorer.lessons.timing import Pace, PaceNow, pace, planned_from

_SIGNS = {Pace.WAITING: "○", Pace.EARLY: "▲", Pace.IN_TIME: "●", Pace.LATE: "▼", Pace.OVER: "■"}
_ROLES = {
    Pace.WAITING: Role.SOFT,
    Pace.EARLY: Role.ACCENT,
    Pace.IN_TIME: Role.RUNNING,
    Pace.LATE: Role.WARNING,
    Pace.OVER: Role.FAULT,
}
_UNSEEN = {
    Layer.BLACK: "The screen is black",
    Layer.WHITE: "The screen is white",
    Layer.FROZEN: "The audience sees the picture as it was",
    Layer.HIDDEN: "The show is hidden",
    Layer.DETOUR: "Outside the tour",
}
_HELD = {
    Layer.LASER: "Laser",
    Layer.SPOTLIGHT: "Spotlight",
    Layer.LENS: "Zoom lens",
    Layer.ERASER: "Eraser",
}
_PENS = dict(zip(COLOURS, ("red", "blue", "green", "orange"), strict=True))


class TimeWords(NamedTuple):
    """The times of a show as the speaker reads them.

    ``large`` is what the timer mode asks for, ``meaning`` says what it is. The pace has a
    sign and words beside its colour ``role``.
    """

    large: str
    meaning: str
    planned: str
    pace: str
    role: Role
    clock: str
    stands: bool = False


def time_words(showing: Showing, now: float, wall: datetime) -> TimeWords:
    """The times now.

    Args:
        showing: the show.
        now: the time of its clock.
        wall: the time of day.
    """
    timing, planned = showing.show.timing, showing.script.planned
    elapsed, whole = timing.elapsed(now), planned_from(timing.first, planned)
    clock = f"{wall:%H:%M}"
    large, meaning = {
        TimerMode.SO_FAR: (clock_text(elapsed), "so far"),
        TimerMode.LEFT: (clock_text(whole - elapsed), "left"),
        TimerMode.CLOCK: (clock, "o'clock"),
    }[showing.timer_mode]
    kept = pace(timing, planned, now)
    return TimeWords(large, meaning, clock_text(whole), pace_words(kept), _ROLES[kept.pace], clock, timing.paused)


def pace_words(kept: PaceNow) -> str:
    """A pace in words, with its sign."""
    by = clock_text(kept.seconds)
    words = {
        Pace.WAITING: "starts with the first step",
        Pace.EARLY: f"{by} ahead",
        Pace.IN_TIME: "in time",
        Pace.LATE: f"{by} behind",
        Pace.OVER: f"{by} over the planned time",
    }
    return f"{_SIGNS[kept.pace]} {words[kept.pace]}"


def subjects_of(explorer: Explorer, stop: Stop) -> tuple[str, ...]:
    """What is spoken of at a stop: ids of components and flows, that which matters most first.

    That is the part which the speaker has selected, or else the stop; then what it tells, lights up and frames.
    """
    atlas = explorer.atlas
    named: list[str] = []
    for name in (explorer.now.component, explorer.now.link, stop.select):
        link = atlas.links.get(name)
        named += (link.source, link.target) if link is not None else (name,)
    named += (stop.flow.partition(BRANCH_MARK)[0], *stop.emphasis, *stop.frame)
    return tuple(dict.fromkeys([name for name in named if name in atlas.components or name in atlas.flows]))


def unseen_words(state: ShowState) -> str:
    """Why the audience does not see the picture of the tour; "" when it does."""
    return " · ".join([_UNSEEN[layer] for layer in state.layers if layer in _UNSEEN])


def live_words(explorer: Explorer) -> str:
    """What the audience reads while the speaker works on the map: the step that is told, or the part selected."""
    now = explorer.now
    if explorer.hops and explorer.player.step is not None:
        return explorer.hops[explorer.player.step].title
    if now.component:
        component = explorer.atlas.component(now.component)
        return f"{component.name}: {component.summary}"
    if now.link:
        link = explorer.atlas.link(now.link)
        ends = [explorer.atlas.component(end).name for end in (link.source, link.target)]
        return f"{' → '.join(ends)}: {link.carries}"
    return ""


def tool_words(showing: Showing) -> str:
    """What the hand holds; "" for nothing."""
    tool = showing.show.state.tool
    if tool is Layer.PEN:
        fading = ", fading" if showing.sketch.fading else ""
        return f"Pen, {_PENS[showing.sketch.colour]}{fading}"
    return _HELD[tool] if tool is not None else ""
