"""A tour: stops in an order, each a picture worth showing with what to say about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fields import described
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.shapes import ID_PATTERN
from vmexplorer.errors import UnknownNameError

CAPTION_LIMIT = 150  # characters of a caption: two lines of a picture that is read from the last row
STOP_MARK = "/"  # between the id of a tour and that of one of its stops
MOST_MINUTES = 120.0  # for one stop


@dataclass(frozen=True, slots=True)
class StepName:
    """A step of a flow by its id or by its number, which counts from 1."""

    PATTERN: ClassVar[str] = ID_PATTERN
    FORM: ClassVar[str] = "the id of a step, or its number from 1"

    name: str

    @classmethod
    def parse(cls, written: str) -> Self:
        """Reads an id or a number.

        Raises:
            ValueError: the text is neither.
        """
        if not re.fullmatch(ID_PATTERN, written):
            raise ValueError(f"is not {cls.FORM}")
        return cls(written)

    def __str__(self) -> str:
        return self.name

    def place_in(self, steps: Sequence[Step]) -> int | None:
        """The index of the step among those of a flow in one era; None when it is not among them."""
        for place, step in enumerate(steps):
            if step.id == self.name:
                return place
        number = int(self.name) if self.name.isascii() and self.name.isdecimal() else 0
        return number - 1 if 1 <= number <= len(steps) else None


@dataclass(frozen=True, slots=True)
class Stop:
    """One picture of a tour: where it is, what it brings out, and what is said."""

    id: str = described("id, unique in the tour")
    title: str = described("what the stop is about, in a few words", max_length=48)
    view: str = described("the view it shows", ref="view")
    caption: tuple[Statement, ...] = described(
        f"one idea for the audience, at most {CAPTION_LIMIT} characters without the marks"
    )
    notes: tuple[Statement, ...] = described("for the speaker: what to say and to ask; the audience does not see it")
    minutes: float = described("how long it is planned to last, in minutes")
    era: str | None = described("the era it shows; left out: the newest", default=None, ref="era")
    frame: tuple[str, ...] = described(
        "what the camera takes into the picture: components, or single boxes of the view by their own ids;"
        " left out: the whole view",
        default=(),
    )
    select: str = described("the component or link that is selected", default="")
    emphasis: tuple[str, ...] = described("the components that are lit", default=(), ref="component")
    flow: str = described("the flow that it plays; one of its branches is written F04/locked", default="")
    first_step: StepName | None = described("the step that it begins with; left out: the first", default=None)
    last_step: StepName | None = described("the step that it ends with; left out: the last", default=None)
    lab: str = described("the lab that it opens", default="", max_length=40)
    preset: str = described("how the lab begins", default="", max_length=400)
    screen: bool = described(
        "true: a show has the screen of the lab in place of the map; the direct console has one", default=False
    )


@dataclass(frozen=True, slots=True)
class Tour:
    """A way through the views with a speaker, or alone."""

    id: str = described("id, unique in the pack, such as ten-minutes")
    name: str = described("name in the list of tours", max_length=48)
    summary: str = described("one sentence: what one knows at its end", max_length=200)
    stops: tuple[Stop, ...] = described("the stops in their order")
    order: int = described("its place in the list of tours; the lowest number stands first", default=100)
    cases: tuple[str, ...] = described("the troubleshooting cases that practise it", default=(), ref="case")
    topics: tuple[str, ...] = described("the topics of the questions about it", default=(), ref="topic")

    @property
    def minutes(self) -> float:
        """The planned time of all stops together."""
        return sum(stop.minutes for stop in self.stops)

    def stop_named(self, name: str) -> int:
        """The index of the stop with this id, this number from 1 or, whatever the case of its letters, this title.

        Raises:
            UnknownNameError: there is none; names the nearest.
        """
        for place, stop in enumerate(self.stops):
            if name.casefold() in (stop.id.casefold(), stop.title.casefold(), str(place + 1)):
                return place
        known = [text for stop in self.stops for text in (stop.id, stop.title)]
        raise UnknownNameError(f"stop of {self.name!r}", name, known)

    def place(self, id: str) -> int | None:
        """The index of the stop with this id; None when there is none."""
        return next((place for place, stop in enumerate(self.stops) if stop.id == id), None)
