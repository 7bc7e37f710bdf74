"""The rail: one list of views and message paths, walked by keys and by clicks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from tests.helpers.packs import atlas_of
from tests.helpers.widgets import Window, dressed, ink, present
from vmexplorer import resources
from vmexplorer.atlas.component import Kind
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.panels.rail import WIDTH, Rail

VIEWS = (("overview", "Overview"), ("kernel", "VMkernel"))
FLOWS = (
    ("F01", "Power on a VM via vCenter", True, "What one click sets off"),
    ("F02", "Hardware health over CIM", False, "Runs in ESXi 3.5 to 6.7"),
    ("F03", "Forward logs to syslog", True, ""),
)


@pytest.fixture
def rail(qtbot: QtBot) -> Iterator[Rail]:
    with dressed():
        made = filled(Rail(ink()))
        yield present(qtbot, made, WIDTH, 700)


def filled(rail: Rail) -> Rail:
    rail.set_views(VIEWS)
    rail.set_flows(FLOWS)
    return rail


def paths(count: int) -> list[tuple[str, str, bool, str]]:
    return [(f"F{number:02}", f"Message path {number}", True, "") for number in range(count)]


def names(rail: Rail) -> list[str]:
    return [rail.list.item(row).text() for row in range(rail.list.count())]


def item(rail: Rail, name: str) -> QListWidgetItem:
    return rail.list.item(names(rail).index(name))


def middle(rail: Rail, name: str) -> QPoint:
    return rail.list.visualItemRect(item(rail, name)).center()


def heard_by(rail: Rail) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []

    def view(id: str) -> None:
        heard.append(("view", id))

    def flow(id: str) -> None:
        heard.append(("flow", id))

    rail.view_chosen.connect(view)
    rail.flow_chosen.connect(flow)
    return heard


def click(rail: Rail, name: str) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(rail.list.viewport(), left, none, middle(rail, name))


def test_sections_stand_under_their_captions(rail: Rail) -> None:
    views, flows = [name for _, name in VIEWS], [name for _, name, _, _ in FLOWS]
    assert names(rail) == ["VIEWS", *views, "MESSAGE PATHS", *flows]


def test_click_chooses(rail: Rail) -> None:
    heard = heard_by(rail)
    click(rail, "VMkernel")
    click(rail, "Forward logs to syslog")
    assert heard == [("view", "kernel"), ("flow", "F03")]


def test_caption_and_flow_of_another_era_choose_nothing(rail: Rail) -> None:
    heard = heard_by(rail)
    click(rail, "VIEWS")
    click(rail, "Hardware health over CIM")
    assert heard == []


def test_flow_of_another_era_is_grey_and_says_why(rail: Rail) -> None:
    grey = item(rail, "Hardware health over CIM")
    assert not grey.flags() & Qt.ItemFlag.ItemIsEnabled
    assert grey.toolTip() == "<p>Runs in ESXi 3.5 to 6.7</p>"
    spoken = QAccessible.queryAccessibleInterface(rail.list).child(names(rail).index("Hardware health over CIM"))
    assert spoken.text(QAccessible.Text.Description) == "Runs in ESXi 3.5 to 6.7"
    assert spoken.text(QAccessible.Text.Name) == "Hardware health over CIM, not in this version"


def test_arrow_keys_walk_over_what_can_be_chosen_and_enter_chooses(qtbot: QtBot) -> None:
    rail = filled(Rail(ink()))
    window = present(qtbot, Window(rail, "Up", "Down", "Return", "Home"), 320, 700)
    heard = heard_by(rail)
    rail.list.setFocus()
    QTest.keyClick(rail.list, Qt.Key.Key_Home)
    assert rail.list.currentItem() is item(rail, "VIEWS")
    down, enter = Qt.Key.Key_Down, Qt.Key.Key_Return
    for key in (down, enter, down, down, down, enter, down, Qt.Key.Key_Enter):
        QTest.keyClick(rail.list, key)
    assert heard == [("view", "overview"), ("flow", "F01"), ("flow", "F03")]
    assert window.pressed == []


def test_space_and_sideways_arrows_are_left_to_the_player(qtbot: QtBot) -> None:
    rail = filled(Rail(ink()))
    window = present(qtbot, Window(rail, "Space", "Right"), 320, 700)
    rail.list.setFocus()
    rail.list.setCurrentItem(item(rail, "VMkernel"))
    QTest.keyClick(rail.list, Qt.Key.Key_Space)
    QTest.keyClick(rail.list, Qt.Key.Key_Right)
    assert window.pressed == ["Space", "Right"]


def test_keys_that_do_not_walk_the_list_reach_the_window(qtbot: QtBot) -> None:
    rail = filled(Rail(ink()))
    window = present(qtbot, Window(rail), 320, 700)
    rail.list.setFocus()
    rail.list.setCurrentItem(item(rail, "VMkernel"))
    current = rail.list.currentRow()
    keys = [Qt.Key.Key_L, Qt.Key.Key_P, Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_0]
    for key in keys:
        QTest.keyClick(rail.list, key)
    assert window.arrived == keys
    assert rail.list.currentRow() == current


def test_click_leaves_the_focus_to_the_map(rail: Rail) -> None:
    rail.list.clearFocus()
    click(rail, "VMkernel")
    assert not rail.list.hasFocus()


def test_row_with_the_focus_has_a_ring(rail: Rail) -> None:
    rail.list.setCurrentItem(item(rail, "VMkernel"))
    rail.list.clearFocus()
    before = rail.list.grab().toImage()
    rail.list.setFocus()
    assert rail.list.grab().toImage() != before


def pixel(rail: Rail, name: str, x: int) -> object:
    place = QPoint(x, middle(rail, name).y())
    return rail.list.viewport().grab().toImage().pixelColor(place)


def test_marked_flow_has_a_bar_at_its_left(rail: Rail) -> None:
    bar = ink().kind(Kind.VCENTER)
    assert pixel(rail, "Forward logs to syslog", 12) != bar
    rail.mark_flow("F03")
    assert pixel(rail, "Forward logs to syslog", 12) == bar
    rail.mark_flow("F01")
    assert pixel(rail, "Forward logs to syslog", 12) != bar
    assert pixel(rail, "Power on a VM via vCenter", 12) == bar
    rail.mark_flow(None)
    assert pixel(rail, "Power on a VM via vCenter", 12) != bar


def test_marks_are_spoken_and_announce_nothing(rail: Rail) -> None:
    heard = heard_by(rail)
    rail.mark_view("kernel")
    rail.mark_flow("F01")
    list_ = QAccessible.queryAccessibleInterface(rail.list)
    spoken = [list_.child(row).text(QAccessible.Text.Name) for row in range(rail.list.count())]
    assert [name for name in spoken if name.endswith(", shown")] == [
        "VMkernel, shown",
        "Power on a VM via vCenter, shown",
    ]
    assert heard == []


def test_marks_and_current_row_outlive_another_list(rail: Rail) -> None:
    rail.mark_flow("F03")
    rail.list.setCurrentItem(item(rail, "Forward logs to syslog"))
    rail.set_flows([FLOWS[2], FLOWS[0]])
    assert rail.list.currentItem() is item(rail, "Forward logs to syslog")
    assert pixel(rail, "Forward logs to syslog", 12) == ink().kind(Kind.VCENTER)


def test_marking_brings_the_row_into_sight(rail: Rail, qtbot: QtBot) -> None:
    rail.set_flows(paths(60))
    rail.mark_flow("F59")
    qtbot.waitUntil(lambda: rail.list.viewport().rect().contains(middle(rail, "Message path 59")))


def test_rows_move_closer_before_the_list_scrolls(rail: Rail, qtbot: QtBot) -> None:
    rail.set_flows(paths(17))
    rail.resize(WIDTH, 900)
    qtbot.waitUntil(lambda: rail.list.visualItemRect(rail.list.item(1)).height() == 35)
    rail.resize(WIDTH, 640)
    qtbot.waitUntil(lambda: rail.list.visualItemRect(rail.list.item(1)).height() < 32)
    assert rail.list.verticalScrollBar().maximum() == 0
    assert rail.list.visualItemRect(rail.list.item(1)).height() >= 26
    rail.resize(WIDTH, 300)
    qtbot.waitUntil(lambda: rail.list.verticalScrollBar().maximum() > 0)
    assert rail.list.visualItemRect(item(rail, "Message path 1")).height() == 26


def test_long_name_takes_two_lines(rail: Rail) -> None:
    rail.set_flows([("F09", "A message path with quite a long name, 48 letters", True, "")])
    low = rail.list.visualItemRect(item(rail, "VMkernel")).height()
    assert rail.list.visualItemRect(rail.list.item(4)).height() > low


@pytest.mark.parametrize("scale", [1.0, 1.7])
def test_no_shipped_name_is_cut(rail: Rail, scale: float) -> None:
    atlas = atlas_of(resources.pack())
    found = [*(view.name for view in atlas.views.values()), *(flow.name for flow in atlas.flows.values())]
    rail.set_scale(scale)
    rows = rail.list.itemDelegate()
    metrics = QFontMetrics(fonts.font(14 * scale, fonts.font(1).Weight.DemiBold))
    room = rail.width() - 56
    for name in found:
        lines = rows.lines(name, rail.width() - 9)
        assert " ".join(lines) == name
        assert all(metrics.horizontalAdvance(line) <= room for line in lines)


def test_scale_widens_the_rail(rail: Rail) -> None:
    rail.set_scale(1.5)
    assert rail.width() == round(WIDTH * 1.5)


def test_sections_without_rows_have_no_caption(qtbot: QtBot) -> None:
    rail = present(qtbot, Rail(ink()), WIDTH, 300)
    assert names(rail) == []
    rail.set_flows(FLOWS)
    assert names(rail)[0] == "MESSAGE PATHS"
