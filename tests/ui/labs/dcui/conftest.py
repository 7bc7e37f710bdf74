"""The console of a program that is open."""

from __future__ import annotations

import pytest

from vmexplorer.ui.desk import Desk
from vmexplorer.ui.labs.dcui.console_lab import ConsoleLab


@pytest.fixture
def lab(desk: Desk) -> ConsoleLab:
    found = desk.labs.lab("dcui")
    assert isinstance(found, ConsoleLab)
    return found
