"""The boot device on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.shipped import shipped_atlas
from tests.helpers.widgets import tip_at
from tests.ui.labs.banks.conftest import Bench
from vmexplorer.playback.motion import EXPLORE


def middle(bench: Bench, number: int) -> QPoint:
    area = bench.page.disk.bar.areas[number - 1]
    return QPoint(round(area.start + area.width / 2), 20)


def test_a_click_on_an_area_asks_for_its_component(qtbot: QtBot, bench: Bench) -> None:
    bar = bench.page.disk.bar
    with qtbot.waitSignal(bench.lab.component_wanted) as heard:
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=middle(bench, 2))
    assert heard.args == ["boot-bank"]
    with qtbot.waitSignal(bench.lab.component_wanted) as heard:
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=middle(bench, 4))
    assert heard.args == ["osdata"]


def test_the_pointer_is_told_what_lies_under_it(bench: Bench) -> None:
    tip = tip_at(bench.page.disk.bar, middle(bench, 3))
    assert "Boot bank 2, 4 GB" in tip
    assert "two banks of 4 GB" in tip
    assert bench.page.disk.bar.accessibleName() == (
        "Disk of 40 GB: 1 System boot, 2 Boot bank 1, 3 Boot bank 2, 4 ESX-OSData"
    )


def test_an_area_of_nothing_asks_for_nothing(bench: Bench) -> None:
    bench.lab.enter(shipped_atlas(), "e5", EXPLORE)
    wanted: list[str] = []
    bench.lab.component_wanted.connect(wanted.append)
    QTest.mouseClick(bench.page.disk.bar, Qt.MouseButton.LeftButton, pos=middle(bench, 4))
    assert wanted == []


def test_another_medium_has_other_areas_and_a_legend_of_its_own(bench: Bench) -> None:
    disk = bench.page.disk
    QTest.mouseClick(disk.media.buttons["osdata-300"], Qt.MouseButton.LeftButton)
    assert [area.area.name for area in disk.bar.areas][-1] == "VMFS datastore"
    assert [item.label for item in disk.legend.items if hasattr(item, "label")] == [
        "1 · 100 MB",
        "2 · 4 GB",
        "3 · 4 GB",
        "4 · 119.9 GB",
        "5 · 172 GB",
    ]
    assert [button.isChecked() for button in disk.media.buttons.values()] == [False, False, True]
