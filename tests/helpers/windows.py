"""The whole program in a window, as someone opens it, and a hand on its keys and panels."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from vmexplorer.app.packs import load_pack
from vmexplorer.app.request import OpenRequest
from vmexplorer.app.user_folders import cache_folder
from vmexplorer.playback.clock import ManualClock
from vmexplorer.ui.app import Program, application
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.palette.palette import Palette
from vmexplorer.ui.panels.rail_rows import RowData
from vmexplorer.ui.panels.row_button import RowButton

NOTHING_ASKED = OpenRequest()


@contextmanager
def opened(
    qtbot: QtBot, request: OpenRequest = NOTHING_ASKED, *, width: int = 1366, height: int = 768, warm: bool = True
) -> Iterator[Program]:
    """The program with its window on the screen and complete.

    ``warm`` takes over the pack and the routes that other tests of this run have prepared; the
    kept opening picture never comes along. The look of the application is undone at the end.
    """
    app = application()
    palette = app.palette()
    if warm:
        _take_over(_shared(), _own_cache())
    program = Program(app, request)
    try:
        show(qtbot, program, width, height)
        yield program
    finally:
        program.window.close()
        if warm and hasattr(program, "desk"):
            program.desk.finish()
            _take_over(_own_cache(), _shared())
        app.setStyleSheet("")
        app.setPalette(palette)


def show(qtbot: QtBot, program: Program, width: int = 1366, height: int = 768) -> None:
    """Opens a program's window and waits until all of it is there."""
    program.window.resize(width, height)
    program.open()
    qtbot.waitUntil(lambda: hasattr(program, "desk"))
    # The program lets Python collect again when its window is complete; a test must not, see conftest.
    gc.disable()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    flight = program.window.canvas.flight
    assert flight is not None
    flight.seconds = 0.0


def by_hand(desk: Desk) -> ManualClock:
    """A clock for the player that stands still until the test moves it."""
    clock = ManualClock()
    desk.controller._clock = clock
    desk.controller._last = 0.0
    return clock


def let_pass(desk: Desk, clock: ManualClock, seconds: float, frame: float = 0.5) -> None:
    """Lets time pass for the player, picture by picture, while it plays."""
    for _ in range(round(seconds / frame)):
        if not desk.controller.running:
            return
        clock.advance(frame)
        desk.controller.tick()


def press(widget: QWidget, *keys: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses keys, or types letters, wherever the keyboard is in the widget's window."""
    for key in keys:
        target = QApplication.focusWidget() or widget.window()
        if isinstance(key, str):
            QTest.keyClicks(target, key, held)
        else:
            QTest.keyClick(target, key, held)


def search(window: QWidget, text: str, *keys: Qt.Key) -> Palette:
    """Opens the search by its key, types, and presses keys."""
    press(window, Qt.Key.Key_K, held=Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    assert palette is not None
    press(window, text, *keys)
    return palette


def rows(inspector: QWidget) -> dict[str, RowButton]:
    """The rows of the page on show, by their titles; of several with one title the first."""
    found: dict[str, RowButton] = {}
    for button in inspector.findChildren(RowButton):
        if button.isVisibleTo(inspector):
            found.setdefault(button.row.title, button)
    return found


def choose_row(program: Program, title: str) -> None:
    """Clicks the row of the inspector with this title, after scrolling to it."""
    button = rows(program.window.inspector)[title]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(20, 12))


def choose_in_rail(program: Program, name: str) -> None:
    """Clicks the row of the rail with this name, after unfolding its section if need be."""
    item = row_of_rail(program, name)
    if item.isHidden():
        _click_in_rail(program, row_of_rail(program, item.data(RowData.SECTION)))
    _click_in_rail(program, item)


def row_of_rail(program: Program, name: str) -> QListWidgetItem:
    """The row, or the caption, of the rail with this name."""
    rail = program.window.rail.list
    return next(rail.item(row) for row in range(rail.count()) if rail.item(row).text() == name)


def _click_in_rail(program: Program, item: QListWidgetItem) -> None:
    rail = program.window.rail.list
    rail.scrollToItem(item)
    place = rail.visualItemRect(item).center()
    QTest.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


@cache
def _shared() -> Path:
    """What the tests of this run have prepared so far; the shipped pack to begin with."""
    folder = Path(mkdtemp(prefix="vmexplorer-tests-"))
    load_pack()
    _take_over(_own_cache(), folder)
    return folder


def _take_over(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for file in source.glob("*.json"):
        if file.name != "opening.json":
            shutil.copy2(file, target / file.name)


def _own_cache() -> Path:
    folder = cache_folder()
    assert folder is not None
    return folder
