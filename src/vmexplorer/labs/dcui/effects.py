"""What the console does to the rest of the host, for whoever draws the map or simulates faults."""

from __future__ import annotations

from typing import NamedTuple


class FlowWanted(NamedTuple):
    """A flow that shows what has just been done; ``name`` as the player takes it, such as ``F14/wrong-address``."""

    name: str


class AgentsRestarted(NamedTuple):
    """Components were stopped and started, in these orders."""

    stopped: tuple[str, ...]
    started: tuple[str, ...]


class NetworkRestarted(NamedTuple):
    """The management network went down and up; ``reachable`` when vCenter can still find the host at its address."""

    old_address: str
    new_address: str
    reachable: bool


class NetworkSwitched(NamedTuple):
    """The management network was disabled or enabled."""

    on: bool


class ServiceSwitched(NamedTuple):
    """A service of the host was enabled or disabled."""

    component: str
    on: bool


class LockdownSwitched(NamedTuple):
    """Lockdown mode was set or lifted."""

    on: bool


class PasswordChanged(NamedTuple):
    """Root has a new password; it is kept once the configuration is saved."""


class SwitchRestored(NamedTuple):
    """The management interface moved to a standard switch, or back to the distributed one."""

    standard: bool


class ConfigurationReset(NamedTuple):
    """The host forgot everything; it restarts next."""


class HostStopped(NamedTuple):
    """The kernel and all virtual machines have stopped; it comes while the host still shuts down or restarts."""


class HostStarted(NamedTuple):
    """The host booted; everything that runs on it was started afresh."""


Effect = (
    FlowWanted
    | AgentsRestarted
    | NetworkRestarted
    | NetworkSwitched
    | ServiceSwitched
    | LockdownSwitched
    | PasswordChanged
    | SwitchRestored
    | ConfigurationReset
    | HostStopped
    | HostStarted
)
