"""The transcript of the checks: everything that was shown, the newest in sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import dressed, ink, present
from vmexplorer.lessons.reading import Reading
from vmexplorer.ui.labs.cases.terminal import Terminal

LONG = "x" * 300


def reading(number: int, output: str = "one\ntwo") -> Reading:
    return Reading(f"c{number}", "$" if number % 2 else "", f"command {number}", output, f"Shows {number}.", False)


@pytest.fixture
def terminal(qtbot: QtBot) -> Iterator[Terminal]:
    with dressed():
        yield present(qtbot, Terminal(ink()), 420, 180)


def test_command_output_and_note_stand_one_below_the_other(terminal: Terminal) -> None:
    terminal.show_readings([reading(1), reading(2)])
    assert terminal.toPlainText() == ("$ command 1\none\ntwo\n✎ Shows 1.\n\n▸ command 2\none\ntwo\n✎ Shows 2.")
    assert terminal.isReadOnly()


def test_the_newest_command_comes_into_sight(terminal: Terminal) -> None:
    shown = []
    for number in range(1, 6):
        shown.append(reading(number, "line\n" * 12 + "end"))
        terminal.show_readings(shown)
        assert terminal.firstVisibleBlock().text().endswith(f"command {number}")


def test_a_short_reading_at_the_end_is_seen_as_a_whole(terminal: Terminal) -> None:
    terminal.show_readings([reading(number) for number in range(1, 9)])
    assert terminal.verticalScrollBar().value() > 0
    cursor = QTextCursor(terminal.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    assert terminal.viewport().rect().contains(terminal.cursorRect(cursor))
    assert "command 8" in terminal.textCursor().block().text()


def test_long_lines_wrap_and_nothing_is_cut(terminal: Terminal) -> None:
    terminal.show_readings([reading(1, LONG)])
    assert LONG in terminal.toPlainText()
    assert terminal.document().findBlockByNumber(1).layout().lineCount() > 3
    assert terminal.horizontalScrollBar().maximum() == 0


def test_an_empty_terminal_says_what_comes_here(terminal: Terminal) -> None:
    terminal.show_readings([reading(1)])
    terminal.show_readings([])
    assert terminal.toPlainText() == ""
    assert terminal.placeholderText() == "What you check appears here."


def test_letters_grow_and_keep_the_text(terminal: Terminal) -> None:
    terminal.show_readings([reading(1)])
    text, size = terminal.toPlainText(), terminal.fontMetrics().height()
    terminal.set_scale(2.0)
    assert terminal.toPlainText() == text
    assert terminal.fontMetrics().height() > 1.7 * size


def test_another_theme_paints_other_colours(terminal: Terminal) -> None:
    terminal.show_readings([reading(1)])
    block = terminal.document().firstBlock()
    before = [piece.format.foreground().color().name() for piece in block.textFormats()]
    terminal.set_ink(ink("projector"))
    after = [piece.format.foreground().color().name() for piece in terminal.document().firstBlock().textFormats()]
    assert len(after) == len(before) >= 2
    assert all(one != other for one, other in zip(before, after, strict=True))
