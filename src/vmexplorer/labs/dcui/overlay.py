"""What the console lights on the map: the parts that the chosen row works on, and what stops and starts."""

from __future__ import annotations

from vmexplorer.atlas.console import Behaviour
from vmexplorer.labs.dcui.frames import MessageFrame, ProgressFrame
from vmexplorer.labs.dcui.handbook import KERNEL
from vmexplorer.labs.dcui.state import ConsoleState
from vmexplorer.labs.dcui.subject import Subject, notes_of, subject_of
from vmexplorer.stage.overlay import Mark, Overlay, Role

_MACHINES = ("virtual-machine", "vmx")
_DIRECT_CLIENTS = ("host-client", "vi-client", "powercli")
_STACK = "vmk-network-stack"


def overlay(state: ConsoleState) -> Overlay:
    """The marks for what is on the screen now; only parts that this era has are marked."""
    notes = notes_of(state)
    mark = Mark(Role.FOCUS, note=f"At the console: {notes.title}.")
    marks = {**dict.fromkeys(notes.touches, mark), **_lasting(state), **_moment(state)}
    here = {id: one for id, one in marks.items() if id in state.book.parts}
    return Overlay(here, dict.fromkeys(notes.links, mark))


def _lasting(state: ConsoleState) -> dict[str, Mark]:
    """What stays as it is until somebody changes it at the console."""
    marks: dict[str, Mark] = {}
    if not state.is_on:
        marks = dict.fromkeys((KERNEL, *_MACHINES), Mark(Role.FAULT, "off", "The host is switched off."))
    elif not state.host.network_on:
        marks[_STACK] = Mark(Role.AFFECTED, "management off", "The management network is disabled at the console.")
    return marks


def _moment(state: ConsoleState) -> dict[str, Mark]:
    top, subject = state.top, subject_of(state)
    if isinstance(top, ProgressFrame):
        return _under_way(top)
    if isinstance(top, MessageFrame):
        return _told(state, top, subject)
    if subject.row is not None and subject.row.item.does is Behaviour.LOCKDOWN and state.host.lockdown:
        shut = Mark(Role.AFFECTED, "shut out", "In lockdown mode nobody manages the host past vCenter.")
        return {**dict.fromkeys((*_DIRECT_CLIENTS, "ssh"), shut), "vpxuser": Mark(Role.GOOD, "may enter")}
    return {}


def _under_way(frame: ProgressFrame) -> dict[str, Mark]:
    """Where each part stands: still running, stopped, or started again; the latest one is changing."""
    marks: dict[str, Mark] = {}
    if frame.about is Behaviour.RESTART_AGENTS:
        marks |= dict.fromkeys(_MACHINES, Mark(Role.GOOD, "runs on", "Virtual machines do not notice the restart."))
    for place, stage in enumerate(frame.stages[: frame.done], start=1):
        if not stage.component:
            continue
        if place == frame.done:
            marks[stage.component] = Mark(Role.CHANGING, "starts" if stage.runs else "stops", stage.says)
        elif stage.runs:
            marks[stage.component] = Mark(Role.GOOD, "runs again", stage.says)
        else:
            marks[stage.component] = Mark(Role.AFFECTED, "stopped", stage.says)
    return marks


def _told(state: ConsoleState, frame: MessageFrame, subject: Subject) -> dict[str, Mark]:
    if frame.about is Behaviour.RESTART_AGENTS:
        runs = {part: Mark(Role.GOOD, "runs again") for part in ("hostd", "vpxa")}
        return {**runs, **dict.fromkeys(_MACHINES, Mark(Role.GOOD, "ran on"))}
    if not frame.wrong or subject.row is None:
        return {}
    note = " ".join(frame.why)
    failed = [part for part in subject.row.item.needs if state.surroundings.trouble(part)]
    if not failed and _STACK in subject.row.item.touches:
        failed = [_STACK]
    return dict.fromkeys(failed, Mark(Role.FAULT, "fails here", note))
