"""What a simulator, a lesson or a live host lays over the map: a role, a badge and a note for a part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Role(StrEnum):
    """What an overlay says of a part; later ones are the more urgent."""

    GOOD = "good"
    FOCUS = "focus"
    CHANGING = "changing"
    AFFECTED = "affected"
    FAULT = "fault"


class Mark(NamedTuple):
    """What is laid over one component or link.

    ``badge`` is one or two words on the card, at most 14 characters, or "" for the role's
    sign alone; ``note`` is one sentence for whoever asks. ``card`` picks one of the cards of the
    component, counted from 0 as the view places them; None, or one that a view lacks, means all.
    ``others`` is for the other cards when ``card`` picks one: None leaves them
    unmarked.
    """

    role: Role
    badge: str = ""
    note: str = ""
    card: int | None = None
    others: Mark | None = None


class Overlay(NamedTuple):
    """Marks by the id of their component or link."""

    components: Mapping[str, Mark] = MappingProxyType({})
    links: Mapping[str, Mark] = MappingProxyType({})


def combined(overlays: Sequence[Overlay]) -> Overlay:
    """Several overlays as one; where two speak of the same part, the more urgent role wins, else the later."""
    components: dict[str, Mark] = {}
    links: dict[str, Mark] = {}
    for overlay in overlays:
        for table, marks in ((components, overlay.components), (links, overlay.links)):
            for id, mark in marks.items():
                if id not in table or _urgency(mark) >= _urgency(table[id]):
                    table[id] = mark
    return Overlay(components, links)


def _urgency(mark: Mark) -> int:
    return list(Role).index(mark.role)
