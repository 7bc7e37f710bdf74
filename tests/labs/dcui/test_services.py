"""Lockdown mode, shell, SSH, time-outs, keyboard and support information."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.helpers.console import flat, inside, text, to, typed
from vmexplorer.atlas.console import Behaviour
from vmexplorer.labs.dcui.effects import LockdownSwitched, ServiceSwitched
from vmexplorer.labs.dcui.frames import FormFrame, MenuFrame, MessageFrame

MENU = Behaviour.TROUBLESHOOTING_MENU


def test_lockdown_is_set_and_lifted() -> None:
    locked, effects = typed(to(inside(), Behaviour.LOCKDOWN), "Space Enter")
    assert effects == (LockdownSwitched(True),)
    assert "Enabled" in text(locked)
    assert "Lockdown mode is on." in text(typed(locked, "Esc").state)
    _, effects = typed(locked, "Enter Space Enter")
    assert effects == (LockdownSwitched(False),)


def test_lockdown_left_as_it_was_does_nothing() -> None:
    state, effects = typed(to(inside(), Behaviour.LOCKDOWN), "Enter")
    assert (effects, state.host) == ((), inside().host)


def test_lockdown_needs_a_vcenter() -> None:
    alone = replace(inside(), host=replace(inside().host, managed=False))
    state = to(alone, Behaviour.LOCKDOWN)
    assert isinstance(state.top, MessageFrame)
    assert state.top.wrong
    assert "belongs to none" in text(state)


@pytest.mark.parametrize(
    ("era", "row", "component", "on", "off"),
    [
        ("e8", Behaviour.SHELL, "esxi-shell", "Disable ESXi Shell", "Enable ESXi Shell"),
        ("e8", Behaviour.SSH, "ssh", "Disable SSH", "Enable SSH"),
        ("e4", Behaviour.SHELL, "esxi-shell", "Disable Local Tech Support", "Enable Local Tech Support"),
    ],
)
def test_services_are_switched_in_the_menu(era: str, row: Behaviour, component: str, on: str, off: str) -> None:
    state, effects = typed(to(inside(era), MENU), "Enter" if row is Behaviour.SHELL else "Down Enter")
    assert effects == (ServiceSwitched(component, True),)
    assert on in text(state)
    state, effects = typed(state, "Enter")
    assert effects == (ServiceSwitched(component, False),)
    assert off in text(state)


def test_the_first_version_has_no_switches() -> None:
    assert not inside("e3").book.has(Behaviour.SHELL)
    assert not inside("e3").book.has(Behaviour.SSH)


def test_time_outs_are_kept() -> None:
    state = typed(to(inside(), MENU, Behaviour.TIME_OUTS), 'Backspace "30" Down Backspace "5" Enter').state
    assert (state.host.availability, state.host.idle) == (30, 5)
    assert "Availability: 30 minutes" in text(state)
    cleared = typed(state, "Enter Backspace x4 Enter").state
    assert cleared.host.availability == 0


@pytest.mark.parametrize("keys", ['Backspace "1441"', 'Backspace "-1"', 'Down Backspace "many"'])
def test_time_outs_outside_the_range_are_refused(keys: str) -> None:
    state = typed(to(inside(), MENU, Behaviour.TIME_OUTS), f"{keys} Enter").state
    assert isinstance(state.top, FormFrame)
    assert "must be a number from 0 to 1440" in flat(state)


def test_one_keyboard_is_chosen_at_a_time() -> None:
    state = typed(to(inside(), Behaviour.KEYBOARD), "Down Space Down x2 Space").state
    assert isinstance(state.top, FormFrame)
    assert [field.id for field in state.top.fields if field.value] == ["Italian"]
    done = typed(state, "Enter").state
    assert done.host.keyboard == "Italian"
    assert isinstance(done.top, MenuFrame)
    again = to(done, Behaviour.KEYBOARD)
    assert isinstance(again.top, FormFrame)
    assert again.top.row == 3


def test_support_information_is_shown() -> None:
    assert inside().book.host.thumbprint in text(to(inside(), Behaviour.SUPPORT))
