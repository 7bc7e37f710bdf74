"""The whole window, for tests that use it as a person does, and a controller without one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.helpers.ears import Ears
from tests.helpers.maps import explorer
from tests.helpers.memory import set_aside_what_stays
from tests.helpers.windows import opened
from vmexplorer.playback.clock import ManualClock
from vmexplorer.ui.app import Program
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.explore_controller import ExploreController


@pytest.fixture(scope="session", autouse=True)
def _quick_collections() -> None:
    set_aside_what_stays()


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    """The program as it opens, 1366x768."""
    with opened(qtbot) as made:
        yield made


@pytest.fixture
def desk(program: Program) -> Desk:
    """Its desk."""
    return program.desk


@pytest.fixture
def clock() -> ManualClock:
    """A clock that stands still until the test moves it."""
    return ManualClock()


@pytest.fixture
def controller(qapp: object, clock: ManualClock) -> Iterator[ExploreController]:
    """A controller of the shipped pack, driven by that clock."""
    made = ExploreController(explorer(), clock)
    yield made
    made._timer.stop()


@pytest.fixture
def ears(controller: ExploreController) -> Ears:
    """What the controller says."""
    return Ears(controller)


@pytest.fixture
def field() -> QLineEdit:
    """A field that has the keyboard before something is opened over its window."""
    return QLineEdit()
