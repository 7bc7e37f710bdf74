"""The lab of the boot banks as a person uses it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.helpers.shipped import shipped_atlas
from tests.ui.labs.banks.conftest import Bench
from vmexplorer.atlas.bank_event import Happening
from vmexplorer.errors import UnknownNameError
from vmexplorer.labs.banks.beat import BeatKind
from vmexplorer.labs.banks.play import Key
from vmexplorer.playback.motion import EXPLORE, REDUCED
from vmexplorer.stage.overlay import Overlay

H = Happening


def click(button: QPushButton) -> None:
    """Clicks a button that can be clicked."""
    assert button.isEnabled(), button.toolTip()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def do(bench: Bench, *kinds: Happening) -> None:
    """Clicks the buttons of events and lets each be played out."""
    for kind in kinds:
        click(bench.page.action_panel.buttons[kind])
        bench.run_out()


def states(bench: Bench) -> list[tuple[str, int, str]]:
    return [(card.look.image, card.look.updated, card.look.state) for card in bench.page.cards]


def test_an_upgrade_from_the_first_click_to_the_confirmation(bench: Bench) -> None:
    assert states(bench) == [("A", 1, "0"), ("", 0, "3")]
    do(bench, H.STAGE)
    assert states(bench) == [("A", 1, "0"), ("B", 2, "1")]
    do(bench, H.REBOOT)
    assert states(bench) == [("A", 1, "0"), ("B", 2, "2")]
    assert bench.page.told.headline.startswith("The kernel of image B")
    do(bench, H.COMPLETE)
    assert states(bench) == [("A", 1, "0"), ("B", 2, "0")]
    assert bench.events() == ["stage B", "reboot", "complete"]
    assert bench.page.action_panel.buttons[H.STAGE].text() == "Stage image C"


def test_the_lines_come_one_after_the_other(bench: Bench) -> None:
    do(bench, H.STAGE)
    click(bench.page.action_panel.buttons[H.REBOOT])
    seen = []
    while bench.controller.running:
        seen.append(len(bench.page.told.lines))
        bench.let_pass(0.2, 0.2)
    assert sorted(seen) == seen
    assert set(seen) >= {1, 2, 3, 4, 5}
    assert [line.head.partition(",")[0] for line in bench.page.told.lines if line.head] == [
        "Partition 5",
        "Partition 6",
    ]


def test_what_is_impossible_is_disabled_and_says_why(bench: Bench) -> None:
    buttons = bench.page.action_panel.buttons
    assert not buttons[H.CRASH].isEnabled()
    assert "Not now: the start is complete" in buttons[H.CRASH].toolTip()
    assert buttons[H.CRASH].accessibleDescription().startswith("Not now: the start is complete")
    do(bench, H.REBOOT)
    assert not buttons[H.STAGE].isEnabled()
    assert "the start is still under way" in buttons[H.STAGE].toolTip()
    assert buttons[H.CRASH].isEnabled()
    assert "Not now" not in buttons[H.CRASH].toolTip()


@pytest.mark.parametrize(("guess", "right"), [(6, True), (5, False), (None, False)])
def test_a_guess_is_answered_with_the_reason(bench: Bench, guess: int | None, right: bool) -> None:
    do(bench, H.STAGE)
    click(bench.page.action_panel.guesses[guess])
    assert bench.page.action_panel.guesses[guess].isChecked()
    assert [card.look.expected for card in bench.page.cards] == [guess == 5, guess == 6]
    click(bench.page.action_panel.buttons[H.REBOOT])
    bench.to(BeatKind.READ)
    assert bench.page.told.verdict is None
    bench.run_out()
    verdict = bench.page.told.verdict
    assert verdict is not None
    assert verdict.right is right
    assert "its counter is the largest" in verdict.text
    assert not bench.page.action_panel.guesses[guess].isChecked()


def test_undo_redo_and_the_strip(bench: Bench) -> None:
    do(bench, H.STAGE, H.REBOOT)
    click(bench.page.action_panel.undo)
    assert states(bench)[1] == ("B", 2, "1")
    assert [chip.text() for chip in bench.page.history.chips] == ["begin", "▸ stage B", "reboot …"]
    assert bench.page.action_panel.redo.text() == "Next ▸"
    click(bench.page.action_panel.redo)
    assert bench.controller.running
    bench.run_out()
    click(bench.page.history.chips[0])
    assert states(bench)[1] == ("", 0, "3")
    assert bench.page.history.chips[0].accessibleName() == "begin, now"
    QTest.keyClick(bench.page, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    bench.run_out()
    QTest.keyClick(bench.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bench.controller.play.session.cursor == 0


def test_keys_of_the_loader_work_during_the_countdown(bench: Bench) -> None:
    do(bench, H.STAGE, H.REBOOT, H.COMPLETE)
    keys = bench.page.controls.keys
    assert not any(button.isEnabled() for button in keys.values())
    assert "Not now" in keys[Key.SHIFT_R].toolTip()
    click(bench.page.action_panel.buttons[H.REBOOT])
    bench.to(BeatKind.COUNTDOWN)
    assert [key for key, button in keys.items() if button.isEnabled()] == [Key.ENTER, Key.SHIFT_O, Key.SHIFT_R]
    QTest.keyClick(bench.page, Qt.Key.Key_O, Qt.KeyboardModifier.ShiftModifier)
    assert "autoPartition" in bench.page.screen_view.screen_shown.text
    assert any("kernelopt" in item.spans[1].text for item in bench.page.note.items if len(item.spans) > 1)  # type: ignore[union-attr]
    QTest.keyClick(bench.page, Qt.Key.Key_Escape)
    bench.to(BeatKind.COUNTDOWN)
    QTest.keyClick(bench.page, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    bench.run_out()
    assert "REALLY" in bench.page.screen_view.screen_shown.text
    click(keys[Key.YES])
    bench.run_out()
    assert bench.events()[-1] == "shift-r yes"
    assert states(bench)[1] == ("B", 2, "3")


def test_space_pauses_and_the_buttons_step(bench: Bench) -> None:
    click(bench.page.action_panel.buttons[H.REBOOT])
    bench.to(BeatKind.SCAN)
    QTest.keyClick(bench.page, Qt.Key.Key_Space)
    assert not bench.controller.running
    assert bench.page.controls.play.accessibleName() == "Play again"
    click(bench.page.controls.next)
    bench.run_out()
    assert bench.controller.play.picture.kind is BeatKind.SCAN
    click(bench.page.controls.next)
    bench.run_out()
    assert bench.controller.play.picture.kind is BeatKind.READ
    click(bench.page.controls.previous)
    assert bench.controller.play.picture.kind is BeatKind.SCAN
    bench.page.controls.speed.speed_chosen.emit(4.0)
    assert bench.page.controls.speed.text() == "4×"
    click(bench.page.controls.skip)
    assert bench.controller.play.picture.done
    assert not bench.page.controls.skip.isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_R, Qt.Key.Key_Y])
def test_keys_that_the_lab_does_not_want_go_on(bench: Bench, key: Qt.Key) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(bench.page, event)
    assert not event.isAccepted()


def test_a_story_of_the_menu(bench: Bench) -> None:
    menu = bench.page.head.menu
    names = [action.text() for action in menu.actions()]
    assert names[:2] == ["T1  A fresh host starts", "T2  An upgrade succeeds"]
    assert "The boot device takes no writes" in names
    menu.actions()[5].trigger()
    assert bench.page.told.lines[0].text.startswith("T6, The first start crashes: Nobody writes the 0")
    assert [chip.text() for chip in bench.page.history.chips][1:] == [
        "▸ stage B",
        "reboot …",
        "crash …",
        "power-cycle …",
        "complete …",
    ]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["T6  The first start crashes"]
    click(bench.page.head.fresh)
    assert not any(action.isChecked() for action in menu.actions())
    assert bench.events() == []


def test_another_loader_plays_the_same_events(bench: Bench) -> None:
    bench.lab.prepare("three-banks")
    assert len(bench.page.cards) == 3
    click(bench.page.action_panel.redo)
    bench.run_out()
    assert [card.look.active for card in bench.page.cards] == [False, False, True]
    click(bench.page.loaders.buttons["two-partitions"])
    assert [card.look.active for card in bench.page.cards] == [False, True, False]
    assert bench.page.loaders.buttons["two-partitions"].isChecked()


def test_an_era_brings_its_loader_disk_and_store(bench: Bench) -> None:
    assert list(bench.page.disk.media.buttons) == ["osdata-40", "osdata-16", "osdata-300"]
    bench.lab.enter(shipped_atlas(), "e4", EXPLORE)
    assert list(bench.page.disk.media.buttons) == ["old-disk", "old-stick"]
    assert bench.page.loaders.buttons["two-partitions"].isChecked()
    do(bench, H.STAGE)
    assert bench.page.store.items[0].spans[0].text.startswith("The upgrade has deleted")  # type: ignore[union-attr]


def test_the_map_hears_of_every_change_once(bench: Bench) -> None:
    heard: list[Overlay] = []
    bench.lab.overlay_changed.connect(heard.append)
    do(bench, H.STAGE)
    assert heard[0].components["esxupdate"].badge == ""
    assert heard[-1].components["boot-bank"].badge == "staged: 3→1"
    assert all(one != other for one, other in pairwise(heard))
    count = len(heard)
    bench.controller.lay_over()
    assert len(heard) == count
    bench.lab.enter(shipped_atlas(), "e8", EXPLORE)
    assert len(heard) == count + 1


def test_the_path_of_what_happened_is_told_on_wish(qtbot: QtBot, bench: Bench) -> None:
    assert not bench.page.head.path.isEnabled()
    do(bench, H.STAGE, H.REBOOT, H.CRASH)
    with qtbot.waitSignal(bench.lab.flow_wanted) as heard:
        click(bench.page.head.path)
    assert heard.args == ["F15/first-start-fails"]


def test_less_movement_and_leaving(bench: Bench) -> None:
    bench.lab.enter(shipped_atlas(), "e8", REDUCED)
    click(bench.page.action_panel.buttons[H.REBOOT])
    assert bench.controller.running
    bench.lab.leave()
    assert not bench.controller.running
    assert bench.controller.play.picture.done


def test_a_prepared_state_must_exist(bench: Bench) -> None:
    bench.lab.prepare("T11")
    assert bench.page.told.headline == "The host is off."
    with pytest.raises(UnknownNameError, match="there is no story 'T13'"):
        bench.lab.prepare("T13")


def test_an_event_that_cannot_happen_is_said(qtbot: QtBot, bench: Bench) -> None:
    with qtbot.waitSignal(bench.lab.said) as heard:
        bench.controller.act("crash")
    assert heard.args is not None
    assert heard.args[0].startswith("'crash' cannot happen: the start is complete")
