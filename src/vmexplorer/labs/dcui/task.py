"""What a row of a menu does: the steps of a task, each a function from state to outcome."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from vmexplorer.atlas.console import Behaviour
from vmexplorer.labs.dcui.effects import Effect, FlowWanted
from vmexplorer.labs.dcui.frames import (
    About,
    Answer,
    FormFrame,
    MessageFrame,
    ProgressFrame,
    QuestionFrame,
)
from vmexplorer.labs.dcui.state import ConsoleState, Outcome

YES = Answer("F11", "OK")


def _unasked_form(state: ConsoleState, _form: FormFrame) -> Outcome:
    return Outcome(state.pop())


def _unasked_answer(state: ConsoleState, _key: str) -> Outcome:
    return Outcome(state.pop())


def _unasked_end(state: ConsoleState, _progress: ProgressFrame) -> Outcome:
    return Outcome(state.pop())


class Task(NamedTuple):
    """The functions of a task, called with the frame that they answer still on top."""

    open: Callable[[ConsoleState], Outcome]
    submit: Callable[[ConsoleState, FormFrame], Outcome] = _unasked_form
    answer: Callable[[ConsoleState, str], Outcome] = _unasked_answer
    finish: Callable[[ConsoleState, ProgressFrame], Outcome] = _unasked_end


def told(
    state: ConsoleState, about: About, title: str, *lines: str, wrong: bool = False, why: tuple[str, ...] = ()
) -> ConsoleState:
    """Lays a message on top."""
    return state.push(MessageFrame(about, title, lines, wrong, why))


def asked(state: ConsoleState, about: About, title: str, *lines: str) -> Outcome:
    """Asks for F11 before something dangerous is done."""
    return Outcome(state.push(QuestionFrame(about, title, lines, (YES,))))


def refused(state: ConsoleState, form: FormFrame, error: str, field: str = "") -> Outcome:
    """Shows an error in the form."""
    return Outcome(state.swap(form.refused(error, field)))


def flow_of(state: ConsoleState, behaviour: Behaviour, *, failed: bool = False) -> tuple[Effect, ...]:
    """The flow that belongs to a row, in its branch for failures when it has one; none when it has none."""
    item = state.book.row(behaviour).item
    if not item.flow:
        return ()
    return (FlowWanted(f"{item.flow}/{item.branch}" if failed and item.branch else item.flow),)
