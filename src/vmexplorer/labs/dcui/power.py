"""Shutting down, restarting and resetting the host."""

from __future__ import annotations

from dataclasses import replace

from vmexplorer.atlas.console import Behaviour, Place
from vmexplorer.labs.dcui.effects import ConfigurationReset, HostStarted
from vmexplorer.labs.dcui.frames import ProgressFrame, Stage
from vmexplorer.labs.dcui.handbook import KERNEL
from vmexplorer.labs.dcui.state import ConsoleState, Outcome, rebooted
from vmexplorer.labs.dcui.task import asked

_SHUT_DOWN, _RESTART = "F2", "F11"
_STOPS = (
    Stage("Saving the configuration", "boot-bank", runs=True),
    Stage("Stopping virtual machines", "virtual-machine", runs=False),
    Stage("Stopping the kernel", KERNEL, runs=False),
)
_STARTS = (
    Stage("Loading the image from the boot bank", "boot-loader", runs=True),
    Stage("Starting the kernel", KERNEL, runs=True),
)
_FORGETS = (
    Stage("Setting back the configuration", "boot-bank", runs=True),
    Stage("Unregistering virtual machines", "virtual-machine", runs=False),
)


def nothing(state: ConsoleState) -> Outcome:
    """Changes nothing; for screens that no row opens."""
    return Outcome(state)


def answer_power(state: ConsoleState, key: str) -> Outcome:
    """Begins to shut down or to restart."""
    title = "Shutting down" if key == _SHUT_DOWN else "Restarting"
    stages = _STOPS if key == _SHUT_DOWN else (*_STOPS, *_STARTS)
    return Outcome(state.swap(ProgressFrame(Place.POWER, title, stages, then=key)))


def finish_power(state: ConsoleState, progress: ProgressFrame) -> Outcome:
    """The host is off, or has started again."""
    if progress.then == _RESTART:
        return Outcome(rebooted(state), (HostStarted(),))
    return Outcome(replace(state, stack=(), pending=None, is_on=False))


def switch_on(state: ConsoleState) -> Outcome:
    """Starts a host that is off."""
    return Outcome(rebooted(state), (HostStarted(),))


def ask_reset(state: ConsoleState) -> Outcome:
    """Asks before everything is set back."""
    lines = [
        "All settings go back to those after the installation:",
        "  network, password, services, keyboard, lockdown mode.",
        "Root has no password then. The host leaves vCenter and restarts.",
    ]
    if state.host.machines:
        lines.append(f"{state.host.machines} virtual machines are unregistered; their files stay.")
    return asked(state, Behaviour.RESET, "Reset System Configuration: Confirm", *lines)


def begin_reset(state: ConsoleState, _key: str) -> Outcome:
    """Begins to set everything back."""
    stages = (*_FORGETS, _STOPS[-1], *_STARTS)
    return Outcome(state.swap(ProgressFrame(Behaviour.RESET, "Reset System Configuration", stages)))


def finish_reset(state: ConsoleState, _progress: ProgressFrame) -> Outcome:
    """The host has started with the settings of a new one."""
    return Outcome(rebooted(state, reset=True), (ConfigurationReset(), HostStarted()))
