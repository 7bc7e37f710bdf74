"""Two flows of the shipped pack in step, and moments of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from tests.helpers.shipped import picture, shipped_atlas
from vmexplorer import resources
from vmexplorer.app.comparing import Comparing, Side
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.pack_reader import read_pack
from vmexplorer.playback.motion import EXPLORE, Motion

ATLAS = shipped_atlas()
ERAS = ATLAS.era_ids
SIDES = tuple(Side)


def comparing(era: str = "e9", motion: Motion = EXPLORE) -> Comparing:
    """The shipped comparison in an era."""
    return Comparing(ATLAS, "C01", era, motion, known=(picture("overview", era),))


@cache
def shared(era: str) -> Comparing:
    """One for all that only asks; every question starts with a seek."""
    return comparing(era)


def with_comparison(first: str, second: str, eras: Mapping[str, EraRange] = MappingProxyType({})) -> Atlas:
    """The shipped pack with one comparison more, in which no pair is named, and other eras for some flows."""
    pack, problems, _ = read_pack(resources.pack())
    assert pack is not None, problems
    flows = tuple(replace(flow, eras=eras.get(flow.id, flow.eras)) for flow in pack.flows)
    more = replace(ATLAS.comparison("C01"), id="C99", name="Another", first=first, second=second, pairs=())
    return Atlas.of(replace(pack, flows=flows, comparisons=(*pack.comparisons, more)))


def go(made: Comparing, row: int, share: float = 0.5) -> Comparing:
    """Goes to a share of the way of a row."""
    step = made.player.timeline.steps[row]
    made.player.seek(step.launch + (step.arrive - step.launch) * share)
    return made


def moment(made: Comparing) -> tuple[object, ...]:
    """Everything that can be asked of a moment."""
    asked = [(made.state(side), made.waits(side), made.messages(side), made.title(side)) for side in SIDES]
    return (*asked, made.caption())


def row_of(made: Comparing, first: str, second: str) -> int:
    """The row in which the steps with these ids stand; "" for a gap."""
    names = [(row.first.id if row.first else "", row.second.id if row.second else "") for row in made.rows]
    return names.index((first, second))
