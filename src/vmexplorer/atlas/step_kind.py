"""How messages behave."""

from __future__ import annotations

from enum import StrEnum


class StepKind(StrEnum):
    """How a message behaves; decides the shape of its token."""

    REQUEST = "request"
    REPLY = "reply"
    EVENT = "event"
    HEARTBEAT = "heartbeat"
    DATA = "data"
    FAULT = "fault"
