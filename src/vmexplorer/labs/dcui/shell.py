"""The local shell on Alt+F1: a log-in and the few commands that the simulated one knows."""

from __future__ import annotations

from dataclasses import replace

from vmexplorer.atlas.console import Behaviour
from vmexplorer.atlas.console_log import Happening
from vmexplorer.labs.dcui import keys
from vmexplorer.labs.dcui.effects import AgentsRestarted, Effect
from vmexplorer.labs.dcui.network import full_name
from vmexplorer.labs.dcui.password import ROOT, password_hint
from vmexplorer.labs.dcui.state import LONGEST_SHELL, ConsoleState, Outcome, ShellSession

_LONGEST_LINE = 70
_HELP = (
    "This simulated shell knows:",
    "  hostname, vmware -v, help, exit",
    "  /etc/init.d/hostd status | restart",
    "  /etc/init.d/vpxa status | restart",
)
_RESTARTABLE = ("hostd", "vpxa")


def has_shell(state: ConsoleState) -> bool:
    """Whether Alt+F1 leads to a shell: where there is a switch for it, that is on, or somebody is still logged in."""
    return state.book.has(Behaviour.SHELL) and (state.host.shell_on or bool(state.shell.user))


def prompt(state: ConsoleState) -> str:
    """What stands before what is being typed."""
    session = state.shell
    if session.user:
        return f"[{session.user}@{state.host.network.name}:~] "
    return "Password: " if session.name else f"{state.host.network.name} login: "


def typed(state: ConsoleState) -> str:
    """What is being typed, as the screen shows it: nothing of a password."""
    session = state.shell
    return "" if session.name and not session.user else session.typed


def press_in_shell(state: ConsoleState, key: str) -> Outcome:
    """Types, or runs what was typed."""
    if not has_shell(state):
        return Outcome(state)
    session = replace(state.shell, touched=state.seconds)
    state = replace(state, shell=session)
    if key == keys.BACKSPACE:
        return Outcome(replace(state, shell=replace(session, typed=session.typed[:-1])))
    if key == keys.ENTER:
        return _entered(state)
    if len(key) == 1 and len(session.typed) < _LONGEST_LINE:
        return Outcome(replace(state, shell=replace(session, typed=session.typed + key)))
    return Outcome(state)


def _entered(state: ConsoleState) -> Outcome:
    session, line = state.shell, state.shell.typed
    shown = f"{prompt(state)}{typed(state)}"
    if session.user:
        return _run(state, line.strip(), shown)
    if not session.name:
        return _shows(state, replace(session, name=line.strip()), shown) if line.strip() else Outcome(state)
    if session.name == ROOT and line == state.host.password:
        inside = state.note(Happening.LOGGED_IN)
        return _shows(inside, replace(session, user=ROOT), shown, "Type help to see what this simulated shell knows.")
    failed = state.note(Happening.LOG_IN_FAILED)
    return _shows(failed, replace(session, name=""), shown, "Login incorrect", password_hint(state))


def _run(state: ConsoleState, line: str, shown: str) -> Outcome:
    words = line.split()
    name = words[0] if words else ""
    answer: tuple[str, ...]
    match words:
        case []:
            answer = ()
        case ["exit"]:
            return _shows(state, replace(state.shell, name="", user=""), shown, "")
        case ["help"]:
            answer = _HELP
        case ["hostname"]:
            answer = (full_name(state),)
        case ["vmware", "-v"]:
            answer = (f"{state.book.product.name} {state.book.product.build}",)
        case [script, action] if script.startswith("/etc/init.d/"):
            return _service(state, script.removeprefix("/etc/init.d/"), action, shown)
        case _:
            answer = (f"-ash: {name}: not found in this simulated shell",)
    return _shows(state, state.shell, shown, *answer)


def _service(state: ConsoleState, name: str, action: str, shown: str) -> Outcome:
    if name not in _RESTARTABLE or action not in ("status", "restart"):
        return _shows(state, state.shell, shown, f"-ash: {name} {action}: not part of this simulated shell")
    if action == "status":
        # The script looks whether the process is there; one that hangs is.
        is_there = name not in state.surroundings.stopped
        return _shows(state, state.shell, shown, f"{name} is {'running' if is_there else 'not running'}.")
    fresh = replace(state, surroundings=state.surroundings.without(frozenset((name,))))
    lines = (f"{name} stopped.", f"{name} started.")
    return _shows(fresh, state.shell, shown, *lines, effects=(AgentsRestarted((name,), (name,)),))


def _shows(state: ConsoleState, session: ShellSession, *lines: str, effects: tuple[Effect, ...] = ()) -> Outcome:
    kept = (*session.lines, *lines)[-LONGEST_SHELL:]
    return Outcome(replace(state, shell=replace(session, lines=kept, typed="")), effects)
