"""The way above the map: where one is, and back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import dressed, present, wrappers
from vmexplorer.ui.panels.breadcrumb import Breadcrumb, Crumb

WAY = (("overview", "Overview"), ("host", "ESXi host"), ("vmkernel", "VMkernel"))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def crumbs(qtbot: QtBot) -> Iterator[Breadcrumb]:
    with dressed():
        made = Breadcrumb()
        made.show_way(WAY)
        yield present(qtbot, made, 800, 38)


def texts(crumbs: Breadcrumb) -> list[str]:
    """What is seen, from left to right."""
    shown = [widget for kind in (QLabel, QToolButton) for widget in crumbs.findChildren(kind) if widget.isVisible()]
    return [widget.text().strip() for widget in sorted(shown, key=lambda widget: widget.x())]


def arrow(crumbs: Breadcrumb, text: str) -> QToolButton:
    return next(button for button in crumbs.findChildren(QToolButton) if button.text() == text)


def test_way_is_shown_from_the_outermost_view(crumbs: Breadcrumb) -> None:
    assert texts(crumbs) == ["‹", "›", "Overview", "›", "ESXi host", "›", "VMkernel"]


def test_every_view_but_the_present_one_leads_there(crumbs: Breadcrumb) -> None:
    heard: list[str] = []
    crumbs.view_chosen.connect(heard.append)
    for crumb in crumbs.findChildren(Crumb):
        QTest.mouseClick(crumb, LEFT)
    assert heard == ["overview", "host"]


def test_another_way_takes_the_place_of_the_old_one(crumbs: Breadcrumb, qtbot: QtBot) -> None:
    crumbs.show_way(WAY[:1])
    qtbot.waitUntil(lambda: texts(crumbs) == ["‹", "›", "Overview"])
    crumbs.show_way(())
    assert texts(crumbs) == ["‹", "›"]


def test_arrows_go_back_and_forward_when_there_is_a_way(crumbs: Breadcrumb) -> None:
    heard: list[str] = []
    crumbs.back_wanted.connect(lambda: heard.append("back"))
    crumbs.forward_wanted.connect(lambda: heard.append("forward"))
    crumbs.set_ways_open(False, True)
    for text in "‹›":
        QTest.mouseClick(arrow(crumbs, text), LEFT)
    assert heard == ["forward"]
    crumbs.set_ways_open(True, False)
    for text in "‹›":
        QTest.mouseClick(arrow(crumbs, text), LEFT)
    assert heard == ["forward", "back"]


def test_all_of_it_is_spoken(crumbs: Breadcrumb) -> None:
    names = [button.accessibleName() for button in crumbs.findChildren(QToolButton)]
    assert sorted(names) == ["Back to the view before", "Forward again", "Go to ESXi host", "Go to Overview"]


def test_names_are_taken_literally(crumbs: Breadcrumb, qtbot: QtBot) -> None:
    crumbs.show_way([("a", "<b>A</b> & A"), ("b", "<i>B</i> & C")])
    # In a button a doubled & is one that is seen.
    qtbot.waitUntil(lambda: texts(crumbs)[2:] == ["<b>A</b> && A", "›", "<i>B</i> & C"])
    here = next(label for label in crumbs.findChildren(QLabel) if label.objectName() == "here")
    assert here.textFormat() is Qt.TextFormat.PlainText


def test_crumb_can_be_clicked_though_it_goes_away(crumbs: Breadcrumb, qtbot: QtBot) -> None:
    crumbs.view_chosen.connect(lambda _: crumbs.show_way(WAY[:1]))
    QTest.mouseClick(crumbs.findChildren(Crumb)[0], LEFT)
    qtbot.waitUntil(lambda: texts(crumbs) == ["‹", "›", "Overview"])


def test_hundred_ways_leave_nothing_behind(crumbs: Breadcrumb) -> None:
    counts = []
    for _ in range(3):
        for _ in range(30):
            crumbs.show_way(WAY[:2])
            crumbs.show_way(WAY)
        counts.append(wrappers()["Crumb"])
    assert counts == [2, 2, 2]
