"""Where each tour was left, kept for the next start."""

from __future__ import annotations

from typing import Any

from vmexplorer.app.kept import Kept
from vmexplorer.atlas.tour import Tour
from vmexplorer.lessons.tour_walk import START, TourPlace

DOCUMENT, _VERSION = "tour-places", 1
_MOST = 200  # tours; the oldest are forgotten


class TourPlaces:
    """The places at which tours were left, by the id of the stop, so that an edited tour can still be taken up.

    ``complaint`` says what was wrong with the document, or is "".
    """

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        found, self.complaint = kept.read_as(DOCUMENT, _VERSION, _places)
        self._places = found or {}

    @property
    def last(self) -> str:
        """The id of the tour that was left last; "" when none was left on its way."""
        return next(reversed(self._places), "")

    def place(self, tour: Tour) -> TourPlace:
        """Where a tour was left; its start when it was not, or when that stop is gone."""
        stop, step = self._places.get(tour.id, ("", None))
        number = tour.place(stop)
        return START if number is None else TourPlace(number, step)

    def leave(self, tour: Tour, place: TourPlace, *, finished: bool = False) -> str:
        """Notes where a tour is left; a finished one begins anew. Returns "" or why that could not be kept."""
        self._places.pop(tour.id, None)
        if not finished and place != START:
            self._places[tour.id] = (tour.stops[place.stop].id, place.step)
        while len(self._places) > _MOST:
            del self._places[next(iter(self._places))]
        content = [{"tour": id, "stop": stop, "step": step} for id, (stop, step) in self._places.items()]
        return self._kept.write(DOCUMENT, _VERSION, content)


def _places(content: Any) -> dict[str, tuple[str, int | None]]:
    """The places of a document; raises ValueError when it holds anything else."""
    if not isinstance(content, list):
        raise ValueError("no list")
    found: dict[str, tuple[str, int | None]] = {}
    for entry in content:
        if not isinstance(entry, dict):
            raise ValueError("no entry")
        tour, stop, step = entry.get("tour"), entry.get("stop"), entry.get("step")
        if not isinstance(tour, str) or not isinstance(stop, str) or not (step is None or type(step) is int):
            raise ValueError("no place")
        found[tour] = (stop, step)
    return found
