"""The troubleshooting lab on a screen, and an ear for what it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.case_labs import Heard, known_simulator
from tests.helpers.cases import cases_atlas
from tests.helpers.widgets import dressed, ink, present
from vmexplorer.app.kept import Kept
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.ui.labs.cases.cases_lab import CasesLab


@pytest.fixture
def lab(qtbot: QtBot, tmp_path: Path) -> Iterator[CasesLab]:
    with dressed():
        made = CasesLab(ink(), known_simulator, Kept(tmp_path / "kept"))
        present(qtbot, made.page, 700, 800)
        made.enter(cases_atlas(tmp_path), "e8", EXPLORE)
        yield made


@pytest.fixture
def heard(lab: CasesLab) -> Heard:
    return Heard(lab)
