"""A show on an X server whose second monitor is pulled out, in a program of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.helpers.presenters import press_key
from tests.ui.presenter.two_screens import wait
from vmexplorer.app.request import OpenRequest
from vmexplorer.ui.app import Program, application
from vmexplorer.ui.presenter.presenting import Presenting


def xrandr(*words: str) -> None:
    """Changes the monitors of the X server."""
    subprocess.run(["xrandr", *words], check=True, capture_output=True)
    wait(700)


def main(out: Path) -> None:
    app = application()
    program = Program(app, OpenRequest())
    program.open()
    while not hasattr(program, "desk"):
        wait()
    xrandr("--setmonitor", "LAPTOP", "640/170x800/200+0+0", "screen")
    xrandr("--setmonitor", "PROJECTOR", "640/170x800/200+640+0", "none")
    presenting = program.desk.findChild(Presenting)
    assert presenting is not None
    program.window.move(0, 0)
    wait(300)
    show = presenting.start("ten-minutes")
    wait(500)
    press_key(show.speaker, "PgDown")
    found: dict[str, object] = {
        "screens": [screen.name() for screen in app.screens()],
        "plugged": {"audience_x": show.audience.geometry().x(), "place": show.showing.show.state.place.stop},
    }
    xrandr("--delmonitor", "PROJECTOR")
    wait(500)
    found["unplugged"] = {
        "audience_x": show.audience.geometry().x(),
        "visible": show.audience.isVisible(),
        "place": show.showing.show.state.place.stop,
    }
    out.write_text(json.dumps(found), encoding="utf-8")
    presenting.stop()
    QApplication.closeAllWindows()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
