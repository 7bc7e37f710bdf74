"""The top bar: every control says one thing, and nothing is cut in any width."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.helpers.packs import atlas_of
from tests.helpers.widgets import dressed, ink, present
from vmexplorer import resources
from vmexplorer.atlas.era import Era
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.panels.top_bar import HEIGHT, TopBar

FULL_TEXT = "Search parts, paths, ports, commands"


@pytest.fixture(scope="module")
def eras() -> tuple[Era, ...]:
    return atlas_of(resources.pack()).eras


@pytest.fixture
def bar(qtbot: QtBot, eras: tuple[Era, ...]) -> Iterator[TopBar]:
    with dressed():
        made = TopBar(ink())
        made.set_title("ESXi Architecture")
        made.set_eras(eras)
        yield present(qtbot, made, 1366, HEIGHT)


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_button_to_present_says_where_its_menu_belongs(bar: TopBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.present_wanted) as caught:
        click(bar.present)
    assert caught.args == [bar.present.mapToGlobal(QPoint(0, bar.present.height()))]


@pytest.mark.parametrize("name", ["search", "theme", "route", "help"])
def test_button_says_what_is_wanted(bar: TopBar, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(getattr(bar, f"{name}_wanted")) as caught:
        click(getattr(bar, name))
    assert caught.args == []


def test_chosen_era_is_passed_on(bar: TopBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.era_chosen) as caught:
        QTest.mouseClick(
            bar.eras, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bar.eras.segment(2).center().toPoint()
        )
    assert caught.args == ["e5"]


def test_changes_are_switched_on_and_off(bar: TopBar) -> None:
    heard: list[bool] = []
    bar.changes_toggled.connect(heard.append)
    click(bar.changes)
    click(bar.changes)
    assert heard == [True, False]


def test_setters_announce_nothing(bar: TopBar) -> None:
    heard: list[object] = []
    bar.changes_toggled.connect(heard.append)
    bar.era_chosen.connect(heard.append)
    bar.set_changes(True)
    bar.set_route(True)
    bar.set_era("e6")
    assert heard == []
    assert (bar.changes.isChecked(), bar.route.isChecked(), bar.eras.era) == (True, True, "e6")


def test_tab_reaches_every_control_from_left_to_right(bar: TopBar) -> None:
    bar.eras.setFocus()
    reached = []
    for _ in range(8):
        reached.append(bar.focusWidget())
        QTest.keyClick(bar.focusWidget(), Qt.Key.Key_Tab)
    assert reached == [bar.eras, bar.changes, bar.search, bar.show_button, bar.theme, bar.route, bar.help, bar.present]


def test_wide_bar_lines_the_versions_up_with_the_map(bar: TopBar) -> None:
    assert bar.eras.geometry().left() + bar.eras.segment(0).left() == 272 + 16


def test_versions_follow_the_width_of_the_rail(bar: TopBar) -> None:
    bar.set_column(218)
    bar.layout().activate()
    assert bar.eras.geometry().left() + bar.eras.segment(0).left() == 218 + 16


def assert_nothing_is_cut(bar: TopBar) -> None:
    assert not bar.title.cut
    for button in (bar.changes, bar.theme, bar.route, bar.help, bar.present):
        assert button.width() >= button.sizeHint().width(), button.text()
    text, keys = bar.search.shown
    metrics = QFontMetrics(fonts.font(round(14 * bar.height() / HEIGHT)))
    assert metrics.horizontalAdvance(text) + metrics.horizontalAdvance(keys) < bar.search.width() - 24
    parts = [bar.title, bar.eras, bar.changes, bar.search, bar.show_button, bar.theme, bar.route, bar.help, bar.present]
    for left, right in pairwise(parts):
        assert left.geometry().right() < right.geometry().left()
    assert parts[-1].geometry().right() < bar.width()


@pytest.mark.parametrize("width", range(1100, 1960, 20))
def test_nothing_is_cut_from_1100_pixels_up(bar: TopBar, width: int) -> None:
    bar.resize(width, HEIGHT)
    bar.layout().activate()
    assert_nothing_is_cut(bar)


@pytest.mark.parametrize(("scale", "width"), [(1.22, 1366), (1.7, 1920), (1.0, 1366)])
def test_nothing_is_cut_when_the_text_is_large(bar: TopBar, scale: float, width: int) -> None:
    bar.set_scale(scale)
    bar.resize(width, bar.height())
    bar.layout().activate()
    assert bar.height() == round(HEIGHT * scale)
    assert_nothing_is_cut(bar)


def test_search_shows_its_whole_text_and_keys_at_1366(bar: TopBar) -> None:
    assert bar.search.shown == (FULL_TEXT, "Ctrl K")
    bar.set_search_keys("F3")
    assert bar.search.shown == (FULL_TEXT, "F3")


def test_narrow_search_spares_text_before_keys(bar: TopBar) -> None:
    bar.search.resize(230, 34)
    assert bar.search.shown == ("Search parts", "Ctrl K")
    bar.search.resize(84, 34)
    assert bar.search.shown == ("Search", "")
    assert bar.search.accessibleName() == FULL_TEXT


def test_long_title_gives_way_and_stands_in_the_tool_tip(bar: TopBar) -> None:
    title = "A pack with a name that is far too long for any bar of this program"
    bar.set_title(title)
    bar.layout().activate()
    assert bar.title.cut
    assert title in bar.title.toolTip()
    assert bar.title.geometry().right() < bar.eras.geometry().left()


def test_another_theme_repaints(bar: TopBar) -> None:
    before = bar.grab().toImage()
    bar.set_ink(ink("projector"))
    assert bar.grab().toImage() != before
