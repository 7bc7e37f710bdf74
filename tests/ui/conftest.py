"""The whole window, for tests that use it as a person does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.memory import set_aside_what_stays
from tests.helpers.windows import opened
from vmexplorer.ui.app import Program
from vmexplorer.ui.desk import Desk


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
