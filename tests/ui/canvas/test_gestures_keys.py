"""The map by keys alone: Tab and arrows walk, Enter selects, Shift+Enter opens, Esc lets go."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.maps import BACK_TAB, NONE, click, image, place_of, sharp, still
from tests.helpers.shipped import shipped_atlas
from tests.helpers.widgets import ink, present
from vmexplorer.drawing.layout import CardBox
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas.canvas import Canvas
from vmexplorer.ui.canvas.walking import boxes, reading_order

KEYS = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up)


@pytest.fixture
def between(qtbot: QtBot) -> Iterator[tuple[QLineEdit, Canvas, QLineEdit]]:
    """The overview between two fields, so that there is somewhere to come from and to go to."""
    before, canvas, after = QLineEdit(), Canvas(ink()), QLineEdit()
    canvas.enliven()
    canvas.show_state(still())
    window = QWidget()
    column = QVBoxLayout(window)
    for widget in (before, canvas, after):
        column.addWidget(widget)
    present(qtbot, window, 900, 700)
    yield before, canvas, after
    window.close()


def walk(canvas: Canvas, key: Qt.Key) -> list[str]:
    """Presses a key until the map lets the keyboard go; the boxes that had the ring."""
    ringed = []
    for _ in range(200):
        QTest.keyClick(canvas, key)
        if not canvas.focus_box:
            return ringed
        ringed.append(canvas.focus_box)
    pytest.fail("the keyboard cannot leave the map")


def test_tab_walks_every_box_once_and_leaves(between: tuple[QLineEdit, Canvas, QLineEdit]) -> None:
    before, canvas, after = between
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert canvas.hasFocus()
    ringed = walk(canvas, Qt.Key.Key_Tab)
    assert sorted(ringed) == sorted(box.id for box in boxes(still().layout))
    assert ringed == reading_order(still().layout)
    assert after.hasFocus()


def test_shift_tab_walks_back_and_leaves(between: tuple[QLineEdit, Canvas, QLineEdit]) -> None:
    before, canvas, after = between
    after.setFocus()
    QTest.keyClick(after, BACK_TAB, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.hasFocus()
    assert walk(canvas, BACK_TAB) == reading_order(still().layout)[::-1]
    assert before.hasFocus()


def test_tab_back_and_forth_returns_to_the_same_box(canvas: Canvas) -> None:
    for _ in range(5):
        QTest.keyClick(canvas, Qt.Key.Key_Tab)
    here = canvas.focus_box
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    QTest.keyClick(canvas, BACK_TAB, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.focus_box == here


@pytest.mark.parametrize(
    ("start", "key", "found"),
    [
        ("hostd", Qt.Key.Key_Left, "vpxa"),
        ("vpxa", Qt.Key.Key_Right, "hostd"),
        ("hostd", Qt.Key.Key_Up, "envoy"),
        ("vpxa", Qt.Key.Key_Up, "envoy"),
        ("hostd", Qt.Key.Key_Right, "sfcbd"),
        ("vmx-1", Qt.Key.Key_Right, "vmx-2"),
        ("vmx-2", Qt.Key.Key_Up, "vm-2"),
        ("cpu", Qt.Key.Key_Right, "memory"),
    ],
)
def test_arrows_go_to_the_nearest_neighbour(canvas: Canvas, start: str, key: Qt.Key, found: str) -> None:
    canvas.set_focus_box(start)
    QTest.keyClick(canvas, key)
    assert canvas.focus_box == found


def test_arrow_without_a_neighbour_stays(canvas: Canvas) -> None:
    canvas.set_focus_box("hostd")
    for _ in range(20):
        QTest.keyClick(canvas, Qt.Key.Key_Up)
    top = canvas.focus_box
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.focus_box == top != ""


@pytest.mark.parametrize("view", list(shipped_atlas().views))
def test_arrows_reach_every_card_from_every_card(canvas: Canvas, view: str) -> None:
    canvas.show_state(still(view))
    cards = {card.id for card in still(view).layout.cards}
    ways: dict[str, set[str]] = {}
    for box in boxes(still(view).layout):
        ways[box.id] = set()
        for key in KEYS:
            canvas.set_focus_box(box.id)
            QTest.keyClick(canvas, key)
            ways[box.id].add(canvas.focus_box)
    for start in cards:
        reached, ahead = {start}, [start]
        while ahead:
            new = ways[ahead.pop()] - reached
            reached |= new
            ahead += new
        assert cards <= reached, start


def test_every_box_of_every_view_can_be_chosen_by_keys(canvas: Canvas) -> None:
    heard: list[tuple[str, str]] = []
    canvas.component_chosen.connect(lambda component, box: heard.append((component, box)))
    for view in ("overview", "vm", "vmkernel"):
        canvas.show_state(still(view))
        heard.clear()
        QTest.keyClick(canvas, Qt.Key.Key_Tab)
        while canvas.focus_box:
            QTest.keyClick(canvas, Qt.Key.Key_Return)
            QTest.keyClick(canvas, Qt.Key.Key_Tab)
        there = {(box.component, box.id) for box in boxes(still(view).layout)}
        assert set(heard) == there
        assert len(heard) == len(there)
        canvas.setFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_selects_and_shift_enter_opens(canvas: Canvas, qtbot: QtBot, key: Qt.Key) -> None:
    canvas.set_focus_box("vmx-2")
    with qtbot.waitSignal(canvas.component_chosen) as chosen, qtbot.assertNotEmitted(canvas.component_opened):
        QTest.keyClick(canvas, key)
    assert chosen.args == ["vmx", "vmx-2"]
    with qtbot.waitSignal(canvas.component_opened) as opened, qtbot.assertNotEmitted(canvas.component_chosen):
        QTest.keyClick(canvas, key, Qt.KeyboardModifier.ShiftModifier)
    assert opened.args == ["vmx"]


def test_escape_drops_the_ring_once(canvas: Canvas) -> None:
    passed: list[int] = []
    window = QWidget()
    window.keyPressEvent = lambda event: passed.append(event.key())  # type: ignore[method-assign]
    canvas.setParent(window)
    canvas.show()
    window.show()
    canvas.setFocus()
    canvas.set_focus_box("hostd")
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert (canvas.focus_box, passed) == ("", [])
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert passed == [Qt.Key.Key_Escape]
    canvas.setParent(None)


def test_keys_without_a_ring_are_left_to_the_window(canvas: Canvas) -> None:
    for key in (*KEYS, Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(canvas, key)
    assert canvas.focus_box == ""


def test_ring_is_seen_while_the_map_has_the_keyboard(canvas: Canvas, qtbot: QtBot) -> None:
    without = sharp(qtbot, canvas)
    canvas.set_focus_box("hostd")
    ringed = image(canvas)
    box = canvas.box("hostd")
    assert isinstance(box, CardBox)
    scale, shift = canvas.camera.scale, canvas.camera
    x, y = round(box.rect.centre.x * scale + shift.x), round((box.rect.y - 5.0) * scale + shift.y)
    column = [ringed.pixelColor(x, row) for row in range(y - 2, y + 3)]
    assert ink().role(Role.TEXT) in column
    canvas.clearFocus()
    assert image(canvas) == without


def test_click_puts_the_ring_away(canvas: Canvas) -> None:
    canvas.set_focus_box("hostd")
    click(canvas, place_of(canvas, "vpxd"))
    assert canvas.focus_box == ""


def test_letters_of_other_alphabets_are_harmless(canvas: Canvas) -> None:
    canvas.set_focus_box("hostd")
    for letter in "жλअ漢ß":
        event = QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()[0]), NONE, letter)
        QApplication.sendEvent(canvas, event)
    assert canvas.focus_box == "hostd"
    assert QApplication.focusWidget() is canvas
