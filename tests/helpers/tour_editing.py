"""The editor of tours as a person uses it, and the user's own tours as a fresh start finds them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from vmexplorer.app.tour_library import TourLibrary
from vmexplorer.atlas.tour import Stop, Tour
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.tours.editor_page import EditorPage


def page(desk: Desk) -> EditorPage:
    """The page of the editor."""
    found = desk.window.side.findChild(EditorPage)
    assert found is not None
    return found


def on_disk(desk: Desk) -> list[Tour]:
    """The user's own tours as a fresh start finds them."""
    library = TourLibrary.of_user(desk.controller.explorer.atlas)
    assert library.problems == ()
    return [tour for tour in library.tours if library.is_own(tour)]


def stops(desk: Desk) -> list[Stop]:
    """The stops of the only tour on the disk."""
    (tour,) = on_disk(desk)
    return list(tour.stops)


def click(desk: Desk, wish: str) -> None:
    """Clicks a button of the editor by what it does."""
    QTest.mouseClick(page(desk).buttons[wish], Qt.MouseButton.LeftButton)


def rest(desk: Desk, qtbot: QtBot) -> None:
    """Waits until the hands have rested long enough."""
    qtbot.waitUntil(lambda: not desk.editor.saver.waiting, timeout=3000)


def menu_action(desk: Desk, text: str) -> QAction:
    """The action of the menu More, opened for it."""
    page(desk).menu_wanted.emit(QPoint(10, 10))
    menus = [menu for menu in desk.window.findChildren(QMenu) if menu.isVisible()]
    actions = [action for menu in menus for action in (*menu.actions(), *_inner(menu))]
    return next(action for action in actions if action.text() == text)


def _inner(menu: QMenu) -> list[QAction]:
    return [inner for action in menu.actions() if (below := action.menu()) for inner in _actions(below)]


def _actions(menu: object) -> list[QAction]:
    assert isinstance(menu, QMenu)
    return menu.actions()


def choose(desk: Desk, text: str) -> None:
    """Chooses a row of the menu More."""
    action = menu_action(desk, text)
    action.trigger()
    for menu in desk.window.findChildren(QMenu):
        menu.close()
