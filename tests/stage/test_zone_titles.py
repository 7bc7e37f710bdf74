"""Captions of frames: as designed in a large picture, larger in a small one, and never across a line."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import pictures, some_eras
from vmexplorer.drawing.geometry import Path, Point, Rect, Segment
from vmexplorer.drawing.layout import ZoneBox
from vmexplorer.stage.card_parts import Words
from vmexplorer.stage.sequence_labels import text_width
from vmexplorer.stage.zone_titles import TRACKING, title_room, zone_titles

FRAME = ZoneBox("z", "ESXi host", None, None, Rect(0.0, 0.0, 400.0, 200.0), Rect(15.0, 9.0, 88.2, 18.0), 0)


def title(pixel: float, *paths: Path, zone: ZoneBox = FRAME) -> Words | None:
    return zone_titles((zone,), paths, pixel).get(zone.id)


def down(x: float) -> Path:
    return Path([Point(x, -20.0), Point(x, 120.0)])


def length(words: Words) -> float:
    return text_width(words.lines[0], words.size) + len(words.lines[0]) * TRACKING * words.size


@pytest.mark.parametrize("pixel", [0.5, 1.0, 1.3])
def test_caption_is_as_designed_while_it_can_be_read(pixel: float) -> None:
    assert title(pixel) == Words(("ESXI HOST",), Rect(15.0, 9.0, 370.0, 18.0), 13.0)


@pytest.mark.parametrize(("pixel", "size"), [(0.5, 13.0), (1.0, 17.0), (1.3, 22.0), (2.0, 24.0)])
def test_caption_is_larger_for_the_last_row_of_a_hall(pixel: float, size: float) -> None:
    found = zone_titles((FRAME,), (), pixel, 17.0)[FRAME.id]
    assert found.size == size
    assert found.room.centre.y == 18.0


@pytest.mark.parametrize("pixel", [1.6, 2.0, 2.5])
def test_caption_grows_in_a_small_picture(pixel: float) -> None:
    found = title(pixel)
    assert found is not None
    assert found.size == pytest.approx(9.5 * pixel, abs=1.0)
    assert found.room.centre.y == 18.0


def test_caption_stays_above_what_stands_in_its_frame() -> None:
    found = title(3.1)
    assert found is not None
    assert found.size <= 24.0
    assert found.room.y > 0.0
    assert found.room.bottom < 34.0


def test_caption_grows_only_as_far_as_the_next_line() -> None:
    free, before, far = title(2.0), title(2.0, down(135.0)), title(2.0, down(380.0))
    assert free is not None
    assert before is not None
    assert before.size < free.size
    assert 15.0 + length(before) < 135.0
    assert far == free


def test_caption_that_nobody_could_read_is_left_out() -> None:
    assert title(2.0, down(105.0)) is None
    assert title(4.1) is None


def test_frame_without_a_title_has_no_caption() -> None:
    assert title(1.0, zone=FRAME._replace(title="")) is None


def test_caption_ends_with_its_frame() -> None:
    narrow = FRAME._replace(rect=Rect(0.0, 0.0, 150.0, 200.0))
    found = title(1.7, zone=narrow)
    assert found is not None
    assert 15.0 + length(found) <= 150.0 - 15.0


@pytest.mark.parametrize("pixel", [1.2, 1 / 0.58, 1 / 0.38])
def test_no_shipped_caption_touches_a_line_or_leaves_its_frame(pixel: float) -> None:
    astray = []
    for wiring in pictures(some_eras()):
        paths = tuple([wire.path for wire in wiring.rest])
        found = zone_titles(wiring.layout.zones, paths, pixel)
        segments = [segment for path in paths for segment in path.segments()]
        for zone in wiring.layout.zones:
            if zone.id in found and not clear(zone, found[zone.id], segments):
                astray.append((wiring.layout.view, wiring.layout.era, zone.id))
    assert astray == []


def clear(zone: ZoneBox, words: Words, segments: list[Segment]) -> bool:
    if words.size == 13.0:
        return True  # of the designed size: the lines have been led around it
    letters = Rect(words.room.x, words.room.centre.y - words.size / 2, length(words), words.size)
    return letters.right <= zone.rect.right - 14.0 and not any(segment.crosses(letters) for segment in segments)


def test_room_of_a_caption_holds_it_at_any_size() -> None:
    for pixel in (1.0, 1.6, 2.2):
        found = title(pixel)
        assert found is not None
        room = title_room(FRAME, pixel)
        assert room.x + length(found) <= room.right + 1.0
        assert room.y <= found.room.y
        assert found.room.bottom <= room.bottom
