"""What a show is at one moment: its place in the tour, and what lies open over it, the innermost last."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vmexplorer.lessons.tour_walk import TourPlace


class Layer(StrEnum):
    """Something that is entered and left again; Esc leaves the one that was entered last."""

    HELP = "help"
    NUMBER = "number"
    OVERVIEW = "overview"
    NOTES = "notes"
    DETAILS = "details"
    LASER = "laser"
    SPOTLIGHT = "spotlight"
    PEN = "pen"
    ERASER = "eraser"
    LENS = "lens"
    DETOUR = "detour"
    FROZEN = "frozen"
    BLACK = "black"
    WHITE = "white"
    HIDDEN = "hidden"


TOOLS = (Layer.LASER, Layer.SPOTLIGHT, Layer.PEN, Layer.ERASER, Layer.LENS)
"""What the hand holds: one at a time."""

COVERS = (Layer.BLACK, Layer.WHITE)
"""What hides the picture from the audience: one at a time."""

RIVALS = (TOOLS, COVERS, (Layer.DETOUR, Layer.DETAILS))
"""Of each of these groups one is open; on the map itself a part is chosen anew."""

WAITING = (Layer.HELP, Layer.NUMBER, Layer.DETOUR, Layer.BLACK, Layer.WHITE, Layer.HIDDEN)
"""While one of these is open, "next" only leaves it: nobody would see the step that it takes."""

PUT_AWAY = (Layer.SPOTLIGHT, Layer.LENS, Layer.ERASER, Layer.DETAILS, Layer.NUMBER, Layer.OVERVIEW, Layer.DETOUR)
"""What another stop closes: it belongs to the picture that was there."""

SET_RIGHT = (Layer.DETAILS, Layer.NUMBER, Layer.OVERVIEW, Layer.DETOUR)
"""What closes when the picture of the same stop is set up anew."""


@dataclass(frozen=True, slots=True)
class ShowState:
    """A show at one moment.

    ``layers`` is what is open, in the order in which it was entered. ``choice`` is the stop
    that is marked in the overview, ``digits`` the number that is being typed. ``past`` and
    ``future`` are the places to go back and forward to. ``asked`` is the moment at which
    the show was asked to end for the first time, and ``said`` a sentence for the speaker
    about the last key, or "".
    """

    place: TourPlace
    layers: tuple[Layer, ...] = ()
    swapped: bool = False
    choice: int = 0
    digits: str = ""
    past: tuple[TourPlace, ...] = ()
    future: tuple[TourPlace, ...] = ()
    asked: float | None = None
    said: str = ""
    ended: bool = False

    def __contains__(self, layer: Layer) -> bool:
        return layer in self.layers

    @property
    def tool(self) -> Layer | None:
        """What the hand holds."""
        return next((layer for layer in self.layers if layer in TOOLS), None)

    @property
    def cover(self) -> Layer | None:
        """What hides the picture from the audience: black or white."""
        return next((layer for layer in self.layers if layer in COVERS), None)

    @property
    def innermost(self) -> Layer | None:
        """What Esc leaves."""
        return self.layers[-1] if self.layers else None
