"""Overlays that speak of the same part."""

from vmexplorer.stage.overlay import Mark, Overlay, Role, combined

STOPPED = Mark(Role.FAULT, "stopped")
DEGRADED = Mark(Role.AFFECTED, "degraded")


def test_the_more_urgent_mark_wins_whatever_the_order() -> None:
    first, second = Overlay({"hostd": STOPPED}), Overlay({"hostd": DEGRADED})
    assert combined([first, second]).components["hostd"] == STOPPED
    assert combined([second, first]).components["hostd"] == STOPPED


def test_of_two_marks_of_a_kind_the_later_wins() -> None:
    hung = Mark(Role.FAULT, "hung")
    assert combined([Overlay({"hostd": STOPPED}), Overlay({"hostd": hung})]).components == {"hostd": hung}


def test_parts_of_which_only_one_speaks_keep_their_mark() -> None:
    both = combined([Overlay({"hostd": STOPPED}), Overlay({"vpxa": DEGRADED}, {"L11": DEGRADED})])
    assert both == Overlay({"hostd": STOPPED, "vpxa": DEGRADED}, {"L11": DEGRADED})


def test_no_overlay_marks_nothing() -> None:
    assert combined([]) == Overlay({}, {})
