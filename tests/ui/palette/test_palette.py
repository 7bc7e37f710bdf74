"""The search: typing asks, keys walk, Enter or a click chooses, Esc leaves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import Window, dressed_window, ink, left_behind, wrappers
from vmexplorer.app.search import Hit
from vmexplorer.app.search_index import HitKind
from vmexplorer.ui.palette.palette import WIDTH, Palette


def hit(number: int) -> Hit:
    return Hit(HitKind.COMPONENT, f"c{number}", f"Part {number}", "What it does", "name", 100.0 - number)


HITS = tuple(hit(number) for number in range(20))


@pytest.fixture
def window(qtbot: QtBot, field: QLineEdit) -> Iterator[Window]:
    with dressed_window(qtbot, field, "Up", "Down", "PgUp", "PgDown", "Return", "Esc", "Space") as made:
        yield made


@pytest.fixture
def palette(window: Window, field: QLineEdit) -> Palette:
    made = Palette(ink(), window)
    field.setFocus()
    made.open()
    return made


def asked(palette: Palette) -> list[str]:
    heard: list[str] = []
    palette.queried.connect(heard.append)
    return heard


def row(palette: Palette) -> int:
    return palette.list.currentIndex().row()


def key(palette: Palette, *keys: Qt.Key) -> None:
    for one in keys:
        QTest.keyClick(palette.field, one)


def test_opens_near_the_top_in_the_middle(palette: Palette, window: Window) -> None:
    card = palette.card.geometry()
    assert card.width() == WIDTH
    assert abs(card.center().x() - window.width() / 2) <= 1
    assert 40 <= card.top() <= 80
    assert palette.field.hasFocus()


def test_every_letter_asks(palette: Palette) -> None:
    heard = asked(palette)
    QTest.keyClicks(palette.field, "hos")
    key(palette, Qt.Key.Key_Backspace)
    assert heard == ["h", "ho", "hos", "ho"]


def test_opening_asks_for_nothing_and_starts_empty(palette: Palette) -> None:
    QTest.keyClicks(palette.field, "hos")
    palette.set_hits(HITS)
    palette.close()
    heard = asked(palette)
    palette.open()
    assert (heard, palette.field.text(), palette.list.isVisible()) == ([""], "", False)


def test_opening_twice_only_marks_the_text(palette: Palette) -> None:
    QTest.keyClicks(palette.field, "hos")
    heard = asked(palette)
    palette.open()
    assert (heard, palette.field.selectedText()) == ([], "hos")


def test_first_hit_is_current_and_enter_chooses_it(palette: Palette) -> None:
    palette.set_hits(HITS[3:])
    heard: list[object] = []
    palette.closed.connect(lambda: heard.append("closed"))
    palette.chosen.connect(heard.append)
    key(palette, Qt.Key.Key_Return)
    # Closed first: whoever hears of the hit may give the focus away.
    assert heard == ["closed", HITS[3]]
    assert not palette.isVisible()


def test_arrow_keys_walk_and_go_round_at_the_ends(palette: Palette, window: Window) -> None:
    palette.set_hits(HITS)
    key(palette, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert row(palette) == 2
    key(palette, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert row(palette) == 19
    key(palette, Qt.Key.Key_Down)
    assert row(palette) == 0
    assert palette.field.hasFocus()
    assert window.pressed == []


def test_pages_stop_at_the_ends(palette: Palette, window: Window) -> None:
    palette.set_hits(HITS)
    rows = []
    for one in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp):
        key(palette, one)
        rows.append(row(palette))
    key(palette, Qt.Key.Key_PageUp)
    assert [*rows, row(palette)] == [8, 16, 19, 11, 3, 0]
    assert window.pressed == []


def test_current_row_is_always_in_sight(palette: Palette) -> None:
    palette.set_hits(HITS)
    key(palette, *[Qt.Key.Key_Down] * 15)
    assert palette.list.viewport().rect().contains(palette.list.visualRect(palette.list.currentIndex()))


def test_click_chooses(palette: Palette, qtbot: QtBot) -> None:
    palette.set_hits(HITS)
    place = palette.list.visualRect(palette.list.model().index(2, 0)).center()
    with qtbot.waitSignal(palette.chosen) as caught:
        QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert caught.args == [HITS[2]]


def test_letters_still_reach_the_field_after_a_click_on_the_card(palette: Palette, window: Window) -> None:
    QTest.mouseClick(palette.card, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(4, 4))
    QTest.keyClicks(window.focusWidget(), "a b")
    assert palette.field.text() == "a b"
    assert window.pressed == []


def test_escape_closes_and_gives_the_focus_back(
    palette: Palette, field: QLineEdit, window: Window, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(palette.closed):
        key(palette, Qt.Key.Key_Escape)
    assert field.hasFocus()
    assert window.pressed == []


def test_click_beside_the_card_closes(palette: Palette, qtbot: QtBot) -> None:
    with qtbot.waitSignal(palette.closed):
        QTest.mouseClick(palette, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(20, 400))
    assert not palette.isVisible()


def test_focus_is_not_given_to_what_is_gone(palette: Palette, window: Window, field: QLineEdit) -> None:
    field.deleteLater()
    wrappers()
    key(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_enter_without_hits_does_nothing(palette: Palette) -> None:
    heard: list[object] = []
    palette.chosen.connect(heard.append)
    key(palette, Qt.Key.Key_Return)
    assert (heard, palette.isVisible()) == ([], True)


def test_nothing_found_is_said_with_a_hint(palette: Palette) -> None:
    assert palette.empty_title.text() == "Search the pack"
    QTest.keyClicks(palette.field, "zz<b>")
    palette.set_hits(())
    assert palette.empty_title.isVisible()
    assert palette.empty_title.text() == "Nothing found for “zz<b>”"
    assert palette.empty_title.textFormat() is Qt.TextFormat.PlainText
    assert "902" in palette.empty_hint.text()
    palette.set_hits(HITS)
    assert not palette.empty_title.isVisible()
    assert palette.list.isVisible()


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768), (800, 420), (560, 300)])
@pytest.mark.parametrize("count", [0, 1, 20])
def test_card_stays_inside_the_window(palette: Palette, window: Window, width: int, height: int, count: int) -> None:
    window.resize(width, height)
    palette.set_hits(HITS[:count])
    assert palette.rect().contains(palette.card.geometry())
    if count:
        assert palette.list.height() >= 54


def test_scale_makes_card_and_rows_larger(palette: Palette) -> None:
    palette.set_hits(HITS)
    palette.set_scale(1.5)
    assert palette.card.width() == round(WIDTH * 1.5)
    assert palette.list.visualRect(palette.list.model().index(0, 0)).height() == 81
    assert palette.field.font().pixelSize() == round(17 * 1.5)


def test_opening_and_closing_leaves_nothing_behind(palette: Palette, window: Window) -> None:
    def round_trip() -> None:
        palette.open()
        QTest.keyClicks(palette.field, "ab")
        palette.set_hits(HITS)
        key(palette, Qt.Key.Key_Down, Qt.Key.Key_Escape)

    assert not left_behind(round_trip, 50)


def test_palette_can_be_made_and_deleted_again_and_again(window: Window) -> None:
    def round_trip() -> None:
        made = Palette(ink(), window)
        made.open()
        made.set_hits(HITS)
        made.close()
        made.deleteLater()

    assert not left_behind(round_trip, 10)
