"""The page and the bar for packs that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import Window, dressed, present
from vmexplorer.errors import Problem
from vmexplorer.ui.panels.problem_page import ProblemBar, ProblemPage, counted

PROBLEMS = (
    Problem("components/hostd.yaml", 12, "kind", "is 'user wrld', which is not known", "the nearest is 'user world'"),
    Problem("views/a-view-with-a-long-name-for-a-file-of-a-pack.yaml", None, "", "cannot be read: Permission denied"),
    Problem("flows/F01.yaml", 33, "steps.4.narration.0", "has no mark <b>v</b>, " + "and so on " * 20, "add one"),
)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[ProblemPage]:
    with dressed():
        made = ProblemPage()
        made.set_problems("esxi-lab", PROBLEMS)
        yield present(qtbot, made, 1094, 712)


def cells(page: ProblemPage) -> list[list[str]]:
    table = page.table
    return [[table.item(row, column).text() for column in range(4)] for row in range(table.rowCount())]


def test_every_problem_has_a_row_with_its_place(page: ProblemPage) -> None:
    assert cells(page) == [
        ["components/hostd.yaml:12", "kind", PROBLEMS[0].text, "the nearest is 'user world'"],
        ["views/a-view-with-a-long-name-for-a-file-of-a-pack.yaml", "", "cannot be read: Permission denied", ""],
        ["flows/F01.yaml:33", "steps.4.narration.0", PROBLEMS[2].text, "add one"],
    ]


def test_page_counts_the_problems(page: ProblemPage) -> None:
    assert page.title.text() == "“esxi-lab” cannot be shown"
    assert page.text.text().startswith("3 problems to mend.")
    page.set_problems("esxi-lab", PROBLEMS[:1])
    assert page.text.text().startswith("1 problem to mend.")
    assert page.table.rowCount() == 1


def test_buttons_say_what_is_wanted(page: ProblemPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.retry_wanted):
        QTest.mouseClick(page.retry, Qt.MouseButton.LeftButton)
    page.shipped.setFocus()
    with qtbot.waitSignal(page.shipped_wanted):
        QTest.keyClick(page.shipped, Qt.Key.Key_Return)


@pytest.mark.parametrize(("width", "scale"), [(1094, 1.0), (700, 1.0), (1458, 1.7)])
def test_rows_are_high_enough_for_their_texts(page: ProblemPage, width: int, scale: float) -> None:
    page.resize(width, 712)
    page.set_scale(scale)
    page.layout().activate()
    table = page.table
    rows = table.itemDelegate()
    for row, problem in enumerate(PROBLEMS):
        metrics = QFontMetrics(rows._font(table.model().index(row, 2)))
        room = table.columnWidth(2) - 24
        assert table.rowHeight(row) >= metrics.height() * (metrics.horizontalAdvance(problem.text) // room + 1)
    assert sum(table.columnWidth(column) for column in range(4)) <= table.viewport().width()


def test_few_problems_stand_in_a_low_table(page: ProblemPage) -> None:
    page.set_problems("esxi-lab", PROBLEMS[:1])
    page.layout().activate()
    assert page.table.height() < 120


def test_chosen_rows_can_be_copied(page: ProblemPage) -> None:
    page.table.setFocus()
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == str(PROBLEMS[0])


def test_keys_that_do_not_walk_the_table_reach_the_window(qtbot: QtBot) -> None:
    page = ProblemPage()
    page.set_problems("esxi-lab", PROBLEMS)
    window = present(qtbot, Window(page), 900, 600)
    page.table.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_T, Qt.Key.Key_Space):
        QTest.keyClick(page.table, key)
    assert window.arrived == [Qt.Key.Key_T, Qt.Key.Key_Space]


def test_long_names_break_and_markup_stays_text(page: ProblemPage) -> None:
    wide = page.table.rowHeight(1)
    page.resize(600, 712)
    assert page.table.rowHeight(1) > wide
    assert "<b>" in cells(page)[2][2]


def test_bar_names_the_first_problem_on_one_line(qtbot: QtBot) -> None:
    with dressed():
        bar = present(qtbot, ProblemBar(), 900, 40)
        bar.set_problems(PROBLEMS)
        text = f"The last good state is still shown: 3 problems in the changed files. {PROBLEMS[0]}."
        assert bar.text.text() == text
        assert len(bar.text.shown) == 1
        assert bar.details.width() >= bar.details.sizeHint().width()
        with qtbot.waitSignal(bar.details_wanted):
            QTest.mouseClick(bar.details, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(bar.retry_wanted):
            QTest.mouseClick(bar.retry, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("count", "text"), [(0, "0 problems"), (1, "1 problem"), (12, "12 problems")])
def test_counted(count: int, text: str) -> None:
    assert counted(count) == text
