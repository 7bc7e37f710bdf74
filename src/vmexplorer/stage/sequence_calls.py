"""Finds out which lifelines are busy during which steps of a flow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.stage.sequence import Call, Message


@dataclass(slots=True)
class _OpenCall:
    """A call that is still going on; ``last`` is the last row in which its lifeline spoke for it."""

    lifeline: int
    caller: int
    first: int
    last: int


def calls(messages: Sequence[Message]) -> tuple[Call, ...]:
    """The calls of a flow in the order in which they begin.

    A lifeline is busy from a request until it answers or, when no answer is told, until the last
    message that it sends on behalf of that request. On one lifeline calls lie side by side or one
    inside the other, never across each other.
    """
    found: list[_OpenCall] = []
    stacks: dict[int, list[_OpenCall]] = {}
    for row, message in enumerate(messages):
        going_on = stacks.setdefault(message.source, [])
        if going_on:
            ended = _ended_by(message, going_on)
            going_on[-1 if ended is None else ended].last = row
            if ended is not None:
                # What was asked for during the ended call is over as well.
                del going_on[ended:]
        if message.kind is StepKind.REQUEST and not message.inside:
            call = _OpenCall(message.target, message.source, row, row)
            stacks.setdefault(message.target, []).append(call)
            found.append(call)
    return tuple([Call(call.lifeline, call.first, call.last, _depth(call, found)) for call in found])


def _ended_by(message: Message, going_on: Sequence[_OpenCall]) -> int | None:
    """The place of the call that a message of its lifeline ends, or None.

    A reply ends the newest call of whoever gets it; where a proxy passed the request on, the answer
    may go to somebody else and then ends the newest call of all. A fault ends only a call of its target.
    """
    if message.inside or message.kind not in (StepKind.REPLY, StepKind.FAULT):
        return None
    asked = [place for place, call in enumerate(going_on) if call.caller == message.target]
    if asked:
        return asked[-1]
    return len(going_on) - 1 if message.kind is StepKind.REPLY else None


def _depth(call: _OpenCall, found: Sequence[_OpenCall]) -> int:
    """How many calls of the same lifeline go on when this one begins."""
    return sum(other.lifeline == call.lifeline and other.first < call.first <= other.last for other in found)
