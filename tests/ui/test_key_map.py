"""Keys find their commands, as they come from keyboards of different countries."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from vmexplorer.app.commands import COMMANDS, Command
from vmexplorer.ui.key_map import KeyMap

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def found(key: int, held: Qt.KeyboardModifier = NONE, text: str = "") -> str:
    return KeyMap(COMMANDS).command(QKeyEvent(QEvent.Type.KeyPress, key, held, text))


@pytest.mark.parametrize(
    ("command", "key"),
    [pytest.param(command, key, id=f"{command.id} {key}") for command in COMMANDS for key in command.keys],
)
def test_every_key_finds_its_command(command: Command, key: str) -> None:
    pressed = QKeySequence(key)[0]
    assert found(pressed.key(), pressed.keyboardModifiers()) == command.id


def test_no_key_has_two_commands(qapp: object) -> None:
    counted = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert [key for key, count in counted.items() if count > 1] == []
    assert "" not in counted


@pytest.mark.parametrize(
    ("key", "text", "command"),
    [
        (Qt.Key.Key_Question, "?", "help.keys"),
        (Qt.Key.Key_Plus, "+", "view.zoom-in"),
        (Qt.Key.Key_Less, "<", "play.slower"),
        (Qt.Key.Key_Greater, ">", "play.faster"),
        (Qt.Key.Key_Slash, "/", "search.open"),
        (Qt.Key.Key_BracketLeft, "[", "play.slower"),
    ],
)
def test_signs_count_whether_or_not_they_need_shift(key: Qt.Key, text: str, command: str) -> None:
    assert found(key, NONE, text) == command
    assert found(key, SHIFT, text) == command


@pytest.mark.parametrize(
    ("key", "text", "command"),
    [
        (Qt.Key.Key_1, "1", "view.fit"),  # France, where digits need Shift
        (Qt.Key.Key_Exclam, "!", "view.fit"),
        (Qt.Key.Key_2, "2", "view.zoom-selection"),
        (Qt.Key.Key_At, "@", "view.zoom-selection"),  # United States
        (Qt.Key.Key_QuoteDbl, '"', "view.zoom-selection"),  # Germany, United Kingdom
    ],
)
def test_shift_and_a_digit_are_known_by_what_they_give(key: Qt.Key, text: str, command: str) -> None:
    assert found(key, SHIFT, text) == command
    assert found(key, NONE, text) != command


@pytest.mark.parametrize(
    ("key", "held", "command"),
    [
        (Qt.Key.Key_1, NONE, "step.1"),
        (Qt.Key.Key_9, KEYPAD, "step.9"),
        (Qt.Key.Key_3, SHIFT, "step.3"),  # France
        (Qt.Key.Key_Ampersand, NONE, "step.1"),  # France, the key of the digit 1
        (Qt.Key.Key_Eacute, NONE, "step.2"),
        (Qt.Key.Key_Ampersand, SHIFT, ""),  # United States, Shift and 7
        (Qt.Key.Key_NumberSign, SHIFT, ""),
    ],
)
def test_digits_are_found_on_every_keyboard(key: Qt.Key, held: Qt.KeyboardModifier, command: str) -> None:
    assert found(key, held) == command


@pytest.mark.parametrize(
    ("key", "command"),
    [(Qt.Key.Key_Plus, "view.zoom-in"), (Qt.Key.Key_Minus, "view.zoom-out"), (Qt.Key.Key_0, "view.fit")],
)
def test_keypad_is_no_other_key(key: Qt.Key, command: str) -> None:
    assert found(key, KEYPAD) == command


@pytest.mark.parametrize("key", [Qt.Key.Key_T, Qt.Key.Key_R, Qt.Key.Key_Space, Qt.Key.Key_Right])
@pytest.mark.parametrize("held", [CONTROL, ALT, CONTROL | SHIFT])
def test_other_modifiers_make_another_key(key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    plain = found(key)
    assert plain
    assert found(key, held) != plain


@pytest.mark.parametrize("key", [0x0416, 0x03BB, 0x6F22, int(Qt.Key.Key_Shift), int(Qt.Key.Key_unknown), 0])
def test_unknown_keys_find_nothing(key: int) -> None:
    assert found(key) == ""
    assert found(key, SHIFT) == ""


def test_first_command_wins_a_key(qapp: object) -> None:
    first, second = Command("one", "One", ("X",), "G"), Command("two", "Two", ("X", "Y"), "G")
    keys = KeyMap((first, second))
    assert keys.command(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_X, NONE, "x")) == "one"
    assert keys.command(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Y, NONE, "y")) == "two"
