"""What every lab has: a page at the side of the map, and wishes that it sends to the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.errors import VmexplorerError
from vmexplorer.playback.motion import Motion
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.side_part import SidePart

if TYPE_CHECKING:
    from vmexplorer.ui.labs.lab_mirror import LabMirror
    from vmexplorer.ui.labs.whatif.bench import Bench


class Lab(QObject):
    """A lab from when it is first opened to the end of the program or of its pack.

    ``page`` belongs to the lab. The signals may be sent at any time while the lab is open.
    Each lab has its own ``enter`` (Qt's metaclass admits no abstract base class).
    """

    overlay_changed = Signal(object)  # an Overlay to lay over the map, or None
    flow_wanted = Signal(str)  # id of a flow, perhaps with "/" and a branch: tell it on the map
    component_wanted = Signal(str)  # id of a component: select it and show its page
    link_wanted = Signal(str)  # id of a link: select it
    era_wanted = Signal(str)  # id of an era: show the map in it
    view_wanted = Signal(str)  # id of a view: show it
    said = Signal(str)  # a sentence for the message bar
    keyboard_left = Signal()  # keys shall go to the map again
    shown = Signal(object)  # what its mirrors show now
    board_changed = Signal(object)  # a Board for an audience to see, or None
    path_wanted = Signal(str, int)  # a flow and how many of its steps to tell; the last one plays; "" puts it away

    page: SidePart

    def enter(self, atlas: Atlas, era: str, motion: Motion) -> None:
        """Is called whenever the lab is opened, and when era or motion change while it is open."""
        raise NotImplementedError

    def meet(self, bench: Bench) -> None:
        """Is called once, with the simulated host that the labs share; most labs do without it."""

    def see(self, view: str) -> None:
        """Is called when the lab is opened, and when another view comes on the map while it is open."""

    def takes(self, component: str) -> bool:
        """Takes a click on a component of the map for itself; False leaves it to the map."""
        return False

    def mirror(self, ink: Ink) -> LabMirror | None:
        """What an audience sees of the lab beside the map, following it; None when the map tells all of it."""
        return None

    def watch(self, watched: bool) -> None:
        """Is called when an audience begins to look at a screen of its own, and when that ends."""

    def step(self, forward: bool) -> bool:
        """Goes on, or back, for a speaker with a clicker; False when the lab has no such steps now."""
        return False

    def undo(self) -> bool:
        """Takes its last event back; False when the lab has no events of its own but the shared host's."""
        return False

    def redo(self) -> bool:
        """Lets that event happen again; False as ``undo``."""
        return False

    def leave(self) -> None:
        """Is called when the lab is closed; it stops its timers and keeps its state."""

    def prepare(self, preset: str) -> None:
        """Brings the lab to a prepared state, such as a trace of the banks or some faults.

        Raises:
            VmexplorerError: the lab has no such state; names the nearest.
        """
        raise VmexplorerError(f"this lab has no prepared state, so there is no {preset!r}")

    def preset(self) -> str:
        """What ``prepare`` would need to bring the lab to where it is now; "" when there is no such thing."""
        return ""

    def put_back(self) -> None:
        """Is called when whoever has prepared the lab is done with it; most labs have nothing to take back."""

    def take_up(self, part: str) -> None:
        """Begins with a component or link that the lab was asked about; most labs have one beginning for all."""
