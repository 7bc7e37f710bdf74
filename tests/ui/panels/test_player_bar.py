"""The player: each control says one thing, each setter shows one thing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import dressed, ink, present
from vmexplorer.playback.motion import SPEEDS
from vmexplorer.ui.panels.buttons import Shape
from vmexplorer.ui.panels.player_bar import HEIGHT, PlayerBar
from vmexplorer.ui.panels.rail import Rail
from vmexplorer.ui.panels.top_bar import TopBar

TICKS = (2.0, 5.0, 10.0)
NAMES = ("vpxd→vpxa", "vpxa→hostd", "hostd→VMX")
TEXT = "vCenter never calls hostd itself: vpxa is its agent on the host, signed in as `vpxuser`."
LOG = "vpxd.log  2026-03-02T08:16:02.114Z info vpxd[07433] [Originator@6876 sub=vpxLro opID=mm8wm3wr] BEGIN task-4821"


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[PlayerBar]:
    with dressed():
        made = PlayerBar(ink())
        made.set_timeline(10.0, TICKS, NAMES)
        made.set_step(1, 3, "vpxd asks vpxa to power on the VM", TEXT, LOG)
        yield present(qtbot, made, 1094, HEIGHT)


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("button", "signal"),
    [("play", "toggled"), ("next", "next_wanted"), ("previous", "previous_wanted"), ("leave", "closed")],
)
def test_button_says_what_is_wanted(bar: PlayerBar, qtbot: QtBot, button: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(bar, signal)) as caught:
        click(getattr(bar, button))
    assert caught.args == []


@pytest.mark.parametrize(("button", "signal"), [("loop", "loop_toggled"), ("stepping", "stepping_toggled")])
def test_switches_say_on_and_off(bar: PlayerBar, button: str, signal: str) -> None:
    heard: list[bool] = []
    getattr(bar, signal).connect(heard.append)
    click(getattr(bar, button))
    click(getattr(bar, button))
    assert heard == [True, False]


def test_scrubbing_is_passed_on(bar: PlayerBar, qtbot: QtBot) -> None:
    bar.timeline.setFocus()
    with qtbot.waitSignal(bar.scrubbed) as caught:
        QTest.keyClick(bar.timeline, Qt.Key.Key_End)
    assert caught.args == [10.0]


def test_speed_is_chosen_from_a_menu(bar: PlayerBar, qtbot: QtBot) -> None:
    click(bar.speed)
    menu = bar.speed.menu_shown
    qtbot.waitUntil(menu.isVisible)
    assert [action.data() for action in menu.actions()] == list(SPEEDS)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["1×"]
    with qtbot.waitSignal(bar.speed_chosen) as caught:
        QTest.mouseClick(
            menu,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            menu.actionGeometry(menu.actions()[0]).center(),
        )
    assert caught.args == [0.25]


def test_speed_shows_what_is_set_and_keeps_its_width(bar: PlayerBar) -> None:
    width = bar.speed.width()
    for speed in SPEEDS:
        bar.set_speed(speed)
        assert bar.speed.text() == f"{speed:g}×"
        assert bar.speed.accessibleName() == f"Playing speed {speed:g}×"
        assert bar.speed.sizeHint().width() <= width
    checked = [action.text() for action in bar.speed.menu_shown.actions() if action.isChecked()]
    assert checked == ["4×"]


def test_setters_announce_nothing(bar: PlayerBar) -> None:
    heard: list[object] = []
    for signal in (bar.scrubbed, bar.speed_chosen, bar.loop_toggled, bar.stepping_toggled):
        signal.connect(heard.append)
    bar.set_speed(2.0)
    bar.set_loop(True)
    bar.set_stepping(True)
    bar.set_position(4.0)
    assert heard == []
    assert (bar.loop.isChecked(), bar.stepping.isChecked(), bar.timeline.position) == (True, True, 4.0)


def test_step_is_shown_and_spoken(bar: PlayerBar) -> None:
    assert bar.counter.text() == "1 / 3"
    assert bar.counter.accessibleName() == "Step 1 of 3"
    assert bar.title.shown == ("vpxd asks vpxa to power on the VM",)
    assert bar.caption.shown == (TEXT.replace("`", ""),)


def test_long_log_line_is_cut_and_stands_whole_in_the_tool_tip(bar: PlayerBar) -> None:
    assert bar.log.cut
    assert "BEGIN task-4821" in bar.log.toolTip()
    assert bar.log.geometry().left() > bar.title.geometry().right()


def test_caption_takes_at_most_two_lines(bar: PlayerBar) -> None:
    bar.set_step(2, 3, "t", f"{TEXT} " * 6, "")
    assert len(bar.caption.shown) == 2
    assert bar.caption.shown[-1].endswith("…")
    assert "signed in as vpxuser." in bar.caption.toolTip()


def test_play_button_becomes_pause(bar: PlayerBar) -> None:
    bar.set_playing(True)
    assert (bar.play.shape, bar.play.accessibleName()) == (Shape.PAUSE, "Pause")
    bar.set_playing(False)
    assert (bar.play.shape, bar.play.accessibleName()) == (Shape.PLAY, "Play")


def test_without_a_path_there_is_a_hint_and_nothing_to_press(bar: PlayerBar) -> None:
    bar.set_playing(True)
    bar.set_empty("Choose a message path at the left to play it.")
    assert bar.caption.shown == ("Choose a message path at the left to play it.",)
    assert (bar.counter.text(), bar.counter.accessibleName(), bar.title.text(), bar.log.text()) == ("", "", "", "")
    assert bar.play.shape is Shape.PLAY
    assert bar.leave.isHidden()
    heard: list[bool] = []
    bar.toggled.connect(lambda: heard.append(True))
    click(bar.play)
    assert heard == []
    bar.set_timeline(10.0, TICKS, NAMES)
    assert not bar.leave.isHidden()
    click(bar.play)
    assert heard == [True]


def test_tab_reaches_every_control(bar: PlayerBar) -> None:
    controls = {bar.previous, bar.play, bar.next, bar.timeline, bar.speed, bar.loop, bar.stepping, bar.leave}
    bar.play.setFocus()
    reached = set()
    for _ in controls:
        reached.add(bar.focusWidget())
        QTest.keyClick(bar.focusWidget(), Qt.Key.Key_Tab)
    assert reached == controls


@pytest.mark.parametrize(("width", "scale"), [(828, 1.0), (1094, 1.0), (1648, 1.0), (1034, 1.22), (1458, 1.7)])
def test_no_control_is_cut_or_covered(bar: PlayerBar, width: int, scale: float) -> None:
    bar.set_scale(scale)
    bar.resize(width, bar.height())
    bar.layout().activate()
    assert bar.height() == round(HEIGHT * scale)
    row = [bar.previous, bar.play, bar.next, bar.timeline, bar.speed, bar.loop, bar.stepping]
    for left, right in pairwise(row):
        assert left.geometry().right() < right.geometry().left()
    for button in (bar.speed, bar.loop, bar.stepping):
        assert button.width() >= button.sizeHint().width()
    metrics = QFontMetrics(bar.counter.font())
    assert bar.counter.width() >= metrics.horizontalAdvance("22 / 22")
    assert not bar.title.cut
    assert row[-1].geometry().right() < width
    assert bar.caption.geometry().bottom() < bar.timeline.geometry().bottom() - 2 * metrics.height()
    assert bar.timeline.geometry().bottom() <= bar.height()


def test_track_stands_level_with_the_buttons(bar: PlayerBar) -> None:
    bar.layout().activate()
    track = bar.timeline.geometry().top() + bar.timeline.height() / 2
    for button in (bar.play, bar.next, bar.loop):
        assert abs(button.geometry().top() + button.height() / 2 - track) <= 1


def test_bars_are_made_quickly(qtbot: QtBot) -> None:
    with dressed():
        times = []
        for _ in range(5):
            start = perf_counter()
            made = (TopBar(ink()), Rail(ink()), PlayerBar(ink()))
            times.append(perf_counter() - start)
            for widget in made:
                qtbot.addWidget(widget)
    # Goal 15 ms; the rest is for machines that are busy with other things.
    assert min(times) < 0.03
