"""Labs that stops of tours open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer import resources
from vmexplorer.app.stop_labs import check_stop_lab, lab_problems
from vmexplorer.errors import VmexplorerError

STOP = replace(shipped_atlas().tours["console"].stops[0], screen=False)


@pytest.mark.parametrize(
    ("lab", "preset"),
    [
        ("", ""),
        ("whatif", ""),
        ("whatif", "stop vpxa; cut L11"),
        ("What-if", "hang hostd @ 5"),
        ("banks", "T2"),
        ("dcui", "restart-agents"),
        ("cases", "TS04"),
        ("cases", "break 4711"),
        ("quiz", "boot"),
    ],
)
def test_what_labs_can_do_is_accepted(lab: str, preset: str) -> None:
    check_stop_lab(shipped_atlas(), replace(STOP, lab=lab, preset=preset))


@pytest.mark.parametrize(
    ("lab", "preset", "said"),
    [
        ("whatis", "", "there is no lab 'whatis'; the nearest is 'whatif'"),
        ("whatif", "stop vpxx", "vpxx"),
        ("whatif", "stopp vpxa", "stopp"),
        ("banks", "T99", "T99"),
        ("dcui", "restart-agent", "the nearest is 'restart-agents'"),
        ("cases", "TS99", "TS99"),
    ],
)
def test_what_labs_cannot_do_is_named(lab: str, preset: str, said: str) -> None:
    with pytest.raises(VmexplorerError, match=said):
        check_stop_lab(shipped_atlas(), replace(STOP, lab=lab, preset=preset))


def test_shipped_tours_ask_for_nothing_in_vain() -> None:
    atlas = shipped_atlas()
    assert lab_problems(atlas, resources.pack()) == ()
    opened = {stop.lab for tour in atlas.tours.values() for stop in tour.stops}
    assert {"whatif", "banks", "dcui"} <= opened
