"""``open`` parses, and leaves everything else to the window."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from tests.cli.conftest import Outcome
from tests.helpers.packs import TINY_PACK
from vmexplorer.app.request import OpenRequest

Run = Callable[..., Outcome]


def test_everything_reaches_the_window_as_it_was_written(run: Run, asked: list[OpenRequest]) -> None:
    words = ("--view", "no such view", "--select", "agent", "--flow", "F01", "--at", "2.5")
    assert run("open", TINY_PACK, *words, "--era=e5", "--theme", "light") == (3, "", "")
    assert asked == [OpenRequest(TINY_PACK, "no such view", "agent", "F01", 2.5, "e5", "light")]


def test_what_is_left_out_is_left_to_the_window(run: Run, asked: list[OpenRequest]) -> None:
    assert run("open").code == 3
    assert asked == [OpenRequest(pack=None, view=None, select=None, flow=None, at=None, era=None, theme=None)]


@pytest.mark.parametrize("moment", ["-1", "nan", "inf", "soon", ""])
def test_moment_must_be_a_number_from_0(run: Run, asked: list[OpenRequest], moment: str) -> None:
    code, _, error = run("open", "--flow", "F01", f"--at={moment}")
    assert (code, asked) == (2, [])
    assert error == f"vmexplorer: {moment!r} is no moment in seconds; write a number from 0, such as 2.5\n"


def test_moment_needs_a_flow(run: Run, asked: list[OpenRequest]) -> None:
    code, _, error = run("open", "--at", "1")
    assert (code, asked) == (2, [])
    assert "--at needs --flow" in error


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_linux_needs_a_display(
    run: Run, asked: list[OpenRequest], monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    code, _, error = run("open")
    assert (code, asked) == (2, [])
    assert "set DISPLAY" in error
    assert error.count("\n") == 1
    monkeypatch.setenv(variable, "x")
    assert run("open").code == 3


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_always_have_a_display(
    run: Run, asked: list[OpenRequest], monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    assert run("open").code == 3
    assert len(asked) == 1


def test_link_reaches_the_window_with_the_theme(run: Run, asked: list[OpenRequest]) -> None:
    link = "vmexplorer:view=no+such+view&flow=F01&step=6&at=36.25&select=hostd"
    assert run("open", link, "--theme", "light") == (3, "", "")
    assert asked == [OpenRequest(link=link, theme="light")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["vmexplorer:view=%zz"], "view in the link holds a '%' without two hexadecimal digits"),
        (["vmexplorer:view=all\nx"], r"'vmexplorer:view=all\nx' is no link"),
        (["VMexplorer:" + "x" * 9000], "a link has at most 8192 characters"),
        (["vmexplorer:veiw=all"], "a link has no part 'veiw'; the nearest is 'view'"),
        (["vmexplorer:view=all", "--flow", "F01"], "--flow does not go with a link"),
        (["vmexplorer:view=all", "--at", "1"], "--at does not go with a link"),
        (["file:///etc/passwd"], "there is no pack folder 'file:///etc/passwd'"),
    ],
)
def test_unfit_link_opens_no_window(run: Run, asked: list[OpenRequest], words: list[str], expected: str) -> None:
    code, out, error = run("open", *words)
    assert (code, out, asked) == (2, "", [])
    assert expected in error
    assert error.count("\n") == 1


class _Unloadable:
    """Finds the window's module and fails to load it, as a missing library makes it fail."""

    def __init__(self, name: str) -> None:
        self._name = name

    def find_spec(self, fullname: str, *_: object) -> None:
        if fullname == "vmexplorer.ui.app":
            raise ImportError("libEGL.so.1: cannot open shared object file", name=self._name)


def test_qt_that_cannot_be_loaded_is_told_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "vmexplorer.ui.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [_Unloadable("PySide6.QtGui"), *sys.meta_path])
    code, _, error = run("open")
    assert code == 1
    assert error.startswith("vmexplorer: Qt cannot be loaded: libEGL.so.1: cannot open shared object file; run ")
    assert error.count("\n") == 1


def test_fault_of_the_program_is_not_blamed_on_qt(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "vmexplorer.ui.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [_Unloadable("vmexplorer.ui.canvas"), *sys.meta_path])
    with pytest.raises(ImportError, match="libEGL"):
        run("open")


@pytest.mark.parametrize("name", ["whatif", "What-If", "what-if: stop, hang, cut"])
def test_a_lab_is_opened_by_its_id_name_or_tab(run: Run, asked: list[OpenRequest], name: str) -> None:
    assert run("open", "--lab", name).code == 3
    assert [request.lab for request in asked] == ["whatif"]


def test_an_unknown_lab_is_refused_before_a_window_opens(run: Run, asked: list[OpenRequest]) -> None:
    code, _, error = run("open", "--lab", "whatfi")
    assert (code, asked) == (2, [])
    assert "'whatif'" in error


def test_a_tour_and_a_stop_reach_the_window(run: Run, asked: list[OpenRequest]) -> None:
    assert run("open", "--tour", "no such tour", "--stop", "3", "--theme", "light").code == 3
    assert asked == [OpenRequest(theme="light", tour="no such tour", stop="3")]


@pytest.mark.parametrize("option", ["--view", "--era", "--flow", "--select", "--lab"])
def test_a_tour_says_itself_what_to_show(run: Run, asked: list[OpenRequest], option: str) -> None:
    code, _, error = run("open", "--tour", "console", option, "whatif")
    assert (code, asked) == (2, [])
    assert f"{option} does not go with --tour" in error


def test_a_stop_needs_its_tour(run: Run, asked: list[OpenRequest]) -> None:
    code, _, error = run("open", "--stop", "3")
    assert (code, asked) == (2, [])
    assert "--stop needs --tour" in error


def test_a_link_says_itself_what_to_show(run: Run, asked: list[OpenRequest]) -> None:
    code, _, error = run("open", "vmexplorer:view=ha", "--tour", "console")
    assert (code, asked) == (2, [])
    assert "--tour does not go with a link" in error
