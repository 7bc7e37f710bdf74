"""Two flows in step: what is compared, and what is shown of the scene."""

from __future__ import annotations

import pytest

from tests.helpers.comparisons import ATLAS, ERAS, SIDES, shared, with_comparison
from tests.helpers.shipped import picture
from vmexplorer.app.comparing import Comparing, Side
from vmexplorer.atlas.era import EraRange
from vmexplorer.drawing.geometry import Rect
from vmexplorer.errors import UnknownNameError, VmexplorerError


def inside(rect: Rect, area: Rect) -> bool:
    return area.united(rect) == area


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
