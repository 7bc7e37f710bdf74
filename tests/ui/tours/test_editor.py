"""Making and changing the stops of a tour from what is on the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.tour_editing import click, on_disk, page, rest, stops
from tests.helpers.windows import press
from vmexplorer.app.touring import EMPHASIS, caption_text
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.side import DETAILS, EDITOR, LAB

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_one_key_saves_what_is_seen_as_a_stop_of_a_new_tour(desk: Desk) -> None:
    desk.controller.show_era("e8")
    desk.show_view("agents")
    desk.choose("hostd")
    press(desk.window, K.Key_S, held=CTRL)
    (tour,) = on_disk(desk)
    assert (tour.id, tour.name) == ("my-tour", "My tour")
    (stop,) = tour.stops
    assert (stop.view, stop.era, stop.select, stop.title) == ("agents", "e8", "hostd", "hostd")
    assert desk.window.side.page == EDITOR
    assert page(desk).title.hasFocus()
    assert page(desk).title.selectedText() == "hostd"
    assert page(desk).status.text().startswith("Saved as ")


def test_further_stops_stand_behind_the_one_that_is_edited(desk: Desk) -> None:
    for view in ("agents", "boot", "ha"):
        desk.show_view(view)
        desk.carry_out("tour.keep")
    page(desk).stops.setCurrentRow(0)
    desk.show_view("vm")
    click(desk, "add")
    assert [stop.view for stop in stops(desk)] == ["agents", "vm", "boot", "ha"]
    assert [stop.id for stop in stops(desk)] == [
        "management-agents",
        "a-virtual-machine",
        "boot-and-storage",
        "high-availability",
    ]
    assert page(desk).stops.currentRow() == 1


def test_words_are_saved_when_the_hands_rest(desk: Desk, qtbot: QtBot) -> None:
    desk.carry_out("tour.keep")
    fields = page(desk)
    press(desk.window, "Who answers")
    fields.caption.setPlainText("hostd answers. [v:S28]")
    fields.notes.setPlainText("Ask first.\n\nThen show. [gk] [?]")
    fields.minutes.setValue(2.5)
    fields.name.clear()
    fields.name.setFocus()
    press(desk.window, "First lesson")
    fields.summary.clear()
    fields.summary.setFocus()
    press(desk.window, "Who answers whom")
    rest(desk, qtbot)
    (tour,) = on_disk(desk)
    assert (tour.id, tour.name, tour.summary) == ("my-tour", "First lesson", "Who answers whom.")
    (stop,) = tour.stops
    assert (stop.title, caption_text(stop), stop.minutes) == ("Who answers", "hostd answers.", 2.5)
    assert [note.text for note in stop.notes] == ["Ask first.", "Then show."]
    assert fields.count.text() == "14 of 150"
    assert fields.stops.item(0).text() == "1.  Who answers"
    rail = desk.window.rail.list
    assert "First lesson" in [rail.item(row).text() for row in range(rail.count())]


def test_what_cannot_be_saved_is_said_and_the_file_stays(desk: Desk, qtbot: QtBot) -> None:
    desk.carry_out("tour.keep")
    before = stops(desk)
    page(desk).caption.setPlainText("long " * 40)
    rest(desk, qtbot)
    said = page(desk).status.text()
    assert said.startswith("Not saved. Stop 1, caption has 199 characters without its marks; at most 150")
    assert stops(desk) == before
    page(desk).caption.setPlainText("short")
    page(desk).title.clear()
    page(desk).edited.emit()
    rest(desk, qtbot)
    assert page(desk).status.text().startswith("Not saved. Stop 1, title has no text")
    page(desk).title.setText("Something")
    page(desk).name.clear()
    page(desk).edited.emit()
    rest(desk, qtbot)
    assert page(desk).status.text().startswith("Not saved. The name has no text")


def test_stops_are_moved_and_deleted(desk: Desk) -> None:
    for view in ("agents", "boot", "ha"):
        desk.show_view(view)
        desk.carry_out("tour.keep")
    click(desk, "up")
    assert [stop.view for stop in stops(desk)] == ["agents", "ha", "boot"]
    click(desk, "up")
    assert not page(desk).buttons["up"].isEnabled()
    click(desk, "down")
    click(desk, "delete")
    assert [stop.view for stop in stops(desk)] == ["agents", "boot"]
    assert desk.controller.explorer.now.view == "agents"
    click(desk, "delete")
    assert [stop.view for stop in stops(desk)] == ["boot"]
    assert not page(desk).buttons["delete"].isEnabled()


def test_a_stop_shows_what_is_seen_now_and_keeps_its_words(desk: Desk, qtbot: QtBot) -> None:
    desk.carry_out("tour.keep")
    page(desk).caption.setPlainText("My words.")
    rest(desk, qtbot)
    desk.show_view("boot")
    desk.tell("F16")
    desk.controller.go_to_step(1)
    click(desk, "replace")
    (stop,) = stops(desk)
    assert (stop.view, stop.flow, str(stop.last_step), caption_text(stop)) == ("boot", "F16", "2", "My words.")
    assert "plays “Choose the bank by hand” from step 1 to 2" in page(desk).shown.text()


def test_a_part_can_be_lit(desk: Desk) -> None:
    desk.carry_out("tour.keep")
    click(desk, "light")
    assert "Select the part" in desk.window.message_bar.text
    desk.choose("hostd")
    click(desk, "light")
    assert stops(desk)[0].emphasis == ("hostd",)
    assert "hostd" in dict(desk.controller.explorer.now.overlays)[EMPHASIS].components
    desk.choose("hostd")
    click(desk, "light")
    assert stops(desk)[0].emphasis == ()


def test_what_the_camera_shows_is_framed(desk: Desk) -> None:
    box = desk.window.canvas.box("hostd")
    assert box is not None
    desk.window.canvas.look_at(box.rect)
    desk.carry_out("tour.keep")
    assert "hostd" in stops(desk)[0].frame
    desk.window.canvas.fit()
    click(desk, "replace")
    assert stops(desk)[0].frame == ()


def test_choosing_a_stop_shows_it_on_the_map(desk: Desk) -> None:
    for view in ("agents", "boot"):
        desk.show_view(view)
        desk.carry_out("tour.keep")
    page(desk).stops.setCurrentRow(0)
    assert desk.controller.explorer.now.view == "agents"
    page(desk).stops.setCurrentRow(1)
    assert desk.controller.explorer.now.view == "boot"


def test_an_open_lab_and_its_faults_belong_to_the_stop(desk: Desk) -> None:
    desk.labs.open("whatif", preset="stop vpxa")
    desk.carry_out("tour.keep")
    (stop,) = stops(desk)
    assert (stop.lab, stop.preset) == ("whatif", "stop vpxa")
    assert desk.window.side.page == EDITOR
    desk.window.side.show_page(LAB)
    QTest.mouseClick(desk.window.side.close_button, Qt.MouseButton.LeftButton)
    assert (desk.labs.open_lab, desk.editor.is_open) == ("", True)


def test_a_tour_is_walked_from_the_editor(desk: Desk) -> None:
    for view in ("agents", "boot"):
        desk.show_view(view)
        desk.carry_out("tour.keep")
    click(desk, "walk")
    visit = desk.tours.visit
    assert visit is not None
    assert (visit.tour.id, visit.walk.now.stop) == ("my-tour", 1)
    assert not desk.editor.is_open
    assert desk.window.side.page == DETAILS
    desk.carry_out("tour.edit")
    assert desk.tours.visit is None
    assert page(desk).stops.currentRow() == 1


def test_size_and_theme_reach_the_editor(desk: Desk) -> None:
    desk.carry_out("tour.keep")
    tall = page(desk).notes.height()
    desk.window.side.set_scale(1.5)
    assert page(desk).notes.height() > tall
    desk.themes.wear("projector")
    assert page(desk).isVisible()
