"""Places to return to."""

from __future__ import annotations

import json

import pytest

from tests.helpers.shipped import shared_book, shipped_atlas
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.place import Place, as_content, at_home, from_content, place_of, return_to
from vmexplorer.atlas.link import Plane
from vmexplorer.stage.ambient import Traffic


@pytest.fixture
def explorer() -> Explorer:
    return Explorer(shipped_atlas(), book=shared_book())


def test_everything_that_was_seen_comes_back(explorer: Explorer) -> None:
    explorer.show_era("e6")
    explorer.show_view("agents")
    explorer.show_plane(Plane.MANAGEMENT)
    explorer.show_traffic(Traffic.BACKGROUND)
    explorer.show_changes(True)
    explorer.tell("F04/locked")
    explorer.player.go_to_step(1)
    explorer.select_component("hostd")
    before, position, state = explorer.now, explorer.player.position, explorer.state()
    place = place_of(explorer)
    for change in (explorer.show_era, explorer.show_view):
        change("e9" if change == explorer.show_era else "boot")
    explorer.tell("")
    explorer.show_plane(None)
    explorer.show_traffic(Traffic.NONE)
    explorer.show_changes(False)
    return_to(explorer, place)
    assert explorer.now == before
    assert explorer.player.position == position
    assert explorer.state() == state


def test_a_port_and_a_route_come_back(explorer: Explorer) -> None:
    explorer.ask_port("UDP 902")
    asked = place_of(explorer)
    explorer.tell_route("vsphere-client", "hostd")
    told = place_of(explorer)
    explorer.tell("")
    return_to(explorer, told)
    assert explorer.flow is not None
    assert explorer.flow.steps[0].source == "vsphere-client"
    return_to(explorer, asked)
    assert (explorer.now.port, explorer.flow) == ("UDP 902", None)


def test_a_place_that_cannot_be_read_changes_nothing(explorer: Explorer) -> None:
    explorer.show_view("boot")
    before = explorer.now
    return_to(explorer, Place("no link"))
    assert explorer.now == before


def test_a_place_is_written_as_json_values_and_read_again(explorer: Explorer) -> None:
    for plane in (None, *Plane):
        for traffic in Traffic:
            place = Place("vmexplorer:view=ha", "UDP 902", plane, traffic, True)
            assert from_content(json.loads(json.dumps(as_content(place)))) == place


@pytest.mark.parametrize(
    "changed",
    [{"link": 1}, {"port": None}, {"plane": "astral"}, {"traffic": "loud"}, {"changes": "no"}, {"plane": []}],
)
def test_values_of_another_sort_are_no_place(changed: dict[str, object]) -> None:
    assert from_content(as_content(Place("vmexplorer:view=ha")) | changed) is None
    assert from_content({}) is None


def test_home_is_the_first_view_at_rest_in_the_newest_era(explorer: Explorer) -> None:
    assert at_home(explorer)
    explorer.hover("hostd")
    assert at_home(explorer)
    for wander in (
        lambda: explorer.show_view("ha"),
        lambda: explorer.show_era("e5"),
        lambda: explorer.select_component("hostd"),
        lambda: explorer.tell("F01"),
        lambda: explorer.show_plane(Plane.DATA),
    ):
        home = place_of(explorer)
        wander()
        assert not at_home(explorer)
        return_to(explorer, home)
        assert at_home(explorer)


def test_a_port_that_is_gone_is_no_error(explorer: Explorer) -> None:
    return_to(explorer, Place("vmexplorer:view=ha", port="UDP 1"))
    assert (explorer.now.view, explorer.now.port) == ("ha", "")
