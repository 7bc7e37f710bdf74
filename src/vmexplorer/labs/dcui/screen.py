"""The screen as a pure function of the state."""

from __future__ import annotations

from vmexplorer.labs.dcui.cells import Screen, Shade, Sheet
from vmexplorer.labs.dcui.draw_dialog import draw_form, draw_message, draw_progress, draw_question
from vmexplorer.labs.dcui.draw_menu import draw_menu
from vmexplorer.labs.dcui.draw_screens import (
    draw_kernel_log,
    draw_log,
    draw_no_console,
    draw_off,
    draw_purple,
    draw_shell,
    draw_summary,
    draw_welcome,
)
from vmexplorer.labs.dcui.frames import (
    FormFrame,
    Frame,
    LogFrame,
    MenuFrame,
    MessageFrame,
    ProgressFrame,
    QuestionFrame,
)
from vmexplorer.labs.dcui.handbook import KERNEL
from vmexplorer.labs.dcui.state import ConsoleState, Terminal, has_no_console
from vmexplorer.labs.dcui.subject import title_of


def screen(state: ConsoleState) -> Screen:
    """What stands on the console now."""
    sheet = Sheet(Shade.GREY)
    return sheet.screen(title_of(state), _draw(sheet, state))


def _draw(sheet: Sheet, state: ConsoleState) -> str:
    if not state.is_on:
        return draw_off(sheet)
    if state.surroundings.trouble(KERNEL):
        return draw_purple(sheet, state)
    match state.terminal:
        case Terminal.SHELL:
            focus = draw_shell(sheet, state)
        case Terminal.SUMMARY:
            focus = draw_summary(sheet, state)
        case Terminal.KERNEL_LOG:
            focus = draw_kernel_log(sheet, state)
        case Terminal.DCUI:
            focus = draw_no_console(sheet, state) if has_no_console(state) else _draw_stack(sheet, state)
    return focus


def _draw_stack(sheet: Sheet, state: ConsoleState) -> str:
    """Draws the last frame that fills the screen and everything that lies over it."""
    full = [place for place, frame in enumerate(state.stack) if isinstance(frame, MenuFrame | LogFrame)]
    focus = "" if full else draw_welcome(sheet, state)
    for frame in state.stack[full[-1] if full else 0 :]:
        focus = _draw_frame(sheet, state, frame)
    return focus


def _draw_frame(sheet: Sheet, state: ConsoleState, frame: Frame) -> str:
    match frame:
        case MenuFrame():
            focus = draw_menu(sheet, state, frame)
        case LogFrame():
            focus = draw_log(sheet, state, frame)
        case FormFrame():
            focus = draw_form(sheet, frame)
        case QuestionFrame():
            focus = draw_question(sheet, frame)
        case MessageFrame():
            focus = draw_message(sheet, frame)
        case ProgressFrame():
            focus = draw_progress(sheet, frame)
    return focus
