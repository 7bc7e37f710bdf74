"""The script of a show, made from a tour of the atlas."""

from __future__ import annotations

from vmexplorer.app.tour_practice import practice_note
from vmexplorer.app.touring import caption_text, notes_text, span_of
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.tour import Tour
from vmexplorer.lessons.script import Script, ScriptStop

_MINUTE = 60.0


def script_of(atlas: Atlas, tour: Tour) -> Script:
    """What a tour shows and says; at its end the speaker reads how it can be practised."""
    last, practice = tour.stops[-1], practice_note(atlas, tour)
    stops = []
    for stop in tour.stops:
        notes = (*notes_text(stop), practice) if stop is last and practice else notes_text(stop)
        stops.append(ScriptStop(stop.title, caption_text(stop), notes, stop.minutes * _MINUTE, span_of(atlas, stop)))
    return Script(tour.name, tuple(stops))
