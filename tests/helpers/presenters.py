"""Shows on screens that are plugged in and pulled out by the test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.windows import by_hand, opened
from vmexplorer.app.show_commands import SHOW_COMMANDS
from vmexplorer.drawing.geometry import Point
from vmexplorer.lessons.show_state import ShowState
from vmexplorer.lessons.tour_walk import TourPlace
from vmexplorer.playback.clock import ManualClock
from vmexplorer.ui.app import Program
from vmexplorer.ui.presenter.presenter import Presenter
from vmexplorer.ui.presenter.presenting import Presenting
from vmexplorer.ui.presenter.screens import Screens
from vmexplorer.ui.presenter.show_canvas import ShowCanvas

LAPTOP, PROJECTOR = QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)
TOUR = "vpxd-vpxa-hostd"
WALL = datetime(2026, 3, 4, 14, 5)


class TestScreens(Screens):
    """Screens by name; the first is the laptop."""

    __test__ = False

    def __init__(self, count: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plugged: list[tuple[str, QRect]] = [("laptop", LAPTOP), ("projector", PROJECTOR)][:count]

    def plug(self, name: str = "projector", place: QRect = PROJECTOR) -> None:
        """A screen comes."""
        self.plugged.append((name, place))
        self.changed.emit()

    def unplug(self, name: str = "projector") -> None:
        """A screen goes."""
        self.plugged = [screen for screen in self.plugged if screen[0] != name]
        self.changed.emit()

    def names(self) -> tuple[str, ...]:
        return tuple([name for name, _ in self.plugged])

    def of(self, window: QWidget) -> int:
        return 0

    def geometry(self, index: int) -> QRect:
        return self.plugged[min(index, len(self.plugged) - 1)][1]

    def fill(self, window: QWidget, index: int) -> None:
        # Without setScreen: the platform of the tests has one screen, whatever is plugged in here.
        window.setGeometry(self.geometry(index))
        window.show()
        window.setGeometry(self.geometry(index))


class TestWakefulness:
    """Remembers whether the screen saver is held back."""

    __test__ = False

    def __init__(self, *, able: bool = True) -> None:
        self.able = able
        self.held = ""

    def hold(self, reason: str) -> bool:
        self.held = reason if self.able else ""
        return self.able

    def release(self) -> None:
        self.held = ""


class Stage(NamedTuple):
    """A show and all that the test moves around it."""

    program: Program
    presenting: Presenting
    screens: TestScreens
    wakefulness: TestWakefulness
    clock: ManualClock
    player_clock: ManualClock

    @property
    def show(self) -> Presenter:
        """The show that is on."""
        assert self.presenting.show is not None
        return self.presenting.show

    @property
    def state(self) -> ShowState:
        """Its state."""
        return self.show.showing.show.state

    @property
    def place(self) -> TourPlace:
        """Where it is."""
        return self.state.place

    @property
    def picture(self) -> ShowCanvas:
        """The picture on the speaker's page."""
        return self.show.speaker.box.canvas

    @property
    def screen(self) -> ShowCanvas:
        """The picture of the audience."""
        return self.show.audience.canvas

    def settle(self) -> None:
        """Lets cameras arrive at once."""
        for canvas in (self.picture, self.screen):
            assert canvas.flight is not None
            canvas.flight.seconds = 0.0

    def keys(self, *keys: str) -> None:
        """Presses keys, named as in the key map, in the window that has the keyboard."""
        for key in keys:
            window: QWidget = self.show.speaker if self.show.speaker.isVisible() else self.show.audience
            press_key(window, key)
            if self.presenting.show is None:
                return

    def advance(self, seconds: float) -> None:
        """A moment passes for the show and for what plays."""
        self.clock.advance(seconds)
        self.player_clock.advance(seconds)
        if self.program.desk.controller.running:
            self.program.desk.controller.tick()

    def let_play(self, seconds: float = 20.0) -> None:
        """Lets the message that is under way arrive."""
        controller = self.program.desk.controller
        for _ in range(round(seconds / 0.1)):
            if not controller.running:
                return
            self.player_clock.advance(0.1)
            controller.tick()


def press_key(window: QWidget, key: str, *, repeated: bool = False) -> None:
    """Presses and lets go a key by its name in the key map."""
    combination = QKeySequence(key)[0]
    text = key if len(key) == 1 else ""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, combination.key(), combination.keyboardModifiers(), text, repeated)
        QApplication.sendEvent(window, event)


@contextmanager
def staged(qtbot: QtBot, *, screens: int = 2, able: bool = True) -> Iterator[Stage]:
    """The program, ready to show a tour."""
    with opened(qtbot) as program:
        presenting = program.desk.findChild(Presenting)
        assert presenting is not None
        stage = Stage(
            program,
            presenting,
            TestScreens(screens, program.desk),
            TestWakefulness(able=able),
            ManualClock(),
            by_hand(program.desk),
        )
        presenting.screens, presenting.wakefulness = stage.screens, stage.wakefulness
        presenting.clock, presenting.wall = stage.clock, wall
        yield stage
        presenting.stop()


@contextmanager
def presented(qtbot: QtBot, tour: str = TOUR, *, stop: int = 0, screens: int = 2, able: bool = True) -> Iterator[Stage]:
    """A show that is on."""
    with staged(qtbot, screens=screens, able=able) as stage:
        stage.presenting.start(tour, stop)
        stage.settle()
        yield stage


def wall() -> datetime:
    """The time of day in tests."""
    return WALL


def at(canvas: ShowCanvas, place: Point) -> QPoint:
    """Where a place of the scene is on a picture."""
    window = canvas.camera.to_window(place)
    return QPoint(round(window.x), round(window.y))


def part(canvas: ShowCanvas, component: str) -> QPoint:
    """The middle of the first card of a component."""
    assert canvas.state is not None
    card = next(card for card in canvas.state.layout.cards if card.component == component)
    return at(canvas, card.rect.centre)


def hover(canvas: ShowCanvas, place: QPoint, button: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """Moves the mouse over a picture."""
    where = QPointF(place)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        where,
        QPointF(canvas.mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(canvas, event)


def stroke(canvas: ShowCanvas, *places: QPoint) -> None:
    """Presses, moves and lets go."""
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(canvas, left, plain, places[0])
    for place in places[1:]:
        hover(canvas, place, left)
    QTest.mouseRelease(canvas, left, plain, places[-1])


def ids() -> list[tuple[str, str]]:
    """Every command of a show with each of its keys."""
    return [(command.id, key) for command in SHOW_COMMANDS for key in command.keys]
