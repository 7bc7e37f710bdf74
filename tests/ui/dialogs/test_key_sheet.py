"""The key sheet: what it lists, how it opens and closes, and what it leaves behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import Window, dressed_window, left_behind
from vmexplorer.app.commands import COMMANDS, Command, on_sheet
from vmexplorer.ui.dialogs.key_sheet import KeySheet, key_text


@pytest.fixture
def window(qtbot: QtBot, field: QLineEdit) -> Iterator[Window]:
    with dressed_window(qtbot, field, "Space", "L", "F11", "Ctrl+Q", "F1", "?") as made:
        yield made


@pytest.fixture
def sheet(window: Window) -> KeySheet:
    return KeySheet(on_sheet(COMMANDS), window)


def texts(sheet: KeySheet, name: str) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel, name)]


def test_every_command_with_keys_is_listed_under_its_group(sheet: KeySheet) -> None:
    listed = [command for command in on_sheet(COMMANDS) if command.keys]
    assert sorted(texts(sheet, "keytitle")) == sorted(command.title for command in listed)
    assert len(texts(sheet, "key")) == sum(len(command.keys) for command in listed)
    assert sorted(texts(sheet, "keygroup")) == sorted({command.group.upper() for command in listed})


def test_list_follows_the_commands_it_is_given(sheet: KeySheet) -> None:
    sheet.set_commands([Command("a", "Do a", ("F6", "Left"), "One"), Command("b", "Do b", (), "Two")])
    sheet.open()
    assert (texts(sheet, "keytitle"), texts(sheet, "key"), texts(sheet, "keygroup")) == (["Do a"], ["F6", "←"], ["ONE"])


@pytest.mark.parametrize(
    ("keys", "text"),
    [("Right", "→"), ("Alt+Left", "Alt+←"), ("Ctrl+K", "Ctrl+K"), ("+", "+"), ("Ctrl++", "Ctrl++"), ("?", "?")],
)
def test_keys_are_written_as_on_the_keyboard(keys: str, text: str) -> None:
    assert key_text(keys) == text


@pytest.mark.parametrize("key", ["Esc", "?", "F1"])
def test_keys_that_close(sheet: KeySheet, window: Window, field: QLineEdit, qtbot: QtBot, key: str) -> None:
    field.setFocus()
    sheet.open()
    assert sheet.isVisible()
    focused = window.focusWidget()
    with qtbot.waitSignal(sheet.closed):
        if key == "?":
            QTest.keyClicks(focused, "?")
        else:
            QTest.keyClick(focused, Qt.Key.Key_Escape if key == "Esc" else Qt.Key.Key_F1)
    assert not sheet.isVisible()
    assert field.hasFocus()
    assert window.pressed == []


def test_commands_do_not_run_behind_the_sheet_but_the_window_can_be_left(sheet: KeySheet, window: Window) -> None:
    sheet.open()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_L, Qt.Key.Key_F11):
        QTest.keyClick(window.focusWidget(), key)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert window.pressed == ["F11", "Ctrl+Q"]


def test_only_function_keys_and_those_with_ctrl_reach_the_window(sheet: KeySheet, window: Window) -> None:
    sheet.open()
    QTest.keyClicks(window.focusWidget(), "tc0")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F5)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert window.arrived == [Qt.Key.Key_F5, Qt.Key.Key_Control, Qt.Key.Key_S]


def test_click_beside_the_card_closes_and_one_on_it_does_not(sheet: KeySheet) -> None:
    sheet.open()
    QTest.mouseClick(sheet.card, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    assert sheet.isVisible()
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(10, 10))
    assert not sheet.isVisible()


def test_tab_stays_inside(sheet: KeySheet, window: Window, field: QLineEdit) -> None:
    sheet.open()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert not field.hasFocus()


def test_sheet_goes_along_with_the_window(sheet: KeySheet, window: Window) -> None:
    sheet.open()
    window.resize(1000, 600)
    assert sheet.size() == window.size()
    assert sheet.rect().adjusted(20, 20, -20, -20).contains(sheet.card.geometry())


def test_everything_can_be_read_at_1366_by_768_without_scrolling(sheet: KeySheet, window: Window, qtbot: QtBot) -> None:
    sheet.open()
    area = sheet.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: area.viewport().height() > 300)
    assert area.verticalScrollBar().maximum() == 0
    for label in sheet.findChildren(QLabel):
        lines = max(1, label.height() // label.fontMetrics().height())
        assert QFontMetrics(label.font()).horizontalAdvance(label.text()) <= label.width() * lines, label.text()


def test_columns_stand_side_by_side(sheet: KeySheet) -> None:
    sheet.open()
    places = {label.mapTo(sheet, QPoint(0, 0)).x() for label in sheet.findChildren(QLabel, "keygroup")}
    assert len(places) == 3


def test_large_text_scrolls_in_a_small_window(sheet: KeySheet, window: Window, qtbot: QtBot) -> None:
    sheet.set_scale(1.7)
    sheet.open()
    area = sheet.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0


def test_opening_and_closing_leaves_nothing_behind(sheet: KeySheet, window: Window) -> None:
    def round_trip() -> None:
        sheet.set_commands(COMMANDS)
        sheet.open()
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)

    assert not left_behind(round_trip, 50)
