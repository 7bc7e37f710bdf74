"""The simulated host: time passes to the last change and no further, and every signal has a reason."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.shipped import shipped_atlas
from vmexplorer.errors import UnknownNameError
from vmexplorer.labs.whatif.fault import parse_fault
from vmexplorer.playback.clock import ManualClock
from vmexplorer.ui.labs.whatif.bench import PACE, Bench


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def bench(qtbot: QtBot, clock: ManualClock) -> Bench:
    return Bench(shipped_atlas(), "e8", clock)


def changes(bench: Bench) -> list[float]:
    """The seconds at which something changed."""
    heard: list[float] = []
    bench.changed.connect(lambda: heard.append(bench.session.now.at))
    return heard


def pass_time(bench: Bench, clock: ManualClock, seconds: float, steps: int = 40) -> None:
    """Lets simulated seconds pass in pictures."""
    for _ in range(steps):
        clock.advance(seconds / PACE / steps)
        bench.tick()


def test_nothing_moves_on_a_host_without_faults(bench: Bench) -> None:
    bench.toggle()
    assert not bench.playing
    assert (bench.faults, bench.outcome.machines.running) == ((), True)


def test_a_fault_lets_time_pass_until_nothing_changes_any_more(bench: Bench, clock: ManualClock) -> None:
    bench.add("stop vpxa")
    assert bench.playing
    settled = bench.session.settled
    pass_time(bench, clock, settled + 30.0)
    assert (bench.session.now.at, bench.playing) == (settled, False)
    assert "Not Responding" in bench.outcome.client_shows


def test_between_two_moments_only_the_time_moves(bench: Bench, clock: ManualClock) -> None:
    bench.add("stop vpxa")
    heard, times = changes(bench), []
    bench.time_changed.connect(lambda: times.append(bench.session.now.at))
    pass_time(bench, clock, bench.session.settled, steps=60)
    moments = {moment.at for moment in bench.session.moments if moment.at > 0.0}
    assert len(heard) == len(moments)
    assert len(times) == 60
    assert bench.outcome.at == bench.session.now.at


def test_a_course_of_half_an_hour_is_watched_in_seconds(bench: Bench, clock: ManualClock) -> None:
    bench.add("hang hostd")
    assert bench.session.settled > 1000.0
    clock.advance(16.0)
    bench.tick()
    assert (bench.session.now.at, bench.playing) == (bench.session.settled, False)


def test_a_fault_in_the_middle_begins_there(bench: Bench) -> None:
    bench.add("stop vpxa")
    bench.seek(20.0)
    bench.add("hang hostd")
    bench.add("cut L11 @ 5")
    assert [str(fault) for fault in bench.faults] == ["stop vpxa", "hang hostd @ 20", "cut L11 @ 5"]


def test_a_fault_is_taken_away_whenever_it_began(bench: Bench) -> None:
    bench.add("stop vpxa")
    bench.seek(20.0)
    bench.add("hang hostd")
    bench.remove("hang hostd")
    assert bench.faults == (parse_fault("stop vpxa"),)
    bench.remove("stop dcui")
    assert len(bench.faults) == 1


def test_scrubbing_stops_the_time_and_stays_on_the_scale(bench: Bench) -> None:
    bench.add("stop vpxa")
    bench.seek(1e6)
    assert not bench.playing
    assert bench.session.now.at == bench.duration


def test_steps_go_from_change_to_change(bench: Bench) -> None:
    bench.add("stop vpxa")
    seen = []
    for _ in range(4):
        bench.next()
        seen.append(bench.session.now.at)
    assert seen == sorted(set(seen))
    bench.previous()
    assert bench.session.now.at == seen[-2]


def test_playing_at_the_end_begins_anew(bench: Bench) -> None:
    bench.add("stop vpxa")
    bench.seek(bench.session.settled)
    bench.toggle()
    assert (bench.session.now.at, bench.playing) == (0.0, True)
    bench.toggle()
    assert not bench.playing


def test_undo_and_redo_go_through_every_change(bench: Bench) -> None:
    bench.add("stop vpxa")
    bench.add("hang hostd")
    bench.undo()
    assert len(bench.faults) == 1
    bench.redo()
    assert len(bench.faults) == 2
    bench.reset()
    assert bench.faults == ()
    bench.undo()
    assert len(bench.faults) == 2


def test_what_if_from_here_forgets_what_comes_later(bench: Bench) -> None:
    bench.add("stop vpxa")
    bench.add("stop ntpd @ 40")
    bench.seek(10.0)
    bench.fork()
    assert bench.faults == (parse_fault("stop vpxa"),)


def test_another_era_says_what_it_does_not_have(qtbot: QtBot, bench: Bench) -> None:
    bench.add("stop envoy")
    bench.add("stop hostd")
    with qtbot.waitSignal(bench.said) as heard:
        bench.show_era("e5")
    assert heard.args == ["Not in this version, so it is over: stop envoy."]
    assert [str(fault) for fault in bench.faults] == ["stop hostd"]


def test_a_fault_that_cannot_be_is_refused_or_said(qtbot: QtBot, bench: Bench) -> None:
    with pytest.raises(UnknownNameError, match="hostd"):
        bench.add("stop hosdt")
    with qtbot.waitSignal(bench.said) as heard:
        bench.try_add("stop hosdt")
    assert "hostd" in str(heard.args)
    assert bench.faults == ()


def test_a_prepared_state_stands_at_its_end(bench: Bench) -> None:
    bench.add("stop ntpd")
    bench.prepare(("stop vpxa", "hang hostd"))
    assert [str(fault) for fault in bench.faults] == ["stop vpxa", "hang hostd"]
    assert bench.session.now.at == bench.session.settled
    assert not bench.playing
