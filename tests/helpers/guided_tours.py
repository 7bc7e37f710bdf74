"""A guided tour in the window: its card, its entry at the left and its buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from vmexplorer.ui.desk import Desk
from vmexplorer.ui.panels.rail_rows import RowData, RowKind
from vmexplorer.ui.tours.card import TourCard

CHAIN = "vpxd-vpxa-hostd/chain"


def card(desk: Desk) -> TourCard:
    """The card of the tour that is on."""
    found = desk.window.side.findChild(TourCard)
    assert found is not None
    return found


def click(button: QAbstractButton) -> None:
    """Clicks a button."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def marked(desk: Desk) -> list[str]:
    """The names of the tours that are marked at the left."""
    rows = desk.window.rail.list
    items = [rows.item(row) for row in range(rows.count())]
    return [item.text() for item in items if item.data(RowData.KIND) == RowKind.TOUR and item.data(RowData.MARKED)]


def place(desk: Desk) -> str:
    """What the card says of the place in the tour."""
    return card(desk).place.text()
