"""The speaker's page: everything is told and nothing is cut, on a small laptop as on a large screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.e2e.test_screens import cut_buttons, cut_labels
from tests.helpers.presenters import presented
from vmexplorer.lessons.script import clock_text
from vmexplorer.ui.presenter.notes_panel import LARGEST, SMALLEST

SIZES = [(1366, 768), (1920, 1080), (3840, 2160), (1280, 720)]


@pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])
def test_no_text_of_the_page_is_cut(qtbot: QtBot, size: tuple[int, int]) -> None:
    with presented(qtbot) as stage:
        speaker = stage.show.speaker
        speaker.setGeometry(QRect(0, 0, *size))
        for stop in range(len(stage.show.tour.stops)):
            stage.show.go_to(stop)
            qtbot.waitUntil(lambda: [*cut_labels(speaker), *cut_buttons(speaker)] == [])
        assert min(button.height() for button in speaker.findChildren(QPushButton) if button.isVisible()) >= 24


@pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])
def test_picture_has_the_shape_of_the_audiences_screen(qtbot: QtBot, size: tuple[int, int]) -> None:
    with presented(qtbot) as stage:
        stage.show.speaker.setGeometry(QRect(0, 0, *size))
        box = stage.show.speaker.box
        width = box.canvas.width()
        height = box.canvas.height() + box.caption.height()
        assert width / height == pytest.approx(1920 / 1080, rel=0.02)
        assert width > 0.45 * size[0]
        assert box.caption.fits()


def test_notes_are_the_stops_own_and_in_large_letters(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        notes = stage.show.speaker.notes
        for stop, words in enumerate(stage.show.showing.script.stops):
            stage.show.go_to(stop)
            for paragraph in words.notes:
                assert paragraph.replace("`", "") in notes.text.toPlainText()
        assert notes.text.fontInfo().pixelSize() >= 20
        for _ in range(30):
            stage.keys("Ctrl++")
        assert notes.size_of_notes == LARGEST
        assert notes.text.fontInfo().pixelSize() == LARGEST
        for _ in range(30):
            stage.keys("Ctrl+-")
        assert notes.size_of_notes == SMALLEST
        before = notes.text.fontInfo().pixelSize()
        stage.show.speaker.setGeometry(QRect(0, 0, 2732, 1536))
        assert notes.text.fontInfo().pixelSize() == 2 * before


def test_notes_are_nowhere_on_the_audiences_screen(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        for stop, words in enumerate(stage.show.showing.script.stops):
            stage.show.go_to(stop)
            read = " ".join(label.text() for label in stage.show.audience.findChildren(QLabel))
            read += stage.show.audience.caption.text
            assert not any(paragraph[:30] in read for paragraph in words.notes)


def test_next_stop_and_the_steps_before_it_are_told(qtbot: QtBot) -> None:
    with presented(qtbot, stop=4) as stage:
        panel, stops = stage.show.speaker.next, stage.show.tour.stops
        assert panel.title.text() == f"6  {stops[5].title}"
        span = stage.show.showing.script.spans[4]
        assert span is not None
        count = span.last - span.first + 1
        assert panel.steps.text() == f"after {count} more steps here"
        stage.keys("Right")
        assert panel.steps.text().startswith(f"after {count - 1} more step")
        stage.keys("End")
        assert panel.title.text() == "The end"


@pytest.mark.parametrize("stop", [0, 3, 8, 11])
def test_stop_that_is_on_is_whole_in_the_strip_on_every_page(qtbot: QtBot, stop: int) -> None:
    with presented(qtbot, stop=stop) as stage:
        strip = stage.show.speaker.strip

        def is_whole() -> bool:
            cell = strip.visualRect(strip.model().index(stop, 0))
            return strip.viewport().rect().contains(cell)

        for size in ((1366, 768), (1920, 1080), (1000, 600)):
            stage.show.speaker.setGeometry(QRect(0, 0, *size))
            qtbot.waitUntil(is_whole)


def test_time_pace_and_clock_are_told_in_words(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        times, planned = stage.show.speaker.times, sum(stage.show.showing.script.planned)
        assert (times.time.text(), times.clock.text()) == ("0:00", "14:05")
        assert times.planned.text() == f"of {clock_text(planned)}"
        assert times.pace.text() == "○ starts with the first step"
        stage.keys("Right")
        stage.clock.advance(600.0)
        stage.show.page.show_times()
        assert times.time.text() == "10:00"
        assert times.pace.text().startswith("▼")
        assert times.pace.text().endswith("behind")
        colour = times.pace.styleSheet()
        stage.clock.advance(planned)
        stage.show.page.show_times()
        assert times.pace.text().startswith("■")
        assert times.pace.styleSheet() != colour
        stage.keys("T")
        assert (times.time.text()[0], times.meaning.text()) == ("−", "left")
        stage.keys("T")
        assert times.time.text() == "14:05"


def test_page_says_why_the_audience_sees_something_else(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        unseen = stage.show.speaker.unseen
        assert unseen.text() == ""
        for key, words in {"B": "black", "F": "as it was", "H": "hidden"}.items():
            stage.keys(key)
            assert words in unseen.text()
        stage.keys("Esc", "Esc", "Esc")
        assert unseen.text() == ""
        stage.keys("D")
        assert unseen.text() == "Pen, red"


def test_buttons_of_the_page_do_what_their_keys_do(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        tools = stage.show.speaker.tools
        for button in tools.findChildren(QPushButton):
            if button.objectName() in ("live.map", "show.help", "show.overview"):
                continue
            button.click()
            assert button.isChecked()
            button.click()
            assert not button.isChecked()
