"""The screen of a lab that a stop of a tour shows in place of the map."""

from __future__ import annotations

from vmexplorer.app.labs import lab_named
from vmexplorer.app.touring import era_of
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.tour import Stop
from vmexplorer.errors import VmexplorerError
from vmexplorer.labs.dcui.cells import Screen

SCREENED = "dcui"  # the lab that has a screen of its own


def screen_of(atlas: Atlas, stop: Stop) -> Screen | None:
    """The screen of the direct console as the stop prepares it; None where the stop shows the map.

    Raises:
        VmexplorerError: the lab has no screen, or no such prepared state.
    """
    if not stop.screen:
        return None
    if lab_named(stop.lab).id != SCREENED:
        raise VmexplorerError(f"the lab {stop.lab!r} has no screen to show in place of the map; {SCREENED!r} has one")
    # Imported here: most stops show the map.
    from vmexplorer.labs.dcui.presets import prepared
    from vmexplorer.labs.dcui.screen import screen
    from vmexplorer.labs.dcui.state import begin

    state = begin(atlas, era_of(atlas, stop))
    return screen(prepared(state, stop.preset) if stop.preset else state)
