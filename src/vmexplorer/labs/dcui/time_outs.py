"""Time passes at the host: shell and SSH switch themselves off, and an idle session of the shell ends."""

from __future__ import annotations

from dataclasses import replace

from vmexplorer.atlas.console import Behaviour
from vmexplorer.atlas.console_log import Happening
from vmexplorer.labs.dcui.effects import Effect, ServiceSwitched
from vmexplorer.labs.dcui.state import LONGEST_SHELL, ConsoleState, Outcome

MINUTE = 60.0
_LOGGED_OUT = "timed out waiting for input: auto-logout"


def passed(state: ConsoleState, seconds: float) -> Outcome:
    """The host so many seconds later."""
    later = replace(state, seconds=state.seconds + seconds)
    if not later.is_on:
        return Outcome(later)
    return _switched_off(_idle(later))


def _switched_off(state: ConsoleState) -> Outcome:
    """Without the services whose time is over; who is logged in stays so."""
    effects: list[Effect] = []
    if state.has_expired(Behaviour.SHELL):
        state = state.setting(shell_on=False).note(Happening.SHELL_OFF)
        effects.append(ServiceSwitched("esxi-shell", on=False))
    if state.has_expired(Behaviour.SSH):
        state = state.setting(ssh_on=False).note(Happening.SSH_OFF)
        effects.append(ServiceSwitched("ssh", on=False))
    return Outcome(state, tuple(effects))


def _idle(state: ConsoleState) -> ConsoleState:
    """Without the session of the local shell, when nobody has typed there for too long."""
    session, limit = state.shell, state.host.idle * MINUTE
    if not session.user or not limit or state.seconds - session.touched < limit:
        return state
    lines = (*session.lines, _LOGGED_OUT, "")[-LONGEST_SHELL:]
    return replace(state, shell=replace(session, lines=lines, typed="", name="", user=""))
