"""The terminals beside the console."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.helpers.console import ERAS, among, fresh, inside, text, to, typed
from vmexplorer.atlas.console import Behaviour
from vmexplorer.labs.dcui.effects import AgentsRestarted
from vmexplorer.labs.dcui.logs import log_lines
from vmexplorer.labs.dcui.state import ConsoleState, Terminal
from vmexplorer.labs.dcui.surroundings import Surroundings


def with_shell() -> ConsoleState:
    """A host whose shell is enabled, at its terminal."""
    return typed(replace(fresh(), host=replace(fresh().host, shell_on=True)), "Alt+F1").state


def logged_in() -> ConsoleState:
    return typed(with_shell(), '"root" Enter "VMware1!" Enter').state


@pytest.mark.parametrize("era", ERAS)
def test_the_shell_is_closed_until_it_is_enabled(era: str) -> None:
    state = typed(fresh(era), 'Alt+F1 "root" Enter').state
    assert "switched off" in text(state)
    assert "root" not in text(state)


def test_the_switch_in_the_menu_opens_it() -> None:
    state = typed(to(inside(), Behaviour.TROUBLESHOOTING_MENU), "Enter Alt+F1").state
    assert "esx01 login:" in text(state)


def test_a_wrong_password_is_told_and_not_shown() -> None:
    state = typed(with_shell(), '"root" Enter "Secret-9"').state
    assert "Secret" not in text(state)
    failed = typed(state, "Enter").state
    assert "Login incorrect" in text(failed)
    assert text(failed).splitlines()[-1] == "" or "login:" in text(failed).rstrip().splitlines()[-1]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("hostname", "esx01.lab.example"),
        ("vmware -v", "VMware ESXi 8.0.0"),
        ("help", "/etc/init.d/hostd status | restart"),
        ("/etc/init.d/hostd status", "hostd is running."),
        ("ls", "-ash: ls: not found in this simulated shell"),
        ("/etc/init.d/ntpd stop", "not part of this simulated shell"),
        ("exit", "esx01 login:"),
    ],
)
def test_commands_answer(line: str, answer: str) -> None:
    assert answer in text(typed(logged_in(), f'"{line}" Enter').state)


def test_an_agent_can_be_restarted_by_its_script() -> None:
    dead = among(logged_in(), Surroundings(stopped=frozenset({"hostd"})))
    asked, effects = typed(dead, '"/etc/init.d/hostd status" Enter')
    assert (effects, "not running" in text(asked)) == ((), True)
    state, effects = typed(asked, '"/etc/init.d/hostd restart" Enter')
    assert effects == (AgentsRestarted(("hostd",), ("hostd",)),)
    assert state.surroundings == Surroundings()


def test_the_screen_scrolls() -> None:
    state = typed(logged_in(), '"help" Enter ' * 8).state
    assert text(state).splitlines()[-1].startswith("[root@esx01:~]")
    assert "VMware ESXi" not in text(state)


def test_terminals_come_and_go_without_touching_the_console() -> None:
    state = inside()
    for key in ("Alt+F1", "Alt+F11", "Alt+F12"):
        away = typed(state, f"{key} F2 Enter Down").state
        assert away.terminal is Terminal(key)
        for back in ("Alt+F2", "Esc"):
            assert typed(away, back).state.stack == state.stack
            assert typed(away, back).state.terminal is Terminal.DCUI


@pytest.mark.parametrize(("era", "log"), [("e3", "messages"), ("e8", "vmkernel")])
def test_alt_f12_ends_with_the_last_line_of_the_kernel(era: str, log: str) -> None:
    state = typed(fresh(era), "Alt+F12").state
    shown = "".join(row.ljust(80) for row in text(state).splitlines())
    assert log_lines(state, log)[-1] in shown


def test_alt_f11_sums_up() -> None:
    shown = text(typed(fresh(), "Alt+F11").state)
    assert "esx01.lab.example" in shown
    assert "vmnic3" in shown
