"""A camera on its way: eased, given up at once, and without a timer at rest."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tests.helpers.maps import drag_with, show_map, still, turn
from vmexplorer.drawing.geometry import Rect
from vmexplorer.playback.clock import ManualClock
from vmexplorer.stage.camera import Camera, between
from vmexplorer.ui.canvas.canvas import Canvas
from vmexplorer.ui.canvas.flight import Flight

HERE, THERE = Camera(1.0, 0.0, 0.0), Camera(2.0, -300.0, -200.0)


class Camcorder:
    """Keeps every camera that it is given."""

    def __init__(self) -> None:
        self.cameras: list[Camera] = []

    def set_camera(self, camera: Camera) -> None:
        self.cameras.append(camera)

    def width(self) -> int:
        return 800

    def height(self) -> int:
        return 600


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def flown() -> Camcorder:
    return Camcorder()


@pytest.fixture
def flight(flown: Camcorder, clock: ManualClock) -> Flight:
    return Flight(flown, clock, seconds=0.4)


def test_goes_by_the_clock_and_arrives_exactly(
    qtbot: QtBot, flight: Flight, flown: Camcorder, clock: ManualClock
) -> None:
    flight.start(HERE, THERE)
    assert flight.flying
    for share in (0.25, 0.5, 0.75):
        clock.advance(0.1)
        expected = between(HERE, THERE, share, 800, 600)
        qtbot.waitUntil(lambda expected=expected: bool(flown.cameras) and flown.cameras[-1] == expected)
    clock.advance(5.0)
    qtbot.waitUntil(lambda: not flight.flying)
    assert flown.cameras[-1] == THERE
    scales = [camera.scale for camera in flown.cameras]
    assert scales == sorted(scales)


def test_at_rest_there_is_no_timer(qtbot: QtBot, flight: Flight, clock: ManualClock) -> None:
    assert not flight._timer.isActive()
    flight.start(HERE, THERE)
    assert flight._timer.isActive()
    clock.advance(1.0)
    qtbot.waitUntil(lambda: not flight.flying)
    assert not flight._timer.isActive()


def test_stays_where_it_is_when_stopped(qtbot: QtBot, flight: Flight, flown: Camcorder, clock: ManualClock) -> None:
    flight.start(HERE, THERE)
    clock.advance(0.1)
    qtbot.waitUntil(lambda: bool(flown.cameras))
    flight.stop()
    last = flown.cameras[-1]
    clock.advance(1.0)
    assert not flight.flying
    assert not flight._timer.isActive()
    assert flown.cameras[-1] == last


def test_without_time_it_arrives_at_once(flight: Flight, flown: Camcorder) -> None:
    flight.seconds = 0.0
    flight.start(HERE, THERE)
    assert flown.cameras == [THERE]
    assert not flight.flying


def test_way_to_where_one_is_takes_no_flight(flight: Flight, flown: Camcorder) -> None:
    flight.start(HERE, HERE)
    assert not flight.flying
    assert flown.cameras == []


def test_new_goal_takes_over(qtbot: QtBot, flight: Flight, flown: Camcorder, clock: ManualClock) -> None:
    flight.start(HERE, THERE)
    clock.advance(0.2)
    qtbot.waitUntil(lambda: bool(flown.cameras))
    flight.start(flown.cameras[-1], HERE)
    clock.advance(1.0)
    qtbot.waitUntil(lambda: not flight.flying)
    assert flown.cameras[-1] == HERE


@pytest.mark.parametrize("hand", ["wheel", "drag", "fingers", "key"])
def test_hand_ends_a_flight_of_the_map(qtbot: QtBot, hand: str) -> None:
    canvas: Canvas = show_map(qtbot, still())
    assert canvas.flight is not None
    canvas.flight.seconds = 60.0
    canvas.look_at(Rect(400.0, 300.0, 200.0, 100.0))
    assert canvas.flight.flying
    middle = QPoint(500, 350)
    if hand == "wheel":
        turn(canvas, middle, notches=1)
    elif hand == "drag":
        drag_with(canvas, middle, middle + QPoint(30, 0))
    elif hand == "fingers":
        turn(canvas, middle, pixels=QPoint(5, 5))
    else:
        canvas.zoom(1.25)
    assert not canvas.flight.flying
