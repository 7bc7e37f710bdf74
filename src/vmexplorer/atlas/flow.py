"""A flow: an ordered list of messages that together do one thing, and the ways in which it can go otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fields import described
from vmexplorer.atlas.step_kind import StepKind

BRANCH_MARK = "/"  # between the id of a flow and that of its branch


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
    lost: bool = described("whether the message never arrives", default=False)
    eras: EraRange | None = described("the eras in which the step goes this way; left out: all", default=None)
    id: str = described(
        "name of the step inside its flow, needed where a branch or a comparison refers to it;"
        " it may recur on steps of the flow that no era shows together",
        default="",
    )
    takes: float | None = described(
        "how long it takes in milliseconds, as a model: the order of magnitude counts", default=None
    )
    card: str = described(
        "id of the card on which the message arrives, on views that show its receiver more than once;"
        " left out: the nearest card",
        default="",
    )
    op_id: str = described(
        'the operation id as it is after this step; "" where none is known', default="", max_length=120
    )


@dataclass(frozen=True, slots=True)
class Branch:
    """Another way that a flow can go from one of its steps on, such as a failure."""

    id: str = described("id, unique in the flow")
    name: str = described("when it goes this way, such as: If the password is wrong", max_length=48)
    after: str = described("id of the last step that both ways share")
    steps: tuple[Step, ...] = described("the messages from there on, in order")
    fails: bool = described("false for a way that is no failure", default=True)
    eras: EraRange | None = described("the eras in which it can go this way; left out: all", default=None)
    remark: tuple[Statement, ...] = described("what to point out when teaching it", default=())


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
    branches: tuple[Branch, ...] = described("the other ways that it can go", default=())
