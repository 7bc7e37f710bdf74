"""What the picture of a stop is, in one line."""

from __future__ import annotations

from vmexplorer.app.details_text import plain
from vmexplorer.app.labs import labs
from vmexplorer.app.touring import era_of
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.tour import Stop


def what_it_shows(atlas: Atlas, stop: Stop) -> str:
    """View, version, frame, selection, flow and lab of a stop, such as ``Overview · ESX 9.0 · hostd selected``."""
    said = [atlas.view(stop.view).name, atlas.era(era_of(atlas, stop)).name]
    if stop.frame:
        said.append("close up")
    if stop.select:
        chosen = atlas.components.get(stop.select)
        said.append(f"{plain(chosen.name) if chosen else stop.select} selected")
    if stop.emphasis:
        said.append(f"{len(stop.emphasis)} lit")
    if stop.flow:
        flow, branch = atlas.way(stop.flow)
        first, last = stop.first_step or 1, stop.last_step or "the end"
        said.append(f"plays “{branch.name if branch else flow.name}” from step {first} to {last}")
    if stop.lab:
        names = {lab.id: lab.name for lab in labs()}
        said.append(f"opens “{names.get(stop.lab, stop.lab)}”" + (f" with {stop.preset}" if stop.preset else ""))
    return " · ".join(said)
