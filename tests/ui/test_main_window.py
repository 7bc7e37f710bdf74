"""The window arranges its panels: shares of the width, rooms kept free, pages in the place of the map."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import dressed, ink, present
from vmexplorer.ui.main_window import CRUMBS, PLAYER, TOP, MainWindow, opening_size

SIZES = [(1920, 1080), (1366, 768), (900, 600), (2560, 1440)]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with its panels, none of them filled."""
    with dressed():
        made = MainWindow(ink())
        made.furnish(ink())
        yield present(qtbot, made, 1366, 768)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1366, 728), (1600, 900), (1024, 1400)])
def test_window_opens_on_a_small_screen_with_its_frame_in_sight(width: int, height: int) -> None:
    size = opening_size(QSize(width, height))
    assert width - 30 < size.width() < width
    assert size.height() < height - 30


def test_window_does_not_fill_a_large_screen() -> None:
    assert opening_size(QSize(3840, 2160)) == opening_size(QSize(1920, 1080)) == QSize(1600, 940)


def test_window_knows_its_screen(qtbot: QtBot) -> None:
    window = MainWindow(ink())
    qtbot.addWidget(window)
    assert window.height() == opening_size(window.screen().availableSize()).height()


def room(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_panels_fill_the_window_without_gaps_or_overlaps(
    window: MainWindow, qtbot: QtBot, width: int, height: int
) -> None:
    window.resize(width, height)
    parts = [window.top_bar, window.rail, window.breadcrumb, window.canvas, window.side, window.player_bar]

    def area() -> int:
        return sum(part.width() * part.height() for part in parts)

    qtbot.waitUntil(lambda: area() == width * height)
    rooms = [room(window, part) for part in parts]
    for place, one in enumerate(rooms):
        assert not any(one.intersects(other) for other in rooms[place + 1 :])


def test_map_gets_the_most(window: MainWindow) -> None:
    for width, height in SIZES:
        window.resize(width, height)
        parts = (window.rail, window.side, window.player_bar, window.top_bar, window.breadcrumb)
        canvas = window.canvas.width() * window.canvas.height()
        assert canvas > 0.2 * width * height
        if width > 900:
            assert canvas > max(part.width() * part.height() for part in parts)


def test_side_panels_have_their_share_within_reason(window: MainWindow) -> None:
    widths = {}
    for width, height in SIZES:
        window.resize(width, height)
        widths[width] = (window.rail.width(), window.side.width())
    assert widths[1920] == (272, 384)
    assert widths[900][0] == 236
    assert widths[2560] == (round(272 * 1.25), round(384 * 1.25))
    assert widths[1366] < widths[1920]


@pytest.mark.parametrize(("width", "height"), SIZES[:2])
def test_panels_come_into_rooms_that_were_kept_free(qtbot: QtBot, width: int, height: int) -> None:
    with dressed():
        window = present(qtbot, MainWindow(ink()), width, height)
        before = room(window, window.canvas)
        window.furnish(ink())
        window.layout().activate()
        qtbot.waitUntil(window.player_bar.isVisible)
        assert room(window, window.canvas) == before
        assert before.y() == TOP + CRUMBS
        assert before.bottom() + 1 == height - PLAYER


def test_the_map_makes_its_texts_larger_with_those_of_the_window(window: MainWindow) -> None:
    assert window.canvas.ink.texts == window.scale == 1.0
    window.resize(3840, 2160)
    assert window.canvas.ink.texts == window.scale == 2.0


def test_window_cannot_be_made_too_small_to_work(window: MainWindow) -> None:
    window.resize(200, 100)
    assert (window.width(), window.height()) == (900, 600)


def test_page_stands_in_the_place_of_the_map_and_goes(window: MainWindow) -> None:
    page = QLabel("something else")
    window.show_instead(page)
    assert page.isVisible()
    assert not window.canvas.isVisible()
    assert window.rail.isVisible()
    window.show_map()
    assert window.canvas.isVisible()
    assert window.stack.count() == 1
    window.show_map()
    assert window.canvas.isVisible()


def test_bar_stands_between_breadcrumb_and_map(window: MainWindow, qtbot: QtBot) -> None:
    bar = QLabel("a bar")
    window.show_above(bar)
    qtbot.waitUntil(bar.isVisible)
    crumbs, between, canvas = (room(window, part) for part in (window.breadcrumb, bar, window.canvas))
    assert crumbs.bottom() < between.top() < between.bottom() < canvas.top()


def test_keys_that_nobody_wants_reach_the_window(window: MainWindow) -> None:
    heard: list[int] = []
    window.key_pressed.connect(lambda event: heard.append(event.key()))
    for widget in (window.canvas, window.rail.list, window.player_bar.play, window.top_bar.theme):
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_L)
    assert heard == [Qt.Key.Key_L] * 4


def test_closing_ends_a_flight(window: MainWindow) -> None:
    window.canvas.enliven()
    assert window.canvas.flight is not None
    window.canvas.flight.seconds = 60.0
    window.canvas.flight.start(window.canvas.camera, window.canvas.camera.moved(50.0, 0.0))
    window.close()
    assert not window.canvas.flight.flying


@pytest.mark.parametrize("theme", ["light", "projector"])
def test_theme_reaches_every_part(window: MainWindow, theme: str) -> None:
    parts = (window.top_bar.eras, window.player_bar.previous)
    window.top_bar.eras.setEnabled(True)
    before = [part.grab().toImage() for part in parts]
    window.set_ink(ink(theme))
    assert all(part.grab().toImage() != old for part, old in zip(parts, before, strict=True))
