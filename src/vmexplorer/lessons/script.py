"""What is shown and said at each stop, and which part of that reaches the audience."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vmexplorer.lessons.show_layers import ShowLayers
from vmexplorer.lessons.show_state import Layer
from vmexplorer.lessons.tour_walk import StepSpan


class ScriptStop(NamedTuple):
    """One stop as the show needs it.

    ``notes`` has a text for each paragraph; code stands in backticks. ``seconds`` is the
    planned time; ``span`` is what it plays of a message path, or None.
    """

    title: str
    caption: str
    notes: tuple[str, ...]
    seconds: float
    span: StepSpan | None = None


class Script(NamedTuple):
    """A tour as the show needs it."""

    name: str
    stops: tuple[ScriptStop, ...]

    @property
    def spans(self) -> tuple[StepSpan | None, ...]:
        """The steps that each stop plays."""
        return tuple([stop.span for stop in self.stops])

    @property
    def planned(self) -> tuple[float, ...]:
        """The planned seconds of each stop."""
        return tuple([stop.seconds for stop in self.stops])


class Seen(NamedTuple):
    """All words and signs that the audience has before it, beside the picture.

    ``stop`` is the index of the stop whose picture it is. ``cover`` hides everything.
    ``hint`` is a word to a speaker who has no screen of his own.
    """

    stop: int
    caption: str
    cover: Layer | None = None
    hint: str = ""


def seen_by_audience(show: ShowLayers, script: Script, before: Seen | None = None, live: str | None = None) -> Seen:
    """What the audience sees now.

    Args:
        show: the show.
        script: its tour.
        before: what the audience saw; while the picture is frozen it stays.
        live: what is told instead of the caption while the speaker has left the tour; None when he has not.
    """
    state = show.state
    hint = state.said if show.alone else ""
    if before is not None and Layer.FROZEN in state:
        return before._replace(cover=state.cover, hint=hint)
    caption = script.stops[state.place.stop].caption if live is None else live
    return Seen(state.place.stop, caption, state.cover, hint)


class ReportRow(NamedTuple):
    """How long one stop took; times in seconds."""

    number: int
    title: str
    planned: float
    spent: float


def report(script: Script, times: Sequence[float]) -> tuple[ReportRow, ...]:
    """The times of all stops, in their order."""
    return tuple(
        [
            ReportRow(number, stop.title, stop.seconds, spent)
            for number, (stop, spent) in enumerate(zip(script.stops, times, strict=True), start=1)
        ]
    )


def report_csv(rows: Sequence[ReportRow]) -> str:
    """The times as comma-separated values with a line of headings."""
    lines = ["stop,title,planned seconds,seconds"]
    for row in rows:
        title = '"' + row.title.replace('"', '""') + '"'
        lines.append(f"{row.number},{title},{row.planned:.0f},{row.spent:.0f}")
    return "\n".join(lines) + "\n"


def clock_text(seconds: float) -> str:
    """A length of time as ``m:ss`` or ``h:mm:ss``; negative ones with a minus sign."""
    whole = round(abs(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    sign = "−" if seconds < 0 and whole else ""
    return f"{sign}{hours}:{minutes:02}:{left:02}" if hours else f"{sign}{minutes}:{left:02}"
