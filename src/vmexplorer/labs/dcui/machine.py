"""The console as a machine: a key turns a state into the next one and says what it does to the host."""

from __future__ import annotations

from dataclasses import replace

from vmexplorer.labs.dcui import keys
from vmexplorer.labs.dcui.effects import Effect, HostStopped
from vmexplorer.labs.dcui.forms import press_in_form
from vmexplorer.labs.dcui.frames import (
    FormFrame,
    LogFrame,
    MenuFrame,
    MessageFrame,
    ProgressFrame,
    QuestionFrame,
)
from vmexplorer.labs.dcui.handbook import KERNEL
from vmexplorer.labs.dcui.menus import press_in_menu
from vmexplorer.labs.dcui.pager import press_in_log
from vmexplorer.labs.dcui.password import CUSTOMIZE, POWER, log_in
from vmexplorer.labs.dcui.power import switch_on
from vmexplorer.labs.dcui.shell import press_in_shell
from vmexplorer.labs.dcui.state import SECONDS_PER_KEY, ConsoleState, Outcome, Terminal, has_no_console
from vmexplorer.labs.dcui.tasks import TASKS
from vmexplorer.labs.dcui.time_outs import MINUTE, passed

_TERMINALS = {terminal.value: terminal for terminal in Terminal}


def press(state: ConsoleState, key: str) -> Outcome:
    """The state after a key, and what it did outside the console.

    Args:
        state: the console.
        key: a name from ``keys.NAMED`` or one character; an unknown one does nothing.
    """
    if key == keys.WAIT:
        return settle(state) if is_under_way(state) else passed(state, MINUTE)
    state, effects = passed(state, SECONDS_PER_KEY)
    outcome = _press(state, key)
    return outcome._replace(effects=(*effects, *outcome.effects))


def _press(state: ConsoleState, key: str) -> Outcome:
    if not state.is_on:
        return switch_on(state)
    if state.surroundings.trouble(KERNEL):
        return Outcome(replace(state, stack=(), pending=None, terminal=Terminal.DCUI))
    return _press_on_terminal(state, key)


def press_all(state: ConsoleState, pressed: tuple[str, ...]) -> Outcome:
    """The same for several keys, one after the other."""
    effects: list[Effect] = []
    for key in pressed:
        state, more = press(state, key)
        effects += more
    return Outcome(state, tuple(effects))


def advance(state: ConsoleState) -> Outcome:
    """Time passes: what is under way comes one stage further, and at last to its end."""
    top = state.top
    if not isinstance(top, ProgressFrame):
        return Outcome(state)
    if top.done < len(top.stages):
        stage = top.stages[top.done]
        done = replace(state.swap(replace(top, done=top.done + 1)), seconds=state.seconds + 1.0)
        return Outcome(done, (HostStopped(),) if stage.component == KERNEL and not stage.runs else ())
    return TASKS[top.about].finish(state, top)


def settle(state: ConsoleState) -> Outcome:
    """Time passes until nothing is under way."""
    effects: list[Effect] = []
    while is_under_way(state):
        state, more = advance(state)
        effects += more
    return Outcome(state, tuple(effects))


def is_under_way(state: ConsoleState) -> bool:
    """Whether something goes on by itself."""
    return isinstance(state.top, ProgressFrame)


def _press_on_terminal(state: ConsoleState, key: str) -> Outcome:
    if key in _TERMINALS:
        return Outcome(replace(state, terminal=_TERMINALS[key]))
    if state.terminal is Terminal.DCUI:
        return Outcome(replace(state, stack=(), pending=None)) if has_no_console(state) else _press_on_top(state, key)
    if key == keys.ESC:
        # A host leads back by Alt+F2 alone; here nobody may get lost.
        return Outcome(replace(state, terminal=Terminal.DCUI))
    if state.terminal is Terminal.SHELL:
        return press_in_shell(state, key)
    return Outcome(state)


def _press_on_top(state: ConsoleState, key: str) -> Outcome:
    match state.top:
        case None:
            outcome = _press_on_welcome(state, key)
        case MenuFrame() as frame:
            outcome = press_in_menu(state, frame, key)
        case FormFrame() as frame:
            outcome = press_in_form(state, frame, key)
        case QuestionFrame() as frame:
            outcome = _answer(state, frame, key)
        case MessageFrame():
            outcome = Outcome(state.pop() if key in (keys.ENTER, keys.ESC) else state)
        case ProgressFrame():
            outcome = settle(state) if key in (keys.ENTER, keys.ESC) else Outcome(state)
        case LogFrame() as frame:
            outcome = press_in_log(state, frame, key)
    return outcome


def _press_on_welcome(state: ConsoleState, key: str) -> Outcome:
    if key == "F2":
        return log_in(state, CUSTOMIZE)
    return log_in(state, POWER) if key == "F12" else Outcome(state)


def _answer(state: ConsoleState, frame: QuestionFrame, key: str) -> Outcome:
    if key == keys.ESC and not frame.on_leave:
        return Outcome(state.pop())
    wanted = frame.on_leave if key == keys.ESC else key
    for answer in frame.answers:
        if wanted.casefold() == answer.key.casefold():
            return TASKS[frame.about].answer(state, answer.key)
    return Outcome(state)
