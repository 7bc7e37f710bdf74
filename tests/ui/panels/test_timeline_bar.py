"""The timeline: what it repaints, and how it is scrubbed by pointer and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import Window, drag, ink, present, tip_at
from vmexplorer.atlas.component import Kind
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.panels.timeline_bar import TimelineBar

TICKS = (2.0, 5.0, 10.0)
NAMES = ("vpxd→vpxa", "vpxa→hostd", "hostd→VMX")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(qtbot: QtBot) -> TimelineBar:
    fonts.load()
    made = TimelineBar(ink())
    made.set_timeline(10.0, TICKS, NAMES)
    return present(qtbot, made, 1024, made.height())


def scrubs(bar: TimelineBar) -> list[float]:
    heard: list[float] = []
    bar.scrubbed.connect(heard.append)
    return heard


def at(bar: TimelineBar, seconds: float) -> QPoint:
    return QPoint(round(bar.x_of(seconds)), 31)


def press(bar: TimelineBar, place: QPoint) -> None:
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_timeline_starts_at_its_beginning(bar: TimelineBar) -> None:
    bar.set_position(7.0)
    bar.set_timeline(4.0, (4.0,), ("a→b",))
    assert (bar.position, bar.step) == (0.0, 0)


@pytest.mark.parametrize(("seconds", "step"), [(0.0, 0), (2.0, 0), (2.1, 1), (5.0, 1), (9.9, 2), (10.0, 2)])
def test_boundary_belongs_to_the_step_that_ends_there(bar: TimelineBar, seconds: float, step: int) -> None:
    bar.set_position(seconds)
    assert bar.step == step


@pytest.mark.parametrize(("seconds", "kept"), [(-1.0, 0.0), (99.0, 10.0)])
def test_position_stays_inside(bar: TimelineBar, seconds: float, kept: float) -> None:
    bar.set_position(seconds)
    assert bar.position == kept


def test_setting_the_position_is_not_a_wish(bar: TimelineBar) -> None:
    heard = scrubs(bar)
    for tenth in range(100):
        bar.set_position(tenth / 10)
    assert heard == []


def test_press_goes_to_its_place(bar: TimelineBar) -> None:
    heard = scrubs(bar)
    press(bar, at(bar, 7.0))
    assert heard == [pytest.approx(7.0, abs=0.01)]
    assert bar.position == heard[0]


@pytest.mark.parametrize("aside", [-6, 0, 6])
def test_press_close_to_a_tick_means_the_tick(bar: TimelineBar, aside: int) -> None:
    heard = scrubs(bar)
    press(bar, at(bar, 5.0) + QPoint(aside, 0))
    assert heard == [5.0]


def test_drag_scrubs_all_the_way_and_stays_inside(bar: TimelineBar) -> None:
    heard = scrubs(bar)
    drag(bar, at(bar, 3.0), at(bar, 4.0), at(bar, 8.0), QPoint(5000, 31), QPoint(-50, 31))
    assert heard == [pytest.approx(place, abs=0.01) for place in (3.0, 4.0, 8.0, 10.0, 0.0)]


def test_moving_without_a_button_is_no_wish(bar: TimelineBar) -> None:
    heard = scrubs(bar)
    QTest.mouseMove(bar, at(bar, 4.0))
    QTest.mouseClick(bar, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at(bar, 4.0))
    assert heard == []


def test_keys_scrub_even_where_they_are_shortcuts(qtbot: QtBot) -> None:
    bar = TimelineBar(ink())
    bar.set_timeline(10.0, TICKS, NAMES)
    window = present(qtbot, Window(bar, "Left", "Right", "Home", "End", "Shift+Right"), 900, 120)
    heard = scrubs(bar)
    bar.setFocus()
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    for key in (*keys, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(bar, key)
    QTest.keyClick(bar, Qt.Key.Key_Right, SHIFT)
    # Page Up and Page Down, in the order of Qt: up goes back, down goes on.
    assert heard == [1.0, 2.0, 1.0, 2.0, 5.0, 2.0, 10.0, 0.0, pytest.approx(1 / 30)]
    assert window.pressed == []


def test_other_keys_remain_shortcuts(qtbot: QtBot) -> None:
    bar = TimelineBar(ink())
    bar.set_timeline(10.0, TICKS, NAMES)
    window = present(qtbot, Window(bar, "Space", "Ctrl+Right"), 900, 120)
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Space)
    QTest.keyClick(bar, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert window.pressed == ["Space", "Ctrl+Right"]


class Paints(QObject):
    """Keeps the rectangles that a widget repaints."""

    def __init__(self) -> None:
        super().__init__()
        self.areas: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.areas.append(QRect(event.rect()))
        return False


@pytest.fixture
def paints(bar: TimelineBar, qtbot: QtBot) -> Paints:
    bar.set_position(3.0)
    qtbot.waitExposed(bar)
    bar.repaint()
    made = Paints()
    bar.installEventFilter(made)
    return made


def test_frame_within_a_step_repaints_a_narrow_strip(bar: TimelineBar, paints: Paints, qtbot: QtBot) -> None:
    bar.set_position(3.0 + 1 / 60)
    qtbot.waitUntil(lambda: bool(paints.areas))
    (area,) = paints.areas
    assert area.width() < 45
    assert area.height() < bar.height()
    assert area.contains(at(bar, 3.0))


def test_whole_second_costs_no_more_than_any_frame(bar: TimelineBar, paints: Paints, qtbot: QtBot) -> None:
    bar.set_position(4.02)
    qtbot.waitUntil(lambda: bool(paints.areas))
    assert bar.value() == 4
    assert paints.areas[0].width() < 200


def test_same_position_repaints_nothing(bar: TimelineBar, paints: Paints, qtbot: QtBot) -> None:
    bar.set_position(3.0)
    bar.set_position(3.0004)
    qtbot.wait(20)
    assert paints.areas == []


def test_strips_give_the_same_picture_as_painting_anew(bar: TimelineBar, qtbot: QtBot) -> None:
    for step in range(60):
        bar.set_position(2.5 + step / 60)
    bar.repaint()
    kept = bar.grab().toImage()
    bar.update()
    assert bar.grab().toImage() == kept


def test_played_part_is_coloured_and_the_rest_is_not(bar: TimelineBar) -> None:
    bar.set_position(7.0)
    picture = bar.grab().toImage()
    played, rest = ink().kind(Kind.VCENTER), ink().role(Role.ZONE_LINE)
    assert picture.pixelColor(at(bar, 3.5)) == played
    assert picture.pixelColor(at(bar, 8.5)) == rest
    assert picture.pixelColor(at(bar, 5.0)) == played
    assert picture.pixelColor(at(bar, 10.0)) == ink().role(Role.PANEL)
    assert picture.pixelColor(at(bar, 7.0)) == ink().role(Role.TEXT)


def test_tool_tip_names_the_step(bar: TimelineBar) -> None:
    assert tip_at(bar, at(bar, 4.0)) == "<p>2. vpxa→hostd</p>"
    assert tip_at(bar, at(bar, 10.0)) == "<p>3. hostd→VMX</p>"


def test_screen_readers_find_a_slider_in_seconds(bar: TimelineBar) -> None:
    bar.set_position(6.4)
    spoken = QAccessible.queryAccessibleInterface(bar)
    assert spoken.role() is QAccessible.Role.Slider
    assert spoken.text(QAccessible.Text.Name) == "Timeline, in seconds"
    assert (spoken.valueInterface().currentValue(), spoken.valueInterface().maximumValue()) == (6, 10)


def test_screen_readers_can_scrub(bar: TimelineBar) -> None:
    heard = scrubs(bar)
    QAccessible.queryAccessibleInterface(bar).valueInterface().setCurrentValue(4)
    assert heard == [4.0]


def test_empty_timeline_takes_no_clicks(qtbot: QtBot) -> None:
    bar = present(qtbot, TimelineBar(ink()), 600, 62)
    heard = scrubs(bar)
    press(bar, QPoint(300, 31))
    assert (heard, bar.labels) == ([], ())


def test_labels_drop_out_when_the_bar_gets_narrow(bar: TimelineBar) -> None:
    assert [label.step for label in bar.labels] == [0, 1, 2]
    bar.set_position(4.0)
    bar.resize(180, bar.height())
    assert 1 in [label.step for label in bar.labels]
    assert len(bar.labels) < 3
