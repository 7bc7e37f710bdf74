"""What a moment of a flow looks like in its sequence diagram; a pure function of both."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vmexplorer.playback.frame import Frame, Phase
from vmexplorer.stage.sequence import Call, SequenceLayout


class RowRole(StrEnum):
    """Where a row or a bar lies in time."""

    PAST = "past"
    CURRENT = "current"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class SequenceState:
    """How each part of a layout shows.

    Attributes:
        step: the row that is told, from 0; None when nothing is told.
        rows: the role of each row.
        bars: the role of each activation; a CURRENT one goes on at this moment.
        progress: share of the current arrow that its message has covered, 0..1.
        glow: strength of the light where the message has just arrived, 0..1.
        head_y: height of the play head in scene units: everything above it has happened.
        busy: the lifelines that work on a request now.
        speaking: the lifeline that sends and, from arrival on, the one that receives.
    """

    step: int | None
    rows: tuple[RowRole, ...]
    bars: tuple[RowRole, ...]
    progress: float
    glow: float
    head_y: float
    busy: frozenset[int]
    speaking: frozenset[int]


def sequence_state(layout: SequenceLayout, frame: Frame) -> SequenceState:
    """The diagram at a moment.

    Raises:
        ValueError: the frame is of a flow with more steps than the layout has rows.
    """
    step = frame.step
    if step is None or not layout.rows:
        return _even(layout, RowRole.FUTURE, layout.head_height)
    if step >= len(layout.rows):
        raise ValueError(f"step {step + 1} is not in a diagram of {len(layout.rows)} rows")
    arrived = frame.phase in (Phase.DWELL, Phase.DONE)
    bars = tuple([_bar_role(bar.call, step, arrived) for bar in layout.activations])
    message = layout.rows[step].message
    return SequenceState(
        step=step,
        rows=tuple([_role(row, step) for row in range(len(layout.rows))]),
        bars=bars,
        progress=frame.progress,
        glow=max(frame.arrival_glow, frame.pulse),
        head_y=_head_y(layout, step, frame.progress),
        busy=_busy(layout, bars),
        speaking=frozenset([message.source, message.target] if arrived else [message.source]),
    )


def told(layout: SequenceLayout) -> SequenceState:
    """The diagram of a flow that is over: everything has happened and nothing stands out."""
    return _even(layout, RowRole.PAST, layout.scene.bottom)


def _even(layout: SequenceLayout, role: RowRole, head_y: float) -> SequenceState:
    """A state in which all parts have one role."""
    rows, bars = (role,) * len(layout.rows), (role,) * len(layout.activations)
    return SequenceState(None, rows, bars, 0.0, 0.0, head_y, frozenset(), frozenset())


def _role(row: int, step: int) -> RowRole:
    if row == step:
        return RowRole.CURRENT
    return RowRole.PAST if row < step else RowRole.FUTURE


def _bar_role(call: Call, step: int, arrived: bool) -> RowRole:
    """A call begins when its request arrives and goes on to the end of its last step."""
    if call.last < step:
        return RowRole.PAST
    begun = call.first < step or (call.first == step and arrived)
    return RowRole.CURRENT if begun else RowRole.FUTURE


def _busy(layout: SequenceLayout, bars: tuple[RowRole, ...]) -> frozenset[int]:
    pairs = zip(layout.activations, bars, strict=True)
    return frozenset([bar.call.lifeline for bar, role in pairs if role is RowRole.CURRENT])


def _head_y(layout: SequenceLayout, step: int, progress: float) -> float:
    """From the arrow before (the top for the first) to the arrow of the step, along with its message."""
    before = layout.rows[step - 1].y if step else layout.head_height
    return before + (layout.rows[step].y - before) * progress
