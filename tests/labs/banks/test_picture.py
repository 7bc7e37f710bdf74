"""Pictures of a show: functions of the show and the time, and of nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.banks import after, last_show
from vmexplorer.labs.banks.bank import Write
from vmexplorer.labs.banks.beat import BeatKind
from vmexplorer.labs.banks.picture import Picture, picture_at, timeline_of
from vmexplorer.labs.banks.show import Show
from vmexplorer.playback.motion import EXPLORE, REDUCED, Motion

UPGRADE = last_show(after("stage B; reboot"))
K = BeatKind


def step(show: Show, kind: BeatKind) -> int:
    return [beat.kind for beat in show.beats].index(kind)


def at(show: Show, index: int, share: float, motion: Motion = EXPLORE) -> Picture:
    """The picture when so much of a piece's movement is over; 1 is its arrival."""
    timeline = timeline_of(show, motion)
    timed = timeline.steps[index]
    return picture_at(show, timeline, timed.launch + share * (timed.arrive - timed.launch))


def states(picture: Picture) -> list[int | None]:
    return [bank.bootstate for bank in picture.banks]


def test_it_begins_with_the_banks_before_and_ends_with_those_after() -> None:
    timeline = timeline_of(UPGRADE, EXPLORE)
    first, last = picture_at(UPGRADE, timeline, 0.0), picture_at(UPGRADE, timeline, timeline.duration)
    assert (states(first), first.done, first.beat, first.lines) == ([0, 1], False, 0, ())
    assert (states(last), last.done, last.share, last.screen.bar) == ([0, 2], True, 1.0, 1.0)
    assert len(last.lines) == sum(len(beat.lines) for beat in UPGRADE.beats)
    assert picture_at(UPGRADE, timeline, 1e9) == last


def test_a_state_is_written_when_its_piece_arrives() -> None:
    place = step(UPGRADE, K.READ) + 1
    before, arrived = at(UPGRADE, place, 0.9), at(UPGRADE, place, 1.0)
    assert (states(before), before.wrote, before.glow) == ([0, 1], None, 0.0)
    assert (states(arrived), arrived.wrote) == ([0, 2], Write(6, 1, 2))
    assert arrived.glow == pytest.approx(1.0)
    assert (arrived.partition, arrived.fresh) == (6, 1)


def test_the_countdown_takes_its_time_with_and_without_movement() -> None:
    place = step(UPGRADE, K.COUNTDOWN)
    for motion in (EXPLORE, REDUCED):
        timed = timeline_of(UPGRADE, motion).steps[place]
        assert timed.arrive - timed.launch == pytest.approx(5.0)
        assert "in 3 seconds" in at(UPGRADE, place, 0.45, motion).screen.text


def test_without_movement_nothing_is_half_done() -> None:
    place = step(UPGRADE, K.LOAD)
    assert at(UPGRADE, place, 0.5, REDUCED).screen.bar == 0.0
    assert at(UPGRADE, place, 1.0, REDUCED).screen.bar == 1.0
    assert 0.0 < (at(UPGRADE, place, 0.5).screen.bar or 0.0) < 1.0
    timeline = timeline_of(UPGRADE, REDUCED)
    assert timeline.duration < timeline_of(UPGRADE, EXPLORE).duration


@given(st.floats(0.0, 60.0), st.floats(0.0, 60.0), st.sampled_from([EXPLORE, REDUCED]))
def test_a_picture_depends_on_nothing_but_its_time(one: float, other: float, motion: Motion) -> None:
    show = last_show(after("stage B; shift-r yes"))
    timeline = timeline_of(show, motion)
    first = picture_at(show, timeline, one)
    later = picture_at(show, timeline, other)
    assert picture_at(show, timeline, one) == first
    if one <= other:
        assert first.lines == later.lines[: len(first.lines)]
        assert (first.beat or 0) <= (later.beat or 0)
