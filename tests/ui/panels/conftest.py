"""Panels in windows of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.sequences import LAYOUT
from tests.helpers.widgets import dressed, ink, present
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.panels.inspector import Inspector
from vmexplorer.ui.panels.sequence_panel import SequencePanel


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


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[SequencePanel]:
    """The sequence panel with the diagram of F01, 1200x460; it arrives at once."""
    with dressed():
        made = SequencePanel(ink())
        made.set_animated(False)
        made.set_layout_of(LAYOUT)
        yield present(qtbot, made, 1200, 460)
