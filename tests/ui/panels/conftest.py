"""The inspector in a window of its own."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import ink
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.panels.inspector import Inspector


@pytest.fixture
def inspector(qtbot: QtBot) -> Inspector:
    """The inspector, 384x900 and empty."""
    fonts.load()
    made = Inspector(ink())
    qtbot.addWidget(made)
    made.resize(384, 900)
    made.show()
    qtbot.waitUntil(made.isVisible)
    return made
