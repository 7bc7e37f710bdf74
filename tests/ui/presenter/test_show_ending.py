"""How a show ends, and what it holds only as long as it lasts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.helpers.presenters import TOUR, presented, staged
from vmexplorer.app.deep_link import link_to
from vmexplorer.playback.motion import EXPLORE, PRESENTATION
from vmexplorer.ui.presenter.report_sheet import ReportSheet

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_two_esc_end_the_show_and_bring_the_window_back_as_it_was(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        desk = stage.program.desk
        desk.show_view("vm")
        desk.tell("F01")
        desk.controller.go_to_step(2)
        desk.window.canvas.zoom(1.5)
        before, camera = link_to(desk.controller.explorer), desk.window.canvas.camera
        stage.presenting.start(TOUR, 2)
        assert desk.controller.explorer.motion is PRESENTATION
        stage.keys("Right", "Esc")
        assert stage.state.said == "Esc again to end."
        stage.keys("Esc")
        assert stage.presenting.show is None
        assert desk.window.isVisible()
        assert link_to(desk.controller.explorer) == before
        assert desk.window.canvas.camera == camera
        assert desk.controller.explorer.motion is EXPLORE
        assert desk.controller.explorer.now.overlays == ()


def test_times_of_the_stops_are_told_at_the_end(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("Right")
        stage.clock.advance(75.0)
        stage.keys("Esc", "Esc")
        sheet = stage.program.window.findChild(ReportSheet)
        assert sheet is not None
        assert sheet.isVisible()
        QTest.keyClick(sheet.copy_button, Qt.Key.Key_Return)
        lines = QApplication.clipboard().text().splitlines()
        assert lines[0] == "stop,title,planned seconds,seconds"
        assert lines[2].endswith(",75")
        cells = [label.text() for label in sheet.findChildren(QLabel, "reportcell")]
        # The second stop took 15 seconds more than planned or was in time; the third was not shown.
        assert cells[8] == "1:15"
        assert cells[13:15] == ["–", ""]
        sheet.close()


def test_show_without_a_step_tells_no_times(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("Esc", "Esc")
        assert stage.program.window.findChild(ReportSheet) is None


def test_screen_saver_is_held_back_for_as_long_as_the_show_lasts(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        assert stage.wakefulness.held == f"Presenting {stage.show.tour.name}"
        stage.keys("Esc", "Esc")
        assert stage.wakefulness.held == ""


def test_speaker_is_told_when_the_screen_saver_cannot_be_held_back(qtbot: QtBot) -> None:
    with presented(qtbot, able=False) as stage:
        assert "cannot be held back" in stage.show.speaker.said.text()
        stage.keys("Right")
        assert stage.show.speaker.said.text() == ""


def test_window_closed_by_the_system_ends_the_show(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.show.audience.close()
        assert stage.presenting.show is None
        assert stage.program.window.isVisible()


def test_question_for_the_end_is_forgotten_after_two_seconds(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("Esc")
        stage.clock.advance(2.1)
        stage.show._forget_question()
        assert stage.state.said == ""
        stage.keys("Esc")
        assert stage.presenting.show is not None
