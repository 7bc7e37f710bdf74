"""The state of the console: the host, what lies on its screen, and what has been done so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, NamedTuple

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.console import Behaviour
from vmexplorer.atlas.console_log import Happening
from vmexplorer.labs.dcui.configuration import (
    HostConfiguration,
    NetworkSettings,
    Switch,
    first_configuration,
    reset_configuration,
)
from vmexplorer.labs.dcui.effects import Effect
from vmexplorer.labs.dcui.frames import Frame
from vmexplorer.labs.dcui.handbook import Handbook, handbook
from vmexplorer.labs.dcui.surroundings import Surroundings

SECONDS_PER_KEY = 2.0
LONGEST_JOURNAL = 60
LONGEST_SHELL = 200


class Terminal(StrEnum):
    """Which of the host's terminals is on the screen."""

    DCUI = "Alt+F2"
    SHELL = "Alt+F1"
    SUMMARY = "Alt+F11"
    KERNEL_LOG = "Alt+F12"


@dataclass(frozen=True, slots=True)
class ShellSession:
    """The local shell: what stands on it, what is being typed, who is logged in ("" for nobody).

    ``touched`` is the second in which a key was last pressed there.
    """

    lines: tuple[str, ...] = ()
    typed: str = ""
    name: str = ""
    user: str = ""
    touched: float = 0.0


class Event(NamedTuple):
    """Something that happened at the console, some seconds after it was first looked at."""

    happening: Happening
    at: float


@dataclass(frozen=True, slots=True)
class ConsoleState:
    """Everything the screen depends on. An empty stack is the welcome screen.

    ``pending`` are network settings that have been entered and not yet applied; ``shell_since``
    and ``ssh_since`` the seconds in which shell and SSH were switched on.
    """

    book: Handbook = field(compare=False, repr=False)
    host: HostConfiguration
    surroundings: Surroundings = field(default_factory=Surroundings)
    stack: tuple[Frame, ...] = ()
    terminal: Terminal = Terminal.DCUI
    is_on: bool = True
    pending: NetworkSettings | None = None
    shell: ShellSession = field(default_factory=ShellSession)
    seconds: float = 0.0
    journal: tuple[Event, ...] = ()
    shell_since: float = 0.0
    ssh_since: float = 0.0

    @property
    def top(self) -> Frame | None:
        """What keys go to; None on the welcome screen."""
        return self.stack[-1] if self.stack else None

    @property
    def settings(self) -> NetworkSettings:
        """The network settings as the menu shows them: those entered, else those in force."""
        return self.host.network if self.pending is None else self.pending

    def push(self, frame: Frame) -> ConsoleState:
        """Lays a frame on top."""
        return replace(self, stack=(*self.stack, frame))

    def pop(self) -> ConsoleState:
        """Takes the frame on top away."""
        return replace(self, stack=self.stack[:-1])

    def swap(self, frame: Frame) -> ConsoleState:
        """Puts a frame in the place of the one on top."""
        return replace(self, stack=(*self.stack[:-1], frame))

    def setting(self, **changes: Any) -> ConsoleState:
        """The state with other values of the host's configuration."""
        return replace(self, host=replace(self.host, **changes))

    def note(self, *happenings: Happening) -> ConsoleState:
        """Remembers what the logs will tell."""
        events = [Event(happening, self.seconds) for happening in happenings]
        return replace(self, journal=(*self.journal, *events)[-LONGEST_JOURNAL:])

    def has_expired(self, behaviour: Behaviour) -> bool:
        """Whether the shell or SSH is on for longer than the availability time-out allows."""
        since = self.shell_since if behaviour is Behaviour.SHELL else self.ssh_since
        limit = 60.0 * self.host.availability
        return self.is_switched_on(behaviour) and 0.0 < limit <= self.seconds - since

    def is_switched_on(self, behaviour: Behaviour) -> bool:
        """Whether the thing that a row switches is on, so that the row offers to switch it off."""
        match behaviour:
            case Behaviour.SHELL:
                on = self.host.shell_on
            case Behaviour.SSH:
                on = self.host.ssh_on
            case Behaviour.DISABLE_NETWORK:
                on = not self.host.network_on
            case _:
                on = False
        return on


class Outcome(NamedTuple):
    """What a key leads to."""

    state: ConsoleState
    effects: tuple[Effect, ...] = ()


def begin(atlas: Atlas, era: str) -> ConsoleState:
    """The console of a fresh host in an era; raises as ``handbook``."""
    book = handbook(atlas, era)
    # Where the menus can lead back to a standard switch, the host begins on the other sort.
    switch = Switch.DISTRIBUTED if book.has(Behaviour.RESTORE_STANDARD_SWITCH) else Switch.STANDARD
    return ConsoleState(book, first_configuration(book.host, book.network, book.product.password, switch))


def with_surroundings(state: ConsoleState, surroundings: Surroundings) -> ConsoleState:
    """The same console among other faults; a console program that stops loses what was on its screen."""
    now = replace(state, surroundings=surroundings)
    return replace(now, stack=(), pending=None) if has_no_console(now) else now


def has_no_console(state: ConsoleState) -> bool:
    """Whether the console program or the kernel below it does not run."""
    return any(state.surroundings.trouble(part) in ("is stopped", "hangs") for part in ("dcui", "vmkernel"))


def rebooted(state: ConsoleState, *, reset: bool = False) -> ConsoleState:
    """The host after a restart: its programs run afresh, and shell and SSH are off."""
    host = reset_configuration(state.book.host) if reset else replace(state.host, shell_on=False, ssh_on=False)
    fresh = replace(
        state,
        host=host,
        surroundings=state.surroundings.without(state.book.on_host),
        stack=(),
        terminal=Terminal.DCUI,
        is_on=True,
        pending=None,
        shell=ShellSession(),
        seconds=state.seconds + 120.0,
        journal=(),
    )
    return fresh.note(Happening.STARTED)
