"""Shell and SSH switch themselves off when their time is over, and an idle session of the shell ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.helpers.console import fresh, inside, text, to, typed
from vmexplorer.atlas.console import Behaviour
from vmexplorer.labs.dcui.effects import ServiceSwitched
from vmexplorer.labs.dcui.state import ConsoleState

MENU = Behaviour.TROUBLESHOOTING_MENU
SWITCH_ON = {Behaviour.SHELL: "Enter", Behaviour.SSH: "Down Enter"}
COMPONENTS = {Behaviour.SHELL: "esxi-shell", Behaviour.SSH: "ssh"}


def limited(availability: int = 0, idle: int = 0) -> ConsoleState:
    """The menus of a host with time-outs in minutes."""
    state = inside()
    return replace(state, host=replace(state.host, availability=availability, idle=idle))


def logged_in(state: ConsoleState) -> ConsoleState:
    """The same with somebody in the local shell."""
    on = typed(to(state, MENU), "Enter").state
    return typed(on, 'Alt+F1 "root" Enter "VMware1!" Enter').state


@pytest.mark.parametrize("row", list(SWITCH_ON))
def test_a_service_switches_itself_off_when_its_time_is_over(row: Behaviour) -> None:
    on = typed(to(limited(availability=3), MENU), SWITCH_ON[row]).state
    before, effects = typed(on, "Wait x2")
    assert (before.is_switched_on(row), effects) == (True, ())
    after, effects = typed(before, "Wait")
    assert (after.is_switched_on(row), effects) == (False, (ServiceSwitched(COMPONENTS[row], False),))
    assert typed(after, "Wait x9").effects == ()


@pytest.mark.parametrize("row", list(SWITCH_ON))
def test_without_a_time_out_it_stays_on(row: Behaviour) -> None:
    on = typed(to(limited(), MENU), SWITCH_ON[row]).state
    assert typed(on, "Wait x100").state.is_switched_on(row)


def test_the_time_counts_from_when_it_was_switched_on() -> None:
    on = typed(to(limited(availability=2), MENU), "Wait x5 Enter").state
    assert on.host.shell_on
    assert typed(on, "Wait").state.host.shell_on
    off = typed(on, "Wait x2").state
    again = typed(off, "Enter Wait").state
    assert (off.host.shell_on, again.host.shell_on) == (False, True)


def test_keys_take_time_as_well() -> None:
    on = typed(to(limited(availability=1), MENU), "Enter").state
    assert not typed(on, "Down Up x30").state.host.shell_on


def test_who_is_logged_in_stays_so_when_the_shell_is_switched_off() -> None:
    state = typed(logged_in(limited(availability=1)), "Wait").state
    assert not state.host.shell_on
    answered = typed(state, '"hostname" Enter').state
    assert "esx01.lab.example" in answered.shell.lines
    left = typed(answered, '"exit" Enter "root" Enter').state
    assert left.shell.name == ""


def test_an_idle_session_ends() -> None:
    inside_ = logged_in(limited(idle=2))
    assert typed(inside_, "Wait").state.shell.user == "root"
    ended = typed(inside_, "Wait x2").state
    assert (ended.shell.user, ended.host.shell_on) == ("", True)
    assert "auto-logout" in text(ended)


def test_typing_keeps_a_session_alive() -> None:
    state = logged_in(limited(idle=2))
    for _ in range(4):
        state = typed(state, 'Wait "x"').state
    assert state.shell.user == "root"


def test_a_host_that_is_off_does_nothing_meanwhile() -> None:
    off = replace(fresh(), is_on=False)
    later, effects = typed(off, "Wait x3")
    assert (later.is_on, later.seconds, effects) == (False, off.seconds + 180.0, ())
