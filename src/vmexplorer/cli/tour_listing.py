"""The tours that ``show`` writes: as records for JSON and as columns for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vmexplorer.app.touring import caption_text, era_of
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.tour import Stop, Tour
from vmexplorer.cli.listing import Table


def tour_records(atlas: Atlas, tours: Sequence[Tour]) -> list[dict[str, Any]]:
    """Tours with their stops as JSON objects."""
    return [
        {
            "id": tour.id,
            "name": tour.name,
            "summary": tour.summary,
            "minutes": tour.minutes,
            "stops": [_stop(atlas, stop) for stop in tour.stops],
        }
        for tour in tours
    ]


def tour_columns(tours: Sequence[Tour]) -> Table:
    """The same as heads and rows of plain text, without the stops."""
    return ("ID", "NAME", "STOPS", "MINUTES", "SUMMARY"), [
        (tour.id, tour.name, str(len(tour.stops)), f"{tour.minutes:g}", tour.summary) for tour in tours
    ]


def _stop(atlas: Atlas, stop: Stop) -> dict[str, Any]:
    return {
        "id": stop.id,
        "title": stop.title,
        "view": stop.view,
        "era": era_of(atlas, stop),
        "flow": stop.flow or None,
        "first_step": str(stop.first_step) if stop.first_step else None,
        "last_step": str(stop.last_step) if stop.last_step else None,
        "select": stop.select or None,
        "frame": list(stop.frame),
        "emphasis": list(stop.emphasis),
        "lab": stop.lab or None,
        "preset": stop.preset or None,
        "minutes": stop.minutes,
        "caption": caption_text(stop),
        "notes": [note.text for note in stop.notes],
    }
