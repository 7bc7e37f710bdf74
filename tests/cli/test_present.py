"""``present`` parses, and leaves the show to the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.conftest import Outcome
from tests.helpers.packs import TINY_PACK
from vmexplorer.app.request import OpenRequest, PresentRequest

Run = Callable[..., Outcome]


def test_everything_reaches_the_window(run: Run, asked: list[OpenRequest]) -> None:
    words = ("--from", "3", "--kiosk", "--theme", "light", "--screen=2", "--pack", TINY_PACK)
    assert run("present", "short", *words) == (3, "", "")
    assert asked == [OpenRequest(TINY_PACK, present=PresentRequest("short", 3, True, screen=2, theme="light"))]


def test_what_is_left_out_has_its_usual_value(run: Run, asked: list[OpenRequest]) -> None:
    assert run("present", "no such tour").code == 3
    assert asked == [OpenRequest(present=PresentRequest("no such tour", 1, False, screen=None, theme=None))]


@pytest.mark.parametrize("option", ["--from", "--screen"])
@pytest.mark.parametrize("number", ["0", "-1", "two", "1.5", "", "²"])
def test_numbers_count_from_1(run: Run, asked: list[OpenRequest], option: str, number: str) -> None:
    code, _, error = run("present", "short", f"{option}={number}")
    assert (code, asked) == (2, [])
    assert error == f"vmexplorer: {number!r} is no number to count with; write one from 1\n"


def test_a_show_needs_a_tour(run: Run, asked: list[OpenRequest]) -> None:
    code, _, error = run("present")
    assert (code, asked) == (2, [])
    assert "needs TOUR" in error
