"""The lab of the boot banks on the screen, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.shipped import shipped_atlas
from tests.helpers.widgets import dressed, ink, present
from vmexplorer.labs.banks.beat import BeatKind
from vmexplorer.playback.clock import ManualClock
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.ui.labs.banks.banks_controller import BanksController
from vmexplorer.ui.labs.banks.banks_lab import BanksLab
from vmexplorer.ui.labs.banks.banks_page import BanksPage


class Bench:
    """The lab with a hand on its clock."""

    def __init__(self, lab: BanksLab, clock: ManualClock) -> None:
        self.lab = lab
        self.clock = clock

    @property
    def page(self) -> BanksPage:
        """Its page."""
        return self.lab.page

    @property
    def controller(self) -> BanksController:
        """Its controller."""
        assert self.lab.controller is not None
        return self.lab.controller

    def let_pass(self, seconds: float, frame: float = 0.1) -> None:
        """Lets time pass while something plays."""
        for _ in range(round(seconds / frame)):
            if not self.controller.running:
                return
            self.clock.advance(frame)
            self.controller.tick()

    def run_out(self) -> None:
        """Lets time pass until nothing plays."""
        self.let_pass(600.0)
        assert not self.controller.running

    def to(self, kind: BeatKind, share: float = 0.3) -> None:
        """Lets time pass until a piece of the show is under way."""
        for _ in range(5000):
            picture = self.controller.play.picture
            if picture.kind is kind and picture.share >= share:
                return
            assert self.controller.running, f"the show ended before {kind}"
            self.let_pass(0.05, 0.05)

    def events(self) -> list[str]:
        """The events of the history."""
        return [str(entry.event) for entry in self.controller.play.session.entries]


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    """The lab in the dark theme with a fresh host in ESXi 8.0, 890 pixels wide."""
    with dressed():
        clock = ManualClock()
        lab = BanksLab(ink(), clock)
        lab.enter(shipped_atlas(), "e8", EXPLORE)
        present(qtbot, lab.page, 890, 870)
        lab.page.setFocus()
        yield Bench(lab, clock)
        lab.leave()
        lab.deleteLater()
