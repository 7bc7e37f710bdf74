"""A show on two screens of the platform, in a program of its own: the platform cannot change while it runs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.helpers.presenters import press_key
from vmexplorer.app.request import OpenRequest, PresentRequest
from vmexplorer.ui.app import Program, application
from vmexplorer.ui.presenter.presenter import Presenter
from vmexplorer.ui.presenter.presenting import Presenting


def wait(milliseconds: int = 100) -> None:
    """Lets the event loop run for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def seen(show: Presenter) -> dict[str, object]:
    """Where the windows stand."""
    audience, speaker = show.audience, show.speaker
    return {
        "audience": audience.screen().name(),
        "speaker": speaker.screen().name(),
        "sizes": [audience.size().toTuple(), speaker.size().toTuple()],
        "audience_screen": audience.screen().size().toTuple(),
        "speaker_screen": speaker.screen().size().toTuple(),
    }


def main(out: Path) -> None:
    app = application()
    program = Program(app, OpenRequest(present=PresentRequest("ten-minutes", 2)))
    program.open()
    presenting = program.desk.findChild(Presenting)
    show = presenting.show if presenting is not None else None
    assert show is not None
    wait()
    found: dict[str, object] = {"screens": [screen.name() for screen in app.screens()], "begun": seen(show)}
    press_key(show.speaker, "S")
    wait()
    found["swapped"] = seen(show)
    for _ in range(2):
        press_key(show.speaker, "Esc")
    wait()
    windows = [type(window).__name__ for window in QApplication.topLevelWidgets() if window.isVisible()]
    found["ended"] = {"shows": [name for name in windows if name != "MainWindow"], "window": "MainWindow" in windows}
    out.write_text(json.dumps(found), encoding="utf-8")
    program.window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
