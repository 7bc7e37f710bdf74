"""Lets a controller play and hears every signal of it."""

from __future__ import annotations

from vmexplorer.playback.clock import ManualClock
from vmexplorer.ui.explore_controller import ExploreController

SIGNALS = (
    "state_changed",
    "view_changed",
    "era_changed",
    "selection_changed",
    "flow_changed",
    "position_changed",
    "step_changed",
    "playing_changed",
    "modes_changed",
    "said",
)


class Ears:
    """Hears every signal of a controller; ``heard`` has their names, ``said`` the sentences."""

    def __init__(self, controller: ExploreController) -> None:
        self.heard: list[str] = []
        self.said: list[str] = []
        for name in SIGNALS:
            getattr(controller, name).connect(self._ear(name))

    def _ear(self, name: str) -> object:
        def hear(*values: object) -> None:
            self.heard.append(name)
            if name == "said":
                self.said.append(str(values[0]))

        return hear

    def take(self) -> set[str]:
        """What was heard since it was asked last."""
        heard, self.heard = set(self.heard), []
        return heard


def play(controller: ExploreController, clock: ManualClock, seconds: float, frame: float = 0.1) -> None:
    """Lets time pass picture by picture, whether anything moves or not."""
    for _ in range(round(seconds / frame)):
        clock.advance(frame)
        controller.tick()
