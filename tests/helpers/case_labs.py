"""The troubleshooting lab as a person uses it, and what it has said."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.helpers.cases import KnownSimulator, simulator
from tests.helpers.windows import rows
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.stage.overlay import Overlay
from vmexplorer.ui.labs.cases.case_head import Pane
from vmexplorer.ui.labs.cases.cases_lab import CasesLab

LEFT = Qt.MouseButton.LeftButton


class Heard:
    """What a lab has said."""

    def __init__(self, lab: CasesLab) -> None:
        self.overlays: list[Overlay | None] = []
        self.wishes: list[tuple[str, str]] = []
        self.said: list[str] = []
        lab.overlay_changed.connect(self.overlays.append)
        lab.said.connect(self.said.append)
        lab.flow_wanted.connect(self._flow)
        lab.component_wanted.connect(self._component)
        lab.link_wanted.connect(self._link)
        lab.era_wanted.connect(self._era)
        lab.view_wanted.connect(self._view)

    def _flow(self, id: str) -> None:
        self.wishes.append(("flow", id))

    def _component(self, id: str) -> None:
        self.wishes.append(("component", id))

    def _link(self, id: str) -> None:
        self.wishes.append(("link", id))

    def _era(self, id: str) -> None:
        self.wishes.append(("era", id))

    def _view(self, id: str) -> None:
        self.wishes.append(("view", id))


def known_simulator(atlas: Atlas) -> KnownSimulator:
    """The simulator of the cases of the tests, whatever the atlas."""
    return simulator()


def click_row(pane: QWidget, title: str) -> None:
    """Clicks a row by its title."""
    QTest.mouseClick(rows(pane)[title], LEFT, Qt.KeyboardModifier.NoModifier, QPoint(20, 12))


def click(button: QPushButton) -> None:
    """Clicks a button."""
    QTest.mouseClick(button, LEFT)


def make_check(lab: CasesLab, name: str) -> None:
    """Clicks a check in the list of checks."""
    checks = lab.page.look.checks.list
    item = next(checks.item(row) for row in range(checks.count()) if checks.item(row).text() == name)
    checks.scrollToItem(item)
    place = checks.visualItemRect(item).center()
    QTest.mouseClick(checks.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)


def open_case(lab: CasesLab) -> None:
    """Opens the case of the tests from the list."""
    click_row(lab.page.list, "The silent agent")


def tab(lab: CasesLab, pane: Pane) -> QPushButton:
    """The button that leads to a pane."""
    button = lab.page.head.tabs.button(pane)
    assert isinstance(button, QPushButton)
    return button
