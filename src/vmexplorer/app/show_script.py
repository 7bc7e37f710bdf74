"""The script of a show, made from a tour of the atlas."""

from __future__ import annotations

from vmexplorer.app.touring import caption_text, notes_text, span_of
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.tour import Tour
from vmexplorer.lessons.script import Script, ScriptStop

_MINUTE = 60.0


def script_of(atlas: Atlas, tour: Tour) -> Script:
    """What a tour shows and says."""
    return Script(
        tour.name,
        tuple(
            [
                ScriptStop(
                    stop.title, caption_text(stop), notes_text(stop), stop.minutes * _MINUTE, span_of(atlas, stop)
                )
                for stop in tour.stops
            ]
        ),
    )
