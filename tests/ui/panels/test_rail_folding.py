"""Sections of the rail fold by mouse and keyboard and by themselves, and say what they hide."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import Window, dressed, ink, present, tip_at
from vmexplorer.ui.panels.rail import WIDTH, Rail
from vmexplorer.ui.panels.rail_folding import Section, unfolded
from vmexplorer.ui.panels.rail_rows import RowData, RowKind

K = Qt.Key
CAPTIONS = ("VIEWS", "MESSAGE PATHS", "LABS", "TOURS", "QUIZ")
LOW = [Section("VIEWS", 200), Section("MESSAGE PATHS", 500), Section("LABS", 100), Section("QUIZ", 30)]


@pytest.fixture
def rail(qtbot: QtBot) -> Iterator[Rail]:
    """A rail with room for everything, in a window that hears the keys it leaves."""
    with dressed():
        made = Rail(ink())
        made.set_views([("overview", "Overview"), ("kernel", "VMkernel")])
        made.set_flows([(f"F{number:02}", f"Message path {number}", True, "") for number in range(12)])
        made.set_labs([("whatif", "What-if", "", "LABS"), ("quiz", "Interview questions", "", "QUIZ")])
        made.set_tours([("ten", "Ten minutes", "")])
        window = present(qtbot, Window(made, "Space", "Right"), WIDTH + 24, 1000)
        yield made
        window.close()


def item(rail: Rail, name: str) -> QListWidgetItem:
    found = [rail.list.item(row) for row in range(rail.list.count())]
    return next(one for one in found if one.text() == name)


def shown(rail: Rail) -> list[str]:
    return [caption for caption in CAPTIONS if item(rail, caption).data(RowData.UNFOLDED)]


def spoken(rail: Rail, name: str) -> str:
    place = rail.list.row(item(rail, name))
    return QAccessible.queryAccessibleInterface(rail.list).child(place).text(QAccessible.Text.Name)


def click(rail: Rail, name: str) -> None:
    place = rail.list.visualItemRect(item(rail, name)).center()
    QTest.mouseClick(rail.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def resize(qtbot: QtBot, rail: Rail, height: int) -> None:
    rail.window().resize(WIDTH + 24, height)
    qtbot.waitUntil(lambda: rail.window().height() == height)


def test_with_room_for_everything_nothing_is_folded(rail: Rail) -> None:
    assert shown(rail) == list(CAPTIONS)
    assert rail.folding == {}


def test_what_has_no_room_is_folded_until_there_is_room_again(rail: Rail, qtbot: QtBot) -> None:
    resize(qtbot, rail, 560)
    assert {"MESSAGE PATHS"} <= set(shown(rail)) < set(CAPTIONS)
    qtbot.waitUntil(lambda: rail.list.verticalScrollBar().maximum() == 0)
    resize(qtbot, rail, 1000)
    assert shown(rail) == list(CAPTIONS)


def test_a_click_on_a_caption_folds_and_unfolds(rail: Rail) -> None:
    click(rail, "VIEWS")
    assert item(rail, "VMkernel").isHidden()
    assert item(rail, "VIEWS").data(RowData.SIGN) == "2"
    click(rail, "VIEWS")
    assert not item(rail, "VMkernel").isHidden()
    assert item(rail, "VIEWS").data(RowData.SIGN) == ""
    assert rail.folding == {"VIEWS": True}


@pytest.mark.parametrize("key", [K.Key_Return, K.Key_Enter, K.Key_Space])
def test_enter_and_space_fold_and_unfold_the_section_of_the_caption(rail: Rail, key: Qt.Key) -> None:
    rail.list.setFocus()
    rail.list.setCurrentItem(item(rail, "LABS"))
    QTest.keyClick(rail.list, key)
    assert "LABS" not in shown(rail)
    QTest.keyClick(rail.list, key)
    assert "LABS" in shown(rail)


def test_left_folds_and_right_unfolds(rail: Rail) -> None:
    rail.list.setFocus()
    rail.list.setCurrentItem(item(rail, "TOURS"))
    for key, wanted in [(K.Key_Right, True), (K.Key_Left, False), (K.Key_Left, False), (K.Key_Right, True)]:
        QTest.keyClick(rail.list, key)
        assert ("TOURS" in shown(rail)) is wanted
    window = rail.window()
    assert isinstance(window, Window)
    assert (window.pressed, window.arrived) == ([], [])


def test_the_arrows_pass_over_what_is_folded(rail: Rail) -> None:
    click(rail, "MESSAGE PATHS")
    rail.list.setFocus()
    rail.list.setCurrentItem(item(rail, "MESSAGE PATHS"))
    QTest.keyClick(rail.list, K.Key_Down)
    assert rail.list.currentItem() is item(rail, "LABS")


def test_a_row_that_is_folded_away_hands_the_keyboard_to_its_caption(rail: Rail) -> None:
    rail.list.setFocus()
    rail.list.setCurrentItem(item(rail, "Message path 3"))
    click(rail, "MESSAGE PATHS")
    assert rail.list.currentItem() is item(rail, "MESSAGE PATHS")


def test_a_folded_section_says_what_of_it_is_open(rail: Rail) -> None:
    rail.mark_flow("F03")
    click(rail, "MESSAGE PATHS")
    caption = item(rail, "MESSAGE PATHS")
    assert caption.data(RowData.SIGN) == "Message path 3"
    assert spoken(rail, "MESSAGE PATHS") == "MESSAGE PATHS, section of 12, folded, Message path 3 is shown"
    place = rail.list.visualItemRect(caption).center()
    assert tip_at(rail.list.viewport(), place) == "<p>Message path 3 is shown</p>"
    rail.mark_flow("F04")
    assert caption.data(RowData.SIGN) == "Message path 4"
    rail.mark_flow(None)
    assert caption.data(RowData.SIGN) == "12"


def test_the_sign_and_the_arrow_are_painted(rail: Rail) -> None:
    place = rail.list.visualItemRect(item(rail, "VIEWS"))
    right = place.adjusted(place.width() // 2, 0, 0, 0)
    before = rail.list.viewport().grab(right).toImage()
    click(rail, "VIEWS")
    folded = rail.list.viewport().grab(right).toImage()
    rail.mark_view("kernel")
    named = rail.list.viewport().grab(right).toImage()
    assert before != folded != named != before


def test_folding_is_spoken(rail: Rail) -> None:
    assert spoken(rail, "LABS") == "LABS, section of 1, unfolded"
    click(rail, "LABS")
    assert spoken(rail, "LABS") == "LABS, section of 1, folded"
    place = rail.list.row(item(rail, "LABS"))
    interface = QAccessible.queryAccessibleInterface(rail.list).child(place)
    assert interface.text(QAccessible.Text.Description) == "Enter or Space unfolds it"


def test_folding_outlives_another_list_and_another_rail(rail: Rail) -> None:
    click(rail, "VIEWS")
    rail.set_views([("ha", "High availability")])
    assert item(rail, "High availability").isHidden()
    rail.set_folding({"TOURS": False})
    assert shown(rail) == ["VIEWS", "MESSAGE PATHS", "LABS", "QUIZ"]


def test_a_section_that_is_unfolded_comes_into_sight(rail: Rail, qtbot: QtBot) -> None:
    resize(qtbot, rail, 420)
    click(rail, "VIEWS")
    click(rail, "MESSAGE PATHS")
    assert {"VIEWS", "MESSAGE PATHS"} <= set(shown(rail))
    assert rail.list.viewport().rect().contains(rail.list.visualItemRect(item(rail, "MESSAGE PATHS")))


def test_captions_are_rows_of_their_kind(rail: Rail) -> None:
    kinds = [item(rail, caption).data(RowData.KIND) for caption in CAPTIONS]
    assert kinds == [RowKind.CAPTION] * len(CAPTIONS)
    assert rail.list.visualItemRect(item(rail, "VIEWS")).contains(QPoint(20, 20))


def test_what_is_wanted_most_is_unfolded_first() -> None:
    assert unfolded(LOW, 630, {}) == {"MESSAGE PATHS", "LABS", "QUIZ"}
    assert unfolded(LOW, 540, {}) == {"MESSAGE PATHS", "QUIZ"}
    assert unfolded(LOW, 830, {}) == {"MESSAGE PATHS", "LABS", "QUIZ", "VIEWS"}


def test_one_section_is_unfolded_even_where_it_must_scroll() -> None:
    assert unfolded(LOW, 40, {}) == {"MESSAGE PATHS"}
    assert unfolded(LOW, 40, {"VIEWS": True}) == {"VIEWS"}


@given(st.integers(0, 1200), st.dictionaries(st.sampled_from([section.caption for section in LOW]), st.booleans()))
def test_choices_stand_and_nothing_else_needs_scrolling(room: int, chosen: dict[str, bool]) -> None:
    found = unfolded(LOW, room, chosen)
    assert all((caption in found) is wanted for caption, wanted in chosen.items())
    others = [section for section in LOW if section.caption in found and section.caption not in chosen]
    if len(others) > 1:
        assert sum(section.height for section in LOW if section.caption in found) <= room
