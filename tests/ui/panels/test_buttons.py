"""Buttons of the bars: by click, by key, and without taking what is not theirs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import Window, ink, present
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.panels.buttons import BarButton, Shape, ShapeButton


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_focused_button_is_pressed_by_key_even_where_that_is_a_shortcut(qtbot: QtBot, key: Qt.Key) -> None:
    button = BarButton("Theme", "Change the colours")
    window = present(qtbot, Window(button, "Space", "Return"), 200, 60)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)
    assert window.pressed == []


def test_other_keys_remain_shortcuts(qtbot: QtBot) -> None:
    button = BarButton("Theme", "Change the colours")
    window = present(qtbot, Window(button, "L", "Ctrl+Space"), 200, 60)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_L)
    QTest.keyClick(button, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert window.pressed == ["L", "Ctrl+Space"]


def test_click_leaves_the_focus_where_it_is(qtbot: QtBot) -> None:
    holder = QWidget()
    field, button = QLineEdit(holder), BarButton("Theme", "Change the colours", parent=holder)
    column = QVBoxLayout(holder)
    column.addWidget(field)
    column.addWidget(button)
    present(qtbot, holder, 200, 100)
    field.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.hasFocus()
    assert button.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_button_says_what_it_does(qtbot: QtBot) -> None:
    button = present(qtbot, ShapeButton(ink(), Shape.NEXT, "Next step", 38), 38, 38)
    assert (button.accessibleName(), button.toolTip()) == ("Next step", "<p>Next step</p>")


def test_another_shape_comes_with_another_name(qtbot: QtBot) -> None:
    button = present(qtbot, ShapeButton(ink(), Shape.PLAY, "Play", 52), 52, 52)
    before = button.grab().toImage()
    button.set_shape(Shape.PAUSE, "Pause")
    assert (button.shape, button.accessibleName(), button.toolTip()) == (Shape.PAUSE, "Pause", "<p>Pause</p>")
    assert button.grab().toImage() != before


def test_play_stands_on_a_disc_in_the_accent_colour(qtbot: QtBot) -> None:
    QCursor.setPos(700, 500)  # a pointer on the button would light it
    paint = ink("projector")
    button = present(qtbot, ShapeButton(paint, Shape.PAUSE, "Pause", 52), 52, 52)
    place = QPoint(26, 8)
    assert button.grab().toImage().pixelColor(place) == paint.role(Role.ACCENT)
    button.setEnabled(False)
    assert button.grab().toImage().pixelColor(place) == paint.role(Role.CHIP)


def test_focus_is_visible(qtbot: QtBot) -> None:
    button = ShapeButton(ink(), Shape.PREVIOUS, "Previous step", 38)
    window = present(qtbot, Window(button), 100, 80)
    assert window.isActiveWindow()
    button.clearFocus()
    before = button.grab().toImage()
    button.setFocus()
    assert button.grab().toImage() != before


def test_shape_grows_with_the_scale(qtbot: QtBot) -> None:
    button = ShapeButton(ink(), Shape.PLAY, "Play", 52)
    qtbot.addWidget(button)
    button.set_scale(1.5)
    assert (button.width(), button.height()) == (78, 78)
