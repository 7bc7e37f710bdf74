"""Whole tours in the editor: new ones, copies, files, and what is kept for the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.helpers.tour_editing import choose, click, on_disk, page, rest, stops
from tests.helpers.windows import opened, press
from vmexplorer.app.touring import caption_text
from vmexplorer.ui.desk import Desk

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_editing_a_tour_of_the_pack_makes_a_copy(desk: Desk) -> None:
    desk.tours.open("console/login")
    press(desk.window, K.Key_E, held=CTRL)
    (tour,) = on_disk(desk)
    assert (tour.id, tour.name) == ("my-at-the-console-the-dcui", "My At the console: the DCUI")
    assert tour.stops == desk.controller.explorer.atlas.tours["console"].stops
    assert page(desk).title.text() == "F2 opens it, F12 turns the host off"


def test_without_a_tour_the_editor_begins_one(desk: Desk) -> None:
    desk.carry_out("tour.edit")
    assert len(stops(desk)) == 1


def test_several_tours_can_be_edited(desk: Desk) -> None:
    desk.carry_out("tour.keep")
    desk.show_view("boot")
    choose(desk, "New tour from what I see")
    assert sorted(tour.id for tour in on_disk(desk)) == ["my-tour", "my-tour-2"]
    tours = page(desk).tours
    assert [tours.itemData(row) for row in range(tours.count())] == ["my-tour", "my-tour-2"]
    tours.setCurrentIndex(0)
    tours.activated.emit(0)
    assert desk.controller.explorer.now.view == "overview"
    choose(desk, "ESXi in ten minutes")
    assert page(desk).name.text() == "My ESXi in ten minutes"


def test_a_tour_can_be_deleted(desk: Desk) -> None:
    desk.carry_out("tour.keep")
    choose(desk, "Delete “My tour”")
    assert on_disk(desk) == []
    assert not desk.editor.is_open
    assert "“My tour” is deleted; its file is kept as " in desk.window.message_bar.text
    assert Path(desk.window.message_bar.text.partition(" kept as ")[2].rstrip(".")).exists()


def test_tours_travel_as_files(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.carry_out("tour.keep")
    file = tmp_path / "lesson-1.yaml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "lesson-1"), ""))
    choose(desk, "Save as a file…")
    assert file.exists()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    choose(desk, "Open a file…")
    assert sorted(tour.id for tour in on_disk(desk)) == ["lesson-1", "my-tour"]
    file.write_text(file.read_text(encoding="utf-8").replace('"overview"', '"overvew"'), encoding="utf-8")
    choose(desk, "Open a file…")
    said = desk.window.message_bar.text
    assert f"{file}:8: stops[0].view: names the view 'overvew', which does not exist" in said
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "lesson one.yaml"), ""))
    choose(desk, "Save as a file…")
    assert "the name 'lesson one' of a tour's file is not an id" in desk.window.message_bar.text
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    choose(desk, "Save as a file…")


def test_closing_saves_what_waits_and_takes_the_emphasis_away(desk: Desk) -> None:
    desk.carry_out("tour.keep")
    desk.choose("hostd")
    click(desk, "light")
    page(desk).caption.setPlainText("Just in time.")
    QTest.mouseClick(desk.window.side.close_button, Qt.MouseButton.LeftButton)
    assert not desk.editor.is_open
    assert caption_text(stops(desk)[0]) == "Just in time."
    assert desk.controller.explorer.now.overlays == ()


def test_own_tours_are_there_at_the_next_start(qtbot: QtBot) -> None:
    with opened(qtbot) as first:
        first.desk.show_view("boot")
        first.desk.carry_out("tour.keep")
        page(first.desk).caption.setPlainText("Kept to the end.")
        first.desk.finish()
    with opened(qtbot) as second:
        rail = second.window.rail.list
        assert "My tour" in [rail.item(row).text() for row in range(rail.count())]
        second.desk.tours.open("my-tour")
        visit = second.desk.tours.visit
        assert visit is not None
        assert caption_text(visit.stop) == "Kept to the end."


def test_a_broken_own_tour_is_said_at_the_start(qtbot: QtBot, home: Path) -> None:
    with opened(qtbot) as first:
        first.desk.carry_out("tour.keep")
        first.desk.finish()
    (file,) = home.rglob("my-tour.yaml")
    file.write_text(file.read_text(encoding="utf-8").replace("minutes: 1.0", "minutes: 0"), encoding="utf-8")
    with opened(qtbot) as second:
        assert f"{file}:9: stops[0].minutes: is 0 and must be greater than 0" in second.window.message_bar.text


def test_opening_a_file_never_replaces_another_tour(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.carry_out("tour.keep")
    file = tmp_path / "my-tour.yaml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    choose(desk, "Save as a file…")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    choose(desk, "Open a file…")
    assert [tour.id for tour in on_disk(desk)] == ["my-tour"]
    page(desk).name.setText("Changed since")
    page(desk).edited.emit()
    choose(desk, "Open a file…")
    assert {tour.id: tour.name for tour in on_disk(desk)} == {"my-tour": "Changed since", "my-tour-2": "My tour"}
    assert desk.editor.tour is not None
    assert desk.editor.tour.id == "my-tour-2"


def test_saving_as_a_file_replaces_only_the_file_that_was_chosen(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.carry_out("tour.keep")
    (tmp_path / "lesson.yaml").write_text("mine", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "lesson"), ""))
    choose(desk, "Save as a file…")
    assert "lesson.yaml exists already; choose it in the list of files" in desk.window.message_bar.text
    assert (tmp_path / "lesson.yaml").read_text(encoding="utf-8") == "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "lesson.yaml"), ""))
    choose(desk, "Save as a file…")
    assert 'id: "lesson"' in (tmp_path / "lesson.yaml").read_text(encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "\0"), ""))
    choose(desk, "Save as a file…")
    assert "is not an id" in desk.window.message_bar.text


def test_a_file_that_could_not_be_read_is_not_written_over(qtbot: QtBot, home: Path) -> None:
    with opened(qtbot) as first:
        first.desk.carry_out("tour.keep")
        first.desk.finish()
    (file,) = home.rglob("my-tour.yaml")
    file.write_text("id: my-tour\nbroken", encoding="utf-8")
    with opened(qtbot) as second:
        second.desk.carry_out("tour.keep")
        assert second.desk.editor.tour is not None
        assert second.desk.editor.tour.id == "my-tour-2"
    assert file.read_text(encoding="utf-8") == "id: my-tour\nbroken"


def test_words_that_cannot_be_saved_wait_in_the_editor(desk: Desk, qtbot: QtBot) -> None:
    desk.carry_out("tour.keep")
    choose(desk, "New tour from what I see")
    page(desk).caption.setPlainText("long " * 40)
    rest(desk, qtbot)
    click(desk, "walk")
    assert desk.tours.visit is None
    assert desk.window.message_bar.text.startswith("Not saved. Stop 1, caption has 199 characters")
    page(desk).tours.setCurrentIndex(0)
    page(desk).tours.activated.emit(0)
    assert caption_text(desk.editor.tour.stops[0] if desk.editor.tour else stops(desk)[0]) == "Overview"
    page(desk).tours.setCurrentIndex(1)
    page(desk).tours.activated.emit(1)
    assert page(desk).caption.toPlainText() == ("long " * 40).strip()
    assert page(desk).status.text().startswith("Not saved.")
    desk.tours.open("console")
    assert "keeps what is not saved of “My tour 2”. Not saved. Stop 1, caption" in desk.window.message_bar.text
    desk.carry_out("tour.leave")
    desk.carry_out("tour.edit")
    page(desk).caption.setPlainText("Short.")
    rest(desk, qtbot)
    assert page(desk).status.text().startswith("Saved as ")


def test_words_that_could_not_be_saved_are_kept_when_the_window_closes(qtbot: QtBot, home: Path) -> None:
    with opened(qtbot) as first:
        first.desk.carry_out("tour.keep")
        page(first.desk).title.clear()
        page(first.desk).notes.setPlainText("An hour of work.")
        first.desk.finish()
    (file,) = home.rglob("my-tour-unsaved.yaml")
    assert "An hour of work." in file.read_text(encoding="utf-8")
    with opened(qtbot) as second:
        assert f"{file}:7: stops[0].title: has no text" in second.window.message_bar.text


def test_words_that_cannot_be_kept_at_home_lie_among_the_temporary_files(
    qtbot: QtBot, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("vmexplorer.app.tour_library.gettempdir", temporary.as_posix)
    data = home / ".local" / "share"
    data.parent.mkdir(parents=True, exist_ok=True)
    data.write_text("a file where the folder should be", encoding="utf-8")
    with opened(qtbot) as first:
        first.desk.carry_out("tour.keep")
        page(first.desk).notes.setPlainText("An hour of work.")
        (said,) = first.desk.finish()
    (file,) = temporary.iterdir()
    assert said == f"what is not saved of the tour 'My tour' lies in {file}"
    assert "An hour of work." in file.read_text(encoding="utf-8")
    file.unlink()
    temporary.rmdir()
    temporary.write_text("here too", encoding="utf-8")
    with opened(qtbot) as second:
        second.desk.carry_out("tour.keep")
        (said,) = second.desk.finish()
    assert said.startswith("what is not saved of the tour 'My tour' can be written nowhere: ")


def test_changes_are_taken_back_one_by_one(desk: Desk, qtbot: QtBot) -> None:
    undo = "undo"
    for view in ("agents", "boot", "ha"):
        desk.show_view(view)
        desk.carry_out("tour.keep")
    page(desk).notes.setPlainText("My words.")
    rest(desk, qtbot)
    click(desk, "up")
    page(desk).stops.setCurrentRow(0)
    click(desk, "delete")
    assert [stop.view for stop in stops(desk)] == ["ha", "boot"]
    click(desk, undo)
    assert [stop.view for stop in stops(desk)] == ["agents", "ha", "boot"]
    assert page(desk).stops.currentRow() == 0
    click(desk, undo)
    assert [stop.view for stop in stops(desk)] == ["agents", "boot", "ha"]
    assert [note.text for note in stops(desk)[2].notes] == ["My words."]
    for _ in range(3):
        click(desk, undo)
    assert [stop.view for stop in stops(desk)] == ["agents"]
    assert not page(desk).buttons[undo].isEnabled()
