"""In which era a thing that was found can be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vmexplorer.atlas.atlas import Atlas

if TYPE_CHECKING:
    from vmexplorer.app.search import Hit

_WITH_A_LIFE = ("component", "link", "flow")


def era_for(atlas: Atlas, hit: Hit, era: str) -> str:
    """The era in which to show a hit: the present one when it has it, else the nearest that does."""
    if hit.kind not in _WITH_A_LIFE or atlas.exists(hit.id, era):
        return era
    here = atlas.era_ids.index(era)
    life = [place for place, other in enumerate(atlas.era_ids) if atlas.exists(hit.id, other)]
    return atlas.era_ids[min(life, key=lambda place: abs(place - here))] if life else era
