"""From the start of the process to the first painted frame, against a bare PySide6 window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from textwrap import dedent
from time import monotonic

from benchmarks.figure import Figure

LIMIT = 1.6
_ROUNDS = 11

_BARE = """
    import sys, time
    from PySide6.QtWidgets import QApplication, QWidget
    class Window(QWidget):
        def paintEvent(self, event):
            print(time.monotonic()); sys.stdout.flush(); QApplication.exit(0)
    app = QApplication([]); window = Window(); window.resize(1600, 940); window.show(); app.exec()
"""

_OURS = """
    import sys, time
    import vmexplorer.cli.main
    from vmexplorer.cli.window import load_window
    window = load_window()
    from vmexplorer.app.request import OpenRequest
    from PySide6.QtCore import QTimer
    Program = window.Program
    app = window.application()
    program = Program(app, OpenRequest())
    program.window.resize(1600, 940)
    def painted():
        print(time.monotonic()); sys.stdout.flush()
    program.window.canvas.painted.connect(painted)
    program.open()
    QTimer.singleShot(1500, app.quit)
    app.exec(); program.finish()
"""


def figures() -> list[Figure]:
    """Start-up with a warm cache, as at every start but the first after an update."""
    with tempfile.TemporaryDirectory() as cache:
        _seconds(_OURS, cache)
        ours, bare = [], []
        for _ in range(_ROUNDS):
            ours.append(_seconds(_OURS, cache))
            bare.append(_seconds(_BARE, cache))
    value, yardstick = statistics.median(ours) * 1000, statistics.median(bare) * 1000
    return [Figure("start to first painted frame / bare window", value, yardstick, LIMIT)]


def _seconds(code: str, cache: str) -> float:
    """Seconds from spawning a process to its first paint."""
    source = str(Path(__file__).resolve().parents[1] / "src")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": cache, "PYTHONPATH": source}
    begun = monotonic()
    done = subprocess.run(
        [sys.executable, "-c", dedent(code)], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    return float(done.stdout.split()[0]) - begun
