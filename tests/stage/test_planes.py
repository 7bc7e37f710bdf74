"""Tests of the planes shown apart and of the traffic that runs by itself."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.link import Plane
from vmexplorer.drawing.placement import place
from vmexplorer.drawing.wiring import Wiring
from vmexplorer.stage.ambient import Traffic, dots, streams
from vmexplorer.stage.compose import still
from vmexplorer.stage.planes import on_plane, with_plane


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return shipped_atlas()


@pytest.fixture(scope="module")
def wiring(atlas: Atlas) -> Wiring:
    view = atlas.view("overview")
    return Wiring(atlas, view, place(atlas, view, "e8"))


def test_data_plane_has_no_management_process(atlas: Atlas, wiring: Wiring) -> None:
    state = with_plane(still(wiring), atlas, wiring, Plane.DATA)
    lit = {wiring.box(look.box).component for look in state.boxes}
    assert {"vmm", "vmkernel", "datastore"} <= lit
    assert not lit & {"hostd", "vpxa", "vpxd", "envoy"}
    assert state.veil == 1.0


def test_management_plane_has_the_spine(atlas: Atlas, wiring: Wiring) -> None:
    state = with_plane(still(wiring), atlas, wiring, Plane.MANAGEMENT)
    lit = {wiring.box(look.box).component for look in state.boxes}
    assert {"vpxd", "envoy", "vpxa", "hostd"} <= lit
    spine = {wire.path for wire in wiring.spine}
    assert spine <= {line.path for line in state.lines}


def test_no_link_is_on_both_planes(atlas: Atlas) -> None:
    planes = [{link.id for link in atlas.links.values() if on_plane(atlas, link, plane)} for plane in Plane]
    assert not planes[0] & planes[1]
    assert all(planes)


def test_no_traffic_has_no_streams(atlas: Atlas, wiring: Wiring) -> None:
    assert streams(atlas, wiring, Traffic.NONE) == ()
    assert dots((), 3.0) == []


@pytest.mark.parametrize("traffic", [Traffic.BACKGROUND, Traffic.DATA])
def test_dots_are_a_function_of_time(atlas: Atlas, wiring: Wiring, traffic: Traffic) -> None:
    shown = streams(atlas, wiring, traffic)
    assert shown
    first, again, later = dots(shown, 1.25), dots(shown, 1.25), dots(shown, 1.5)
    assert first == again
    assert first != later
    assert all(0.0 <= progress < 1.0 for _, progress, _ in [*first, *later])
    assert len(first) == sum(stream.dots for stream in shown)


def test_heartbeat_runs_in_the_background_and_never_as_data(atlas: Atlas, wiring: Wiring) -> None:
    heartbeat = {wire.path for wire in wiring.of_link("L10")}
    background = {stream.path for stream in streams(atlas, wiring, Traffic.BACKGROUND)}
    data = {stream.path for stream in streams(atlas, wiring, Traffic.DATA)}
    assert heartbeat <= background
    assert not heartbeat & data
