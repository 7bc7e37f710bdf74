"""The screen of the direct console in place of the map at stops that ask for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.stop_labs import check_stop_lab
from vmexplorer.app.stop_screen import screen_of
from vmexplorer.atlas.tour import Stop
from vmexplorer.errors import UnknownNameError, VmexplorerError

ATLAS = shipped_atlas()


def stop(id: str) -> Stop:
    tour = ATLAS.tours["console"]
    return tour.stops[tour.stop_named(id)]


def test_the_screen_is_as_the_stop_prepares_it() -> None:
    welcome, logs = screen_of(ATLAS, stop("screen")), screen_of(ATLAS, stop("logs"))
    assert welcome is not None
    assert logs is not None
    assert "<F2> Customize System/View Logs" in "\n".join(welcome.rows)
    assert logs.rows[0].split() == ["System", "Customization", "View", "System", "Logs"]
    assert screen_of(ATLAS, stop("password")) is None


def test_the_screen_is_that_of_the_era() -> None:
    old = screen_of(ATLAS, replace(stop("screen"), era="e5"))
    assert old is not None
    assert "ESXi 5." in "\n".join(old.rows)


def test_only_the_console_has_a_screen() -> None:
    other = replace(stop("screen"), lab="whatif", preset="stop hostd")
    with pytest.raises(VmexplorerError, match="the lab 'whatif' has no screen to show in place of the map"):
        check_stop_lab(ATLAS, other)
    with pytest.raises(UnknownNameError):
        screen_of(ATLAS, replace(stop("screen"), preset="pasword"))
