"""A place to return to: all that a person sees on the map, written down so that it can be brought back."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any, NamedTuple

from vmexplorer.app.deep_link import LinkError, apply, link_to
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.situation import Situation
from vmexplorer.atlas.link import Plane
from vmexplorer.errors import VmexplorerError
from vmexplorer.stage.ambient import Traffic


class Place(NamedTuple):
    """Where somebody was: a link with view, era, selection, flow and moment, and the ways of showing."""

    link: str
    port: str = ""
    plane: Plane | None = None
    traffic: Traffic = Traffic.NONE
    changes: bool = False


def place_of(explorer: Explorer) -> Place:
    """The place at which an explorer is."""
    now = explorer.now
    return Place(link_to(explorer), now.port, now.plane, now.traffic, now.show_changes)


def return_to(explorer: Explorer, place: Place) -> None:
    """Brings an explorer back to a place, as far as its atlas still has it; what plays there is paused.

    What simulators and lessons have laid over the map stays.
    """
    try:
        apply(explorer, place.link)
    except LinkError:
        return
    explorer.show_plane(place.plane)
    explorer.show_traffic(place.traffic)
    explorer.show_changes(place.changes)
    if place.port:
        with suppress(VmexplorerError):  # another pack, or another era, may not have the port
            explorer.ask_port(place.port)


def at_home(explorer: Explorer) -> bool:
    """Whether an explorer shows the home view at rest in the newest era, and nothing else."""
    atlas = explorer.atlas
    return replace(explorer.now, hover="", overlays=()) == Situation(atlas.manifest.home, atlas.era_ids[-1])


def as_content(place: Place) -> dict[str, Any]:
    """A place as JSON values."""
    plane = None if place.plane is None else place.plane.value
    return place._asdict() | {"plane": plane, "traffic": place.traffic.value}


def from_content(content: Mapping[str, Any]) -> Place | None:
    """The place that ``as_content`` wrote; None when the values are anything else."""
    try:
        plane = content["plane"]
        place = Place(
            content["link"],
            content["port"],
            None if plane is None else Plane(plane),
            Traffic(content["traffic"]),
            content["changes"],
        )
    except (KeyError, ValueError):
        return None
    sound = isinstance(place.link, str) and isinstance(place.port, str) and isinstance(place.changes, bool)
    return place if sound else None
