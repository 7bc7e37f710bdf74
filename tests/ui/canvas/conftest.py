"""The look of the program for every test of the map."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.maps import show_map, still
from tests.helpers.widgets import dressed
from vmexplorer.ui.canvas.canvas import Canvas


@pytest.fixture(autouse=True)
def _dark(qapp: object) -> Iterator[None]:
    with dressed():
        yield


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    """The overview at rest, 1000x700."""
    return show_map(qtbot, still())
