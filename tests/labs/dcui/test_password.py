"""Log-in and the password of root."""

from __future__ import annotations

import pytest

from tests.helpers.console import among, fresh, inside, log_in, text, to, typed
from vmexplorer.atlas.console import Behaviour, Menu
from vmexplorer.labs.dcui.effects import FlowWanted, PasswordChanged
from vmexplorer.labs.dcui.frames import FormFrame, MenuFrame, MessageFrame
from vmexplorer.labs.dcui.password import password_hint
from vmexplorer.labs.dcui.surroundings import Surroundings
from vmexplorer.labs.dcui.validation import password_error


def test_the_right_password_opens_the_menus() -> None:
    assert inside().stack == (MenuFrame(Menu.CUSTOMIZATION),)


def test_a_new_host_of_the_first_version_has_no_password() -> None:
    assert log_in("e3") == "F2 Enter"
    assert inside("e3").stack == (MenuFrame(Menu.CUSTOMIZATION),)
    assert "empty" in password_hint(fresh("e3"))


@pytest.mark.parametrize("keys", ['F2 "nonsense" Enter', 'F2 Up Backspace x4 "jdoe" Down "VMware1!" Enter', "F2 Enter"])
def test_a_wrong_log_in_tells_the_right_one(keys: str) -> None:
    state = typed(fresh(), keys).state
    assert isinstance(state.top, FormFrame)
    assert "Wrong user name or password" in text(state)
    assert "VMware1!" in text(state)
    assert state.top.value("password") == ""


def test_no_password_is_ever_on_the_screen() -> None:
    state = typed(inside(), 'Enter "VMware1!" Down "Se cret9#" Down "Se cret9#"').state
    assert "VMware1!" not in text(state)
    assert "cret9" not in text(state)
    assert text(state).count("*********") == 2


def test_a_new_password_is_needed_at_the_next_log_in() -> None:
    changed = typed(inside(), 'Enter "VMware1!" Down "new-Pass-7x" Down "new-Pass-7x" Enter')
    assert changed.effects == (PasswordChanged(), FlowWanted("F13"))
    welcome = typed(changed.state, "Enter Esc").state
    assert welcome.stack == ()
    assert isinstance(typed(welcome, log_in()).state.top, FormFrame)
    assert isinstance(typed(welcome, 'F2 "new-Pass-7x" Enter').state.top, MenuFrame)
    assert "new-Pass" not in password_hint(changed.state)


def test_the_first_password_needs_no_old_one() -> None:
    changed = typed(inside("e3"), 'Enter "a1-bcdefg" Down "a1-bcdefg" Enter')
    welcome = typed(changed.state, "Enter Esc").state
    assert isinstance(typed(welcome, 'F2 "a1-bcdefg" Enter').state.top, MenuFrame)


@pytest.mark.parametrize(
    ("typed_in", "error"),
    [
        ('"wrong" Down "new-Pass-7x" Down "new-Pass-7x"', "The old password is wrong."),
        ('"VMware1!" Down "aB3-" Down "aB3-"', "too short"),
        ('"VMware1!" Down "abcdefgh" Down "abcdefgh"', "too simple"),
        ('"VMware1!" Down "xroot-Q77y" Down "xroot-Q77y"', "the name of the user"),
        ('"VMware1!" Down "new-Pass-7x" Down "new-Pass-7y"', "The two new passwords differ."),
    ],
)
def test_a_password_is_refused_with_the_reason(typed_in: str, error: str) -> None:
    state, effects = typed(inside(), f"Enter {typed_in} Enter")
    assert error in text(state)
    assert effects == ()
    assert state.host == inside().host


@pytest.mark.parametrize(
    ("password", "good"),
    [
        ("VMware1!", True),
        ("Abcdefg1", False),  # an upper-case letter in front and a digit at the end do not count
        ("aBcdefg1x", True),
        ("abc-def1x", True),
        ("", False),
        ("1234567", False),
        ("aB3" * 20, False),
    ],
)
def test_kinds_of_characters(password: str, good: bool) -> None:
    assert (password_error(password) == "") is good


@pytest.mark.parametrize("trouble", ["stopped", "hung"])
def test_without_hostd_the_row_fails_and_says_so(trouble: str) -> None:
    surroundings = Surroundings(**{trouble: frozenset({"hostd"})})
    state = to(typed(among(fresh(), surroundings), log_in()).state, Behaviour.PASSWORD)
    assert isinstance(state.top, MessageFrame)
    assert state.top.wrong
    assert "hostd" in text(state)
