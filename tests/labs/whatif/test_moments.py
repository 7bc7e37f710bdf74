"""The seconds at which something changes, each with its sentence."""

from __future__ import annotations

from collections.abc import Callable

from tests.helpers.shipped import shipped_atlas
from vmexplorer.labs.whatif.outcome import Outcome

Simulate = Callable[..., Outcome]


def told(outcome: Outcome) -> list[tuple[float, str]]:
    return [(moment.at, moment.text) for moment in outcome.moments]


def test_missed_heartbeats_are_counted_until_the_time_is_out(simulated: Simulate) -> None:
    assert told(simulated("stop vpxa @ 5")) == [
        (5.0, "vpxa is stopped."),
        (5.0, "At once it is felt by vpxd."),
        (15.0, "Heartbeat 1 stays away; vCenter forgives 50 s more."),
        (25.0, "Heartbeat 2 stays away; vCenter forgives 40 s more."),
        (35.0, "Heartbeat 3 stays away; vCenter forgives 30 s more."),
        (45.0, "Heartbeat 4 stays away; vCenter forgives 20 s more."),
        (55.0, "Heartbeat 5 stays away; vCenter forgives 10 s more."),
        (65.0, "After 60 s without a heartbeat vpxd marks the host Not Responding."),
    ]


def test_counting_ends_when_the_heartbeats_come_again(simulated: Simulate) -> None:
    texts = told(simulated("stop vpxa", "restart vpxa @ 25"))
    assert [at for at, text in texts if text.startswith("Heartbeat")] == [10.0, 20.0, 30.0]
    assert texts[-1] == (35.0, "Well again: vpxa and vpxd.")


def test_helper_is_named_when_it_starts_again_what_died(simulated: Simulate) -> None:
    assert told(simulated("kill hostd"))[2] == (2.0, "watchdog starts hostd again.")
    assert (5.0, "The system starts HA agent again.") in told(simulated("kill ha-fdm"))


def test_many_who_suffer_are_counted(simulated: Simulate) -> None:
    felt = told(simulated("stop vmkernel"))[1][1]
    assert felt.startswith("At once it is felt by ")
    assert felt.endswith(" more.")


def test_every_moment_names_parts_that_exist(simulated: Simulate) -> None:
    atlas = shipped_atlas()
    faults = ("kill hostd", "cut L49 @ 3", "block 443 @ 4", "condition clock-drift", "drop F01/6")
    for moment in simulated(*faults).moments:
        assert all(part in atlas.links or part in atlas.components for part in moment.parts)
