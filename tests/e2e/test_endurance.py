"""A window in rough hands, and one that is used for a long time: nothing breaks, nothing piles up."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.maps import NONE, double_click, drag_with, move, turn
from tests.helpers.packs import TINY_PACK
from tests.helpers.widgets import wrappers
from tests.helpers.windows import by_hand, opened
from vmexplorer.app.request import OpenRequest
from vmexplorer.playback.clock import ManualClock
from vmexplorer.ui.app import Program

FIRST, ROUNDS = 12, 30  # what is made once is there after the first; see ``a_round``
BUTTONS = (*[Qt.MouseButton.LeftButton] * 6, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
SIDE_BUTTONS = (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton)
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_Question, Qt.Key.Key_Slash, Qt.Key.Key_F1),
    *[getattr(Qt.Key, f"Key_{letter}") for letter in "ABCIKLRS"],
)
HELD = (*[NONE] * 6, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
ACTS = ("click", "key", "drag", "wheel", "point", "time", "double click", "resize", "side button", "theme", "plane")
SIZES = ((900, 600), (1366, 768), (1600, 900), (1024, 1000))


def loop_once() -> None:
    """What the event loop does between two events of a person, deletions included."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Monkey:
    """Does one thing after the other with a window, all of it decided by a seed."""

    def __init__(self, program: Program, clock: ManualClock, seed: int) -> None:
        self._program = program
        self._window = program.window
        self._clock = clock
        self._random = Random(seed)
        self.done: Counter[str] = Counter()

    def act(self) -> None:
        """One event, or the few that belong together."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            self._count("menu")
            QTest.keyClick(popup, self._random.choice((Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return)))
            return
        acts = (self._click, self._click, self._key, self._key, self._drag, self._wheel, self._point, self._time)
        rare = (*[self._double_click, self._resize, self._side_button] * 3, self._theme, self._plane)
        self._random.choice(acts if self._random.random() < 0.94 else rare)()

    def _count(self, what: str) -> None:
        self.done[what] += 1

    def _target(self) -> tuple[QWidget, QPoint]:
        """A place in the window, on the map half of the time, and what lies there."""
        area: QWidget = self._window.canvas if self._random.random() < 0.5 else self._window
        place = QPoint(self._random.randrange(area.width()), self._random.randrange(area.height()))
        # In full screen a resize leaves parts of the window without a place on the screen; no hand gets there.
        seen = self._window.windowHandle().size()
        if area.mapTo(self._window, place).x() >= seen.width() or area.mapTo(self._window, place).y() >= seen.height():
            area, place = self._window, QPoint(seen.width() // 2, seen.height() // 2)
        found = area.childAt(place) or area
        return found, found.mapFrom(area, place)

    def _click(self) -> None:
        self._count("click")
        widget, place = self._target()
        QTest.mouseClick(widget, self._random.choice(BUTTONS), self._random.choice(HELD), place)

    def _double_click(self) -> None:
        self._count("double click")
        double_click(*self._target())

    def _side_button(self) -> None:
        self._count("side button")
        QTest.mouseClick(self._window.canvas, self._random.choice(SIDE_BUTTONS))

    def _drag(self) -> None:
        self._count("drag")
        widget, place = self._target()
        ways = [place + QPoint(self._random.randint(-200, 200), self._random.randint(-150, 150)) for _ in range(3)]
        drag_with(widget, place, *ways, button=self._random.choice(BUTTONS), held=self._random.choice(HELD))

    def _wheel(self) -> None:
        self._count("wheel")
        widget, place = self._target()
        fingers = QPoint(self._random.randint(-40, 40), self._random.randint(-40, 40))
        pixels = fingers if self._random.random() < 0.3 else None
        control = self._random.random() < 0.3
        turn(widget, place, notches=self._random.choice((-2, -1, 1, 2)), pixels=pixels, control=control)

    def _point(self) -> None:
        self._count("point")
        move(*self._target())

    def _key(self) -> None:
        self._count("key")
        focused = QApplication.focusWidget() or self._window.canvas
        QTest.keyClick(focused, self._random.choice(KEYS), self._random.choice(HELD))

    def _time(self) -> None:
        self._count("time")
        self._clock.advance(self._random.uniform(0.0, 4.0))
        self._program.desk.controller.tick()
        loop_once()

    def _resize(self) -> None:
        self._count("resize")
        self._window.resize(*self._random.choice(SIZES))

    def _plane(self) -> None:
        # Off again at once: with a plane on, every new view has all of its lines to find.
        self._count("plane")
        command = self._random.choice(("plane.management", "plane.data"))
        for _ in range(2):
            self._program.desk.carry_out(command)
            self._window.canvas.grab()

    def _theme(self) -> None:
        self._count("theme")
        self._program.desk.themes.next()


@pytest.mark.parametrize(("pack", "seed", "events"), [(None, 2026, 1000), (TINY_PACK, 8, 2000)], ids=["esxi", "tiny"])
def test_a_monkey_cannot_break_the_window(qtbot: QtBot, pack: Path | None, seed: int, events: int) -> None:
    with opened(qtbot, OpenRequest(pack=pack)) as program:
        monkey = Monkey(program, by_hand(program.desk), seed)
        for _ in range(events):
            monkey.act()
        assert len(monkey.done) >= len(ACTS), monkey.done
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        explorer, canvas = program.desk.controller.explorer, program.window.canvas
        assert canvas.state == explorer.state()
        assert explorer.now.view in explorer.atlas.views
        # What it left behind still answers.
        component = next(iter(explorer.atlas.components))
        program.desk.choose(component)
        assert program.window.inspector.page is not None
        assert program.window.inspector.page.about.id == component


def a_round(program: Program, clock: ManualClock, number: int) -> None:
    """One round of use; every sixth is the same again but for the theme, every eighteenth with it."""
    desk = program.desk
    desk.show_view(("overview", "vm", "agents")[number % 3])
    desk.choose(("hostd", "vmx", "vmkernel")[number % 3])
    desk.window.canvas.pointed_at.emit("vpxa")
    desk.tell(("F01", "F05")[number % 2])
    clock.advance(3.0)
    desk.controller.tick()
    desk.carry_out(("side.steps", "side.sequence", "step.open")[number % 3])
    desk.controller.show_era(("e5", "e8", "e9")[number % 3])
    desk.carry_out("era.changes")
    if number % 6 == 1:
        desk.carry_out("search.open")
        desk.carry_out("help.keys")
        desk.themes.next()
    desk.window.canvas.zoom(1.5)
    desk.window.canvas.grab()
    loop_once()
    desk.clear_flow()
    desk.controller.clear_selection()


def test_long_use_leaves_nothing_behind(qtbot: QtBot) -> None:
    with opened(qtbot) as program:
        clock = by_hand(program.desk)
        counts: dict[int, Counter[str]] = {}
        for number in range(1, ROUNDS + 1):
            a_round(program, clock, number)
            if number in (FIRST, ROUNDS):
                # Tiles are painted in slices of time; what is counted must not depend on how far they are.
                program.window.canvas.grab()
                qtbot.waitUntil(lambda: program.window.canvas.sharp)
                program.window.canvas.grab()
                gc.collect()
                counts[number] = wrappers()
        early, late = counts[FIRST], counts[ROUNDS]
        growing = {kind: (early[kind], late[kind]) for kind in late if late[kind] > early[kind]}
        assert growing == {}
