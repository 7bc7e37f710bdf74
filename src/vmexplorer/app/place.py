"""A place to return to: all that a person sees on the map, written down so that it can be brought back."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.app.deep_link import LinkError, apply, link_to
from vmexplorer.app.explorer import Explorer
from vmexplorer.atlas.link import Plane
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
        explorer.ask_port(place.port)
