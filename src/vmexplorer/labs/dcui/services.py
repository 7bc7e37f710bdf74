"""Switches of the host: lockdown mode, ESXi Shell, SSH and their time-outs, and the keyboard."""

from __future__ import annotations

from dataclasses import replace

from vmexplorer.atlas.console import Behaviour
from vmexplorer.atlas.console_log import Happening
from vmexplorer.labs.dcui.effects import LockdownSwitched, ServiceSwitched
from vmexplorer.labs.dcui.frames import Field, FieldKind, FormFrame
from vmexplorer.labs.dcui.state import ConsoleState, Outcome
from vmexplorer.labs.dcui.task import refused, told
from vmexplorer.labs.dcui.validation import number_error

MOST_MINUTES = 1440
_ON = "x"


def open_lockdown(state: ConsoleState) -> Outcome:
    """Offers the switch when the host belongs to a vCenter."""
    title = "Configure Lockdown Mode"
    if not state.host.managed:
        said = ("Lockdown mode needs a vCenter.", "This host belongs to none.")
        return Outcome(told(state, Behaviour.LOCKDOWN, title, *said, wrong=True))
    field = Field("lockdown", "Enable Lockdown Mode", FieldKind.CHECK, _ON if state.host.lockdown else "")
    return Outcome(state.push(FormFrame(Behaviour.LOCKDOWN, title, (field,))))


def submit_lockdown(state: ConsoleState, form: FormFrame) -> Outcome:
    """Sets or lifts lockdown mode."""
    on = form.on("lockdown")
    closed = state.pop()
    if on is state.host.lockdown:
        return Outcome(closed)
    done = closed.setting(lockdown=on).note(Happening.LOCKDOWN_ON if on else Happening.LOCKDOWN_OFF)
    return Outcome(done, (LockdownSwitched(on),))


def switch_shell(state: ConsoleState) -> Outcome:
    """Switches the local shell on or off at once."""
    on = not state.host.shell_on
    done = replace(state.setting(shell_on=on), shell_since=state.seconds)
    done = done.note(Happening.SHELL_ON if on else Happening.SHELL_OFF)
    return Outcome(done, (ServiceSwitched("esxi-shell", on),))


def switch_ssh(state: ConsoleState) -> Outcome:
    """Switches SSH on or off at once."""
    on = not state.host.ssh_on
    done = replace(state.setting(ssh_on=on), ssh_since=state.seconds)
    done = done.note(Happening.SSH_ON if on else Happening.SSH_OFF)
    return Outcome(done, (ServiceSwitched("ssh", on),))


def open_time_outs(state: ConsoleState) -> Outcome:
    """Asks for both times in minutes."""
    fields = (
        Field("availability", "Availability time-out (minutes)", value=str(state.host.availability), room=4),
        Field("idle", "Idle time-out (minutes)", value=str(state.host.idle), room=4),
    )
    title = state.book.row(Behaviour.TIME_OUTS).name
    return Outcome(state.push(FormFrame(Behaviour.TIME_OUTS, title, fields, lines=("0 means no time-out.",))))


def submit_time_outs(state: ConsoleState, form: FormFrame) -> Outcome:
    """Sets both times."""
    for id, what in (("availability", "The availability time-out"), ("idle", "The idle time-out")):
        error = number_error(form.value(id), MOST_MINUTES, what)
        if error:
            return refused(state, form, error, id)
    minutes = {id: int(form.value(id) or 0) for id in ("availability", "idle")}
    return Outcome(state.pop().setting(**minutes))


def open_keyboard(state: ConsoleState) -> Outcome:
    """Lists the layouts."""
    layouts = state.book.host.keyboards
    fields = tuple(
        [
            Field(name, name, FieldKind.RADIO, _ON if name == state.host.keyboard else "", group="layout")
            for name in layouts
        ]
    )
    row = layouts.index(state.host.keyboard)
    return Outcome(state.push(FormFrame(Behaviour.KEYBOARD, "Configure Keyboard", fields, row=row)))


def submit_keyboard(state: ConsoleState, form: FormFrame) -> Outcome:
    """Sets the layout."""
    chosen = next(field.id for field in form.fields if field.value)
    return Outcome(state.pop().setting(keyboard=chosen))


def open_support(state: ConsoleState) -> Outcome:
    """Shows what the maker asks for."""
    host = state.book.host
    lines = (
        f"Serial Number:   {host.serial}",
        f"Licence:         {host.licence}",
        "SHA-1 Thumbprint of the certificate:",
        f"  {host.thumbprint}",
    )
    return Outcome(told(state, Behaviour.SUPPORT, "View Support Information", *lines))
