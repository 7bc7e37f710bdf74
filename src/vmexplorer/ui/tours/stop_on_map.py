"""A stop of a tour on the desk: what it frames fills the map, and its lab is open beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vmexplorer.app import tour_editing as editing
from vmexplorer.app.labs import lab_named
from vmexplorer.app.touring import area_of
from vmexplorer.atlas.tour import Stop
from vmexplorer.errors import UnknownNameError, VmexplorerError
from vmexplorer.ui.labs import shelf

if TYPE_CHECKING:
    from vmexplorer.ui.desk import Desk


def stop_seen(desk: Desk, taken: Sequence[str]) -> Stop:
    """The map as it is now, with the lab that is open, as a stop whose id is none of those taken."""
    explorer, lab = desk.controller.explorer, desk.labs.open_lab
    title = explorer.flow.name if explorer.flow else explorer.atlas.view(explorer.now.view).name
    if explorer.now.component:
        title = explorer.atlas.component(explorer.now.component).name
    preset = desk.labs.lab(lab).preset() if lab else ""
    area = desk.window.canvas.chosen_area()
    return editing.stop_seen(explorer, area, editing.fresh_id(title, taken), title, lab, preset)


class StopOnMap:
    """Brings the map and the labs of a desk to the stop at which the explorer is already."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lab = ""  # the one that a stop has opened

    def show(self, stop: Stop) -> None:
        """Opens the lab of a stop and brings into sight what it frames."""
        self._open_lab(stop)
        canvas, layout = self._desk.window.canvas, self._desk.controller.explorer.wiring.layout
        area = area_of(layout, stop)
        if area == layout.scene:
            canvas.fit()
        else:
            canvas.frame_area(area)

    def close_lab(self) -> None:
        """Closes the lab that a stop has opened, unless the person has opened another one since."""
        labs = self._desk.labs
        if self._lab:
            labs.lab(self._lab).put_back()
        if self._lab and labs.open_lab == self._lab:
            labs.close()
        self._lab = ""

    def _open_lab(self, stop: Stop) -> None:
        """Opens the lab of a stop in its prepared state, or closes that of the stop before."""
        if not stop.lab:
            self.close_lab()
            return
        try:
            lab = lab_named(stop.lab).id
            if lab not in shelf.available():
                raise UnknownNameError("lab", stop.lab, shelf.available())
            self._desk.labs.open(stop.lab, preset=stop.preset)
            self._lab = lab
        except VmexplorerError as error:
            self._desk.window.message_bar.say(str(error))
        self._desk.window.canvas.setFocus()
