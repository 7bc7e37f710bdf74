"""What a page of details consists of: plain frozen records that a panel can show and a test can compare."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vmexplorer.atlas.evidence import Standing
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.theme import Role


class Subject(StrEnum):
    """What a page can be about, or a row lead to; the rows of details lead to the first four."""

    COMPONENT = "component"
    LINK = "link"
    FLOW = "flow"
    VIEW = "view"
    STEP = "step"  # the id is that of the flow and the number of the step: F01 6
    PORT = "port"  # the id is the question: UDP 902
    CONSOLE = "console"  # the id is the title of the screen: Configure Password
    CASE = "case"
    SUSPICION = "suspicion"
    REPAIR = "repair"
    PANE = "pane"  # another pane of the same page, or a step on it


class Tone(StrEnum):
    """How loudly a paragraph speaks."""

    LARGE = "large"  # for the last row of a classroom
    BODY = "body"
    NOTE = "note"  # about the very box that was chosen
    SOFT = "soft"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Action:
    """The thing that a row leads to."""

    kind: Subject
    id: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style; ``code`` marks commands, paths and log lines."""

    text: str
    code: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """The sign of evidence behind a statement; ``tip`` explains it in full, in short lines."""

    standing: Standing
    sources: tuple[str, ...]
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class Pill:
    """A word or two beneath the title, in the colour of a kind or of a role."""

    text: str
    tint: Kind | Role


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A statement."""

    spans: tuple[Span, ...]
    evidence: tuple[Mark, ...] = ()
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value, perhaps with a note; the evidence belongs to both."""

    label: str
    value: tuple[Span, ...]
    copyable: bool = False
    note: tuple[Span, ...] = ()
    evidence: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """Something to go to."""

    title: str
    detail: str
    action: Action


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said, and what is right; the verdict sums it up where there is one."""

    claim: tuple[Span, ...]
    truth: tuple[Span, ...]
    evidence: tuple[Mark, ...] = ()
    verdict: Pill | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A source by its id."""

    label: str
    text: str


Item = Paragraph | Fact | Row | Claim | Reference


@dataclass(frozen=True, slots=True)
class Section:
    """Some items under a caption; the first section of a page may have none ("")."""

    caption: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that is told about one thing."""

    about: Action
    title: str
    pills: tuple[Pill, ...]
    sections: tuple[Section, ...]


def text_of(spans: tuple[Span, ...]) -> str:
    """Spans as plain text."""
    return "".join([span.text for span in spans])
