"""Two flows in step: what each side shows, says and counts at every moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.shipped import picture, shipped_atlas
from vmexplorer import resources
from vmexplorer.app.comparing import ENDED, WAITS, Comparing, Side
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.pack_reader import read_pack
from vmexplorer.drawing.geometry import Rect
from vmexplorer.errors import UnknownNameError, VmexplorerError
from vmexplorer.playback.motion import EXPLORE, REDUCED, Motion
from vmexplorer.stage.state import BoxRole, StageState

ATLAS = shipped_atlas()
ERAS = ATLAS.era_ids
SIDES = tuple(Side)
MIDDLE = 0.5


def comparing(era: str = "e9", motion: Motion = EXPLORE) -> Comparing:
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


def go(made: Comparing, row: int, share: float = MIDDLE) -> Comparing:
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


def lit(state: StageState) -> list[str]:
    return [look.box for look in state.boxes if look.role is BoxRole.ACTIVE]


def inside(rect: Rect, area: Rect) -> bool:
    return area.united(rect) == area


# What is compared


@pytest.mark.parametrize("era", ERAS)
def test_every_era_is_told_from_its_first_pair_to_its_last(era: str) -> None:
    made = shared(era)
    assert made.rows == ATLAS.rows_in(ATLAS.comparison("C01"), era)
    assert len(made.player.timeline.steps) == len(made.rows) == len(made.labels())
    for number, tick in enumerate(made.player.timeline.ticks, start=1):
        made.player.seek(tick)
        caption = made.caption()
        says = made.rows[number - 1].says
        assert says is not None
        assert (caption.number, caption.steps, caption.text) == (number, len(made.rows), says.text)
        assert all(made.state(side).veil == 1.0 for side in SIDES)


def test_each_side_has_the_name_of_its_flow_and_stands_on_its_view() -> None:
    made = shared("e9")
    assert [made.title(side) for side in SIDES] == [ATLAS.flow("F02").name, ATLAS.flow("F01").name]
    assert [made.state(side).layout.view for side in SIDES] == [ATLAS.flow(flow).view for flow in ("F02", "F01")]


def test_names_of_comparison_and_era_are_found_as_everywhere() -> None:
    assert Comparing(ATLAS, ATLAS.comparison("C01").name, "9.0").era == "e9"
    with pytest.raises(UnknownNameError, match="there is no comparison 'C02'; the nearest is 'C01'"):
        Comparing(ATLAS, "C02", "e9")


def test_era_that_lacks_one_of_the_flows_is_an_error_that_says_where_to_go() -> None:
    late = next(flow for flow in ATLAS.flows.values() if ERAS[0] not in ATLAS.eras_of(flow))
    told = [ATLAS.era(era).name for era in ATLAS.eras_of(late)]
    oldest = ATLAS.era(ERAS[0]).name
    with pytest.raises(VmexplorerError) as caught:
        Comparing(with_comparison("F01", late.id), "C99", ERAS[0])
    assert str(caught.value) == f"“Another” is told in {told[0]} to {told[-1]}, not in {oldest}"


def test_flows_that_share_no_version_are_an_error() -> None:
    apart = {"F01": EraRange("e3", "e5"), "F02": EraRange("e6", "e9")}
    with pytest.raises(VmexplorerError) as caught:
        Comparing(with_comparison("F02", "F01", apart), "C99", "e9")
    assert str(caught.value) == "“Another” cannot be told: no version offers both of its message paths"


def test_step_that_no_pair_names_stands_alone_and_tells_itself() -> None:
    made = Comparing(with_comparison("F02", "F01"), "C99", "e9", known=())
    assert all((row.first is None) != (row.second is None) for row in made.rows)
    made.player.seek(made.player.timeline.ticks[0])
    first = made.rows[0].first
    assert first is not None
    assert made.caption().text == " ".join(statement.text for statement in first.narration)


# Time


@given(
    era=st.sampled_from(ERAS), shares=st.lists(st.floats(0.0, 1.0), min_size=1, max_size=3), share=st.floats(0.0, 1.0)
)
def test_moment_does_not_depend_on_what_came_before(era: str, shares: list[float], share: float) -> None:
    made = shared(era)
    duration = made.player.timeline.duration
    made.player.seek(share * duration)
    before = moment(made)
    for other in shares:
        made.player.seek(other * duration)
        moment(made)
    made.player.seek(share * duration)
    assert moment(made) == before


@given(era=st.sampled_from(ERAS), number=st.integers(0, 14))
def test_end_of_a_pair_is_the_same_by_playing_seeking_and_going_back(era: str, number: int) -> None:
    made = shared(era)
    player = made.player
    player.go_to_step(number)
    sought = moment(made)
    player.set_stop_at_each_step(True)
    player.seek(player.timeline.steps[number].start)
    player.play()
    while player.playing:
        player.advance(0.3)
    player.set_stop_at_each_step(False)
    played = moment(made)
    player.go_to_step(min(number + 1, len(made.rows) - 1))
    if number + 1 < len(made.rows):
        player.previous()
    assert sought == played == moment(made)


@pytest.mark.parametrize("motion", [EXPLORE, REDUCED])
def test_pair_takes_as_long_as_its_slower_side(motion: Motion) -> None:
    made = comparing("e9", motion)
    for number, (row, step) in enumerate(zip(made.rows, made.player.timeline.steps, strict=True)):
        travels = []
        for side, told in zip(SIDES, (row.first, row.second), strict=True):
            go(made, number)
            way = [line.path for line in made.state(side).lines if line.role == "active"]
            if told is not None:
                travels.append(motion.travel(told.kind, way[0].length if way else 0.0))
        if motion.travels:
            assert step.arrive - step.launch == pytest.approx(max(travels))
        assert row.says is not None
        assert step.end - step.arrive == pytest.approx(motion.dwell(len(row.says.text.split())))


def test_both_sides_are_under_way_at_once_and_equally_far() -> None:
    made = shared("e9")
    for share in (0.2, 0.5, 0.9):
        go(made, row_of(made, "enter", "enter"), share)
        tokens = [made.state(side).tokens for side in SIDES]
        assert [len(found) for found in tokens] == [1, 1]
        assert tokens[0][0].progress == tokens[1][0].progress
    assert [found[0].label for found in tokens] == ["POST /sdk", "POST /vpxa"]


def test_work_inside_a_box_swells_while_the_other_side_sends() -> None:
    made = go(shared("e9"), row_of(shared("e9"), "check", "order"))
    first, second = (made.state(side) for side in SIDES)
    assert (len(first.tokens), len(second.tokens)) == (0, 1)
    glow = {look.box: look.glow for look in first.boxes}["hostd"]
    assert glow == pytest.approx(1.0)


def test_without_movement_nothing_travels() -> None:
    made = comparing("e9", REDUCED)
    for row in range(len(made.rows)):
        assert not any(go(made, row).state(side).tokens for side in SIDES)


# Waiting


def test_before_the_start_nothing_is_lit_or_dimmed() -> None:
    made = comparing("e9")
    for side in SIDES:
        state = made.state(side)
        assert (state.veil, state.boxes, state.tokens, made.messages(side)) == (0.0, (), (), 0)
    assert made.caption().number == 1


def test_side_without_a_step_waits_at_the_box_that_it_has_reached() -> None:
    made = shared("e9")
    gap = row_of(made, "", "agent")
    go(made, gap)
    state = made.state(Side.FIRST)
    assert (made.waits(Side.FIRST), made.waits(Side.SECOND)) == (True, False)
    assert state.caption is not None
    assert (state.caption.number, state.caption.title) == (2, WAITS)
    assert (lit(state), state.tokens) == (["hostd"], ())
    assert [go(made, gap, share).state(Side.FIRST) for share in (0.0, 0.3, 1.0)] == [state] * 3


def test_side_that_has_not_begun_waits_with_nothing_lit() -> None:
    made = go(shared("e9"), 1)
    state = made.state(Side.FIRST)
    assert state.caption is not None
    assert (state.caption.number, state.caption.title) == (0, WAITS)
    assert lit(state) == []
    assert {"host-client", "envoy", "hostd"} <= {look.box for look in state.boxes}


def test_both_maps_are_dimmed_together() -> None:
    made = shared("e9")
    for seconds in (0.05, 0.15, 0.3, 0.6):
        made.player.seek(seconds)
        assert made.state(Side.FIRST).veil == made.state(Side.SECOND).veil > 0.0


def test_side_that_is_over_says_so() -> None:
    made = shared("e9")
    made.player.last()
    first, second = (made.state(side).caption for side in SIDES)
    assert first is not None
    assert second is not None
    assert (first.number, first.steps, first.title) == (7, 7, ENDED)
    assert (second.number, second.steps) == (16, 16)
    assert second.title != ENDED


# Counting


@pytest.mark.parametrize("era", ERAS)
def test_at_the_end_all_messages_between_parts_are_counted(era: str) -> None:
    made = shared(era)
    made.player.last()
    for side, flow in zip(SIDES, ("F02", "F01"), strict=True):
        steps = ATLAS.steps_in(ATLAS.flow(flow), era)
        assert made.messages(side) == len([step for step in steps if step.source != step.target])


def test_message_counts_from_its_arrival_and_work_inside_a_part_never() -> None:
    made = shared("e9")
    row = row_of(made, "check", "order")
    step = made.player.timeline.steps[row]
    made.player.seek(step.arrive - 0.01)
    before = [made.messages(side) for side in SIDES]
    made.player.seek(step.arrive + 0.01)
    assert [made.messages(side) for side in SIDES] == [before[0], before[1] + 1]


@given(era=st.sampled_from(ERAS), shares=st.lists(st.floats(0.0, 1.0), min_size=2, max_size=5))
def test_counts_never_fall(era: str, shares: list[float]) -> None:
    made = shared(era)
    counts = []
    for share in sorted(shares):
        made.player.seek(share * made.player.timeline.duration)
        counts.append([made.messages(side) for side in SIDES])
    for before, after in pairwise(counts):
        assert before[0] <= after[0]
        assert before[1] <= after[1]


# What is shown of the scene


@pytest.mark.parametrize("era", ERAS)
def test_both_sides_show_the_part_in_which_both_flows_take_place(era: str) -> None:
    made = shared(era)
    layout = picture("overview", era).layout
    area = made.area(Side.FIRST)
    assert area == made.area(Side.SECOND)
    made.player.last()
    boxes = {look.box for side in SIDES for look in made.state(side).boxes}
    cards = [card.rect for card in layout.cards if card.id in boxes]
    assert len(cards) >= 5
    assert all(inside(rect, area) for rect in cards)
    kernel = next(zone for zone in layout.zones if zone.id == "kernel")
    assert inside(kernel.title_rect, area)
    assert area.bottom < kernel.rect.bottom


def test_flows_on_two_views_show_each_their_own_part() -> None:
    here = ATLAS.flow("F01").view
    other = next(flow for flow in ATLAS.flows.values() if flow.view != here and "e9" in ATLAS.eras_of(flow))
    made = Comparing(with_comparison("F01", other.id), "C99", "e9")
    assert [made.state(side).layout.view for side in SIDES] == [here, other.view]
    for side in SIDES:
        assert inside(made.area(side), made.state(side).layout.scene)
    assert made.area(Side.FIRST) != made.area(Side.SECOND)


def test_pairs_are_named_after_the_longer_way() -> None:
    made = shared("e9")
    assert made.labels()[:3] == ["PowerOnMultiVM", "check, choose a host", "POST /vpxa"]
