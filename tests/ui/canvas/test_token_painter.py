"""Messages under way, read from their pixels: lanes, streams, heartbeats, lost messages and labels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from tests.helpers.widgets import THEMES, ink
from vmexplorer.atlas.kind import Kind
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.drawing.geometry import Path, Point, Rect
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.labels import label_size
from vmexplorer.stage.state import Token
from vmexplorer.ui.canvas.token_painter import LANE, SIZE, lane, paint_token

RIGHT = Path([Point(40.0, 100.0), Point(360.0, 100.0)])
BENT = Path([Point(40.0, 200.0), Point(200.0, 200.0), Point(200.0, 40.0)])
AS_IT_IS = QTransform()


def token(kind: StepKind, progress: float, path: Path = RIGHT, **more: object) -> Token:
    given = {"label": "", **more}
    return Token(path, progress, kind, Kind.USER_WORLD, **given)  # type: ignore[arg-type]


def painted(shown: Token, to_screen: QTransform = AS_IT_IS, theme: str = "dark", size: float = SIZE) -> QImage:
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(ink(theme).role(Role.CANVAS))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_token(painter, ink(theme), shown, to_screen, size)
    assert painter.opacity() == 1.0
    painter.end()
    return picture


def spots(picture: QImage, theme: str = "dark") -> list[QPoint]:
    """The pixels that are not plain ground."""
    ground, width = ink(theme).role(Role.CANVAS).rgb(), picture.width()
    pixels = memoryview(picture.constBits()).cast("B").cast("I")
    return [QPoint(place % width, place // width) for place, pixel in enumerate(pixels) if pixel != ground]


def middle_row(kind: StepKind, path: Path = RIGHT) -> float:
    """The mean height of everything painted for a message without a label."""
    rows = [spot.y() for spot in spots(painted(token(kind, 0.5, path)))]
    return sum(rows) / len(rows) + 0.5


def colour_at(picture: QImage, x: float, y: float) -> QColor:
    return picture.pixelColor(round(x), round(y))


def far(one: QColor, other: QColor) -> int:
    """How far two colours are apart, in levels."""
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue()))


# Lanes


def test_request_and_reply_on_one_line_have_a_lane_each() -> None:
    assert middle_row(StepKind.REQUEST) == pytest.approx(100.0 + LANE, abs=0.6)
    assert middle_row(StepKind.REPLY, RIGHT.reversed()) == pytest.approx(100.0 - LANE, abs=0.6)


@pytest.mark.parametrize("kind", [StepKind.EVENT, StepKind.DATA, StepKind.HEARTBEAT, StepKind.FAULT])
def test_other_messages_stay_on_the_line(kind: StepKind) -> None:
    assert middle_row(kind) == pytest.approx(100.0, abs=0.6)


def test_lane_is_as_far_from_the_line_at_every_zoom_and_wider_for_larger_messages() -> None:
    request = token(StepKind.REQUEST, 0.5)
    zoomed = QTransform(0.5, 0, 0, 0.5, 10, 20)
    for screen, aside, line in ((AS_IT_IS, LANE, 100.0), (zoomed, LANE, 70.0), (zoomed, 2 * LANE, 70.0)):
        heights = {point.y for point in lane(request, screen, aside).points}
        assert heights == {line + aside}
    rows = [spot.y() for spot in spots(painted(request, size=2 * SIZE))]
    assert sum(rows) / len(rows) + 0.5 == pytest.approx(100.0 + 2 * LANE, abs=0.8)


def test_lane_turns_corners_without_a_jump() -> None:
    way = lane(token(StepKind.REQUEST, 0.0, BENT), AS_IT_IS, 6.0)
    assert way.points == (Point(40.0, 206.0), Point(206.0, 206.0), Point(206.0, 40.0))
    back = lane(token(StepKind.REPLY, 0.0, BENT.reversed()), AS_IT_IS, 6.0)
    assert back.points == (Point(194.0, 40.0), Point(194.0, 194.0), Point(40.0, 194.0))


def test_doubled_points_and_turns_on_the_spot_have_a_lane_too() -> None:
    doubled = Path([Point(0.0, 0.0), Point(0.0, 0.0), Point(50.0, 0.0), Point(50.0, 0.0)])
    assert lane(token(StepKind.REQUEST, 0.0, doubled), AS_IT_IS, 6.0).points == (Point(0.0, 6.0), Point(50.0, 6.0))
    there_and_back = Path([Point(0.0, 0.0), Point(50.0, 0.0), Point(0.0, 0.0)])
    points = lane(token(StepKind.REQUEST, 0.0, there_and_back), AS_IT_IS, 6.0).points
    assert all(abs(point.y) == 6.0 for point in points)
    nowhere = Path([Point(5.0, 5.0), Point(5.0, 5.0)])
    assert lane(token(StepKind.REQUEST, 0.0, nowhere), AS_IT_IS, 6.0).points == (Point(5.0, 5.0),)


# Data and heartbeats


def runs(picture: QImage, row: int) -> list[int]:
    """How many pixels wide each painted run of a row is."""
    ground, found, run = ink().role(Role.CANVAS).rgb(), [], 0
    for x in range(picture.width()):
        if picture.pixel(x, row) != ground:
            run += 1
        elif run:
            found.append(run)
            run = 0
    return found


def test_data_is_a_stream_of_small_dots_behind_its_head() -> None:
    shown = painted(token(StepKind.DATA, 0.8))
    widths = runs(shown, 100)
    assert len(widths) == 11
    assert all(5 <= width <= 6 for width in widths[:-1])
    left = min(spot.x() for spot in spots(shown))
    assert left > 40 + 0.8 * 320 - 130
    assert max(spot.y() for spot in spots(shown)) - min(spot.y() for spot in spots(shown)) < 12


def test_stream_has_not_left_its_sender_at_the_start() -> None:
    early = painted(token(StepKind.DATA, 0.05))
    assert len(runs(early, 100)) == 2
    assert min(spot.x() for spot in spots(early)) >= 36


def test_older_dots_of_a_stream_are_fainter() -> None:
    shown = painted(token(StepKind.DATA, 0.5))
    ground = ink().role(Role.CANVAS)
    near, old = (far(colour_at(shown, 200 - 12 * dot, 100), ground) for dot in (1, 9))
    assert near > 1.5 * old > 0


@pytest.mark.parametrize("theme", THEMES)
def test_heartbeat_is_a_small_dot_of_two_fifths(theme: str) -> None:
    shown = painted(token(StepKind.HEARTBEAT, 0.5, label="beat"), theme=theme)
    found = spots(shown, theme)
    assert {min(spot.x() for spot in found), max(spot.x() for spot in found)} == {194, 205}
    ground, full = ink(theme).role(Role.CANVAS), ink(theme).kind(Kind.USER_WORLD)
    levels = zip(ground.getRgb()[:3], full.getRgb()[:3], strict=True)  # type: ignore[misc, index]
    expected = QColor(*[round(low + 0.4 * (high - low)) for low, high in levels])
    assert far(colour_at(shown, 200, 100), expected) <= 2


# Lost messages


STOP = 40 + 0.6 * 320


def lost(progress: float) -> QImage:
    return painted(token(StepKind.FAULT, progress, broken=True))


def test_lost_message_stops_short_and_fades() -> None:
    ground, found = ink().role(Role.CANVAS), []
    for progress in (0.6, 0.7, 0.79):
        shown = lost(progress)
        assert min(spot.x() for spot in spots(shown)) > STOP - 100
        assert max(spot.x() for spot in spots(shown)) == pytest.approx(STOP + 7, abs=2)
        found.append(far(colour_at(shown, STOP, 100), ground))
    assert found[0] > found[1] + 25 > found[2] + 50 > 50


def test_before_it_stops_a_lost_message_travels_like_any_other() -> None:
    whole = painted(token(StepKind.FAULT, 0.4, broken=True))
    assert far(colour_at(whole, 40 + 0.4 * 320, 100), ink().role(Role.FAULT).lighter(110)) <= 2


def test_cross_stays_when_the_lost_message_is_gone() -> None:
    fault = ink().role(Role.FAULT)
    assert far(colour_at(lost(0.79), STOP - 5, 95), fault) > 60
    for progress in (0.8, 0.9, 1.0):
        shown = lost(progress)
        for x, y in ((-5, -5), (5, 5), (-5, 5), (5, -5)):
            assert far(colour_at(shown, STOP + x, 100 + y), fault) < 40
    rest = spots(lost(1.0))
    assert min(spot.x() for spot in rest) >= STOP - 12
    assert max(spot.x() for spot in rest) <= STOP + 12


def test_message_that_arrives_has_no_cross() -> None:
    arriving = painted(token(StepKind.FAULT, 0.9))
    assert max(spot.x() for spot in spots(arriving)) > 40 + 0.9 * 320


# Opacity


def test_opacity_holds_for_all_of_a_message() -> None:
    ground = ink().role(Role.CANVAS)
    full, half = (painted(token(StepKind.EVENT, 0.5, opacity=share)) for share in (1.0, 0.5))
    one, other = (far(colour_at(shown, 200, 100), ground) for shown in (full, half))
    assert other == pytest.approx(one / 2, abs=3)
    assert spots(painted(token(StepKind.EVENT, 0.5, label="unseen", opacity=0.0))) == []


# Labels

PLACE = Rect(250.0, 200.0, 120.0, 24.0)


def chip(picture: QImage) -> Rect:
    """Where the ground of a label is."""
    panel = ink().role(Role.PANEL).rgb()
    found = [spot for spot in spots(picture) if picture.pixel(spot) == panel]
    xs, ys = [spot.x() for spot in found], [spot.y() for spot in found]
    return Rect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def test_label_with_a_place_stays_there_for_the_whole_way() -> None:
    kind = StepKind.REQUEST
    places = {chip(painted(token(kind, progress, label="forward", label_at=PLACE))) for progress in (0.1, 0.4, 0.9)}
    assert len(places) == 1
    assert places.pop().centre == pytest.approx(PLACE.centre, abs=1.0)


def test_label_keeps_its_size_and_its_place_in_the_scene_when_the_map_is_zoomed() -> None:
    shown = token(StepKind.REQUEST, 0.5, label="forward", label_at=PLACE)
    plain, zoomed = (chip(painted(shown, QTransform(zoom, 0, 0, zoom, 0, 0))) for zoom in (1.0, 0.7))
    assert (zoomed.width, zoomed.height) == pytest.approx((plain.width, plain.height), abs=1.0)
    middle = PLACE.centre
    assert zoomed.centre == pytest.approx((middle.x * 0.7, middle.y * 0.7), abs=1.0)


def test_label_without_a_place_goes_along() -> None:
    early, late = (chip(painted(token(StepKind.REQUEST, progress, label="forward"))) for progress in (0.3, 0.7))
    assert late.x - early.x == pytest.approx(0.4 * 320, abs=1.5)
    assert late.bottom < 100


def test_label_fits_the_room_that_was_planned_for_it() -> None:
    text = "VirtualMachine.powerOn"
    width, height = label_size(text, SIZE)
    found = chip(painted(token(StepKind.REQUEST, 0.5, label=text, label_at=Rect(100.0, 200.0, width, height))))
    assert found.x >= 99
    assert found.right <= 101 + width
    assert found.height <= height + 1
    assert found.width > 0.85 * width


@pytest.mark.parametrize("label_at", [None, Rect(-90.0, -40.0, 120.0, 24.0), Rect(380.0, 290.0, 120.0, 24.0)])
def test_label_is_never_cut_by_the_window(label_at: Rect | None) -> None:
    edge = Path([Point(0.0, 2.0), Point(399.0, 2.0)])
    for progress in (0.0, 1.0):
        found = chip(painted(token(StepKind.EVENT, progress, edge, label="a long message name", label_at=label_at)))
        assert found.x >= 2
        assert found.y >= 2
        assert found.right <= 398
        assert found.bottom <= 298


def between(picture: QImage) -> list[QPoint]:
    """What is painted on the way from a label at the foot to a line at the top."""
    return [spot for spot in spots(picture) if 125 < spot.y() < 180]


def test_thin_line_leads_from_a_label_far_away_to_its_message() -> None:
    far_away = painted(token(StepKind.EVENT, 0.5, label="forward", label_at=Rect(140.0, 190.0, 120.0, 24.0)))
    found = between(far_away)
    assert {spot.y() for spot in found} == set(range(126, 180))
    assert all(abs(spot.x() - 200) <= 2 for spot in found)


@pytest.mark.parametrize(("gap", "led"), [(20.0, False), (30.0, True)])
def test_line_leads_only_from_labels_that_are_not_beside_their_message(gap: float, led: bool) -> None:
    shown = token(StepKind.EVENT, 0.5, label="forward", label_at=Rect(140.0, 100.0 + gap, 120.0, 24.0))
    # The square reaches 6 units down from the line, its border a little further.
    found = [spot for spot in spots(painted(shown)) if 112 < spot.y() < 98 + gap and spot.x() in (199, 200)]
    assert bool(found) == led


def test_label_that_goes_along_needs_no_line() -> None:
    assert between(painted(token(StepKind.EVENT, 0.5, label="forward"))) == []


def test_small_maps_have_no_labels() -> None:
    small = QTransform(0.55, 0, 0, 0.55, 0, 0)
    plain = painted(token(StepKind.EVENT, 0.5), small)
    assert painted(token(StepKind.EVENT, 0.5, label="forward", label_at=PLACE), small) == plain
