"""What the window costs while nothing moves: running timers, repaints and CPU time."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from benchmarks.figure import Figure
from vmexplorer.app.request import OpenRequest
from vmexplorer.ui.app import Program, application

_SECONDS = 3.0


class _Paints(QObject):
    """Counts repaints of a widget."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def figures() -> list[Figure]:
    """The window after its first pictures, left alone."""
    app = application()
    program = Program(app, OpenRequest())
    program.open()
    _wait(2.5)
    paints = _Paints()
    program.window.canvas.installEventFilter(paints)
    timers = [timer for timer in program.window.findChildren(QTimer) if timer.isActive()]
    before = time.process_time()
    _wait(_SECONDS)
    busy = (time.process_time() - before) / _SECONDS * 100.0
    program.window.close()
    program.finish()
    return [
        Figure("idle: active timers", float(len(timers)), 0.0, 0.0),
        Figure("idle: repaints of the map", float(paints.count), 0.0, 0.0),
        Figure("idle: per cent of a core", busy, 0.0, 0.3),
    ]


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
