"""Draws what lies over a menu or the welcome screen: forms, questions, messages and what is under way."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

from vmexplorer.labs.dcui.cells import COLUMNS, ROWS, Shade, Sheet
from vmexplorer.labs.dcui.frames import (
    GOOD,
    Field,
    FieldKind,
    FormFrame,
    MessageFrame,
    ProgressFrame,
    QuestionFrame,
)

_WIDTH = 68
_LEFT = (COLUMNS - _WIDTH) // 2
_ROOM = _WIDTH - 4
_SHOWN_STAGES = 8
_BAR = 40


class _Line(NamedTuple):
    """A row of a box; ``field`` is drawn in it when there is one."""

    text: str
    shade: Shade = Shade.DIALOG
    field: Field | None = None
    chosen: bool = False


def draw_form(sheet: Sheet, frame: FormFrame) -> str:
    """Draws a form; returns what is chosen in it, in words."""
    lines = [_Line(line, Shade.DIALOG_SOFT) for text in frame.lines for line in _wrapped(text)]
    lines += [_Line("")] if lines else []
    lines += [_Line("", field=field, chosen=place == frame.row) for place, field in enumerate(frame.fields)]
    if frame.error:
        lines += [_Line(""), *[_Line(line, Shade.DIALOG_ERROR) for line in _wrapped(f"! {frame.error}")]]
    marks = any(not field.typed for field in frame.fields)
    left = "<Up/Down> Select" + ("  <Space> Mark" if marks else "")
    _box(sheet, frame.title, lines, left, "<Enter> OK  <Esc> Cancel")
    words = _in_words(frame.fields[frame.row])
    return f"{frame.error} {words}" if frame.error else words


def draw_question(sheet: Sheet, frame: QuestionFrame) -> str:
    """Draws a question; returns it."""
    lines = [_Line(line) for text in frame.lines for line in (_wrapped(text) or [""])]
    answers = "  ".join([f"<{_shown(answer.key)}> {answer.name}" for answer in frame.answers])
    _box(sheet, frame.title, lines, "", f"{answers}  <Esc> {frame.leave}")
    return " ".join([*[line for line in frame.lines if line], f"{answers}, <Esc> {frame.leave}"])


def draw_message(sheet: Sheet, frame: MessageFrame) -> str:
    """Draws a message; returns it."""
    lines = [_Line(line, _tone(frame, text)) for text in frame.lines for line in (_wrapped(text) or [""])]
    _box(sheet, frame.title, lines, "", "<Enter> OK")
    return " ".join(frame.lines)


def _tone(frame: MessageFrame, line: str) -> Shade:
    return Shade.DIALOG_ERROR if frame.wrong and not line.endswith(GOOD) else Shade.DIALOG


def draw_progress(sheet: Sheet, frame: ProgressFrame) -> str:
    """Draws what is under way; returns the latest stage."""
    done = frame.stages[: frame.done]
    filled = _BAR * frame.done // len(frame.stages)
    lines = [_Line(f"[{'#' * filled}{'.' * (_BAR - filled)}] {frame.done}/{len(frame.stages)}"), _Line("")]
    shown = [stage.says for stage in done[-_SHOWN_STAGES:]]
    lines += [_Line(text, Shade.DIALOG_SOFT) for text in shown]
    lines += [_Line("")] * (min(_SHOWN_STAGES, len(frame.stages)) - len(shown))
    _box(sheet, frame.title, lines, "", "<Enter> Do not wait")
    return done[-1].says if done else frame.title


def _box(sheet: Sheet, title: str, lines: list[_Line], left: str, right: str) -> None:
    height = len(lines) + 4
    top = max(0, (ROWS - height) // 2)
    sheet.cursor = None
    sheet.put(top, _LEFT, f"┌{f' {title} ':─^{_WIDTH - 2}}┐", Shade.YELLOW)
    for row in range(top + 1, top + height - 1):
        sheet.put(row, _LEFT, f"│{'':{_WIDTH - 2}}│", Shade.DIALOG)
    names = [len(line.field.label) for line in lines if line.field and line.field.typed]
    for row, line in enumerate(lines, start=top + 2):
        sheet.put(row, _LEFT + 2, line.text[:_ROOM], line.shade)
        if line.field is not None:
            _draw_field(sheet, row, line.field, line.chosen, max(names, default=0))
    sheet.put(top + height - 1, _LEFT, f"└{f' {left}':<{_ROOM - len(right)}} {right} ┘", Shade.DIALOG_KEYS)


def _draw_field(sheet: Sheet, row: int, field: Field, chosen: bool, name_room: int) -> None:
    shade = Shade.FIELD_CHOSEN if chosen else None
    if not field.typed:
        mark = ("(o)" if field.value else "( )") if field.kind is FieldKind.RADIO else ("[X]" if field.value else "[ ]")
        text = f"{mark} {field.label}"
        if chosen:
            sheet.fill(row, _LEFT + 1, 1, _WIDTH - 2, Shade.FIELD_CHOSEN)
            sheet.cursor = (row, _LEFT + 3)
        sheet.put(row, _LEFT + 2, text[:_ROOM], shade)
        return
    left = _LEFT + 2 + name_room + 3
    room = min(field.room + 1, _LEFT + _WIDTH - 3 - left)
    value = "*" * len(field.value) if field.kind is FieldKind.SECRET else field.value
    sheet.put(row, _LEFT + 2, field.label + ":", Shade.DIALOG)
    sheet.put(row, left - 1, "[", Shade.DIALOG)
    sheet.put(row, left + room, "]", Shade.DIALOG)
    sheet.fill(row, left, 1, room, shade or Shade.FIELD)
    visible = value[-(room - 1) :] if room > 1 else ""
    sheet.put(row, left, visible)
    if chosen:
        sheet.cursor = (row, left + len(visible))


def _in_words(field: Field) -> str:
    match field.kind:
        case FieldKind.CHECK:
            return f"{field.label}, {'on' if field.value else 'off'}"
        case FieldKind.RADIO:
            return f"{field.label}, {'chosen' if field.value else 'not chosen'}"
        case FieldKind.SECRET:
            return f"{field.label}, {len(field.value)} characters"
        case FieldKind.TEXT:
            return f"{field.label.strip()}: {field.value or 'empty'}"


def _shown(key: str) -> str:
    return key.upper() if len(key) == 1 else key


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _ROOM, replace_whitespace=False, drop_whitespace=True) if text.strip() else []
