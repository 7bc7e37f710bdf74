"""Keeps the ink of a show while it lasts, if the speaker wants it, and brings back that of the show before."""

from __future__ import annotations

from vmexplorer.app.kept import Kept
from vmexplorer.app.kept_ink import KeptInk
from vmexplorer.app.showing import Showing
from vmexplorer.atlas.tour import Tour


class InkKeeper:
    """Follows what is drawn on a tour.

    Args:
        showing: the show.
        tour: its tour.
        kept: where ink is kept.
        always: whether the ink of every tour is kept; else that of those for which it was asked.
    """

    def __init__(self, showing: Showing, tour: Tour, kept: Kept, *, always: bool) -> None:
        self._showing = showing
        self._tour = tour
        self._ink = KeptInk(kept)
        before = self._ink.of_tour(tour.id)
        if before is not None or always:
            places = {stop.id: place for place, stop in enumerate(tour.stops)}
            ink = {places[stop]: strokes for stop, strokes in (before or {}).items() if stop in places}
            showing.bring_ink(ink)

    @property
    def complaint(self) -> str:
        """What was wrong with the ink that was kept, or ""."""
        return self._ink.complaint

    def keep(self) -> str:
        """Keeps what is drawn now, or nothing when that is not wanted; returns "" or why that cannot be."""
        if not self._showing.keep_ink:
            return self._ink.forget(self._tour.id)
        ink = {self._tour.stops[stop].id: strokes for stop, strokes in self._showing.ink().items()}
        return "" if ink == self._ink.of_tour(self._tour.id) else self._ink.keep(self._tour.id, ink)
