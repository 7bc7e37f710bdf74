"""The page of the console: its picture, its keys and what a screen reader hears."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.console import fresh, log_in, text, typed
from tests.helpers.shipped import shipped_atlas
from tests.helpers.widgets import THEMES, dressed, ink, present
from vmexplorer.app.console_notes import console_notes
from vmexplorer.labs.dcui.cells import COLUMNS, ROWS, Shade
from vmexplorer.labs.dcui.palette import palette_file, read_palette
from vmexplorer.labs.dcui.screen import screen
from vmexplorer.labs.dcui.state import ConsoleState
from vmexplorer.ui.labs.dcui import console_view
from vmexplorer.ui.labs.dcui.console_page import ConsolePage
from vmexplorer.ui.labs.dcui.console_painter import FLATTEST, TALLEST

SIZES = ((890, 870, 1.0), (610, 520, 0.8), (1780, 1700, 2.0))


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[ConsolePage]:
    with dressed():
        shown = present(qtbot, ConsolePage(ink()), 890, 870)
        show(shown, fresh())
        shown.view.setFocus()
        qtbot.waitUntil(shown.view.hasFocus)
        yield shown


def show(page: ConsolePage, state: ConsoleState) -> None:
    page.show_screen(screen(state), console_notes(shipped_atlas(), state))


def colour(page: ConsolePage, row: int, column: int) -> QColor:
    """The colour of the ground in the upper left corner of a cell."""
    rect = page.view._cells().rect(row, column)
    return picture(page).pixelColor(rect.left() + 1, rect.top() + 1)


def picture(page: ConsolePage) -> QImage:
    return page.view.grab().toImage()


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_the_screen_fills_the_width_and_leaves_room_for_the_notes(
    page: ConsolePage, qtbot: QtBot, width: int, height: int, scale: float
) -> None:
    page.set_scale(scale)
    page.resize(width, height)
    qtbot.waitUntil(lambda: page.width() == width)
    cells = page.view._cells()
    assert cells.width * COLUMNS > page.view.width() * 0.9
    assert FLATTEST - 0.01 <= cells.height / cells.width <= TALLEST + 0.01
    assert page.notes.height() >= height * 0.2
    assert page.keys.geometry().bottom() < page.notes.geometry().top()
    assert cells.top + cells.height * ROWS <= page.view.height()


@pytest.mark.parametrize("theme", THEMES)
def test_the_console_has_its_own_colours_in_every_theme(page: ConsolePage, theme: str) -> None:
    page.set_ink(ink(theme))
    palette = read_palette(palette_file())
    assert colour(page, 1, 40) == QColor(palette[Shade.GREY].ground)
    assert colour(page, 14, 70) == QColor(palette[Shade.YELLOW].ground)


def test_letters_are_painted_where_they_stand(page: ConsolePage) -> None:
    image, cells = picture(page), page.view._cells()
    rows = screen(fresh()).rows
    for row, column in ((3, 4), (16, 4), (24, 1)):
        rect = cells.rect(row, column)
        inside = {image.pixel(x, y) for x in range(rect.left(), rect.right()) for y in range(rect.top(), rect.bottom())}
        assert len(inside) > 2, rows[row]


def test_the_cursor_is_there_while_keys_go_to_the_console(page: ConsolePage) -> None:
    show(page, typed(fresh(), "F2").state)
    spot = screen(typed(fresh(), "F2").state).cursor
    assert spot is not None
    with_cursor = colour(page, *spot)
    page.notes.setFocus()
    page.view.clearFocus()
    assert colour(page, *spot) != with_cursor


class TestKeys:
    def pressed(self, page: ConsolePage) -> list[str]:
        heard: list[str] = []
        page.key_pressed.connect(heard.append)
        return heard

    def test_typing_goes_to_the_console(self, page: ConsolePage) -> None:
        heard = self.pressed(page)
        QTest.keyClick(page.view, Qt.Key.Key_F2)
        QTest.keyClicks(page.view, "a!")
        QTest.keyClick(page.view, Qt.Key.Key_Tab)
        QTest.keyClick(page.view, Qt.Key.Key_Escape)
        assert heard == ["F2", "a", "!", "Tab", "Esc"]
        assert page.view.hasFocus()

    def test_a_click_on_a_key_presses_it_and_leaves_the_focus(self, page: ConsolePage, qtbot: QtBot) -> None:
        heard = self.pressed(page)
        for button in page.keys.buttons.values():
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert heard == list(page.keys.buttons)
        assert page.view.hasFocus()

    def test_shift_escape_and_the_button_lead_out(self, page: ConsolePage, qtbot: QtBot) -> None:
        left: list[bool] = []
        page.leave_wanted.connect(lambda: left.append(True))
        heard = self.pressed(page)
        QTest.keyClick(page.view, Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
        qtbot.mouseClick(page.keys.leave_button, Qt.MouseButton.LeftButton)
        assert (len(left), heard) == (2, [])

    def test_the_button_tells_who_has_the_keyboard(self, page: ConsolePage, qtbot: QtBot) -> None:
        assert page.keys.leave_button.text() == "Leave the console: Shift+Esc"
        page.view.clearFocus()
        assert page.keys.leave_button.text() == "Type at the console"
        qtbot.mouseClick(page.keys.leave_button, Qt.MouseButton.LeftButton)
        assert page.view.hasFocus()

    def test_a_click_on_the_screen_gives_it_the_keyboard(self, page: ConsolePage, qtbot: QtBot) -> None:
        page.view.clearFocus()
        qtbot.mouseClick(page.view, Qt.MouseButton.LeftButton)
        assert page.view.hasFocus()

    def test_shift_tab_walks_out(self, page: ConsolePage) -> None:
        QTest.keyClick(page.view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        assert not page.view.hasFocus()
        assert QApplication.focusWidget() is not None

    def test_keys_are_large_enough_to_hit(self, page: ConsolePage) -> None:
        assert all(button.height() >= 24 for button in page.keys.buttons.values())


class TestScreenReader:
    def test_the_chosen_row_can_be_read(self, page: ConsolePage) -> None:
        show(page, typed(fresh(), f"{log_in()} Down").state)
        assert page.view.accessibleDescription() == "System Customization. Configure Lockdown Mode"

    def test_what_changes_is_announced(self, page: ConsolePage, monkeypatch: pytest.MonkeyPatch) -> None:
        said: list[str] = []

        class Listener:
            @staticmethod
            def updateAccessibility(announcement: str) -> None:
                said.append(announcement)

        monkeypatch.setattr(console_view, "QAccessible", Listener)
        monkeypatch.setattr(console_view, "QAccessibleAnnouncementEvent", lambda _widget, words: words)
        menu = typed(fresh(), log_in()).state
        for keys in ("", "Down", ""):
            show(page, typed(menu, keys).state)
        assert said == [
            "System Customization. Configure Password",
            "Configure Lockdown Mode",
            "Configure Password",
        ]
        show(page, typed(menu, "").state)
        assert len(said) == 3

    def test_no_password_is_spoken(self, page: ConsolePage) -> None:
        show(page, typed(fresh(), 'F2 "VMware1!"').state)
        assert page.view.accessibleDescription() == "Log-in. Password, 8 characters"


def test_the_notes_show_what_is_known_of_the_screen(page: ConsolePage) -> None:
    show(page, typed(fresh(), f"{log_in()} Down").state)
    assert page.notes.page is not None
    assert page.notes.page.title == "Configure Lockdown Mode"
    assert "Configure Lockdown Mode" in text(typed(fresh(), f"{log_in()} Down").state)
