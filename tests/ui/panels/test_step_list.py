"""The list of steps: in step with the time, walked by keys and by clicks, told in words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPaintEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import THEMES, Window, dressed, ink, present, tip_at
from vmexplorer.app.step_rows import StepRow
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.panels.step_list import StepList
from vmexplorer.ui.panels.step_look import StepState

ROWS = (
    StepRow(1, "vpxa → vpxd", "UDP 902 heartbeat", False, "A datagram leaves every ten seconds."),
    StepRow(2, "vpxd", "check heartbeat age", False, "vpxd looks at the clock."),
    StepRow(3, "vpxa → vpxd", "UDP 902 lost", True, "A firewall <drops> it."),
    StepRow(4, "vpxd → vSphere Client", "host Not Responding", False, "The host turns grey."),
    StepRow(5, "vpxd → vpxa", "sync again over TCP 443", False, "vpxd asks anew."),
)
MANY = tuple(StepRow(number, f"a → b{number}", "do it") for number in range(1, 61))
PENDING, DONE, CURRENT = StepState.PENDING, StepState.DONE, StepState.CURRENT


@pytest.fixture
def steps(qtbot: QtBot) -> Iterator[StepList]:
    with dressed():
        yield present(qtbot, filled(StepList(ink())), 384, 500)


def filled(made: StepList, rows: tuple[StepRow, ...] = ROWS) -> StepList:
    made.set_steps(rows)
    return made


def states(steps: StepList) -> list[StepState]:
    return [steps.state_of(place) for place in range(steps.list.count())]


def place(steps: StepList, row: int) -> QRect:
    return steps.list.visualItemRect(steps.list.item(row))


def spoken(steps: StepList, row: int, what: QAccessible.Text = QAccessible.Text.Name) -> str:
    return QAccessible.queryAccessibleInterface(steps.list).child(row).text(what)


def heard_by(steps: StepList) -> list[int]:
    heard: list[int] = []
    steps.step_chosen.connect(heard.append)
    return heard


class Painted(QObject):
    """Notes which rows of a list are painted."""

    def __init__(self, steps: StepList) -> None:
        super().__init__(steps)
        self._steps = steps
        self.rows: set[int] = set()
        steps.list.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            rows = range(self._steps.list.count())
            self.rows |= {row for row in rows if event.region().intersects(place(self._steps, row))}
        return False


# In step with the time


def test_all_steps_are_to_come_at_first(steps: StepList) -> None:
    assert states(steps) == [PENDING] * 5
    assert steps.current is None


@pytest.mark.parametrize(
    ("current", "done", "expected"),
    [
        (None, 0, [PENDING] * 5),
        (0, 0, [CURRENT, PENDING, PENDING, PENDING, PENDING]),
        (2, 2, [DONE, DONE, CURRENT, PENDING, PENDING]),
        (2, 3, [DONE, DONE, CURRENT, PENDING, PENDING]),
        (4, 5, [DONE, DONE, DONE, DONE, CURRENT]),
        (None, 5, [DONE] * 5),
    ],
)
def test_moment_decides_the_state_of_every_step(
    steps: StepList, current: int | None, done: int, expected: list[StepState]
) -> None:
    steps.set_state(3, 3)
    steps.set_state(current, done)
    assert states(steps) == expected


def test_other_steps_begin_anew(steps: StepList) -> None:
    steps.set_state(3, 3)
    steps.set_steps(ROWS[:3])
    assert states(steps) == [PENDING] * 3
    steps.set_state(3, 3)
    assert states(steps) == [DONE] * 3


def test_only_rows_that_changed_are_painted_again(steps: StepList, qtbot: QtBot) -> None:
    steps.set_state(1, 1)
    painted = Painted(steps)
    qtbot.wait(30)
    painted.rows.clear()
    steps.set_state(2, 2)
    qtbot.waitUntil(lambda: painted.rows != set())
    assert painted.rows == {1, 2}


def test_frame_that_changes_nothing_paints_nothing(steps: StepList, qtbot: QtBot) -> None:
    steps.set_state(1, 1)
    painted = Painted(steps)
    qtbot.wait(30)
    painted.rows.clear()
    for _ in range(10):
        steps.set_state(1, 1)
    steps.set_state(1, 2)  # the step is complete, but its row looks the same
    qtbot.wait(30)
    assert painted.rows == set()


def test_current_step_scrolls_into_view_with_the_one_after_it(steps: StepList, qtbot: QtBot) -> None:
    steps.set_steps(MANY)
    room = steps.list.viewport().rect()
    for current in (40, 59, 0, 20):
        steps.set_state(current, current)
        qtbot.waitUntil(lambda: room.contains(place(steps, steps.current or 0)))
        assert room.contains(place(steps, min(current + 1, 59)))


def test_list_stays_where_the_person_scrolled_it_until_the_next_step(steps: StepList, qtbot: QtBot) -> None:
    steps.set_steps(MANY)
    steps.set_state(5, 5)
    steps.list.verticalScrollBar().setValue(900)
    steps.set_state(5, 6)
    assert steps.list.verticalScrollBar().value() == 900
    steps.set_state(6, 6)
    qtbot.waitUntil(lambda: steps.list.viewport().rect().contains(place(steps, 6)))


def test_list_that_was_hidden_shows_the_current_step_when_it_appears(qtbot: QtBot) -> None:
    with dressed():
        made = filled(StepList(ink()), MANY)
        made.set_state(50, 50)
        present(qtbot, made, 384, 400)
        qtbot.waitUntil(lambda: made.list.viewport().rect().contains(place(made, 50)))


# Choosing


def test_click_goes_to_a_step_and_leaves_the_focus_to_the_map(steps: StepList) -> None:
    heard = heard_by(steps)
    steps.list.clearFocus()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(steps.list.viewport(), left, none, place(steps, 3).center())
    QTest.mouseClick(steps.list.viewport(), left, none, QPoint(100, 480))
    assert heard == [3]
    assert not steps.list.hasFocus()


def test_arrow_keys_walk_from_the_current_step_and_enter_goes_there(qtbot: QtBot) -> None:
    with dressed():
        steps = filled(StepList(ink()))
        window = present(qtbot, Window(steps, "Up", "Down", "Return"), 420, 500)
        steps.set_state(2, 2)
        heard = heard_by(steps)
        steps.list.clearFocus()
        steps.list.setFocus(Qt.FocusReason.TabFocusReason)
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return)
        for key in keys:
            QTest.keyClick(steps.list, key)
        assert heard == [2, 3, 1]
        assert window.pressed == []


def test_keys_that_do_not_walk_the_list_reach_the_window(qtbot: QtBot) -> None:
    with dressed():
        steps = filled(StepList(ink()))
        window = present(qtbot, Window(steps), 420, 500)
        steps.list.setFocus()
        keys = [Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_L, Qt.Key.Key_Escape]
        for key in keys:
            QTest.keyClick(steps.list, key)
        assert window.arrived == keys


def test_empty_list_takes_keys_and_moments_calmly(qtbot: QtBot) -> None:
    with dressed():
        steps = present(qtbot, StepList(ink()), 384, 300)
        heard = heard_by(steps)
        steps.set_state(0, 0)
        steps.list.setFocus()
        QTest.keyClick(steps.list, Qt.Key.Key_Return)
        assert heard == []


# In words


def test_state_is_said_in_words(steps: StepList) -> None:
    steps.set_state(1, 1)
    assert [spoken(steps, row) for row in range(3)] == [
        "Step 1 of 5: vpxa → vpxd, UDP 902 heartbeat, done",
        "Step 2 of 5: vpxd, check heartbeat age, current",
        "Step 3 of 5: vpxa → vpxd, UDP 902 lost, to come",
    ]
    steps.set_state(2, 2)
    assert spoken(steps, 2).endswith("lost, failed, current")
    steps.set_state(3, 3)
    assert spoken(steps, 2).endswith("lost, failed")


def test_tip_tells_what_happens_and_takes_it_literally(steps: StepList) -> None:
    assert spoken(steps, 1, QAccessible.Text.Description) == "vpxd looks at the clock."
    tip = tip_at(steps.list.viewport(), place(steps, 2).center())
    assert tip == "<p><b>vpxa → vpxd: UDP 902 lost</b><br>A firewall &lt;drops&gt; it.</p>"


# To the eye


def picture(steps: StepList, row: int) -> QImage:
    return steps.list.viewport().grab(place(steps, row)).toImage()


def mark(steps: StepList, row: int) -> QColor:
    """The colour inside the mark, beside its number."""
    rect = place(steps, row)
    return steps.list.viewport().grab().toImage().pixelColor(rect.left() + 21, rect.center().y())


@pytest.mark.parametrize("theme", THEMES)
def test_no_two_states_look_alike(qtbot: QtBot, theme: str) -> None:
    with dressed(theme):
        steps = present(qtbot, filled(StepList(ink(theme)), (ROWS[0], ROWS[2]._replace(number=1))), 384, 300)
        found = []
        for row in (0, 1):
            for current, done in ((None, 0), (row, row), (None, 2)):
                steps.set_state(current, done)
                found.append(picture(steps, row))
        assert all(one != other for place_, one in enumerate(found) for other in found[:place_])


def test_current_step_has_a_filled_mark_and_failed_ones_are_red(steps: StepList) -> None:
    steps.set_state(1, 1)
    assert mark(steps, 1) == ink().role(Role.ACCENT)
    assert mark(steps, 2) not in (ink().role(Role.FAULT), ink().role(Role.ACCENT))
    steps.set_state(2, 2)
    assert mark(steps, 2) == ink().role(Role.FAULT)


def test_row_with_the_focus_has_a_ring(steps: StepList) -> None:
    steps.list.setCurrentRow(3)
    steps.list.clearFocus()
    before = picture(steps, 3)
    steps.list.setFocus()
    assert picture(steps, 3) != before


def test_theme_changes_the_picture(steps: StepList) -> None:
    before = picture(steps, 0)
    steps.set_ink(ink("projector"))
    assert picture(steps, 0) != before


def test_scale_makes_rows_higher(steps: StepList, qtbot: QtBot) -> None:
    low = place(steps, 0).height()
    steps.set_scale(1.5)
    qtbot.waitUntil(lambda: place(steps, 0).height() == round(1.5 * low))
