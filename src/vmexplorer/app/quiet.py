"""The picture without a message path: the view with its modes, overlays, hover and selection."""

from __future__ import annotations

from vmexplorer.app.blocked import blocked
from vmexplorer.app.situation import Situation
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.drawing.wiring import Wiring
from vmexplorer.stage import changes, compose
from vmexplorer.stage.overlay import combined
from vmexplorer.stage.planes import with_plane
from vmexplorer.stage.state import StageState


def quiet_state(atlas: Atlas, now: Situation, wiring: Wiring, before: Wiring | None) -> StageState:
    """What a situation shows; later layers win: plane, overlays, hover, selection.

    Args:
        atlas: what there is.
        now: where the person is.
        wiring: the present view in the present era.
        before: the same view in the era before; None in the first era or when changes are not marked.
    """
    state = compose.still(wiring)
    if now.plane is not None:
        state = with_plane(state, atlas, wiring, now.plane)
    if now.show_changes:
        state = changes.with_changes(state, atlas, before.layout if before else None)
    if now.overlays:
        state = compose.with_overlay(state, atlas, wiring, combined([overlay for _, overlay in now.overlays]))
    if now.hover and now.hover != now.component:
        state = compose.with_focus(state, atlas, wiring, now.hover, selected=False)
    if now.component:
        state = compose.with_focus(state, atlas, wiring, now.component, selected=True)
    if now.link:
        state = compose.with_link(state, atlas, wiring, now.link)
    for link in blocked(atlas, now.port, now.era).links if now.port else ():
        state = compose.with_link(state, atlas, wiring, link.id)
    return state
