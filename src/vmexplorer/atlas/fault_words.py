"""The words for faults and for what becomes of components and links."""

from __future__ import annotations

from enum import StrEnum


class Verb(StrEnum):
    """What can be done to a part, as written in a fault such as ``stop vpxa``."""

    STOP = "stop"
    HANG = "hang"
    KILL = "kill"
    RESTART = "restart"
    CUT = "cut"
    BLOCK = "block"
    DROP = "drop"
    CONDITION = "condition"


class State(StrEnum):
    """How a component is; later ones are the worse.

    A degraded one works, but not as it should; an unreachable one works, but nobody from outside gets through to it.
    """

    OK = "ok"
    DEGRADED = "degraded"
    UNREACHABLE = "unreachable"
    HUNG = "hung"
    STOPPED = "stopped"


class LinkState(StrEnum):
    """How a link is; later ones are the worse. A link that is down lacks one of its ends or a part on its way."""

    OK = "ok"
    DEGRADED = "degraded"
    DOWN = "down"
    BLOCKED = "blocked"
    CUT = "cut"


class Trouble(StrEnum):
    """In what way something that others depend on has failed: the states of components and links but for ok."""

    DEGRADED = "degraded"
    UNREACHABLE = "unreachable"
    HUNG = "hung"
    STOPPED = "stopped"
    DOWN = "down"
    BLOCKED = "blocked"
    CUT = "cut"


class Level(StrEnum):
    """How grave a log line is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    ALERT = "alert"
