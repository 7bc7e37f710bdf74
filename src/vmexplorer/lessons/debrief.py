"""The debrief of a case on the map: its parts light up one after the other."""

from __future__ import annotations

from collections.abc import Container, Sequence

from vmexplorer.atlas.case import Light, LitPart
from vmexplorer.stage.overlay import Mark, Overlay, Role

_ROLES = {Light.FAULT: Role.FAULT, Light.AFFECTED: Role.AFFECTED, Light.GOOD: Role.GOOD}


def overlay_of(lights: Sequence[LitPart], links: Container[str]) -> Overlay:
    """The parts that are lit so far.

    Args:
        lights: in the order in which they light up.
        links: the ids that are links; all others are components.
    """
    marks = {lit.part: Mark(_ROLES[lit.light], lit.badge, lit.says.text) for lit in lights}
    return Overlay(
        {id: mark for id, mark in marks.items() if id not in links},
        {id: mark for id, mark in marks.items() if id in links},
    )
