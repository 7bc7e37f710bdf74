"""A show that runs by itself and begins again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.lessons.kiosk import HOLD, KioskMoment, kiosk_moment, reading_time

STAYS = (5.0, 10.0, 4.0)


@pytest.mark.parametrize(
    ("elapsed", "stop", "left"),
    [(0.0, 0, 5.0), (4.5, 0, 0.5), (5.0, 1, 10.0), (15.0, 2, 4.0 + HOLD), (21.0, 2, 1.0), (22.0, 0, 5.0)],
)
def test_each_stop_has_its_time_and_the_last_is_held(elapsed: float, stop: int, left: float) -> None:
    assert kiosk_moment(STAYS, elapsed) == KioskMoment(stop, pytest.approx(left))


@given(st.lists(st.floats(0.5, 60.0), min_size=1, max_size=9), st.floats(0.0, 1e5))
def test_show_goes_round_for_ever(stays: list[float], elapsed: float) -> None:
    moment = kiosk_moment(stays, elapsed)
    assert 0 <= moment.stop < len(stays)
    assert 0.0 <= moment.left <= stays[moment.stop] + HOLD
    again = kiosk_moment(stays, elapsed + moment.left + 0.001)
    assert again.stop in ((moment.stop + 1) % len(stays), moment.stop)


def test_longer_captions_are_shown_longer() -> None:
    assert reading_time("one two three") < reading_time("one two three four")
    assert reading_time("word " * 500) <= 30.0


def test_show_without_stops_is_refused() -> None:
    with pytest.raises(ValueError, match="needs stops"):
        kiosk_moment((), 1.0)
