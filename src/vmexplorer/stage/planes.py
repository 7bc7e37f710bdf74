"""Shows one plane apart: what carries management, or what carries the traffic of virtual machines."""

from __future__ import annotations

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.link import Plane
from vmexplorer.drawing.wiring import Wiring
from vmexplorer.stage.state import BoxLook, BoxRole, LineLook, LineRole, StageState


def with_plane(state: StageState, atlas: Atlas, wiring: Wiring, plane: Plane) -> StageState:
    """Dims the view but for the links of a plane and the boxes at their ends."""
    era = wiring.layout.era
    lines: dict[LineLook, None] = {}
    ends: dict[str, None] = {}
    for link in atlas.links.values():
        if link.plane is plane and era in atlas.eras_of(link):
            kind = atlas.component(link.source).kind
            for wire in wiring.of_link(link.id):
                lines[LineLook(wire.path, LineRole.NEIGHBOUR, kind, wiring.both_ways(wire))] = None
                ends[wire.source] = ends[wire.target] = None
    boxes = tuple(BoxLook(end, BoxRole.NEIGHBOUR) for end in ends)
    return state._replace(veil=1.0, boxes=boxes, lines=tuple(lines))
