"""A long show leaves nothing behind; three hours of it are among the benchmarks."""

from __future__ import annotations

import gc
from collections import Counter
from random import Random

from pytestqt.qtbot import QtBot

from tests.helpers.presenters import presented
from tests.helpers.show_rounds import a_round, rest
from tests.helpers.widgets import wrappers

# The first rounds fill what is kept: thumbnails, tiles, routes, pages of labs.
FIRST, ROUNDS = 45, 90
SLACK = 3  # so often something may come for the first time; what is left behind in each round is far more


def grown(early: Counter[str], late: Counter[str]) -> dict[str, tuple[int, int]]:
    """The classes of which there are more objects than before."""
    return {kind: (early[kind], late[kind]) for kind in late if late[kind] > early[kind] + SLACK}


def test_twenty_minutes_of_show_leaves_nothing_behind(qtbot: QtBot) -> None:
    with presented(qtbot, "ten-minutes") as stage:
        qtbot.waitUntil(lambda: stage.show.thumbnails.complete, timeout=60000)
        random, counts = Random(7), dict[int, Counter[str]]()
        for number in range(1, ROUNDS + 1):
            a_round(stage, number, random)
            if number in (FIRST, ROUNDS):
                rest(stage)
                gc.collect()
                counts[number] = wrappers()
        assert grown(counts[FIRST], counts[ROUNDS]) == {}


def test_show_after_show_leaves_nothing_behind(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        counts = []
        for number in range(9):
            stage.presenting.stop()
            # The stops of the one open labs, which stand beside the map.
            stage.presenting.start(("ten-minutes", "console", "two-banks")[number % 3], 3 + number % 2)
            stage.keys("Right", "Tab", "?", "Esc", "Esc")
            if number in (5, 8):  # after the same tour, whose times are then on the screen
                stage.presenting.stop()
                gc.collect()
                counts.append(wrappers())
        assert grown(*counts) == {}
