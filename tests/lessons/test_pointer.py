"""Laser trail, spotlight and lens."""

from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.drawing.geometry import Point, Rect
from vmexplorer.drawing.layout import Layout, ZoneBox
from vmexplorer.lessons.pointer import POWERS, TRAIL_SECONDS, Lens, Trail, spot_at

FRAME = ZoneBox("host", "ESXi host", "host", None, Rect(0, 0, 300, 200), Rect(10, 10, 80, 20), 0)
UNTITLED = ZoneBox("row", "", None, None, Rect(0, 100, 300, 100), Rect(0, 100, 0, 0), 1)
LAYOUT = Layout("overview", "e9", 300.0, 200.0, (FRAME, UNTITLED), ())


def test_trail_is_a_function_of_time() -> None:
    trail = Trail()
    for number in range(3):
        trail.add(Point(number, 0), number * 0.1)
    assert [dot.place.x for dot in trail.at(0.2)] == [0, 1, 2]
    strengths = [dot.strength for dot in trail.at(0.3)]
    assert strengths == sorted(strengths)
    assert 0 < strengths[0] < strengths[-1] < 1
    assert trail.at(0.2 + TRAIL_SECONDS) == ()
    assert not trail.fades(0.2 + TRAIL_SECONDS)


@given(st.lists(st.floats(0.0, 0.2), max_size=60))
def test_trail_never_shows_more_than_its_seconds(pauses: list[float]) -> None:
    trail, now = Trail(), 0.0
    for pause in pauses:
        now += pause
        trail.add(Point(now, 0.0), now)
        dots = trail.at(now)
        assert dots[-1].strength == 1.0
        assert all(0.0 < dot.strength <= 1.0 and now - dot.place.x < TRAIL_SECONDS for dot in dots)


def test_cleared_trail_shows_nothing() -> None:
    trail = Trail()
    trail.add(Point(0, 0), 0.0)
    trail.clear()
    assert (trail.at(0.0), trail.fades(0.0)) == ((), False)


def test_spotlight_takes_a_frame_in_by_its_title_only() -> None:
    assert spot_at(Point(20, 15), LAYOUT).component == "host"
    assert spot_at(Point(200, 60), LAYOUT).around is None


def test_lens_is_made_stronger_within_its_powers() -> None:
    lens = Lens(Point(1, 2))
    assert lens.stronger(1).power > lens.power > lens.stronger(-1).power
    assert (lens.stronger(99).power, lens.stronger(-99).power) == (POWERS[-1], POWERS[0])
