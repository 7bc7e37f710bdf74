"""Where the person looks; ``test_explorer_flows`` tells flows, ``test_explorer_machine`` does anything at random."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.helpers.packs import tiny_atlas
from vmexplorer.app.explorer import Explorer, Situation
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.drawing.placement import place
from vmexplorer.errors import UnknownNameError
from vmexplorer.stage import compose
from vmexplorer.stage.state import BoxRole, LineRole

OLDEST, NEWEST = "e3", "e9"


def test_exploring_starts_at_home_in_the_newest_era(atlas: Atlas, explorer: Explorer) -> None:
    assert explorer.now == Situation(atlas.manifest.home, NEWEST)
    assert (explorer.flow, explorer.hops, explorer.player.timeline.duration) == (None, (), 0.0)
    assert explorer.state() == compose.still(explorer.wiring)


def test_home_is_the_same_wherever_one_is(explorer: Explorer) -> None:
    home = explorer.state()
    explorer.show_view("agents")
    explorer.show_era(OLDEST)
    assert explorer.home_state() == home


# Views


def test_another_view_keeps_the_selection_but_not_the_box_and_the_pointer(explorer: Explorer) -> None:
    explorer.select_component("vmx", "vmx-2")
    explorer.hover("hostd")
    assert explorer.show_view("vm")
    assert explorer.now == Situation("vm", NEWEST, component="vmx")


def test_view_is_found_by_its_name_as_well(atlas: Atlas, explorer: Explorer) -> None:
    explorer.show_view(atlas.view("vm").name.upper())
    assert explorer.now.view == "vm"


def test_same_view_again_is_no_change(explorer: Explorer) -> None:
    assert not explorer.show_view(explorer.now.view)


def test_wiring_belongs_to_view_and_era_and_is_kept(explorer: Explorer) -> None:
    home = explorer.wiring
    explorer.show_view("agents")
    assert (explorer.wiring.layout.view, explorer.wiring.layout.era) == ("agents", NEWEST)
    explorer.show_view(home.layout.view)
    assert explorer.wiring is home


# Eras


def test_era_is_found_by_its_name_or_a_version(explorer: Explorer) -> None:
    assert explorer.show_era("6.5 U2")
    assert explorer.now.era == "e6"
    assert explorer.show_era("ESXi 8.0")
    assert explorer.now.era == "e8"
    assert not explorer.show_era("8.0")


def test_selection_stays_in_an_era_that_has_it(explorer: Explorer) -> None:
    explorer.select_component("hostd", "hostd")
    explorer.show_era(OLDEST)
    assert explorer.now == Situation(explorer.now.view, OLDEST, component="hostd")


def test_selection_is_dropped_in_an_era_that_lacks_it(atlas: Atlas, explorer: Explorer) -> None:
    explorer.select_component("envoy")
    explorer.show_era(OLDEST)
    assert explorer.now.component == ""
    young = next(link for link in atlas.links if OLDEST not in atlas.link_eras[link])
    explorer.show_era(atlas.link_eras[young][-1])
    explorer.select_link(young)
    explorer.show_era(OLDEST)
    assert explorer.now.link == ""


def test_what_another_era_has_can_be_chosen_to_read_of_it(explorer: Explorer) -> None:
    explorer.show_era(OLDEST)
    still = explorer.state()
    explorer.select_component("envoy")
    assert explorer.now.component == "envoy"
    assert explorer.state() == still


def test_changes_are_marked_against_the_era_before(atlas: Atlas, explorer: Explorer) -> None:
    explorer.show_era("e7")
    assert explorer.state().tags == ()
    assert explorer.show_changes(True)
    added, _ = atlas.changed("e7")
    tags = dict(explorer.state().tags)
    new = {card.component for card in explorer.wiring.layout.cards if tags.get(card.id, "").startswith("new in ")}
    assert new
    assert new <= {*added}
    assert explorer.state().tags
    assert explorer.state().before is not None
    explorer.show_era(OLDEST)
    assert (explorer.state().tags, explorer.state().before) == ((), None)
    assert explorer.show_changes(False)
    assert not explorer.show_changes(False)


# Selection


def test_component_and_link_are_not_selected_together(explorer: Explorer) -> None:
    explorer.select_component("hostd", "hostd")
    explorer.select_link("L08")
    assert (explorer.now.component, explorer.now.box, explorer.now.link) == ("", "", "L08")
    explorer.select_component("hostd")
    assert (explorer.now.component, explorer.now.link) == ("hostd", "")
    assert explorer.select_component("")
    assert explorer.state() == compose.still(explorer.wiring)
    assert not explorer.select_component("")


def test_selection_is_seen_on_the_stage(explorer: Explorer) -> None:
    explorer.select_component("hostd")
    assert {look.box for look in explorer.state().boxes if look.role is BoxRole.SELECTED} == {"hostd"}
    explorer.select_link("L08")
    assert {line.role for line in explorer.state().lines} == {LineRole.SELECTED}


def test_pointer_lights_what_it_rests_on_but_not_the_selection_again(explorer: Explorer) -> None:
    assert explorer.hover("vpxa")
    assert {line.role for line in explorer.state().lines} == {LineRole.NEIGHBOUR}
    explorer.hover("")
    explorer.select_component("vpxa")
    selected = explorer.state()
    assert explorer.hover("vpxa")
    assert explorer.state() == selected


@pytest.mark.parametrize(
    "ask",
    [
        lambda explorer: explorer.show_view("overvue"),
        lambda explorer: explorer.show_era("e99"),
        lambda explorer: explorer.select_component("hostdd"),
        lambda explorer: explorer.select_link("L999"),
        lambda explorer: explorer.hover("hostdd"),
        lambda explorer: explorer.tell("F99"),
        lambda explorer: explorer.tell_route("hostd", "vpxdd"),
    ],
)
def test_unknown_name_is_an_error_and_changes_nothing(explorer: Explorer, ask: Callable[[Explorer], bool]) -> None:
    explorer.tell("F01")
    before, hops, state = explorer.now, explorer.hops, explorer.state()
    with pytest.raises(UnknownNameError):
        ask(explorer)
    assert (explorer.now, explorer.hops, explorer.state()) == (before, hops, state)
    assert explorer.flow is explorer.atlas.flow("F01")


# Where to find things


def test_best_view_is_this_one_when_it_shows_the_component(explorer: Explorer) -> None:
    assert explorer.best_view("hostd") == "overview"
    explorer.show_view("agents")
    assert explorer.best_view("hostd") == "agents"


def test_best_view_draws_the_component_when_any_does(atlas: Atlas, explorer: Explorer) -> None:
    views = [place(atlas, view, NEWEST) for view in atlas.views.values()]
    for component in atlas.components:
        explorer.show_view("overview")
        view = explorer.best_view(component)
        explorer.show_view(view)
        drawn = bool(explorer.wiring.layout.boxes_of(component))
        assert drawn == any(layout.boxes_of(component) for layout in views), component
        assert drawn or view == "overview"


def test_inside_of_a_component_is_the_first_view_that_opens_it(atlas: Atlas, explorer: Explorer) -> None:
    assert explorer.inside("vmkernel") == "vmkernel"
    for component in atlas.components:
        opening = [view.id for view in atlas.views.values() if component in view.opens]
        assert explorer.inside(component) == (opening[0] if opening else "")


# Another pack


def test_another_atlas_is_shown_at_the_same_place_where_it_has_it(atlas: Atlas, explorer: Explorer) -> None:
    explorer.show_view("agents")
    explorer.show_era("e8")
    explorer.tell("F01")
    explorer.select_component("hostd")
    explorer.adopt(atlas)
    assert explorer.now == Situation("agents", "e8")
    assert (explorer.flow, explorer.hops, explorer.player.timeline.steps) == (None, (), ())
    assert explorer.state() == compose.still(explorer.wiring)


def test_another_atlas_is_shown_from_its_home_where_it_lacks_the_place(explorer: Explorer) -> None:
    explorer.show_era(OLDEST)
    tiny = tiny_atlas()
    explorer.adopt(tiny)
    assert explorer.now == Situation("all", "e8")
    assert explorer.state().layout.view == "all"
    explorer.tell("F01")
    assert len(explorer.hops) == 3
