"""Three hours of a show, sixty times as fast: whether objects or memory grow."""

from __future__ import annotations

import gc
import os
from collections import Counter
from datetime import datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer

from benchmarks.figure import Figure
from tests.helpers.presenters import Stage, TestScreens, TestWakefulness
from tests.helpers.show_rounds import ROUND, a_round, rest
from tests.helpers.widgets import wrappers
from tests.helpers.windows import by_hand
from vmexplorer.app.request import OpenRequest
from vmexplorer.playback.clock import ManualClock
from vmexplorer.ui.app import Program, application
from vmexplorer.ui.presenter.presenting import Presenting

_HOURS = 3.0
_WARM = 0.5  # hours after which everything that is kept has been made
_MEGABYTE = 1024.0 * 1024.0


def figures() -> list[Figure]:
    """A show on two screens with a home of its own."""
    with TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home)
        return _soak()


def _soak() -> list[Figure]:
    app = application()
    program = Program(app, OpenRequest())
    program.open()
    while not hasattr(program, "desk"):
        _wait(50)
    presenting = program.desk.findChild(Presenting)
    if presenting is None:
        raise RuntimeError("the desk presents nothing")
    stage = Stage(
        program, presenting, TestScreens(2, program.desk), TestWakefulness(), ManualClock(), by_hand(program.desk)
    )
    presenting.screens, presenting.wakefulness = stage.screens, stage.wakefulness
    presenting.clock, presenting.wall = stage.clock, datetime.now
    presenting.start("ten-minutes")
    stage.settle()
    early, late, memory = _counted(stage)
    presenting.stop()
    program.window.close()
    grown = sum(max(0, late[kind] - early[kind]) for kind in late)
    return [
        Figure("show, 3 hours: objects that were left behind", float(grown), 0.0, 30.0),
        Figure("show, 3 hours: memory grown, MB", memory, 0.0, 30.0),
    ]


def _counted(stage: Stage) -> tuple[Counter[str], Counter[str], float]:
    """Objects after half an hour and at the end, and the megabytes in between."""
    random, rounds, warm = Random(11), round(_HOURS * 3600 / ROUND), round(_WARM * 3600 / ROUND)
    early, before = Counter[str](), 0.0
    for number in range(1, rounds + 1):
        a_round(stage, number, random)
        if number == warm:
            rest(stage)
            gc.collect()
            early, before = wrappers(), _memory()
    rest(stage)
    gc.collect()
    return early, wrappers(), _memory() - before


def _memory() -> float:
    """Megabytes of this process in memory; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
