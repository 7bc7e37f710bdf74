"""The window on the screens that people have: every word whole, in every theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import THEMES
from tests.helpers.windows import opened
from vmexplorer.app.request import OpenRequest
from vmexplorer.ui.app import Program
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.panels.breadcrumb import Breadcrumb
from vmexplorer.ui.panels.era_bar import EraBar
from vmexplorer.ui.panels.rail import Rail
from vmexplorer.ui.panels.search_button import SearchButton
from vmexplorer.ui.panels.texts import ShortLabel

SCREENS = [(1366, 768), (1920, 1080)]
MAY_BE_CUT = ("steplog",)  # a log line is as long as it is, and stands whole in the tool tip


def cut_labels(window: QWidget) -> Iterator[str]:
    """The labels of a window that do not show all of their text."""
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text() or label.objectName() in MAY_BE_CUT:
            continue
        metrics, room = label.fontMetrics(), label.contentsRect()
        if isinstance(label, ShortLabel):
            whole = not label.cut
        elif label.wordWrap():
            whole = label.heightForWidth(label.width()) <= label.height()
        else:
            whole = metrics.horizontalAdvance(label.text()) <= room.width() + 1
        if not whole or metrics.height() > room.height() + 1 or not is_in_sight(label):
            yield f"{label.objectName() or 'label'} {label.text()!r}"


def cut_buttons(window: QWidget) -> Iterator[str]:
    """The buttons of a window with less room than their text needs."""
    for button in window.findChildren(QAbstractButton):
        if not button.isVisible() or not button.text():
            continue
        needed = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text())
        narrow = needed.width() > button.width() - 4 or needed.height() > button.height() + 1
        if narrow or not is_in_sight(button):
            yield f"button {button.text()!r}"


def cut_elsewhere(window: QWidget) -> Iterator[str]:
    """What panels paint by themselves: versions, search, rows of the rail."""
    strong = QFontMetrics(fonts.font(fonts.BODY, fonts.STRONG))
    for eras in window.findChildren(EraBar):
        for place, era in enumerate(eras._eras):
            if strong.horizontalAdvance(era.short) > eras.segment(place).width() - 4:
                yield f"version {era.short}"
    for search in window.findChildren(SearchButton):
        text, keys = search.shown
        plain = QFontMetrics(fonts.font(fonts.BODY))
        if plain.horizontalAdvance(text) + plain.horizontalAdvance(keys) > search.width() - 20 or "Search" not in text:
            yield f"search {text!r}"
    for rail in window.findChildren(Rail):
        for row in range(rail.list.count()):
            name = rail.list.item(row).text()
            if " ".join(rail._rows.lines(name, rail.list.viewport().width())) != name:
                yield f"row {name!r}"


def is_in_sight(widget: QWidget) -> bool:
    """Whether no panel around a widget cuts it off; what scrolls may lie beyond."""
    around = widget.parentWidget()
    room = QRect(widget.rect())
    while around is not None and not around.isWindow():
        if "ScrollArea" in type(around).__name__ or "PageArea" in type(around).__name__:
            return True
        corner = widget.mapTo(around, room.topLeft())
        if not around.rect().contains(QRect(corner, room.size()).adjusted(0, 0, 0, -1)):
            return False
        around = around.parentWidget()
    return True


def cut(program: Program) -> list[str]:
    window = program.window
    return [*cut_labels(window), *cut_buttons(window), *cut_elsewhere(window)]


@pytest.fixture(params=SCREENS, ids=["1366x768", "1920x1080"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    found: tuple[int, int] = request.param
    return found


@pytest.mark.parametrize("theme", THEMES)
def test_no_label_is_cut(qtbot: QtBot, size: tuple[int, int], theme: str) -> None:
    with opened(qtbot, OpenRequest(theme=theme), width=size[0], height=size[1]) as program:
        qtbot.waitUntil(lambda: cut(program) == [])
        program.desk.controller.tell("F01")
        program.desk.controller.scrub(30.0)
        qtbot.waitUntil(lambda: cut(program) == [])


def test_no_step_of_any_path_is_cut(qtbot: QtBot, size: tuple[int, int]) -> None:
    with opened(qtbot, width=size[0], height=size[1]) as program:
        controller, bar = program.desk.controller, program.window.player_bar
        lost = []
        for flow in controller.explorer.atlas.flows:
            controller.tell(flow)
            for hop in range(len(controller.explorer.hops)):
                controller.explorer.player.go_to_step(hop)
                controller.step_changed.emit()
                bar.layout().activate()
                lost += [f"{flow} {hop + 1}: {label.text()}" for label in (bar.title, bar.caption) if label.cut]
        assert lost == []


def test_every_section_of_the_rail_is_in_sight(qtbot: QtBot, size: tuple[int, int]) -> None:
    with opened(qtbot, width=size[0], height=size[1]) as program:
        rail = program.window.rail.list
        qtbot.waitUntil(lambda: rail.verticalScrollBar().maximum() == 0)
        shown = [rail.item(row).text() for row in range(rail.count()) if not rail.item(row).isHidden()]
        assert [name for name in shown if name.isupper()] == ["VIEWS", "MESSAGE PATHS", "LABS", "TOURS", "QUIZ"]
        assert {"Power on a VM via vCenter", "Interview questions"} <= set(shown)


def test_way_to_every_view_is_whole(qtbot: QtBot, size: tuple[int, int]) -> None:
    with opened(qtbot, width=size[0], height=size[1]) as program:
        crumbs = program.window.findChild(Breadcrumb)
        assert crumbs is not None
        for view in program.desk.controller.explorer.atlas.views:
            program.desk.show_view(view)
            qtbot.waitUntil(lambda: list(cut_labels(crumbs)) + list(cut_buttons(crumbs)) == [])


@pytest.mark.parametrize("said", ["route.start", "plane.data"])
def test_messages_are_whole(qtbot: QtBot, size: tuple[int, int], said: str) -> None:
    with opened(qtbot, width=size[0], height=size[1]) as program:
        program.desk.carry_out(said)
        bar = program.window.message_bar
        assert bar.text
        qtbot.waitUntil(lambda: list(cut_labels(bar)) == [])


def test_key_sheet_and_search_are_whole(qtbot: QtBot, size: tuple[int, int]) -> None:
    with opened(qtbot, width=size[0], height=size[1]) as program:
        for command in ("help.keys", "search.open"):
            program.desk.carry_out(command)
            qtbot.waitUntil(lambda: list(cut_labels(program.window)) == [])


@pytest.mark.parametrize("theme", THEMES)
def test_everything_can_be_hit(qtbot: QtBot, size: tuple[int, int], theme: str) -> None:
    with opened(qtbot, OpenRequest(theme=theme, flow="F01", at=9.0), width=size[0], height=size[1]) as program:
        small = [
            f"{type(button).__name__} {button.text()!r} {button.width()}x{button.height()}"
            for button in program.window.findChildren(QAbstractButton)
            if button.isVisible() and min(button.width(), button.height()) < 24
        ]
        assert small == []
