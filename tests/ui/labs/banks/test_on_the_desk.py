"""The lab of the boot banks in the window: rail, command, map, message path, era, theme, way out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.packs import tiny_atlas
from tests.helpers.windows import choose_in_rail, opened, press
from vmexplorer.app.request import OpenRequest
from vmexplorer.atlas.bank_event import Happening
from vmexplorer.errors import VmexplorerError
from vmexplorer.labs.banks.beat import BeatKind
from vmexplorer.ui.app import Program
from vmexplorer.ui.labs.banks.banks_lab import BanksLab
from vmexplorer.ui.side import LAB


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    with opened(qtbot, OpenRequest(view="boot", lab="banks")) as made:
        yield made


def lab_of(program: Program) -> BanksLab:
    lab = program.desk.labs.lab("banks")
    assert isinstance(lab, BanksLab)
    return lab


def badges(program: Program) -> dict[str, str]:
    looks = program.desk.controller.explorer.state().boxes
    return {look.box: look.mark.badge for look in looks if look.mark is not None}


def click(program: Program, kind: Happening) -> None:
    """Clicks the button of an event and goes to the end of its show."""
    lab = lab_of(program)
    QTest.mouseClick(lab.page.action_panel.buttons[kind], Qt.MouseButton.LeftButton)
    assert lab.controller is not None
    lab.controller.skip()


def test_it_opens_with_the_window_and_marks_the_map(program: Program) -> None:
    assert program.window.side.page == LAB
    assert lab_of(program).page.hasFocus()
    assert (badges(program)["bank-a"], badges(program)["bank-b"]) == ("booted", "empty")
    click(program, Happening.STAGE)
    assert badges(program)["esxupdate"] == "has written"


def test_it_opens_from_the_rail_and_by_its_command(qtbot: QtBot) -> None:
    with opened(qtbot) as program:
        choose_in_rail(program, "System image: two banks")
        assert program.desk.labs.open_lab == "banks"
        program.desk.carry_out("lab.close")
        assert program.desk.labs.open_lab == ""
        program.desk.carry_out("lab.banks")
        assert program.window.side.page == LAB


def test_it_shows_the_view_of_the_start_and_goes_back_when_it_is_left(qtbot: QtBot) -> None:
    with opened(qtbot) as program:
        now = program.desk.controller.explorer
        program.desk.show_view("vmkernel")
        choose_in_rail(program, "System image: two banks")
        assert now.now.view == "boot"
        program.desk.carry_out("lab.banks")
        QTest.mouseClick(program.window.side.close_button, Qt.MouseButton.LeftButton)
        assert (now.now.view, program.desk.labs.open_lab) == ("vmkernel", "")
        program.desk.carry_out("lab.banks")
        press(program.window, Qt.Key.Key_Escape)
        assert now.now.view == "vmkernel"
        program.desk.carry_out("lab.banks")
        choose_in_rail(program, "Direct console")
        assert (now.now.view, program.desk.labs.open_lab) == ("vmkernel", "dcui")


def test_whoever_has_gone_elsewhere_stays_there(qtbot: QtBot) -> None:
    with opened(qtbot) as program:
        program.desk.carry_out("lab.banks")
        program.desk.show_view("ha")
        program.desk.carry_out("lab.close")
        assert program.desk.controller.explorer.now.view == "ha"


def test_a_view_that_was_asked_for_stays(qtbot: QtBot) -> None:
    with opened(qtbot, OpenRequest(view="vm", lab="banks")) as program:
        assert program.desk.controller.explorer.now.view == "vm"
    with opened(qtbot, OpenRequest(lab="banks")) as program:
        assert program.desk.controller.explorer.now.view == "boot"


def test_undo_is_that_of_the_lab_that_is_open(program: Program) -> None:
    desk, lab = program.desk, lab_of(program)
    desk.labs.guide.bench.add("stop vpxa")
    click(program, Happening.STAGE)
    program.window.canvas.setFocus()
    press(program.window, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert lab.controller is not None
    assert (lab.controller.play.session.cursor, desk.labs.faults) == (0, ("stop vpxa",))
    press(program.window, Qt.Key.Key_Y, held=Qt.KeyboardModifier.ControlModifier)
    assert lab.controller.play.session.cursor == 1
    desk.labs.close()
    press(program.window, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert (lab.controller.play.session.cursor, desk.labs.faults) == (1, ())


def test_the_path_plays_on_the_map_beside_the_lab(program: Program) -> None:
    click(program, Happening.STAGE)
    QTest.mouseClick(lab_of(program).page.head.path, Qt.MouseButton.LeftButton)
    assert program.desk.controller.explorer.now.flow == "F15"
    assert program.window.side.page == LAB


def test_the_version_slider_reaches_the_lab(program: Program) -> None:
    program.desk.controller.show_era("e4")
    lab = lab_of(program)
    assert lab.page.loaders.buttons["two-partitions"].isChecked()
    click(program, Happening.STAGE)
    assert badges(program)["store-locker"] == "not its own"


def test_keys_of_the_lab_stay_in_the_lab_and_others_go_on(program: Program) -> None:
    lab = lab_of(program)
    lab.page.setFocus()
    press(program.window, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert program.desk.labs.open_lab == "banks"
    QTest.mouseClick(lab.page.action_panel.buttons[Happening.REBOOT], Qt.MouseButton.LeftButton)
    press(program.window, Qt.Key.Key_Space)
    assert lab.controller is not None
    assert not lab.controller.running
    assert lab.controller.play.picture.kind is not BeatKind.HOST
    press(program.window, Qt.Key.Key_Escape)
    assert program.desk.labs.open_lab == ""
    assert badges(program) == {}


def test_another_theme_reaches_the_lab(program: Program) -> None:
    before = lab_of(program).page.grab().toImage()
    program.desk.carry_out("theme.next")
    assert lab_of(program).page.grab().toImage() != before


def test_another_pack_without_banks_is_told(program: Program, tmp_path: Path) -> None:
    program.desk.show_atlas(tiny_atlas())
    program.desk.labs.open("banks")
    page = lab_of(program).page
    assert page.empty.isVisible()
    assert page.empty.text() == "The pack Tiny Pack tells nothing of boot banks."
    assert not page.foot.isVisible()
    with pytest.raises(VmexplorerError, match="tells nothing of boot banks"):
        lab_of(program).prepare("T1")
