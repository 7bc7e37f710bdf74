"""Shows widgets as the window does: with the shipped fonts, a theme and its style sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from vmexplorer import resources
from vmexplorer.drawing.theme import find_theme
from vmexplorer.ui import style
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink

_Shown = TypeVar("_Shown", bound=QWidget)
THEMES = ("dark", "light", "projector")


def ink(theme: str = "dark") -> Ink:
    """A shipped theme, ready for painting."""
    return Ink(find_theme(resources.root() / "themes", theme))


@contextmanager
def dressed(theme: str = "dark") -> Iterator[None]:
    """The application in a theme; undone at the end."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    fonts.load()
    found = find_theme(resources.root() / "themes", theme)
    before = app.palette()
    app.setPalette(style.palette(found))
    app.setStyleSheet(style.sheet(found))
    try:
        yield
    finally:
        app.setStyleSheet("")
        app.setPalette(before)


def present(qtbot: QtBot, widget: _Shown, width: int, height: int) -> _Shown:
    """Shows a widget in a size and waits until keys go to it."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    # Without a window manager a window becomes active a moment after it is shown.
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


class Window(QWidget):
    """A window around a widget.

    ``pressed`` lists its shortcuts that were carried out, ``arrived`` the other
    keys that no widget inside wanted.
    """

    def __init__(self, widget: QWidget, *keys: str) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.arrived: list[int] = []
        QVBoxLayout(self).addWidget(widget)
        for key in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setObjectName(key)
            shortcut.activated.connect(self._note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.arrived.append(event.key())

    def _note(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.pressed.append(sender.objectName())


def wheel(widget: QWidget, notches: float) -> None:
    """Turns the wheel over the middle of a widget; up is positive."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, round(notches * 120)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def tip_at(widget: QWidget, place: QPoint) -> str:
    """The tool tip that appears when the pointer rests at a place."""
    QToolTip.hideText()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    return QToolTip.text()


def drag(widget: QWidget, *places: QPoint) -> None:
    """Presses at the first place, moves over the others and lets go at the last."""
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(widget, left, Qt.KeyboardModifier.NoModifier, places[0])
    for place in places[1:]:
        QTest.mouseMove(widget, place)
    QTest.mouseRelease(widget, left, Qt.KeyboardModifier.NoModifier, places[-1])


@contextmanager
def dressed_window(qtbot: QtBot, widget: QWidget, *keys: str) -> Iterator[Window]:
    """A window of 1366x768 around a widget, with shortcuts, in the dark theme."""
    with dressed():
        yield present(qtbot, Window(widget, *keys), 1366, 768)


def left_behind(use: Callable[[], object], rounds: int) -> Counter[str]:
    """What is alive after so many rounds of use that was not after the first one."""
    use()
    before = wrappers()
    for _ in range(rounds):
        use()
    return wrappers() - before


def wrappers() -> Counter[str]:
    """How many objects of each class Qt keeps alive, after everything posted for deletion is gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return Counter(type(one).__name__ for one in Shiboken.getAllValidWrappers())
