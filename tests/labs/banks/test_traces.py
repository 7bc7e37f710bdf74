"""The twelve traces of the state machine, as the stories of the shipped pack play them."""

from __future__ import annotations

import pytest

from tests.helpers.banks import NEWEST, OLDEST, after, shown, wrote
from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.bank_event import POWER_ON
from vmexplorer.atlas.system_image import Loader
from vmexplorer.labs.banks.eras import preset_named
from vmexplorer.labs.banks.host import Moment, Phase
from vmexplorer.labs.banks.session import BanksSession

FRESH = "b5[A u=1 s=0] b6[- u=0 s=3]"
UPGRADED = "b5[A u=1 s=0] b6[B u=2 s=0]"
ROLLED_BACK = "b5[A u=1 s=0] b6[B u=2 s=3]"

# Story, banks before the start, what the loader writes, what it boots, banks after it, and at the end of the story.
TRACES = [
    ("T1", FRESH, [], 5, FRESH, FRESH),
    ("T2", "b5[A u=1 s=0] b6[B u=2 s=1]", [(6, 1, 2)], 6, "b5[A u=1 s=0] b6[B u=2 s=2]", UPGRADED),
    ("T3", UPGRADED, [], 6, UPGRADED, UPGRADED),
    ("T4", UPGRADED, [(6, 0, 3)], 5, ROLLED_BACK, ROLLED_BACK),
    ("T5", ROLLED_BACK, [], 5, ROLLED_BACK, ROLLED_BACK),
    ("T6", "b5[A u=1 s=0] b6[B u=2 s=2]", [(6, 2, 3)], 5, ROLLED_BACK, ROLLED_BACK),
    (
        "T7",
        "b5[A u=1 s=0] b6[- u=2 s=1]",
        [(6, 1, 3)],
        5,
        "b5[A u=1 s=0] b6[- u=2 s=3]",
        "b5[A u=1 s=0] b6[- u=2 s=3]",
    ),
    ("T8", "b5[A u=1 s=0] b6[B u=2 s=1]", [(6, 1, 2), (6, 2, 3)], 5, ROLLED_BACK, ROLLED_BACK),
    ("T9", UPGRADED, [], 6, UPGRADED, UPGRADED),
    (
        "T10",
        "b5[C u=3 s=1] b6[B u=2 s=0]",
        [(5, 1, 2)],
        5,
        "b5[C u=3 s=2] b6[B u=2 s=0]",
        "b5[C u=3 s=0] b6[B u=2 s=0]",
    ),
    ("T11", "b5[A u=1 s=3] b6[B u=2 s=3]", [], None, "b5[A u=1 s=3] b6[B u=2 s=3]", "b5[A u=1 s=3] b6[B u=2 s=3]"),
    ("T12", "b5[A u=2 s=0] b6[B u=2 s=0]", [], 5, "b5[A u=2 s=0] b6[B u=2 s=0]", "b5[A u=2 s=0] b6[B u=2 s=0]"),
]


def story(name: str, loader: Loader = NEWEST) -> BanksSession:
    return BanksSession.of(preset_named(shipped_atlas(), name), loader)


def last_start(session: BanksSession) -> tuple[Moment, Moment]:
    """The moment before the last power-on, and the one after it."""
    places = [place for place, entry in enumerate(session.entries) if entry.event.kind in POWER_ON]
    return session.moments[places[-1]], session.moments[places[-1] + 1]


@pytest.mark.parametrize("loader", [OLDEST, NEWEST], ids=["oldest", "newest"])
@pytest.mark.parametrize(
    ("name", "before", "written", "boots", "afterwards", "end"), TRACES, ids=[t[0] for t in TRACES]
)
def test_a_trace_goes_as_the_loader_s_code_has_it(
    name: str,
    before: str,
    written: list[tuple[int, int, int]],
    boots: int | None,
    afterwards: str,
    end: str,
    loader: Loader,
) -> None:
    session = story(name, loader)
    left, came = last_start(session)
    assert shown(left.host.banks) == before
    assert wrote(came.boot) == written
    assert came.host.booted == boots
    assert shown(came.host.banks) == afterwards
    assert shown(session.moments[-1].host.banks) == end
    assert session.moments[-1].host.phase is (Phase.NOTHING_FOUND if name == "T11" else Phase.RUNNING)


@pytest.mark.parametrize(
    ("name", "rollback"),
    [(name, name in ("T4", "T7")) for name, *_ in TRACES],
)
def test_the_kernel_hears_of_a_roll_back_only_where_the_loader_sets_it(name: str, rollback: bool) -> None:
    came = last_start(story(name))[1]
    assert came.boot is not None
    assert came.boot.rollback is rollback


@pytest.mark.parametrize(("name", "asked", "waits"), [("T4", True, False), ("T5", False, True), ("T8", False, True)])
def test_shift_r_asks_only_where_there_is_a_choice(name: str, asked: bool, waits: bool) -> None:
    came = last_start(story(name))[1]
    assert came.boot is not None
    assert came.boot.recovery is not None
    assert (came.boot.recovery.asked, came.boot.recovery.waits) == (asked, waits)


def test_shift_r_during_the_first_start_needs_no_answer() -> None:
    yes, no = after("stage B; shift-r yes"), after("stage B; shift-r no")
    assert shown(yes.now.host.banks) == shown(no.now.host.banks) == ROLLED_BACK
    assert wrote(yes.now.boot) == wrote(no.now.boot)
    late = after("stage B; reboot; shift-r yes")
    assert shown(late.now.host.banks) == ROLLED_BACK
    assert wrote(late.now.boot) == [(6, 2, 3)]
    assert late.now.boot is not None
    assert not late.now.boot.rollback
