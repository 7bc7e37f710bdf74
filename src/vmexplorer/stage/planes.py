"""Shows one plane apart: what carries management, or what carries the traffic of virtual machines."""

from __future__ import annotations

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.kind import Kind
from vmexplorer.atlas.link import Link, Plane
from vmexplorer.drawing.wiring import Wiring
from vmexplorer.stage.state import BoxLook, BoxRole, LineLook, LineRole, StageState

_OF_MACHINES = frozenset((Kind.VM_PROCESS, Kind.KERNEL, Kind.STORAGE, Kind.HARDWARE))


def on_plane(atlas: Atlas, link: Link, plane: Plane) -> bool:
    """Whether a link is shown with a plane.

    On the data plane that is what virtual machines do by themselves. Consoles and file
    copies carry data too, but a management process has to open them first, so they belong
    to neither picture.
    """
    if plane is Plane.MANAGEMENT:
        return link.plane is plane
    kinds = {atlas.component(end).kind for end in (link.source, link.target)}
    return link.plane is plane and kinds <= _OF_MACHINES


def with_plane(state: StageState, atlas: Atlas, wiring: Wiring, plane: Plane) -> StageState:
    """Dims the view but for the links of a plane and the boxes at their ends."""
    era = wiring.layout.era
    lines: dict[LineLook, None] = {}
    ends: dict[str, None] = {}
    for link in atlas.links.values():
        if on_plane(atlas, link, plane) and era in atlas.eras_of(link):
            kind = atlas.component(link.source).kind
            for wire in wiring.of_link(link.id):
                lines[LineLook(wire.path, LineRole.NEIGHBOUR, kind, wiring.both_ways(wire))] = None
                ends[wire.source] = ends[wire.target] = None
    boxes = tuple(BoxLook(end, BoxRole.NEIGHBOUR) for end in ends)
    return state._replace(veil=1.0, boxes=boxes, lines=tuple(lines))
