"""The labs as data: what the rail, the search, the menus and the command line offer."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.errors import UnknownNameError


class LabEntry(NamedTuple):
    """A lab that opens at the side of the map.

    ``tab`` is the word on its tab; ``share`` is how much of the room beside the rail it
    takes, 0 to 1.
    """

    id: str
    name: str
    tab: str
    tip: str
    share: float


LABS: tuple[LabEntry, ...] = ()


def lab_named(name: str) -> LabEntry:
    """The lab with this id or, whatever the case of its letters, this name or tab.

    Raises:
        UnknownNameError: there is none; names the nearest.
    """
    for lab in LABS:
        if name.casefold() in (lab.id, lab.name.casefold(), lab.tab.casefold()):
            return lab
    raise UnknownNameError("lab", name, [lab.id for lab in LABS])
