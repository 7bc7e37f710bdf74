"""A flow: an ordered list of messages that together do one thing."""

from __future__ import annotations

from dataclasses import dataclass

from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fields import described
from vmexplorer.atlas.step_kind import StepKind


@dataclass(frozen=True, slots=True)
class LogLine:
    """The line one would see in a log when the step happens."""

    file: str = described("the log's file name or path")
    line: str = described("the line, in the verified format with invented values")


@dataclass(frozen=True, slots=True)
class Step:
    """One message from a component to another, or work inside one (from = to)."""

    source: str = described("the component that sends", key="from", ref="component")
    target: str = described("the component that receives; the same for work inside it", key="to", ref="component")
    message: str = described("verb and object, at most 28 characters, shown on the token", max_length=28)
    kind: StepKind = described("request, reply, event, heartbeat, data or fault")
    narration: tuple[Statement, ...] = described("what happens and why, one or two sentences")
    log: LogLine | None = described("what one would see in a log", default=None)
    eras: EraRange | None = described("the eras in which the step goes this way; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class Flow:
    """A path of messages that can be played."""

    id: str = described("id, unique in the pack, such as F01")
    name: str = described("name in the list of message paths", max_length=48)
    summary: str = described("one sentence: what it shows", max_length=200)
    view: str = described("the view it is best seen on", ref="view")
    steps: tuple[Step, ...] = described("the messages in order")
    eras: EraRange | None = described("the eras in which it can be played; left out: all", default=None)
    remarks: tuple[Statement, ...] = described("what to point out when teaching it", default=())
