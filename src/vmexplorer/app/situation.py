"""Where the person is: view, era, selection, flow and ways of showing."""

from __future__ import annotations

from dataclasses import dataclass

from vmexplorer.atlas.link import Plane
from vmexplorer.stage.ambient import Traffic
from vmexplorer.stage.overlay import Overlay


@dataclass(frozen=True, slots=True)
class Situation:
    """Where the person is.

    ``box`` is the box that was clicked, when it matters which one. ``overlays`` are what
    simulators and lessons lay over the map, by their name, the first below the later.
    """

    view: str
    era: str
    component: str = ""
    box: str = ""
    link: str = ""
    port: str = ""
    hover: str = ""
    flow: str = ""
    branch: str = ""
    show_changes: bool = False
    plane: Plane | None = None
    traffic: Traffic = Traffic.NONE
    overlays: tuple[tuple[str, Overlay], ...] = ()
