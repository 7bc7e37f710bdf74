"""A component: one thing on the host, in vCenter or around them that can be explained."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vmexplorer.atlas.era import VersionFact
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fields import described
from vmexplorer.atlas.kind import Kind


class VmEffect(StrEnum):
    """What happens to running virtual machines when a component stops."""

    KEEP_RUNNING = "keep running"
    FREEZE = "freeze"
    STOP_ONE = "the one concerned stops"
    STOP_ALL = "all stop"
    NOT_CONCERNED = "not concerned"


@dataclass(frozen=True, slots=True)
class Command:
    """A command an administrator types to look at, start or restart the component."""

    run: str = described("the command line")
    note: Statement = described("what it does and where it works")


@dataclass(frozen=True, slots=True)
class LogFile:
    """A log in which the component leaves traces."""

    path: str = described("full path, or the name when the folder differs")
    note: Statement = described("what stands there, and in which versions")


@dataclass(frozen=True, slots=True)
class PortNote:
    """A port the component listens on or connects to."""

    port: str = described("such as TCP 443, UDP 902 or loopback TCP 8307")
    note: Statement = described("who uses it for what, and in which direction")


@dataclass(frozen=True, slots=True)
class IfStopped:
    """What breaks when the component stops."""

    symptom: Statement = described("what fails or looks wrong")
    noticed_by: str = described("who notices first")
    vms: VmEffect = described("what running virtual machines do")


@dataclass(frozen=True, slots=True)
class Misconception:
    """What people often believe of the component, and what is true."""

    claim: str = described("the common belief, as people say it")
    truth: Statement = described("what is right instead")


@dataclass(frozen=True, slots=True)
class Component:
    """Everything the program can tell about one component."""

    id: str = described("lower-case id, unique in the pack; it never changes")
    name: str = described("the everyday name, as on its card", max_length=40)
    stands_for: str = described("the expanded abbreviation or full name", max_length=120)
    kind: Kind = described("what sort of thing it is")
    summary: str = described("one sentence for a slide", max_length=140)
    since: VersionFact = described("the first version that has it")
    description: tuple[Statement, ...] = described("what it is and does, a few statements")
    also_called: tuple[str, ...] = described(
        "other names for it, as people would type them in answer to a question", default=()
    )
    subtitle: str = described("a few words under the name on its card", default="", max_length=28)
    parent: str | None = described(
        "the component that stands for it where it is not drawn itself", default=None, ref="component"
    )
    until: VersionFact | None = described("the last version that has it; left out: it is still there", default=None)
    runs: tuple[Statement, ...] = described("how it is started and kept alive", default=())
    commands: tuple[Command, ...] = described("commands for it", default=())
    logs: tuple[LogFile, ...] = described("where it leaves traces", default=())
    ports: tuple[PortNote, ...] = described("where it listens or connects to", default=())
    if_stopped: IfStopped | None = described("what breaks when it stops", default=None)
    misconceptions: tuple[Misconception, ...] = described("what people get wrong", default=())
