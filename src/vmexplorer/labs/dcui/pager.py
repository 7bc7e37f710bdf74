"""Reading a log on the screen: scrolling and searching."""

from __future__ import annotations

from dataclasses import replace

from vmexplorer.labs.dcui import keys
from vmexplorer.labs.dcui.frames import LogFrame
from vmexplorer.labs.dcui.logs import log_lines
from vmexplorer.labs.dcui.state import ConsoleState, Outcome

WIDTH, ROWS = 80, 23
_LONGEST_SEARCH = 40
_STEPS = {keys.UP: -1, keys.DOWN: 1, keys.PAGE_UP: 1 - ROWS, keys.PAGE_DOWN: ROWS - 1, " ": ROWS - 1}


def wrapped(state: ConsoleState, id: str) -> tuple[str, ...]:
    """The rows of a log: its lines, each going on in the next row where it is too long."""
    rows: list[str] = []
    for line in log_lines(state, id):
        rows += [line[start : start + WIDTH] for start in range(0, max(len(line), 1), WIDTH)]
    return tuple(rows)


def open_log(state: ConsoleState, id: str) -> Outcome:
    """Opens a log at its end."""
    return Outcome(state.push(LogFrame(id, _last_top(wrapped(state, id)))))


def press_in_log(state: ConsoleState, frame: LogFrame, key: str) -> Outcome:
    """Scrolls, searches or closes the log."""
    if frame.typing:
        return Outcome(state.swap(_typed(state, frame, key)))
    rows = wrapped(state, frame.log)
    match key:
        case keys.ESC | "q" | "Q":
            return Outcome(state.pop())
        case keys.HOME | "g":
            top = 0
        case keys.END | "G":
            top = _last_top(rows)
        case "/":
            return Outcome(state.swap(replace(frame, typing=True, search="")))
        case "n":
            top = _found(rows, frame.search, frame.top + 1, frame.top)
        case _:
            top = frame.top + _STEPS.get(key, 0)
    return Outcome(state.swap(replace(frame, top=max(0, min(top, _last_top(rows))))))


def _typed(state: ConsoleState, frame: LogFrame, key: str) -> LogFrame:
    if key == keys.ESC:
        return replace(frame, typing=False, search="")
    if key == keys.ENTER:
        rows = wrapped(state, frame.log)
        top = _found(rows, frame.search, 0, frame.top)
        return replace(frame, typing=False, top=max(0, min(top, _last_top(rows))))
    if key == keys.BACKSPACE:
        return replace(frame, search=frame.search[:-1])
    if len(key) == 1 and len(frame.search) < _LONGEST_SEARCH:
        return replace(frame, search=frame.search + key)
    return frame


def _found(rows: tuple[str, ...], search: str, start: int, otherwise: int) -> int:
    """The first row from ``start`` on that holds the text, in any case of its letters."""
    wanted = search.casefold()
    places = [place for place, row in enumerate(rows) if wanted and wanted in row.casefold()]
    return next((place for place in places if place >= start), otherwise)


def _last_top(rows: tuple[str, ...]) -> int:
    return max(0, len(rows) - ROWS)
