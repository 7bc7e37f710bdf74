"""Widgets side by side that go on in further lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vmexplorer.ui.panels.wrap_layout import WrapLayout


class Block(QWidget):
    """A widget that asks for 100x20."""

    def sizeHint(self) -> QSize:
        return QSize(100, 20)


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    """Five blocks with gaps of 10 in a margin of 5."""
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = WrapLayout(holder, gap=10)
    layout.setContentsMargins(5, 5, 5, 5)
    for _ in range(5):
        layout.addWidget(Block())
    return holder


def layout_of(row: QWidget) -> WrapLayout:
    layout = row.layout()
    assert isinstance(layout, WrapLayout)
    return layout


def places(row: QWidget, width: int) -> list[tuple[int, int]]:
    row.resize(width, layout_of(row).heightForWidth(width))
    row.show()
    layout_of(row).activate()
    widgets = [item.widget() for place in range(5) if (item := layout_of(row).itemAt(place))]
    return [(widget.x(), widget.y()) for widget in widgets if widget is not None]


def test_everything_stands_in_one_line_where_there_is_room(row: QWidget) -> None:
    assert places(row, 560) == [(5, 5), (115, 5), (225, 5), (335, 5), (445, 5)]
    assert layout_of(row).heightForWidth(560) == 30


@pytest.mark.parametrize(("width", "columns"), [(549, 4), (220, 2), (110, 1), (40, 1)])
def test_a_narrower_room_takes_more_lines(row: QWidget, width: int, columns: int) -> None:
    found = places(row, width)
    assert max(y for _, y in found) == 5 + 30 * (-(-5 // columns) - 1)
    assert len({x for x, _ in found}) == columns
    assert layout_of(row).heightForWidth(width) == 10 + 30 * -(-5 // columns) - 10


def test_what_is_hidden_takes_no_room(row: QWidget) -> None:
    row.show()
    item = layout_of(row).itemAt(0)
    assert item is not None
    widget = item.widget()
    assert widget is not None
    widget.hide()
    assert layout_of(row).heightForWidth(450) == 30
    assert places(row, 450)[1] == (5, 5)


def test_sizes_that_it_asks_for(row: QWidget) -> None:
    assert layout_of(row).sizeHint() == QSize(560, 30)
    assert layout_of(row).hasHeightForWidth()
    assert layout_of(row).itemAt(5) is None
    assert layout_of(row).takeAt(5) is None
