"""A lab in a show: what it shows stands beside the map, for the audience and on the speaker's page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from vmexplorer.atlas.tour import Stop, Tour
from vmexplorer.lessons.show_state import Layer, ShowState
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.presenter.audience_window import AudienceWindow
from vmexplorer.ui.presenter.picture_box import PictureBox


def leaves_room(stop: Stop) -> bool:
    """Whether the lab of a stop can stand beside its map.

    Where a message path plays, the map needs the whole picture; where the screen of the lab
    stands in place of the map, there is nothing to stand beside.
    """
    return not (stop.flow or stop.screen)


class ShowLab(QObject):
    """Lets everybody see the lab that is open, in the tour and outside it; a frozen picture keeps what it has."""

    def __init__(self, desk: Desk, tour: Tour, audience: AudienceWindow, box: PictureBox) -> None:
        super().__init__()
        self._tour = tour
        self._beside = False
        self._labs = desk.labs
        self._audience = audience
        self._box = box
        self._frozen = False
        self._seen = {"audience": "", "speaker": ""}  # ids of the labs that they see
        self._labs.changed.connect(self._show)

    def place(self, state: ShowState) -> None:
        """Follows the show."""
        stop = self._tour.stops[state.place.stop]
        self._frozen = Layer.FROZEN in state
        self._beside = Layer.DETOUR in state or leaves_room(stop)
        self._show()
        if self._audience.lab is not None:
            self._audience.lab.hold(self._frozen)

    def end(self) -> None:
        """Lets go of the labs."""
        self._labs.changed.disconnect(self._show)

    @Slot()
    def _show(self) -> None:
        now, ink = self._labs.open_lab if self._beside else "", self._audience.canvas.ink
        if self._seen["speaker"] != now:
            self._seen["speaker"] = now
            self._box.show_lab(self._labs.mirror(ink) if now else None)
        if self._seen["audience"] != now and not self._frozen:
            self._seen["audience"] = now
            self._audience.show_lab(self._labs.mirror(ink) if now else None)
