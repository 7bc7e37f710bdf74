"""What somebody frames for the map fills it and stays framed until a hand moves the picture."""

from __future__ import annotations

import pytest

from vmexplorer.drawing.geometry import Rect
from vmexplorer.stage import camera as cameras
from vmexplorer.ui.canvas.canvas import Canvas
from vmexplorer.ui.canvas.minimap import Minimap

AREA = Rect(100.0, 200.0, 600.0, 300.0)


def tightness(canvas: Canvas) -> float:
    """1 when the area reaches from side to side or from top to bottom."""
    seen = canvas.seen()
    assert seen.united(AREA) == pytest.approx(seen)
    return max(AREA.width / seen.width, AREA.height / seen.height)


def test_an_area_fills_the_window(canvas: Canvas) -> None:
    canvas.frame_area(AREA, animated=False)
    assert canvas.framed
    assert tightness(canvas) == pytest.approx(1.0)


def test_it_goes_on_filling_it_when_the_window_changes(canvas: Canvas) -> None:
    canvas.frame_area(AREA, animated=False)
    for size in ((700, 600), (1200, 500)):
        canvas.resize(*size)
        assert tightness(canvas) == pytest.approx(1.0)


def test_no_more_of_the_bare_canvas_is_seen_than_must_be(canvas: Canvas) -> None:
    canvas.frame_area(Rect(0.0, 0.0, 300.0, 40.0), animated=False)
    seen = canvas.seen()
    assert seen.y == pytest.approx(0.0)
    assert seen.bottom <= canvas.scene.bottom


def test_a_single_card_does_not_fill_the_window(canvas: Canvas) -> None:
    canvas.frame_area(Rect(300.0, 300.0, 20.0, 10.0), animated=False)
    assert canvas.camera.scale == pytest.approx(2.5)


def test_a_hand_ends_it(canvas: Canvas) -> None:
    for move in (lambda: canvas.pan(10.0, 0.0), lambda: canvas.zoom(1.2), canvas.fit, lambda: canvas.look_at(AREA)):
        canvas.frame_area(AREA, animated=False)
        move()
        assert not canvas.framed


def test_the_small_map_does_not_cover_what_is_framed(canvas: Canvas) -> None:
    minimap = canvas.findChild(Minimap)
    assert minimap is not None
    canvas.frame_area(AREA, animated=False)
    assert not minimap.isVisible()
    canvas.pan(30.0, 0.0)
    assert minimap.isVisible()


def test_what_was_fitted_before_the_window_had_a_size_is_fitted_when_it_has_one(canvas: Canvas) -> None:
    canvas.resize(100, 0)
    canvas.fit(animated=False)
    canvas.resize(900, 600)
    assert canvas.camera == cameras.fit(canvas.scene, 900, 600)
