"""Three hours of a show, sixty times as fast: whether objects or memory grow."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler

from benchmarks.figure import Figure
from tests.helpers.presenters import Stage, TestScreens, TestWakefulness
from tests.helpers.show_rounds import ROUND, a_round, rest
from tests.helpers.widgets import wrappers
from tests.helpers.windows import by_hand
from vmexplorer.app.request import OpenRequest
from vmexplorer.playback.clock import ManualClock
from vmexplorer.ui.app import Program, application
from vmexplorer.ui.presenter.presenting import Presenting

_HOUR = round(3600 / ROUND)  # rounds of a show in an hour
_WARM = _HOUR // 2  # rounds after which everything that is kept has been made
_SAMPLE = _HOUR // 6  # rounds between two looks at the memory
_NO_RAISE = "This plugin does not support raise()"  # what the platform without a screen says at each change of windows
_MEGABYTE = 1024.0 * 1024.0
_STATM = Path("/proc/self/statm")


def figures() -> list[Figure]:
    """A show on two screens with a home of its own."""
    with TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home)
        before = qInstallMessageHandler(_say)
        try:
            return _soak()
        finally:
            qInstallMessageHandler(before)


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
    second, third = median(memory[1]), median(memory[2])
    return [
        Figure("show, 3 hours: objects that were left behind", float(grown), 0.0, 30.0),
        Figure("show, memory in the third hour / in the second, MB", third, second, 1.05),
    ]


def _counted(stage: Stage) -> tuple[Counter[str], Counter[str], list[list[float]]]:
    """Objects after half an hour and at the end, and the megabytes at moments of each hour."""
    random, early = Random(11), Counter[str]()
    memory: list[list[float]] = [[], [], []]
    for number in range(1, 3 * _HOUR + 1):
        a_round(stage, number, random)
        if number % _SAMPLE == 0:
            rest(stage)
            gc.collect()
            memory[(number - 1) // _HOUR].append(_memory())
        if number == _WARM:
            early = wrappers()
    return early, wrappers(), memory


def _memory() -> float:
    """Megabytes of this process in memory; 1 where the system does not tell."""
    if not _STATM.exists():
        return 1.0
    # What was freed and is only kept for later use says nothing of what is left behind.
    give_back = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if give_back is not None:
        give_back(0)
    pages = int(_STATM.read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE


def _say(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Passes on what Qt says, but for one sentence that would be there thousands of times."""
    if text != _NO_RAISE:
        sys.stderr.write(f"{text}\n")


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
