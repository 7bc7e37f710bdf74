"""What keys do in a form, whatever the form is about."""

from __future__ import annotations

from dataclasses import replace

from vmexplorer.labs.dcui import keys
from vmexplorer.labs.dcui.frames import Field, FieldKind, FormFrame
from vmexplorer.labs.dcui.state import ConsoleState, Outcome
from vmexplorer.labs.dcui.tasks import TASKS

_ON = "x"
_NEXT = (keys.DOWN, keys.TAB)


def press_in_form(state: ConsoleState, form: FormFrame, key: str) -> Outcome:
    """Moves, types, chooses, submits or leaves."""
    if key == keys.ESC:
        return Outcome(state.pop())
    if key == keys.ENTER:
        return TASKS[form.about].submit(state, form)
    count = len(form.fields)
    if key in _NEXT or key == keys.UP:
        step = 1 if key in _NEXT else -1
        return Outcome(state.swap(replace(form, row=(form.row + step) % count)))
    if key in (keys.HOME, keys.END):
        return Outcome(state.swap(replace(form, row=0 if key == keys.HOME else count - 1)))
    changed = _changed(form, key)
    return Outcome(state if changed is form else state.swap(replace(changed, error="")))


def _changed(form: FormFrame, key: str) -> FormFrame:
    field = form.fields[form.row]
    if field.typed:
        value = _typed(field, key)
        return form if value == field.value else _with(form, replace(field, value=value))
    if key != " ":
        return form
    if field.kind is FieldKind.CHECK:
        return _with(form, replace(field, value="" if field.value else _ON))
    return replace(form, fields=tuple([_radio(one, field) for one in form.fields]))


def _typed(field: Field, key: str) -> str:
    if key == keys.BACKSPACE:
        return field.value[:-1]
    return field.value + key if len(key) == 1 and len(field.value) < field.room else field.value


def _radio(one: Field, pressed: Field) -> Field:
    if one.kind is not FieldKind.RADIO or one.group != pressed.group:
        return one
    return replace(one, value=_ON if one.id == pressed.id else "")


def _with(form: FormFrame, changed: Field) -> FormFrame:
    return replace(form, fields=tuple([changed if one.id == changed.id else one for one in form.fields]))
